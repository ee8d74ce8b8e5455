/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MesoRowTags:
 * @row: whose children they are; not owned
 * @widgets: (element-type MesoTag): the first @n of them are in sight
 *
 * The tags of a row in a long list. Most rows have none, and no row many: those that are there are used again. They stand beside the
 * name, or one below the other: a cell of a table can't grow higher because it is narrow.
 */
typedef struct
{
  GtkWidget *row;
  GPtrArray *widgets;
  guint n;
} MesoRowTags;

void meso_row_tags_init            (MesoRowTags *self, GtkWidget *row);
/* Before the row is gone. */
void meso_row_tags_clear           (MesoRowTags *self);
/* tags (nullable) (element-type MesoTagWords) */
void meso_row_tags_show            (MesoRowTags *self, const GPtrArray *tags);

/* Widens what a name asks for to what it asks for with its tags. */
void meso_row_tags_measure_width   (const MesoRowTags *self, gboolean beside, int *minimum, int *natural);
/* width: of the name and them, or -1; name: of the name alone, at the least and as it is */
int  meso_row_tags_measure_beside  (const MesoRowTags *self, int width, const int name[2]);
int  meso_row_tags_measure_below   (const MesoRowTags *self, int width);

/* place: from the start of the line, of the name and them; Returns: the width that the name has of it */
int  meso_row_tags_allocate_beside (const MesoRowTags *self, GdkRectangle place, const int name[2]);
/* place: of the name above them */
void meso_row_tags_allocate_below  (const MesoRowTags *self, GdkRectangle place);

/* A place in a row that is reckoned from the start of the line, as the direction of the row has it. */
GdkRectangle meso_row_turn         (GtkWidget *row, GdkRectangle place);

G_END_DECLS
