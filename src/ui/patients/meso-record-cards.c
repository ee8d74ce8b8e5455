/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-record-cards.h"

#include <glib/gi18n.h>

#include "meso-badge.h"
#include "meso-data-row.h"
#include "meso-field-words.h"
#include "meso-health-words.h"
#include "meso-patient-part-page.h"
#include "meso-patient-words.h"

#define LINES_MAX 6

struct _MesoRecordCards
{
  AdwBin parent_instance;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (MesoRecordCards, meso_record_cards, ADW_TYPE_BIN)

static void
meso_record_cards_class_init (MesoRecordCardsClass *klass)
{
}

static void
meso_record_cards_init (MesoRecordCards *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("About the patient"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

static void
append (MesoRecordCards *self,
        const char      *part,
        const char      *title,
        const char      *line,
        const char      *icon_name,
        const char      *kind)
{
  GtkWidget *row = meso_data_row_new (ADW_TYPE_ACTION_ROW, title, *line != '\0' ? line : _("Nothing noted"));

  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), LINES_MAX);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), meso_badge_new (icon_name, kind));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), g_object_new (GTK_TYPE_IMAGE, "icon-name", "document-edit-symbolic", "css-classes",
                                                                 (const char *const[]) { "dimmed", NULL }, "accessible-role",
                                                                 GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, _("Edit"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", part);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "patient.edit-part");
  gtk_list_box_append (self->list, row);
}

/* A line each: "Name · relation", and what else there is. */
static void
add_line (GString    *text,
          const char *line)
{
  if (*line == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

static void
append_value (MesoContext       *context,
              GString           *line,
              const MesoPatient *patient,
              const char        *field)
{
  g_autofree char *value = meso_patient_dup_field (patient, field);
  g_autofree char *words = meso_field_words_value (context, field, value);

  if (value != NULL && *value != '\0' && !g_str_equal (value, "unknown"))
    meso_words_append (line, words);
}

/* fields: NULL-terminated; those of one line, the lines apart by "" */
static char *
join_fields (MesoContext       *context,
             const MesoPatient *patient,
             const char *const *fields)
{
  g_autoptr(GString) line = g_string_new (NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; fields[i] != NULL; i++)
    {
      if (*fields[i] != '\0')
        append_value (context, line, patient, fields[i]);
      if (*fields[i] == '\0' || fields[i + 1] == NULL)
        {
          add_line (text, line->str);
          g_string_truncate (line, 0);
        }
    }
  return g_string_free (text, FALSE);
}

static void
append_plain (MesoRecordCards         *self,
              MesoContext             *context,
              const MesoPatientRecord *record)
{
  static const char *const contact[] = { "phone", "second_phone", "", "email", "", "address", NULL };
  static const char *const kin[] = { "next_of_kin_name", "next_of_kin_relation", "", "next_of_kin_phone", NULL };
  static const char *const doctor[] = { "referred_by", NULL };
  static const char *const hair[] = { "weight_g", "weight_on", "blood_group", "", "hair_since", "hair_onset", "", "hair_treatments", "",
                                      "hair_notes", NULL };
  g_autofree char *contact_text = join_fields (context, record->patient, contact);
  g_autofree char *kin_text = join_fields (context, record->patient, kin);
  g_autofree char *doctor_text = join_fields (context, record->patient, doctor);
  g_autofree char *hair_text = join_fields (context, record->patient, hair);

  append (self, "contact", _("Contact"), contact_text, "meso-patient-symbolic", "neutral");
  append (self, "contact", _("Next of Kin"), kin_text, "meso-patients-symbolic", "neutral");
  if (*doctor_text != '\0')
    append (self, "contact", _("Referring Doctor"), doctor_text, "meso-staff-symbolic", "neutral");
  append (self, "hair", meso_patient_part_get_title (MESO_PATIENT_PART_HAIR), hair_text,
          meso_patient_part_get_icon (MESO_PATIENT_PART_HAIR), "neutral");
  append (self, "notes", meso_patient_part_get_title (MESO_PATIENT_PART_NOTES), record->patient->notes,
          meso_patient_part_get_icon (MESO_PATIENT_PART_NOTES), "neutral");
}

void
meso_record_cards_show (MesoRecordCards         *self,
                        MesoContext             *context,
                        const MesoPatientRecord *record)
{
  gtk_list_box_remove_all (self->list);
  for (guint kind = 0; kind < MESO_HEALTH_N_KINDS; kind++)
    {
      g_autoptr(GPtrArray) active = meso_patient_record_list_active (record, kind);
      g_autoptr(GString) text = g_string_new (NULL);
      gboolean allergy = kind == MESO_HEALTH_ALLERGY;

      for (guint i = 0; i < active->len; i++)
        {
          const MesoHealthItem *item = g_ptr_array_index (active, i);
          g_autoptr(GString) line = g_string_new (NULL);
          g_autofree char *name = meso_words_isolate (item->what);
          g_autofree char *detail = meso_health_words_detail (item);

          meso_words_append (line, name);
          meso_words_append (line, detail);
          add_line (text, line->str);
        }
      if (active->len == 0)
        {
          g_autofree char *summary = meso_health_words_of (record, kind);

          add_line (text, summary);
        }
      append (self, meso_health_kind_to_list (kind), meso_health_words_title (kind), text->str, meso_health_words_icon (kind),
              allergy && active->len > 0 ? "error" : "neutral");
    }
  append_plain (self, context, record);
}
