/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-question-field.h"

#include <glib/gi18n.h>

#include "meso-data-row.h"
#include "meso-date-row.h"
#include "meso-field.h"
#include "meso-milli.h"
#include "meso-text.h"

static char *
describe_range (const MesoQuestion *question,
                MesoContext        *context)
{
  g_autofree char *min = meso_milli_dup_words (context, question->min_milli);
  g_autofree char *max = meso_milli_dup_words (context, question->max_milli);
  g_autofree char *isolated_min = meso_text_isolate (min);
  g_autofree char *isolated_max = meso_text_isolate (max);

  /* Translators: both are numbers: the smallest and the greatest that can be typed */
  return g_strdup_printf (_("A number from %s to %s"), isolated_min, isolated_max);
}

GtkWidget *
meso_question_field_new (const MesoQuestion *question,
                         MesoContext        *context)
{
  g_autofree char *range = question->type == MESO_QUESTION_NUMBER ? describe_range (question, context) : NULL;
  GtkWidget *row = range != NULL ? meso_data_row_new (ADW_TYPE_ENTRY_ROW, range, NULL) : meso_date_row_new (context, _("Day"));

  if (range != NULL)
    adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (row), GTK_INPUT_PURPOSE_NUMBER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  meso_local_text_get (question->text, meso_context_get_language (context)), -1);
  return row;
}

static const char *
find_date_fault (MesoCalendarDate date,
                 MesoCalendarDate day)
{
  if (meso_calendar_date_compare (date, day) > 0)
    return _("This day is after the day of the answers. Check the day, the month and the year.");
  if (date.year < MESO_CALENDAR_EARLIEST_YEAR)
    return _("This is too long ago. Check the year and the calendar.");
  return NULL;
}

static MesoAnswer *
read_date (GtkWidget        *field,
           MesoCalendarDate  day)
{
  MesoCalendarDate date;
  const char *fault;

  if (!meso_date_row_get_date (MESO_DATE_ROW (field), &date, NULL) || !meso_calendar_date_is_set (date))
    return NULL;
  fault = find_date_fault (date, day);
  meso_field_set_error (field, fault);
  return fault == NULL ? meso_answer_new_date (date) : NULL;
}

static MesoAnswer *
read_number (GtkWidget          *field,
             const MesoQuestion *question,
             MesoContext        *context)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (field));
  g_autofree char *range = NULL;
  gint64 milli = 0;

  if (*text == '\0' ||
      (meso_milli_parse (text, &milli) && milli >= question->min_milli && milli <= question->max_milli))
    {
      meso_field_set_error (field, NULL);
      return *text != '\0' ? meso_answer_new_number (milli) : NULL;
    }
  range = describe_range (question, context);
  meso_field_set_error (field, range);
  return NULL;
}

MesoAnswer *
meso_question_field_read (GtkWidget          *field,
                          const MesoQuestion *question,
                          MesoContext        *context,
                          MesoCalendarDate    day)
{
  return question->type == MESO_QUESTION_DATE ? read_date (field, day) : read_number (field, question, context);
}

void
meso_question_field_fill (GtkWidget          *field,
                          const MesoQuestion *question,
                          MesoContext        *context,
                          const MesoAnswer   *answer)
{
  g_autofree char *text = NULL;

  if (question->type == MESO_QUESTION_DATE)
    {
      meso_date_row_set_date (MESO_DATE_ROW (field), answer != NULL ? answer->date : MESO_CALENDAR_DATE_NONE);
      return;
    }
  text = answer != NULL ? meso_milli_dup_words (context, answer->milli) : g_strdup ("");
  gtk_editable_set_text (GTK_EDITABLE (field), text);
}
