/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-number-row.h"

#include <glib/gi18n.h>

#include "meso-data-row.h"
#include "meso-field.h"
#include "meso-milli.h"
#include "meso-outcome-look.h"
#include "meso-text.h"

static char *
describe_range (MesoContext        *context,
                const MesoQuestion *question)
{
  g_autofree char *min = meso_milli_dup_words (context, question->min_milli);
  g_autofree char *max = meso_number_dup_words (context, question, question->max_milli);
  g_autofree char *isolated_min = meso_text_isolate (min);
  g_autofree char *isolated_max = meso_text_isolate (max);

  /* Translators: both are numbers: the smallest and the greatest that can be typed, this with its unit */
  return g_strdup_printf (_("A number from %s to %s"), isolated_min, isolated_max);
}

/* Two fields of one page with the same range sound the same by it: what is asked names them. */
static void
name_for_readers (GtkWidget  *row,
                  const char *question,
                  const char *range)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (row));

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL, question,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, range, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, question,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, range, -1);
}

GtkWidget *
meso_number_row_new (MesoContext        *context,
                     const MesoQuestion *question)
{
  g_autofree char *range = describe_range (context, question);
  GtkWidget *row = meso_data_row_new (ADW_TYPE_ENTRY_ROW, range, NULL);

  adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (row), GTK_INPUT_PURPOSE_NUMBER);
  name_for_readers (row, meso_local_text_get (question->text, meso_context_get_language (context)), range);
  return row;
}

void
meso_number_row_set (GtkWidget   *row,
                     MesoContext *context,
                     gint64       milli)
{
  g_autofree char *text = meso_milli_dup_words (context, milli);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

MesoNumberState
meso_number_row_read (GtkWidget          *row,
                      MesoContext        *context,
                      const MesoQuestion *question,
                      gint64             *milli_out)
{
  g_autofree char *text = meso_text_trim (gtk_editable_get_text (GTK_EDITABLE (row)));
  g_autofree char *range = describe_range (context, question);
  g_autofree char *sentence = NULL;

  meso_field_set_error (row, NULL);
  if (*text == '\0' && !question->required)
    return MESO_NUMBER_EMPTY;
  if (meso_milli_parse (text, milli_out) && *milli_out >= question->min_milli && *milli_out <= question->max_milli)
    return MESO_NUMBER_FINE;
  if (question->required)
    /* Translators: %s is what is expected: "A number from 40 to 300" */
    sentence = g_strdup_printf (_("%s is expected here, or press “Don’t know”."), range);
  else
    /* Translators: %s is what is expected: "A number from 40 to 300 mmHg" */
    sentence = g_strdup_printf (_("%s is expected here. It may be left empty."), range);
  meso_field_set_error (row, sentence);
  return MESO_NUMBER_WRONG;
}

const char *
meso_number_row_get_swapped_words (void)
{
  return _("The lower value must be below the upper one. Are they swapped?");
}
