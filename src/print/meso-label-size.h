/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MesoLabelSize:
 * @MESO_LABEL_62X29: a continuous roll of a label printer, cut at 29 mm
 * @MESO_LABEL_70X37: one label of 70 × 37 mm
 * @MESO_LABEL_A4_3X8: an A4 sheet of 24 such labels, 3 in a row
 *
 * What labels are printed on.
 */
typedef enum {
  MESO_LABEL_62X29,
  MESO_LABEL_70X37,
  MESO_LABEL_A4_3X8,
} MesoLabelSize;

#define MESO_N_LABEL_SIZES (MESO_LABEL_A4_3X8 + 1)

const char *meso_label_size_to_string   (MesoLabelSize size);                    /* "62x29", "70x37", "a4-3x8" */
gboolean    meso_label_size_from_string (const char *text, MesoLabelSize *size_out);
/* Of one label, in points. */
double      meso_label_size_get_width   (MesoLabelSize size);
double      meso_label_size_get_height  (MesoLabelSize size);
/* Of the page that it is on; how many labels are in a row of it, and how many there are. */
double      meso_label_size_get_page_width  (MesoLabelSize size);
double      meso_label_size_get_page_height (MesoLabelSize size);
guint       meso_label_size_get_columns     (MesoLabelSize size);
guint       meso_label_size_get_count       (MesoLabelSize size);

G_END_DECLS
