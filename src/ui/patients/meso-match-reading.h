/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MesoMatchPlace:
 * @begins: whether a word begins here
 *
 * Where one byte of a reading stands in its text.
 */
typedef struct
{
  gsize start;
  gsize end;
  gboolean begins;
} MesoMatchPlace;

/**
 * MesoMatchReading:
 * @places: (element-type MesoMatchPlace): of each byte of @folded
 *
 * A text as the search sees it, without its spaces, and where each byte of that stands in the text.
 */
typedef struct
{
  GString *folded;
  GArray *places;
} MesoMatchReading;

/* Main thread only. */
MesoMatchReading meso_match_reading_words  (const char *text);
/* The digits alone; of a phone number in each way that it is written. */
MesoMatchReading meso_match_reading_number (const char *text, gboolean phone);
void             meso_match_reading_clear  (MesoMatchReading *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MesoMatchReading, meso_match_reading_clear)

G_END_DECLS
