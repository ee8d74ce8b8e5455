/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-merge-dialog.h"

#include <glib/gi18n.h>

#include "meso-comparison.h"
#include "meso-draft-keeper.h"
#include "meso-draft-text.h"
#include "meso-error-presenter.h"
#include "meso-field.h"
#include "meso-merge-request.h"
#include "meso-patient-words.h"
#include "meso-text.h"
#include "meso-twin-words.h"
#include "meso-undo.h"

struct _MesoMergeDialog
{
  AdwDialog parent_instance;

  MesoContext *context;
  MesoDraftKeeper *keeper;
  gboolean filling;
  MesoPatient *first;
  MesoPatient *second;
  GPtrArray *fields;            /* utf8: those that can be taken over */

  GtkStack *pages;
  GtkLabel *grade;
  GtkLabel *why;
  AdwBanner *courses;
  AdwBanner *resumed;
  GtkCheckButton *keep_first;
  GtkCheckButton *keep_second;
  GtkLabel *first_words;
  GtkLabel *second_words;
  MesoComparison *comparison;
  GtkWidget *reason;
};

G_DEFINE_FINAL_TYPE (MesoMergeDialog, meso_merge_dialog, ADW_TYPE_DIALOG)

static gboolean
keeps_first (MesoMergeDialog *self)
{
  return gtk_check_button_get_active (self->keep_first);
}

/* Both ids, so that it goes when one of them is erased. */
static void
keep (MesoMergeDialog *self)
{
  g_autofree char *text = NULL;

  if (self->filling || self->first == NULL)
    return;
  text = meso_draft_text_new ("kept", keeps_first (self) ? self->first->id : self->second->id,
                              "duplicate", keeps_first (self) ? self->second->id : self->first->id,
                              "reason", gtk_editable_get_text (GTK_EDITABLE (self->reason)), NULL);
  meso_draft_keeper_set_text (self->keeper, text);
}

static void
draft_loaded (GtkWidget  *widget,
              const char *text,
              gpointer    user_data)
{
  MesoMergeDialog *self = MESO_MERGE_DIALOG (widget);
  g_autoptr(GHashTable) draft = meso_draft_text_read (text);

  if (draft == NULL)
    return;
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->reason), meso_draft_text_get (draft, "reason"));
  if (g_str_equal (meso_draft_text_get (draft, "kept"), self->second->id))
    gtk_check_button_set_active (self->keep_second, TRUE);
  self->filling = FALSE;
  adw_banner_set_revealed (self->resumed, TRUE);
}

/* Whichever of the two comes first. */
static void
take_up_draft (MesoMergeDialog *self)
{
  gboolean in_order = g_strcmp0 (self->first->id, self->second->id) < 0;
  g_autofree char *key = g_strdup_printf ("%s %s", in_order ? self->first->id : self->second->id,
                                          in_order ? self->second->id : self->first->id);

  self->keeper = meso_draft_keeper_new (self->context, "merge", key);
  meso_draft_keeper_load (self->keeper, GTK_WIDGET (self), draft_loaded, NULL);
}

static void
start_over (MesoMergeDialog *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
  gtk_check_button_set_active (self->keep_first, TRUE);
  adw_banner_set_revealed (self->resumed, FALSE);
}

/* The kept record stands first, and is right unless somebody says otherwise. */
static void
kept_changed (MesoMergeDialog *self)
{
  if (self->first == NULL)
    return;
  keep (self);
  meso_comparison_show (self->comparison, self->context, keeps_first (self) ? self->first : self->second,
                        keeps_first (self) ? self->second : self->first, self->fields);
}

static void
append_count (MesoContext *context,
              GString     *line,
              const char  *format,
              int          n)
{
  g_autofree char *number = meso_context_format_number (context, n);
  g_autoptr(GString) text = g_string_new (format);

  g_string_replace (text, "%s", number, 1);
  if (n > 0)
    meso_words_append (line, text->str);
}

/* "File 1042 · Leila Ahmadi", and below it how much there is */
static char *
describe (MesoMergeDialog       *self,
          const MesoPatient     *patient,
          const MesoMergeCounts *counts)
{
  g_autoptr(GString) head = g_string_new (NULL);
  g_autoptr(GString) line = g_string_new (NULL);
  g_autofree char *name = meso_patient_dup_full_name (patient);
  g_autofree char *name_isolated = meso_words_isolate (name);
  g_autofree char *number = meso_context_localise_digits (self->context, patient->file_number);
  g_autofree char *number_isolated = meso_text_isolate (number);
  g_autofree char *file = g_strdup_printf (_("File %s"), number_isolated);

  meso_words_append (head, file);
  meso_words_append (head, name_isolated);
  append_count (self->context, line, ngettext ("%s screening", "%s screenings", (gulong) counts->screenings), counts->screenings);
  append_count (self->context, line, ngettext ("%s course", "%s courses", (gulong) counts->plans), counts->plans);
  append_count (self->context, line, ngettext ("%s formula", "%s formulas", (gulong) counts->formulas), counts->formulas);
  append_count (self->context, line, ngettext ("%s session", "%s sessions", (gulong) counts->sessions), counts->sessions);
  append_count (self->context, line, ngettext ("%s sheet", "%s sheets", (gulong) counts->handouts), counts->handouts);
  return g_strdup_printf ("%s\n%s", head->str, line->len > 0 ? line->str : _("nothing recorded yet"));
}

static void
show_preview (GtkWidget    *widget,
              gpointer      result,
              const GError *error,
              gpointer      user_data)
{
  MesoMergeDialog *self = MESO_MERGE_DIALOG (widget);
  const MesoMergePreview *records = result;
  g_autofree char *first_words = NULL;
  g_autofree char *second_words = NULL;
  g_autofree char *why = NULL;

  if (error != NULL)
    {
      gtk_stack_set_visible_child_name (self->pages, "refused");
      return;
    }
  self->first = meso_patient_copy (records->kept);
  self->second = meso_patient_copy (records->duplicate);
  for (guint i = 0; i < records->fields->len; i++)
    g_ptr_array_add (self->fields, g_strdup (((const MesoMergeField *) g_ptr_array_index (records->fields, i))->name));
  first_words = describe (self, self->first, &records->kept_counts);
  second_words = describe (self, self->second, &records->duplicate_counts);
  why = meso_twin_words_why (&records->twin);
  gtk_label_set_label (self->grade, meso_twin_words_grade (&records->twin));
  gtk_label_set_label (self->why, *why != '\0' ? why : _("Nothing in the records says so."));
  gtk_label_set_label (self->first_words, first_words);
  gtk_label_set_label (self->second_words, second_words);
  adw_banner_set_revealed (self->courses, records->both_on_course);
  take_up_draft (self);
  self->filling = TRUE;
  kept_changed (self);
  self->filling = FALSE;
  gtk_widget_action_set_enabled (widget, "merge-records.merge", TRUE);
  gtk_widget_action_set_enabled (widget, "merge-records.different", TRUE);
  gtk_stack_set_visible_child_name (self->pages, "records");
  gtk_widget_grab_focus (GTK_WIDGET (self->keep_first));
}

static void
merged (GtkWidget    *widget,
        gpointer      result,
        const GError *error,
        gpointer      user_data)
{
  MesoMergeDialog *self = MESO_MERGE_DIALOG (widget);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));
  const MesoPatient *kept = result;
  const MesoPatient *duplicate = keeps_first (self) ? self->second : self->first;
  g_autofree char *id = NULL;

  if (error != NULL)
    {
      gtk_widget_action_set_enabled (widget, "merge-records.merge", TRUE);
      meso_error_presenter_alert (widget, _("merge the records"), error);
      return;
    }
  meso_draft_keeper_discard (self->keeper);
  id = g_strdup (kept->id);
  meso_undo_offer (window, self->context, _("The two records are one now"), meso_merge_request_take_back,
                   meso_merge_request_new (duplicate->id, kept->id, _("Taken back at once")), meso_merge_request_free);
  adw_dialog_force_close (ADW_DIALOG (self));
  gtk_widget_activate_action (window, "win.open-patient", "s", id);
}

static void
merge_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  MesoMergeDialog *self = MESO_MERGE_DIALOG (widget);
  g_autofree char *reason = meso_text_trim (gtk_editable_get_text (GTK_EDITABLE (self->reason)));
  const MesoPatient *kept = keeps_first (self) ? self->first : self->second;
  const MesoPatient *duplicate = keeps_first (self) ? self->second : self->first;
  MesoMergeRequest *request;

  if (*reason == '\0')
    {
      meso_field_set_error (self->reason, _("Write how it is known: it stays on file with both records."));
      meso_field_show (self->reason);
      return;
    }
  request = meso_merge_request_new (duplicate->id, kept->id, reason);
  request->fields = meso_comparison_dup_chosen (self->comparison, TRUE);
  gtk_widget_action_set_enabled (widget, "merge-records.merge", FALSE);
  meso_context_call (self->context, widget, meso_merge_request_run, request, meso_merge_request_free, (GDestroyNotify) meso_patient_free, merged, NULL);
}

static void
told_apart (GtkWidget    *widget,
            gpointer      result,
            const GError *error,
            gpointer      user_data)
{
  MesoMergeDialog *self = MESO_MERGE_DIALOG (widget);

  if (error != NULL)
    {
      meso_error_presenter_alert (widget, _("keep the records apart"), error);
      return;
    }
  meso_draft_keeper_discard (self->keeper);
  meso_undo_offer (GTK_WIDGET (gtk_widget_get_root (widget)), self->context, _("The two records stay two persons"), meso_merge_request_set_open,
                   meso_merge_request_new (self->second->id, self->first->id, NULL), meso_merge_request_free);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
different_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  MesoMergeDialog *self = MESO_MERGE_DIALOG (widget);
  g_autofree char *reason = meso_text_trim (gtk_editable_get_text (GTK_EDITABLE (self->reason)));

  meso_context_call (self->context, widget, meso_merge_request_set_different,
                     meso_merge_request_new (self->second->id, self->first->id, *reason != '\0' ? reason : NULL), meso_merge_request_free, NULL, told_apart,
                     NULL);
}

static void
reason_changed (MesoMergeDialog *self)
{
  if (meso_field_has_error (self->reason))
    meso_field_set_error (self->reason, NULL);
  keep (self);
}

/* It may be opened again before it is gone. */
static void
meso_merge_dialog_closed (AdwDialog *dialog)
{
  MesoMergeDialog *self = MESO_MERGE_DIALOG (dialog);

  if (self->keeper != NULL)
    meso_draft_keeper_flush (self->keeper);
}

static void
meso_merge_dialog_dispose (GObject *object)
{
  MesoMergeDialog *self = MESO_MERGE_DIALOG (object);

  g_clear_pointer (&self->first, meso_patient_free);
  g_clear_pointer (&self->second, meso_patient_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_MERGE_DIALOG);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_object (&self->keeper);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_merge_dialog_parent_class)->dispose (object);
}

static void
meso_merge_dialog_class_init (MesoMergeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_merge_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = meso_merge_dialog_closed;
  g_type_ensure (MESO_TYPE_COMPARISON);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-merge-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoMergeDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, MesoMergeDialog, grade);
  gtk_widget_class_bind_template_child (widget_class, MesoMergeDialog, why);
  gtk_widget_class_bind_template_child (widget_class, MesoMergeDialog, courses);
  gtk_widget_class_bind_template_child (widget_class, MesoMergeDialog, resumed);
  gtk_widget_class_bind_template_child (widget_class, MesoMergeDialog, keep_first);
  gtk_widget_class_bind_template_child (widget_class, MesoMergeDialog, keep_second);
  gtk_widget_class_bind_template_child (widget_class, MesoMergeDialog, first_words);
  gtk_widget_class_bind_template_child (widget_class, MesoMergeDialog, second_words);
  gtk_widget_class_bind_template_child (widget_class, MesoMergeDialog, comparison);
  gtk_widget_class_bind_template_child (widget_class, MesoMergeDialog, reason);
  gtk_widget_class_bind_template_callback (widget_class, kept_changed);
  gtk_widget_class_bind_template_callback (widget_class, reason_changed);
  gtk_widget_class_bind_template_callback (widget_class, start_over);
  gtk_widget_class_install_action (widget_class, "merge-records.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "merge-records.different", NULL, different_action);
}

static void
meso_merge_dialog_init (MesoMergeDialog *self)
{
  self->fields = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "merge-records.merge", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "merge-records.different", FALSE);
}

MesoMergeDialog *
meso_merge_dialog_new (MesoContext *context,
                       const char  *first,
                       const char  *second)
{
  MesoMergeDialog *self = g_object_new (MESO_TYPE_MERGE_DIALOG, NULL);

  self->context = g_object_ref (context);
  meso_context_call (context, GTK_WIDGET (self), meso_merge_request_preview, meso_merge_request_new (second, first, NULL), meso_merge_request_free,
                     (GDestroyNotify) meso_merge_preview_free, show_preview, NULL);
  return self;
}
