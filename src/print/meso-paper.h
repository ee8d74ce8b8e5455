/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  MESO_PAPER_A4,
  MESO_PAPER_A5,
  MESO_PAPER_LETTER,
} MesoPaper;

const char *meso_paper_to_string   (MesoPaper paper);                        /* "a4", "a5", "letter" */
gboolean    meso_paper_from_string (const char *text, MesoPaper *paper_out);
/* Upright, in points. */
double      meso_paper_get_width   (MesoPaper paper);
double      meso_paper_get_height  (MesoPaper paper);

G_END_DECLS
