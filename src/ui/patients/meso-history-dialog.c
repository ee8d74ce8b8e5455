/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-history-dialog.h"

#include <glib/gi18n.h>

#include "meso-error-presenter.h"
#include "meso-field-words.h"
#include "meso-patient-fields.h"
#include "meso-patient-history-service.h"
#include "meso-patient-words.h"
#include "meso-text.h"

/* Rows of the log at a time. */
#define PAGE 50

struct _MesoHistoryDialog
{
  AdwDialog parent_instance;

  MesoContext *context;
  char *patient;
  gint64 before;                /* where the next page begins; 0 for the newest */
  guint asked;                  /* only the newest answer counts */

  AdwComboRow *fields;
  GtkListBox *list;
  GtkLabel *state;
  GtkWidget *more;
};

G_DEFINE_FINAL_TYPE (MesoHistoryDialog, meso_history_dialog, ADW_TYPE_DIALOG)

/* What can be asked for, behind "all": the fields, then the lists. */
static const char *const names[] = {
  "given_name", "family_name", "other_given_name", "other_family_name", "sex", "birth_date", "age", "phone", "second_phone", "email",
  "national_id", "national_id_reason", "address", "language", "next_of_kin_name", "next_of_kin_relation", "next_of_kin_phone",
  "referred_by", "weight_g", "blood_group", "allergies", "medicines", "conditions", "hair_since", "hair_onset", "hair_family",
  "hair_treatments", "hair_notes", "notes", "archived",
};

typedef struct
{
  char *patient;
  char *field;                  /* (nullable) */
  gint64 before;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->patient);
  g_free (request->field);
  g_free (request);
}

static gpointer
list_changes (MesoClinic  *clinic,
              gpointer     data,
              GError     **error)
{
  const Request *request = data;

  return meso_patient_history_service_list (clinic, request->patient, request->field, request->before, PAGE, error);
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "natural-wrap-mode", GTK_NATURAL_WRAP_WORD, "selectable", FALSE, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* "Today, 10:30 · S. Karimi · file 1043 · reason" */
static char *
describe_who (MesoHistoryDialog     *self,
              const MesoFieldChange *change)
{
  GString *line = g_string_new (NULL);
  g_autofree char *moment = meso_context_format_moment (self->context, change->at_utc);
  g_autofree char *when = meso_words_isolate (moment);
  g_autofree char *by = meso_words_isolate (change->by);
  g_autofree char *number = meso_context_localise_digits (self->context, change->file_number);
  g_autofree char *number_isolated = meso_text_isolate (number);
  g_autofree char *file = g_strdup_printf (_("file %s"), number_isolated);
  g_autofree char *reason = *change->reason != '\0' ? meso_words_isolate (change->reason) : NULL;

  meso_words_append (line, when);
  meso_words_append (line, by);
  meso_words_append (line, file);
  meso_words_append (line, reason);
  return g_string_free (line, FALSE);
}

static char *
describe_values (MesoHistoryDialog     *self,
                 const MesoFieldChange *change)
{
  g_autofree char *before = meso_field_words_value (self->context, change->field, change->old_value);
  g_autofree char *after = meso_field_words_value (self->context, change->field, change->new_value);

  if (change->erased)
    return g_strdup (_("What was changed was erased by law."));
  if (g_str_equal (change->action, "create"))
    return g_steal_pointer (&after);
  /* Translators: what a field held before, and what it holds since */
  return g_strdup_printf (_("from %s to %s"), before, after);
}

static GtkWidget *
make_row (MesoHistoryDialog     *self,
          const MesoFieldChange *change)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 2, NULL);
  const char *title = change->erased ? _("Erased") : meso_patient_field_find_title (change->field);
  g_autofree char *values = describe_values (self, change);
  g_autofree char *who = describe_who (self, change);
  g_autofree char *said = g_strjoin (_(", "), title, values, who, NULL);
  GtkWidget *row;

  gtk_widget_add_css_class (box, "compared");
  gtk_box_append (GTK_BOX (box), make_label (title, "heading"));
  gtk_box_append (GTK_BOX (box), make_label (values, NULL));
  gtk_box_append (GTK_BOX (box), make_label (who, "caption"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "dimmed");
  row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, "child", box, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  return row;
}

/* What a record began with: nobody changed it from anything. */
static gboolean
is_news (const MesoFieldChange *change)
{
  return change->erased || !g_str_equal (change->action, "create") || (change->new_value != NULL && *change->new_value != '\0');
}

static void
show_changes (GtkWidget    *widget,
              gpointer      result,
              const GError *error,
              gpointer      asked)
{
  MesoHistoryDialog *self = MESO_HISTORY_DIALOG (widget);
  const GPtrArray *changes = result;
  gint64 last = self->before;
  guint rows = 0;

  if (GPOINTER_TO_UINT (asked) != self->asked)
    return;
  gtk_label_set_label (self->state, error != NULL ? _("The history could not be read. Nothing was changed.") : "");
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      const MesoFieldChange *change = g_ptr_array_index (changes, i);

      rows += change->seq != last;
      last = change->seq;
      if (is_news (change))
        gtk_list_box_append (self->list, make_row (self, change));
    }
  self->before = last;
  gtk_widget_set_visible (self->more, rows >= PAGE);
  gtk_widget_set_visible (GTK_WIDGET (self->list), gtk_list_box_get_row_at_index (self->list, 0) != NULL);
  if (error == NULL && gtk_list_box_get_row_at_index (self->list, 0) == NULL)
    gtk_label_set_label (self->state, _("Nothing was changed here."));
  gtk_widget_set_visible (GTK_WIDGET (self->state), *gtk_label_get_label (self->state) != '\0');
}

static void
ask (MesoHistoryDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->fields);
  Request *request = g_new0 (Request, 1);

  request->patient = g_strdup (self->patient);
  request->field = selected > 0 && selected <= G_N_ELEMENTS (names) ? g_strdup (names[selected - 1]) : NULL;
  request->before = self->before;
  meso_context_call (self->context, GTK_WIDGET (self), list_changes, request, request_free, (GDestroyNotify) g_ptr_array_unref,
                     show_changes, GUINT_TO_POINTER (++self->asked));
}

static void
more_clicked (MesoHistoryDialog *self)
{
  ask (self);
}

static void
field_chosen (MesoHistoryDialog *self)
{
  if (self->context == NULL)
    return;
  self->before = 0;
  gtk_list_box_remove_all (self->list);
  ask (self);
}

static void
meso_history_dialog_dispose (GObject *object)
{
  MesoHistoryDialog *self = MESO_HISTORY_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_HISTORY_DIALOG);
  g_clear_object (&self->context);
  g_clear_pointer (&self->patient, g_free);
  G_OBJECT_CLASS (meso_history_dialog_parent_class)->dispose (object);
}

static void
meso_history_dialog_class_init (MesoHistoryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_history_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-history-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoHistoryDialog, fields);
  gtk_widget_class_bind_template_child (widget_class, MesoHistoryDialog, list);
  gtk_widget_class_bind_template_child (widget_class, MesoHistoryDialog, state);
  gtk_widget_class_bind_template_child (widget_class, MesoHistoryDialog, more);
  gtk_widget_class_bind_template_callback (widget_class, field_chosen);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked);
}

static void
meso_history_dialog_init (MesoHistoryDialog *self)
{
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_string_list_append (words, _("All fields"));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_string_list_append (words, meso_patient_field_find_title (names[i]));
  adw_combo_row_set_model (self->fields, G_LIST_MODEL (words));
}

MesoHistoryDialog *
meso_history_dialog_new (MesoContext *context,
                         const char  *patient,
                         const char  *field)
{
  MesoHistoryDialog *self = g_object_new (MESO_TYPE_HISTORY_DIALOG, NULL);
  guint selected = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_str_equal (names[i], field))
        selected = i + 1;
    }
  adw_combo_row_set_selected (self->fields, selected);
  self->context = g_object_ref (context);
  self->patient = g_strdup (patient);
  ask (self);
  return self;
}
