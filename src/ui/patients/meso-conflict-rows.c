/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-conflict-rows.h"

#include <glib/gi18n.h>

#include "meso-data-row.h"
#include "meso-field-words.h"
#include "meso-health-words.h"
#include "meso-patient-words.h"

static void
append (GtkListBox *list,
        const char *title,
        const char *value)
{
  GtkWidget *row = meso_data_row_new (ADW_TYPE_ACTION_ROW, title, value);

  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");
  gtk_list_box_append (list, row);
}

char *
meso_conflict_rows_show (AdwPreferencesGroup      *group,
                         GtkListBox               *list,
                         MesoContext              *context,
                         const MesoPatientRecord  *stored,
                         const MesoRecordConflict *conflict,
                         const char               *changed_by)
{
  gboolean any = meso_record_conflict_is_any (conflict);
  g_autofree char *name = changed_by != NULL ? meso_words_isolate (changed_by) : g_strdup (_("Somebody else"));
  char *who = g_strdup_printf (any ? _("%s changed this record while you were typing. This is what stands on file now; your own "
                                       "words are kept below. Save again to put yours in its place.")
                                   : _("%s changed this record while you were typing, in other fields. Both changes are "
                                       "together below. Look at them, and save again."), name);

  gtk_list_box_remove_all (list);
  for (guint i = 0; i < MESO_PATIENT_FIELDS; i++)
    {
      const char *field = meso_patient_field_get_name ((MesoPatientField) i);
      g_autofree char *value = meso_patient_dup_field (stored->patient, field);
      g_autofree char *words = meso_field_words_value (context, field, value);

      if ((conflict->fields & (1u << i)) != 0)
        append (list, meso_patient_field_get_title ((MesoPatientField) i), words);
    }
  for (guint kind = 0; kind < MESO_HEALTH_N_KINDS; kind++)
    {
      g_autofree char *words = meso_health_words_of (stored, (MesoHealthKind) kind);

      if (conflict->lists[kind])
        append (list, meso_health_words_title ((MesoHealthKind) kind), words);
    }
  adw_preferences_group_set_description (group, who);
  gtk_widget_set_visible (GTK_WIDGET (list), any);
  gtk_widget_set_visible (GTK_WIDGET (group), TRUE);
  return who;
}
