/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-dialog.h"

#include <glib/gi18n.h>

#include "meso-alike-view.h"
#include "meso-comparison.h"
#include "meso-conflict-rows.h"
#include "meso-draft-put.h"
#include "meso-draft-saved.h"
#include "meso-error-presenter.h"
#include "meso-history-dialog.h"
#include "meso-patient-beginning.h"
#include "meso-patient-form.h"
#include "meso-patient-saving.h"
#include "meso-record-merging.h"
#include "meso-record-service.h"
#include "meso-text.h"

struct _MesoPatientDialog
{
  AdwDialog parent_instance;

  MesoContext *context;
  MesoDraftKeeper *keeper;
  char *patient;                /* (nullable): whose record is being edited */
  char *text;                   /* what the form began with, before a draft was taken up */
  char *begun;                  /* (nullable): the same as a draft: while the form says that, nothing would be lost */
  MesoPatientRecord *base;      /* (nullable): the record as it was read */
  char *put_aside;              /* (nullable): the draft that was started over from */
  char *compared;               /* (nullable): whose record is beside the one that is typed */
  gboolean saving;
  gboolean saved;

  AdwNavigationView *view;
  AdwWindowTitle *heading;
  AdwBanner *resumed;
  GtkWidget *save_button;
  AdwPreferencesGroup *conflict;
  GtkListBox *conflict_list;
  MesoPatientForm *form;
  MesoAlikeView *alike;
  MesoComparison *comparison;
};

G_DEFINE_FINAL_TYPE (MesoPatientDialog, meso_patient_dialog, ADW_TYPE_DIALOG)

static void
keep (MesoPatientDialog *self)
{
  g_autofree char *json = meso_patient_form_to_json (self->form, self->base);

  meso_draft_keeper_set_text (self->keeper, json);
}

/* The dialog goes first: what comes next belongs to the window. The draft stays. */
static void
leave_for (MesoPatientDialog *self,
           const char        *id)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autofree char *copy = g_strdup (id);

  adw_dialog_force_close (ADW_DIALOG (self));
  gtk_widget_activate_action (window, "win.open-patient", "s", copy);
}

static void
compare (MesoPatientDialog *self,
         const MesoPatient *other)
{
  g_autoptr(MesoPatientRecord) typed = meso_patient_form_dup_record (self->form, self->base);

  g_set_str (&self->compared, other->id);
  meso_comparison_show (self->comparison, self->context, typed->patient, other, NULL);
  adw_navigation_view_push_by_tag (self->view, "compare");
}

static void
open_compared (MesoPatientDialog *self)
{
  leave_for (self, self->compared);
}

static void
look_for_alike (MesoPatientDialog *self)
{
  g_autoptr(MesoPatientRecord) typed = meso_patient_form_dup_record (self->form, self->base);

  meso_alike_view_look (self->alike, self->context, meso_patient_copy (typed->patient));
}

static void
form_changed (MesoPatientDialog *self)
{
  keep (self);
  look_for_alike (self);
}

static void
show_beginning (MesoPatientDialog *self)
{
  g_autoptr(MesoPatientRecord) beginning = self->base == NULL ? meso_patient_beginning_new (self->context, self->text) : NULL;

  meso_patient_form_show (self->form, self->base != NULL ? self->base : beginning);
}

/* Both ways: starting over can be taken back. */
static void
start_over (MesoPatientDialog *self)
{
  g_autoptr(MesoPatientRecord) base = NULL;

  if (self->put_aside == NULL)
    {
      self->put_aside = meso_patient_form_to_json (self->form, self->base);
      show_beginning (self);
      adw_banner_set_title (self->resumed, _("Started over"));
      adw_banner_set_button_label (self->resumed, _("_Undo"));
    }
  else
    {
      meso_patient_form_take_json (self->form, self->put_aside, self->base, &base);
      g_clear_pointer (&self->put_aside, g_free);
      adw_banner_set_title (self->resumed, _("Your unfinished draft was taken up again"));
      adw_banner_set_button_label (self->resumed, _("_Start Over"));
    }
  form_changed (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->form));
}

/* The record on file is the new base; what was typed against the old one stays where both differ. */
static void
show_conflict (MesoPatientDialog       *self,
               const MesoPatientRecord *stored,
               const char              *changed_by)
{
  g_autoptr(MesoPatientRecord) typed = meso_patient_form_dup_record (self->form, self->base);
  MesoRecordConflict conflict;
  g_autoptr(MesoPatientRecord) merged = meso_record_merge (typed, self->base, stored, meso_context_get_today (self->context), &conflict);
  g_autofree char *who = NULL;

  meso_patient_record_free (self->base);
  self->base = meso_patient_record_copy (stored);
  meso_patient_form_show (self->form, merged);
  who = meso_conflict_rows_show (self->conflict, self->conflict_list, self->context, stored, &conflict, changed_by);
  adw_navigation_view_pop_to_tag (self->view, "essentials");
  gtk_accessible_announce (GTK_ACCESSIBLE (self), who, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
  keep (self);
}

static void
stored (GtkWidget    *widget,
        gpointer      result,
        const GError *error,
        gpointer      user_data)
{
  MesoPatientDialog *self = MESO_PATIENT_DIALOG (widget);
  const MesoPatientSaved *saved = result;
  g_autofree char *text = NULL;

  self->saving = FALSE;
  gtk_widget_action_set_enabled (widget, "patient-form.save", TRUE);
  if (error != NULL)
    {
      meso_error_presenter_alert (widget, _("save the record"), error);
      return;
    }
  if (!saved->stored)
    {
      show_conflict (self, saved->record, saved->changed_by);
      return;
    }
  self->saved = TRUE;
  meso_draft_keeper_discard (self->keeper);
  text = meso_patient_saved_dup_words (saved, self->context, self->patient == NULL);
  meso_error_presenter_say (GTK_WIDGET (gtk_widget_get_root (widget)), text, NULL);
  if (self->patient == NULL)
    leave_for (self, saved->record->patient->id);
  else
    adw_dialog_force_close (ADW_DIALOG (self));
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MesoPatientDialog *self = MESO_PATIENT_DIALOG (widget);
  GtkWidget *fault;

  if (self->saving || (self->patient != NULL && self->base == NULL))
    return;
  fault = meso_patient_form_check (self->form, self->base);
  if (fault != NULL)
    {
      meso_patient_form_go_to (self->view, fault);
      return;
    }
  self->saving = TRUE;
  gtk_widget_action_set_enabled (widget, "patient-form.save", FALSE);
  meso_context_call (self->context, widget, meso_patient_save_run,
                     meso_patient_save_new (meso_patient_form_dup_record (self->form, self->base),
                                            meso_context_get_today (self->context)),
                     (GDestroyNotify) meso_patient_save_free, (GDestroyNotify) meso_patient_saved_free, stored, NULL);
}

/* What was typed goes, and comes back if it was needed after all. */
static void
cancelled (MesoPatientDialog *self)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autofree char *json = meso_patient_form_to_json (self->form, self->base);
  const char *key = self->patient != NULL ? self->patient : "new";

  self->saved = TRUE;
  meso_draft_keeper_discard (self->keeper);
  if (self->begun != NULL && !g_str_equal (json, self->begun))
    meso_draft_put_offer (window, self->context,
                          self->patient != NULL ? _("The changes were not saved") : _("The new patient was not saved"), "patient", key,
                          json, self->patient != NULL ? "win.edit-patient" : "win.new-patient",
                          self->patient != NULL ? self->patient : "");
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
history_action (GtkWidget  *widget,
                const char *name,
                GVariant   *field)
{
  MesoPatientDialog *self = MESO_PATIENT_DIALOG (widget);

  if (self->patient != NULL)
    adw_dialog_present (ADW_DIALOG (meso_history_dialog_new (self->context, self->patient, g_variant_get_string (field, NULL))), widget);
}

static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  cancelled (MESO_PATIENT_DIALOG (widget));
}

static void
meso_patient_dialog_closed (AdwDialog *dialog)
{
  MesoPatientDialog *self = MESO_PATIENT_DIALOG (dialog);

  if (!self->saved)
    meso_draft_keeper_flush (self->keeper);
}

static void
draft_loaded (GtkWidget  *widget,
              const char *text,
              gpointer    user_data)
{
  MesoPatientDialog *self = MESO_PATIENT_DIALOG (widget);
  g_autoptr(MesoPatientRecord) base = NULL;
  g_autoptr(MesoPatientRecord) on_file = NULL;

  g_free (self->begun);
  self->begun = meso_patient_form_to_json (self->form, self->base);
  if (text == NULL || !meso_patient_form_take_json (self->form, text, self->base, &base))
    {
      if (*self->text != '\0')
        look_for_alike (self);
      return;
    }
  adw_banner_set_revealed (self->resumed, TRUE);
  look_for_alike (self);
  /* The record went on while the draft lay. */
  if (self->base == NULL || base == NULL || base->patient->revision == self->base->patient->revision)
    return;
  on_file = g_steal_pointer (&self->base);
  base->patient->id = g_strdup (on_file->patient->id);
  self->base = g_steal_pointer (&base);
  show_conflict (self, on_file, NULL);
}

static gpointer
get_record (MesoClinic  *clinic,
            gpointer     request,
            GError     **error)
{
  return meso_record_service_get (clinic, request, error);
}

static void
record_loaded (GtkWidget    *widget,
               gpointer      result,
               const GError *error,
               gpointer      user_data)
{
  MesoPatientDialog *self = MESO_PATIENT_DIALOG (widget);

  if (error != NULL)
    {
      meso_error_presenter_alert (widget, _("open the record"), error);
      return;
    }
  self->base = meso_patient_record_copy (result);
  show_beginning (self);
  meso_draft_keeper_load (self->keeper, widget, draft_loaded, NULL);
}

static void
meso_patient_dialog_dispose (GObject *object)
{
  MesoPatientDialog *self = MESO_PATIENT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_PATIENT_DIALOG);
  g_clear_object (&self->keeper);
  g_clear_object (&self->context);
  g_clear_pointer (&self->base, meso_patient_record_free);
  g_clear_pointer (&self->patient, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->begun, g_free);
  g_clear_pointer (&self->put_aside, g_free);
  g_clear_pointer (&self->compared, g_free);
  G_OBJECT_CLASS (meso_patient_dialog_parent_class)->dispose (object);
}

static void
meso_patient_dialog_class_init (MesoPatientDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_patient_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = meso_patient_dialog_closed;
  g_type_ensure (MESO_TYPE_ALIKE_VIEW);
  g_type_ensure (MESO_TYPE_COMPARISON);
  g_type_ensure (MESO_TYPE_PATIENT_FORM);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-patient-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoPatientDialog, view);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientDialog, resumed);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientDialog, conflict);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientDialog, conflict_list);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientDialog, form);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientDialog, alike);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientDialog, comparison);
  gtk_widget_class_bind_template_callback (widget_class, form_changed);
  gtk_widget_class_bind_template_callback (widget_class, leave_for);
  gtk_widget_class_bind_template_callback (widget_class, compare);
  gtk_widget_class_bind_template_callback (widget_class, open_compared);
  gtk_widget_class_bind_template_callback (widget_class, start_over);
  gtk_widget_class_bind_template_callback (widget_class, cancelled);
  gtk_widget_class_install_action (widget_class, "patient-form.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "patient-form.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "patient-form.history", "s", history_action);
}

static void
meso_patient_dialog_init (MesoPatientDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  meso_patient_form_add_pages (self->form, self->view);
}

MesoPatientDialog *
meso_patient_dialog_new (MesoContext *context,
                         const char  *patient,
                         const char  *text)
{
  MesoPatientDialog *self = g_object_new (MESO_TYPE_PATIENT_DIALOG, NULL);

  self->context = g_object_ref (context);
  self->patient = g_strdup (patient);
  self->text = meso_text_trim (text != NULL ? text : "");
  self->keeper = meso_draft_keeper_new (context, "patient", patient != NULL ? patient : "new");
  meso_draft_saved_show (self->keeper, self->heading);
  meso_patient_form_set_context (self->form, context);
  if (patient == NULL)
    {
      show_beginning (self);
      meso_draft_keeper_load (self->keeper, GTK_WIDGET (self), draft_loaded, NULL);
      return self;
    }
  adw_dialog_set_title (ADW_DIALOG (self), _("Edit Record"));
  meso_patient_form_offer_history (self->form);
  meso_context_call (context, GTK_WIDGET (self), get_record, g_strdup (patient), g_free, (GDestroyNotify) meso_patient_record_free,
                     record_loaded, NULL);
  return self;
}

void
meso_patient_dialog_show_part (MesoPatientDialog *self,
                               const char        *part)
{
  if (*part != '\0')
    adw_navigation_view_push_by_tag (self->view, part);
}
