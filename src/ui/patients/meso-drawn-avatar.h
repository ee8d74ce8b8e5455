/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MesoDrawnAvatar:
 *
 * The initials of a person on a disc, as AdwAvatar shows them, drawn by the row that it is a part of. All 0: nobody is known yet.
 */
typedef struct
{
  PangoLayout *initials;    /* (nullable) */
  guint colour;
  gboolean awaited;
} MesoDrawnAvatar;

void meso_drawn_avatar_clear    (MesoDrawnAvatar *self);
/* name (nullable): NULL while it isn't loaded */
void meso_drawn_avatar_set_name (MesoDrawnAvatar *self, GtkWidget *widget, const char *name);
void meso_drawn_avatar_snapshot (const MesoDrawnAvatar *self, GtkWidget *widget, GtkSnapshot *snapshot, const GdkRectangle *place);

G_END_DECLS
