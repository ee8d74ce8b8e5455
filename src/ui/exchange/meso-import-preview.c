/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-import-preview.h"

#include <glib/gi18n.h>

#include "meso-data-row.h"
#include "meso-exchange-words.h"
#include "meso-patient-words.h"
#include "meso-text.h"
#include "meso-words.h"

/* Enough to see whether the columns are right. */
#define MAX_SHOWN 12

static GtkWidget *
make_fault_row (MesoContext           *context,
                const MesoImportFault *fault)
{
  g_autofree char *what = meso_exchange_words_fault (context, fault);
  g_autofree char *place = meso_exchange_words_place (context, fault);
  GtkWidget *row = meso_data_row_new (ADW_TYPE_ACTION_ROW, what, place);
  GtkWidget *icon = gtk_image_new_from_icon_name ("meso-stop-symbolic");

  gtk_widget_add_css_class (icon, "warning");
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, _("This row can’t be imported"), -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  return row;
}

static GtkWidget *
make_patient_row (MesoContext             *context,
                  const MesoPatientRecord *record)
{
  g_autofree char *name = meso_patient_dup_full_name (record->patient);
  g_autofree char *facts = meso_patient_words_line (context, record->patient);
  g_autoptr(GPtrArray) allergies = meso_patient_record_list_active (record, MESO_HEALTH_ALLERGY);
  GString *line = g_string_new (facts);
  g_autofree char *subtitle = NULL;

  for (guint i = 0; i < allergies->len; i++)
    {
      g_autofree char *what = meso_words_isolate (((const MesoHealthItem *) g_ptr_array_index (allergies, i))->what);
      /* Translators: %s is a substance */
      g_autofree char *allergy = g_strdup_printf (_("allergy: %s"), what);

      meso_words_append (line, allergy);
    }
  subtitle = g_string_free (line, FALSE);
  return meso_data_row_new (ADW_TYPE_ACTION_ROW, name, subtitle);
}

static char *
dup_number (MesoContext *context,
            guint        number)
{
  g_autofree char *text = meso_context_format_number (context, number);

  return meso_text_isolate (text);
}

/* What refuses the row, not what is only worth a word. */
static const MesoImportFault *
find_fault (const MesoImportRow *row)
{
  for (guint i = 0; i < row->faults->len; i++)
    {
      const MesoImportFault *fault = g_ptr_array_index (row->faults, i);

      if (!meso_import_fault_kind_is_remark (fault->kind))
        return fault;
    }
  return NULL;
}

/* (transfer full) (nullable): what is worth knowing of the rows that were looked at: the same numbers come out when all are checked */
static char *
describe (MesoContext *context,
          gboolean     mixed,
          guint        n_rows,
          guint        n_refused)
{
  g_autoptr(GString) words = g_string_new (mixed ? _("Both calendars occur in this file; the year tells them apart.") : NULL);

  if (n_refused > 0)
    {
      g_autofree char *refused = dup_number (context, n_refused);
      g_autofree char *rows = dup_number (context, n_rows);

      if (words->len > 0)
        g_string_append_c (words, ' ');
      /* Translators: both are numbers */
      g_string_append_printf (words, ngettext ("%1$s of the first %2$s rows can’t be imported as it is.",
                                               "%1$s of the first %2$s rows can’t be imported as they are.", n_refused), refused, rows);
    }
  return words->len > 0 ? g_strdup (words->str) : NULL;
}

char *
meso_import_preview_fill (GtkListBox               *list,
                          MesoContext              *context,
                          const MesoImportSample   *sample,
                          const MesoPatientMapping *mapping)
{
  g_autoptr(GPtrArray) rows = meso_import_sample_read (sample, mapping, meso_context_get_today (context));
  gboolean gregorian = FALSE, persian = FALSE;
  guint n_rows = 0, n_refused = 0;

  gtk_list_box_remove_all (list);
  for (guint i = 0; i < rows->len; i++)
    {
      const MesoImportRow *row = g_ptr_array_index (rows, i);
      const MesoImportFault *fault = find_fault (row);

      gregorian |= row->forms[MESO_IMPORT_DATE_FORM_GREGORIAN] > 0;
      persian |= row->forms[MESO_IMPORT_DATE_FORM_PERSIAN] > 0;
      if (row->blank)
        continue;
      n_refused += fault != NULL;
      if (n_rows++ >= MAX_SHOWN)
        continue;
      gtk_list_box_append (list, fault != NULL || row->record == NULL ? make_fault_row (context, fault)
                                                                      : make_patient_row (context, row->record));
    }
  return describe (context, gregorian && persian, n_rows, n_refused);
}
