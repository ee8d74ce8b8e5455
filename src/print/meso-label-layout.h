/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-label-sheet.h"
#include "meso-label-size.h"
#include "meso-typesetter.h"

G_BEGIN_DECLS

/* Private: how what a label says is divided into lines, and these over labels. */

#define MESO_LABEL_TEXTS 2

/* Between what stands at one edge and what stands at the other. */
#define MESO_LABEL_GAP 6.0

/**
 * MesoLabelMeasures:
 * @margin: around a label; a sheet of labels goes through printers that leave a border
 * @head: height of the name's line, @mixture: of the line below it, @bar: of the bar at the end
 *
 * The grid of a label; points. No letters are smaller than 5.5.
 */
typedef struct
{
  double margin;
  double name;
  double head;
  double volume;
  double mixture;
  double body;
  double use_before;
  double bar;
} MesoLabelMeasures;

/* A line of the part that may go on on another label: at the start of one language, and of the other. */
typedef struct
{
  guint at[MESO_LABEL_TEXTS];
  char *text[MESO_LABEL_TEXTS];
  int weight[MESO_LABEL_TEXTS];
  guint n;
} MesoLabelRow;

/* A label that is being laid out. */
typedef struct
{
  const MesoLabelSheet *sheet;
  const MesoLabelMeasures *m;
  double width;
  double height;
  MesoTypesetter *types[MESO_LABEL_TEXTS];
  GPtrArray *rows;
  guint count;               /* of labels, as far as is known */
  gboolean tight;            /* smaller letters, closer together, where that saves a label */
  gboolean names_in_head;    /* both of them, the file number between them */
} MesoLabelLayout;

gboolean      meso_label_layout_init     (MesoLabelLayout *self, const MesoLabelSheet *sheet, MesoLabelSize size, GError **error);
void          meso_label_layout_clear    (MesoLabelLayout *self);
/* Makes the rows, and finds out how many labels they take. */
void          meso_label_layout_settle   (MesoLabelLayout *self);
/* Where the rows of the label end that begins with this one; at least one stands on each. */
guint         meso_label_layout_find_end (const MesoLabelLayout *self, guint first);

double        meso_label_layout_width         (const MesoLabelLayout *self);
double        meso_label_layout_name_width    (const MesoLabelLayout *self);
double        meso_label_layout_mixture_width (const MesoLabelLayout *self);
double        meso_label_layout_body_top      (const MesoLabelLayout *self);
double        meso_label_layout_bar_top       (const MesoLabelLayout *self);
double        meso_label_layout_row_height    (const MesoLabelLayout *self, const MesoLabelRow *row);
/* How wide a text is in one of the languages. */
double        meso_label_layout_measure       (const MesoLabelLayout *self, guint i, const char *text, MesoTextStyle style);
/* Small letters, with lines closer together than on a sheet. i: which of the languages */
MesoTextStyle meso_label_layout_style   (const MesoLabelLayout *self, guint i, double size, int weight, MesoInk ink);
MesoTextStyle meso_label_layout_body    (const MesoLabelLayout *self, guint i, int weight);
MesoTextStyle meso_label_layout_name    (const MesoLabelLayout *self);
MesoTextStyle meso_label_layout_mixture (const MesoLabelLayout *self);
MesoTextStyle meso_label_layout_number  (const MesoLabelLayout *self);
MesoTextStyle meso_label_layout_volume  (const MesoLabelLayout *self);
/* (transfer full): the file number, and which of how many labels it is */
char         *meso_label_layout_dup_file  (const MesoLabelLayout *self, guint n);
/* (transfer full): the text, or its beginning with a sign that it goes on elsewhere */
char         *meso_label_layout_dup_short (const MesoLabelLayout *self, const char *text, MesoTextStyle style, double width,
                                           gboolean *cut_out);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MesoLabelLayout, meso_label_layout_clear)

G_END_DECLS
