/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "meso-data-row.h"
#include "meso-alike-view.h"
#include "meso-draft-keeper.h"
#include "meso-error-presenter.h"
#include "meso-patient-fields.h"
#include "meso-patient-form.h"
#include "meso-patient-saving.h"
#include "meso-patient-service.h"
#include "meso-patient-words.h"
#include "meso-text.h"

struct _MesoPatientDialog
{
  AdwDialog parent_instance;

  MesoContext *context;
  MesoDraftKeeper *keeper;
  char *patient;                /* (nullable): whose record is being edited */
  char *text;                   /* what the form began with, before a draft was taken up */
  MesoPatient *base;            /* (nullable): the record as it was read */
  char *put_aside;              /* (nullable): the draft that was started over from */
  gboolean saving;
  gboolean saved;

  AdwWindowTitle *heading;
  AdwBanner *resumed;
  GtkWidget *save_button;
  GtkWidget *conflict;
  GtkListBox *conflict_list;
  MesoPatientForm *form;
  MesoAlikeView *alike;
};

G_DEFINE_FINAL_TYPE (MesoPatientDialog, meso_patient_dialog, ADW_TYPE_DIALOG)

static void
keep (MesoPatientDialog *self)
{
  g_autofree char *json = meso_patient_form_to_json (self->form, self->base);

  meso_draft_keeper_set_text (self->keeper, json);
}

static void
say_saved (MesoPatientDialog *self)
{
  g_autofree char *time = NULL;
  g_autofree char *isolated = NULL;
  g_autofree char *text = NULL;
  int minute;

  g_object_get (self->keeper, "saved-at", &minute, NULL);
  if (minute < 0)
    return;
  time = meso_context_format_minute (self->context, minute);
  isolated = meso_text_isolate (time);
  /* Translators: %s is a time of day */
  text = g_strdup_printf (_("Draft saved %s"), isolated);
  adw_window_title_set_subtitle (self->heading, text);
}

/* The dialog goes first: what comes next belongs to the window. */
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
look_for_alike (MesoPatientDialog *self)
{
  meso_alike_view_look (self->alike, self->context, meso_patient_form_dup_patient (self->form), self->patient);
}

static void
form_changed (MesoPatientDialog *self)
{
  keep (self);
  look_for_alike (self);
}

/* What somebody typed to find a patient begins the new record: a number, an address, else a name. */
static MesoPatient *
begin_with (const char *text)
{
  MesoPatient *patient = meso_patient_new ();
  g_autofree char *ascii = meso_text_ascii_digits (text);
  const char *space = strrchr (text, ' ');

  if (strchr (text, '@') != NULL)
    g_set_str (&patient->email, text);
  else if (*ascii != '\0' && strspn (ascii, "+0123456789 -()") == strlen (ascii))
    g_set_str (&patient->phone, text);
  else if (space == NULL)
    g_set_str (&patient->given_name, text);
  else
    {
      g_free (patient->given_name);
      patient->given_name = g_strndup (text, (gsize) (space - text));
      g_set_str (&patient->family_name, space + 1);
    }
  return patient;
}

static void
show_beginning (MesoPatientDialog *self)
{
  g_autoptr(MesoPatient) beginning = self->base == NULL ? begin_with (self->text) : NULL;

  meso_patient_form_show (self->form, self->base != NULL ? self->base : beginning);
}

/* Both ways: starting over can be taken back. */
static void
start_over (MesoPatientDialog *self)
{
  g_autoptr(MesoPatient) base = NULL;

  if (self->put_aside == NULL)
    {
      self->put_aside = meso_patient_form_to_json (self->form, self->base);
      show_beginning (self);
      adw_banner_set_title (self->resumed, _("Started over"));
      adw_banner_set_button_label (self->resumed, _("_Undo"));
    }
  else
    {
      meso_patient_form_take_json (self->form, self->put_aside, &base);
      g_clear_pointer (&self->put_aside, g_free);
      adw_banner_set_title (self->resumed, _("Your unfinished draft was taken up again"));
      adw_banner_set_button_label (self->resumed, _("_Start Over"));
    }
  form_changed (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->form));
}

static GtkWidget *
make_conflict_row (MesoPatientDialog *self,
                   const MesoPatient *stored,
                   MesoPatientField   field)
{
  g_autofree char *theirs = field == MESO_PATIENT_BIRTH_DATE
                              ? meso_context_format_date (self->context, stored->birth_date, MESO_DATE_STYLE_SHORT_WITH_YEAR)
                              : meso_patient_field_dup_text (stored, field);
  g_autofree char *value = *theirs != '\0' ? g_strdup (theirs) : g_strdup (_("nothing"));
  GtkWidget *row;

  if (field == MESO_PATIENT_SEX)
    g_set_str (&value, meso_words_sex (stored->sex));
  row = meso_data_row_new (ADW_TYPE_ACTION_ROW, meso_patient_field_get_title (field), value);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");
  return row;
}

/* The record on file is the new base; what was typed against the old one stays where both differ. */
static void
show_conflict (MesoPatientDialog     *self,
               const MesoPatientSaved *saved)
{
  g_autoptr(MesoPatient) typed = meso_patient_form_dup_patient (self->form);
  guint conflicts = meso_patient_fields_merge (typed, self->base, saved->patient);
  g_autofree char *name = saved->changed_by != NULL ? meso_words_isolate (saved->changed_by) : g_strdup (_("Somebody else"));
  g_autofree char *who = g_strdup_printf (conflicts != 0
                                            ? _("%s changed this record while you were typing. This is what stands on file now; your own "
                                                "words are kept below. Save again to put yours in its place.")
                                            : _("%s changed this record while you were typing, in other fields. Both changes are "
                                                "together below. Look at them, and save again."), name);

  meso_patient_free (self->base);
  self->base = meso_patient_copy (saved->patient);
  meso_patient_form_show (self->form, typed);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->conflict), who);
  gtk_list_box_remove_all (self->conflict_list);
  for (guint i = 0; i < MESO_PATIENT_FIELDS; i++)
    {
      if ((conflicts & (1u << i)) != 0)
        gtk_list_box_append (self->conflict_list, make_conflict_row (self, saved->patient, (MesoPatientField) i));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->conflict_list), conflicts != 0);
  gtk_widget_set_visible (self->conflict, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), who, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
  keep (self);
}

static void
say_stored (MesoPatientDialog *self,
            const MesoPatient *patient)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autofree char *name = meso_patient_dup_full_name (patient);
  g_autofree char *who = meso_words_isolate (name);
  g_autofree char *number = meso_context_localise_digits (self->context, patient->file_number);
  g_autofree char *file = meso_text_isolate (number);
  /* Translators: a patient's name, and the number of the record */
  g_autofree char *text = self->patient == NULL ? g_strdup_printf (_("%s is on file as %s"), who, file)
                                                : g_strdup_printf (_("The record of %s was changed"), who);

  meso_error_presenter_say (window, text, NULL);
}

static void
stored (GtkWidget    *widget,
        gpointer      result,
        const GError *error,
        gpointer      user_data)
{
  MesoPatientDialog *self = MESO_PATIENT_DIALOG (widget);
  const MesoPatientSaved *saved = result;

  self->saving = FALSE;
  gtk_widget_action_set_enabled (widget, "patient-form.save", TRUE);
  if (error != NULL)
    {
      meso_error_presenter_alert (widget, _("save the record"), error);
      return;
    }
  if (!saved->stored)
    {
      show_conflict (self, saved);
      return;
    }
  self->saved = TRUE;
  meso_draft_keeper_discard (self->keeper);
  say_stored (self, saved->patient);
  if (self->patient == NULL)
    leave_for (self, saved->patient->id);
  else
    adw_dialog_force_close (ADW_DIALOG (self));
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MesoPatientDialog *self = MESO_PATIENT_DIALOG (widget);
  MesoPatientSave *save;

  if (self->saving || (self->patient != NULL && self->base == NULL) || !meso_patient_form_check (self->form))
    return;
  save = meso_patient_save_new (meso_patient_form_dup_patient (self->form), meso_context_get_today (self->context));
  if (self->base != NULL)
    {
      save->patient->id = g_strdup (self->base->id);
      save->patient->file_number = g_strdup (self->base->file_number);
      save->patient->revision = self->base->revision;
    }
  self->saving = TRUE;
  gtk_widget_action_set_enabled (widget, "patient-form.save", FALSE);
  meso_context_call (self->context, widget, meso_patient_save_run, save, (GDestroyNotify) meso_patient_save_free,
                     (GDestroyNotify) meso_patient_saved_free, stored, NULL);
}

static void
close_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
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
  g_autoptr(MesoPatient) base = NULL;

  if (text == NULL || !meso_patient_form_take_json (self->form, text, &base))
    return;
  adw_banner_set_revealed (self->resumed, TRUE);
  look_for_alike (self);
  /* The record went on while the draft lay. */
  if (self->base != NULL && base != NULL && base->revision != self->base->revision)
    {
      MesoPatientSaved on_file = { .patient = g_steal_pointer (&self->base) };

      base->id = g_strdup (on_file.patient->id);
      self->base = g_steal_pointer (&base);
      show_conflict (self, &on_file);
      meso_patient_free (on_file.patient);
    }
}

static gpointer
get_patient (MesoClinic  *clinic,
             gpointer     request,
             GError     **error)
{
  return meso_patient_service_get (clinic, request, error);
}

static void
patient_loaded (GtkWidget    *widget,
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
  self->base = meso_patient_copy (result);
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
  g_clear_pointer (&self->base, meso_patient_free);
  g_clear_pointer (&self->patient, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->put_aside, g_free);
  G_OBJECT_CLASS (meso_patient_dialog_parent_class)->dispose (object);
}

static void
meso_patient_dialog_class_init (MesoPatientDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_patient_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = meso_patient_dialog_closed;
  g_type_ensure (MESO_TYPE_ALIKE_VIEW);
  g_type_ensure (MESO_TYPE_PATIENT_FORM);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-patient-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoPatientDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientDialog, resumed);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientDialog, conflict);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientDialog, conflict_list);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientDialog, form);
  gtk_widget_class_bind_template_child (widget_class, MesoPatientDialog, alike);
  gtk_widget_class_bind_template_callback (widget_class, form_changed);
  gtk_widget_class_bind_template_callback (widget_class, leave_for);
  gtk_widget_class_bind_template_callback (widget_class, start_over);
  gtk_widget_class_install_action (widget_class, "patient-form.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "patient-form.close", NULL, close_action);
}

static void
meso_patient_dialog_init (MesoPatientDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
  g_signal_connect_object (self->keeper, "notify::saved-at", G_CALLBACK (say_saved), self, G_CONNECT_SWAPPED);
  meso_patient_form_set_context (self->form, context);
  if (patient == NULL)
    {
      show_beginning (self);
      meso_draft_keeper_load (self->keeper, GTK_WIDGET (self), draft_loaded, NULL);
      return self;
    }
  adw_dialog_set_title (ADW_DIALOG (self), _("Edit Patient"));
  adw_window_title_set_title (self->heading, _("Edit Patient"));
  meso_context_call (context, GTK_WIDGET (self), get_patient, g_strdup (patient), g_free, (GDestroyNotify) meso_patient_free,
                     patient_loaded, NULL);
  return self;
}
