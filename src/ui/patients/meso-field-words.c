/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-field-words.h"

#include <glib/gi18n.h>

#include "meso-milli.h"
#include "meso-patient-record.h"
#include "meso-patient-words.h"
#include "meso-text.h"

#define NOTHING "\u2014"

static char *
word_date (MesoContext *context,
           const char  *value)
{
  MesoCalendarDate date = MESO_CALENDAR_DATE_NONE;
  g_autofree char *text = NULL;

  if (!meso_calendar_date_parse (value, &date, NULL))
    return meso_words_isolate (value);
  text = meso_context_format_date (context, date, MESO_DATE_STYLE_SHORT_WITH_YEAR);
  return meso_words_isolate (text);
}

static char *
word_weight (MesoContext *context,
             const char  *value)
{
  gint64 grams = 0;
  g_autofree char *number = NULL;
  g_autofree char *kilograms = NULL;

  if (!g_ascii_string_to_signed (value, 10, 0, G_MAXINT64, &grams, NULL))
    return meso_words_isolate (value);
  number = meso_milli_dup_words (context, grams);
  /* Translators: a weight; %s is a number */
  kilograms = g_strdup_printf (_("%s\u00A0kg"), number);
  return meso_words_isolate (kilograms);
}

static const char *
word_asked (const char *value)
{
  MesoAsked asked = MESO_ASKED_NOT;

  meso_asked_from_string (value, &asked);
  return asked == MESO_ASKED_LISTED ? _("Listed") : asked == MESO_ASKED_NONE ? _("None known") : _("Not asked yet");
}

/* (nullable) */
static const char *
word_choice (const char *field,
             const char *value)
{
  MesoSex sex;

  if (g_str_equal (field, "sex") && meso_sex_from_string (value, &sex))
    return sex != MESO_SEX_UNKNOWN ? meso_words_sex (sex) : NOTHING;
  if (g_str_has_suffix (field, "_asked"))
    return word_asked (value);
  if (g_str_equal (field, "archived"))
    return g_str_equal (value, "yes") ? C_("archived", "yes") : C_("archived", "no");
  if (g_str_equal (field, "language"))
    return g_str_equal (value, "fa") ? _("Persian") : g_str_equal (value, "en") ? _("English") : NULL;
  if (g_str_equal (field, "hair_onset"))
    return g_str_equal (value, "sudden") ? C_("hair loss", "Suddenly") : g_str_equal (value, "gradual") ? C_("hair loss", "Slowly")
                                                                                                    : NOTHING;
  if (g_str_equal (field, "hair_family"))
    return g_str_equal (value, "yes") ? C_("hair loss", "Yes") : g_str_equal (value, "no") ? C_("hair loss", "No") : NOTHING;
  return NULL;
}

char *
meso_field_words_value (MesoContext *context,
                        const char  *field,
                        const char  *value)
{
  const char *choice;
  g_autofree char *local = NULL;

  if (value == NULL || *value == '\0')
    return g_strdup (NOTHING);
  /* Of a photo the log keeps its fingerprint, which says nothing to anybody. */
  if (g_str_equal (field, "photo"))
    return g_strdup (_("a picture"));
  choice = word_choice (field, value);
  if (choice != NULL)
    return g_strdup (choice);
  if (g_str_has_suffix (field, "_on") || g_str_equal (field, "birth_date"))
    return word_date (context, value);
  if (g_str_equal (field, "weight_g"))
    return word_weight (context, value);
  if (g_str_has_suffix (field, "phone"))
    return meso_patient_words_phone (context, value);
  if (g_str_equal (field, "blood_group"))
    return meso_text_isolate (value);
  if (!g_str_equal (field, "age") && !g_str_equal (field, "file_number") && !g_str_equal (field, "national_id"))
    return meso_words_isolate (value);
  local = meso_context_localise_digits (context, value);
  return meso_text_isolate (local);
}
