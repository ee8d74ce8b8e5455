/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-patient.h"

G_BEGIN_DECLS

/* What cells say in English and Persian, whatever the case and the letter forms. FALSE for a word that isn't known; the result isn't
 * touched then. */
gboolean meso_import_words_read_sex         (const char *text, MesoSex *sex_out);
gboolean meso_import_words_read_yes_no      (const char *text, gboolean *yes_out);
gboolean meso_import_words_read_language    (const char *text, const char **language_out);
gboolean meso_import_words_read_blood_group (const char *text, const char **group_out);
/* Whole grams from kilograms. */
gboolean meso_import_words_read_weight      (const char *text, gint64 *weight_g_out);
gboolean meso_import_words_read_age         (const char *text, int *age_out);
/* Whether a list says that there is nothing in it, which isn't the same as saying nothing. */
gboolean meso_import_words_say_none         (const char *text);

G_END_DECLS
