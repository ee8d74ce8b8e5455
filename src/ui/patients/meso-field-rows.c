/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-field-rows.h"

#include <glib/gi18n.h>

#include "meso-date-row.h"
#include "meso-field.h"
#include "meso-lines-row.h"

GtkWidget *
meso_choice_row_new (const char        *title,
                     const char *const *names,
                     const char *const *words)
{
  g_autoptr(GtkStringList) list = gtk_string_list_new (words);
  GtkWidget *row = g_object_new (ADW_TYPE_COMBO_ROW, "title", title, "model", list, NULL);

  g_object_set_data (G_OBJECT (row), "names", (gpointer) names);
  return row;
}

static GtkWidget *
make_sex_row (const char *title)
{
  static const char *const names[] = { "unknown", "female", "male", "other", NULL };
  const char *const words[] = { C_("sex", "Not asked yet"), C_("sex", "Female"), C_("sex", "Male"), C_("sex", "Other"), NULL };

  return meso_choice_row_new (title, names, words);
}

static GtkWidget *
make_language_row (const char *title)
{
  static const char *const names[] = { "", "en", "fa", NULL };
  /* Each language is written in itself. */
  const char *const words[] = { _("As the clinic’s own"), "English", "فارسی", NULL };

  return meso_choice_row_new (title, names, words);
}

static GtkWidget *
make_blood_group_row (const char *title)
{
  /* Isolated: in a line from right to left the sign would jump to the other side. */
  static const char *const words[] = { NULL, "\u2066A+\u2069", "\u2066A−\u2069", "\u2066B+\u2069", "\u2066B−\u2069",
                                       "\u2066AB+\u2069", "\u2066AB−\u2069", "\u2066O+\u2069", "\u2066O−\u2069", NULL };
  static const char *const names[] = { "", "A+", "A-", "B+", "B-", "AB+", "AB-", "O+", "O-", NULL };
  const char *shown[G_N_ELEMENTS (words)];

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    shown[i] = words[i];
  shown[0] = C_("blood group", "Not known");
  return meso_choice_row_new (title, names, shown);
}

static GtkWidget *
make_hair_onset_row (const char *title)
{
  static const char *const names[] = { "unknown", "gradual", "sudden", NULL };
  const char *const words[] = { C_("hair loss", "Not asked yet"), C_("hair loss", "Slowly"), C_("hair loss", "Suddenly"), NULL };

  return meso_choice_row_new (title, names, words);
}

static GtkWidget *
make_hair_family_row (const char *title)
{
  static const char *const names[] = { "unknown", "no", "yes", NULL };
  const char *const words[] = { C_("hair loss", "Not asked yet"), C_("hair loss", "No"), C_("hair loss", "Yes"), NULL };

  return meso_choice_row_new (title, names, words);
}

static GtkWidget *
make_entry_row (const char      *title,
                GtkInputPurpose  purpose)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ENTRY_ROW, "title", title, "input-purpose", purpose, "activates-default", TRUE, NULL);

  /* Numbers and addresses read from left to right in any line. */
  if (purpose != GTK_INPUT_PURPOSE_FREE_FORM)
    meso_field_keep_number (GTK_EDITABLE (row));
  return row;
}

GtkWidget *
meso_field_row_new (MesoPatientField field)
{
  const char *title = meso_patient_field_get_title (field);

  switch ((guint) field)
    {
    case MESO_PATIENT_SEX:
      return make_sex_row (title);
    case MESO_PATIENT_LANGUAGE:
      return make_language_row (title);
    case MESO_PATIENT_BLOOD_GROUP:
      return make_blood_group_row (title);
    case MESO_PATIENT_HAIR_ONSET:
      return make_hair_onset_row (title);
    case MESO_PATIENT_HAIR_FAMILY:
      return make_hair_family_row (title);
    case MESO_PATIENT_BIRTH_DATE:
      return g_object_new (MESO_TYPE_DATE_ROW, "title", title, "input-purpose", GTK_INPUT_PURPOSE_DIGITS, "activates-default", TRUE,
                           NULL);
    case MESO_PATIENT_ADDRESS:
    case MESO_PATIENT_HAIR_TREATMENTS:
    case MESO_PATIENT_HAIR_NOTES:
    case MESO_PATIENT_NOTES:
      return g_object_new (MESO_TYPE_LINES_ROW, "title", title, NULL);
    case MESO_PATIENT_PHONE:
    case MESO_PATIENT_SECOND_PHONE:
    case MESO_PATIENT_KIN_PHONE:
      return make_entry_row (title, GTK_INPUT_PURPOSE_PHONE);
    case MESO_PATIENT_EMAIL:
      return make_entry_row (title, GTK_INPUT_PURPOSE_EMAIL);
    case MESO_PATIENT_NATIONAL_ID:
      return make_entry_row (title, GTK_INPUT_PURPOSE_DIGITS);
    case MESO_PATIENT_AGE:
    case MESO_PATIENT_WEIGHT:
      return make_entry_row (title, GTK_INPUT_PURPOSE_NUMBER);
    default:
      return make_entry_row (title, GTK_INPUT_PURPOSE_FREE_FORM);
    }
}

void
meso_field_row_set_context (GtkWidget   *row,
                              MesoContext *context)
{
  if (MESO_IS_DATE_ROW (row))
    meso_date_row_set_context (MESO_DATE_ROW (row), context);
}

static GtkTextBuffer *
get_buffer (GtkWidget *row)
{
  return gtk_text_view_get_buffer (meso_lines_row_get_view (MESO_LINES_ROW (row)));
}

char *
meso_field_row_dup_text (GtkWidget *row)
{
  GtkTextIter start;
  GtkTextIter end;

  if (GTK_IS_EDITABLE (row))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (row)));
  if (ADW_IS_COMBO_ROW (row))
    {
      const char *const *names = g_object_get_data (G_OBJECT (row), "names");
      guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (row));

      return g_strdup (names[selected != GTK_INVALID_LIST_POSITION ? selected : 0]);
    }
  gtk_text_buffer_get_bounds (get_buffer (row), &start, &end);
  return gtk_text_buffer_get_text (get_buffer (row), &start, &end, FALSE);
}

void
meso_field_row_set_text (GtkWidget  *row,
                           const char *text)
{
  if (GTK_IS_EDITABLE (row))
    gtk_editable_set_text (GTK_EDITABLE (row), text);
  else if (ADW_IS_COMBO_ROW (row))
    {
      const char *const *names = g_object_get_data (G_OBJECT (row), "names");

      for (guint i = 0; names[i] != NULL; i++)
        {
          if (g_str_equal (names[i], text))
            adw_combo_row_set_selected (ADW_COMBO_ROW (row), i);
        }
    }
  else
    gtk_text_buffer_set_text (get_buffer (row), text, -1);
}

void
meso_field_row_add_button (GtkWidget *row,
                           GtkWidget *button)
{
  if (ADW_IS_ENTRY_ROW (row))
    adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
  else if (ADW_IS_ACTION_ROW (row))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  else
    meso_lines_row_add_button (MESO_LINES_ROW (row), button);
}

void
meso_field_row_connect (GtkWidget *row,
                          GCallback  callback,
                          gpointer   owner)
{
  if (GTK_IS_EDITABLE (row))
    g_signal_connect_object (row, "changed", callback, owner, G_CONNECT_SWAPPED);
  else if (ADW_IS_COMBO_ROW (row))
    g_signal_connect_object (row, "notify::selected", callback, owner, G_CONNECT_SWAPPED);
  else
    g_signal_connect_object (get_buffer (row), "changed", callback, owner, G_CONNECT_SWAPPED);
}
