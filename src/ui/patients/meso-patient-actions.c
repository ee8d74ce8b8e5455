/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-actions.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "meso-error-presenter.h"
#include "meso-history-dialog.h"
#include "meso-patient-archive-service.h"
#include "meso-patient-chooser.h"
#include "meso-patient-erase.h"
#include "meso-patient-photo.h"
#include "meso-patient-release.h"
#include "meso-patient-unmerge.h"
#include "meso-patient-words.h"
#include "meso-undo.h"

static void
copy (GtkWidget         *page,
      const MesoPatient *patient,
      const char        *field)
{
  g_autofree char *text = meso_patient_dup_field (patient, field);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (page), text != NULL ? text : "");
  meso_error_presenter_say (page, text != NULL && *text != '\0' ? _("Copied") : _("There is nothing to copy"), NULL);
}

static gpointer
archive (MesoClinic  *clinic,
         gpointer     patient,
         GError     **error)
{
  return meso_patient_archive_service_archive (clinic, patient, NULL, error);
}

static gpointer
restore (MesoClinic  *clinic,
         gpointer     patient,
         GError     **error)
{
  return meso_patient_archive_service_restore (clinic, patient, NULL, error);
}

/* The way back of one is the other. */
static void
put_away_done (GtkWidget    *page,
               gpointer      result,
               const GError *error,
               gpointer      context)
{
  const MesoPatient *patient = result;
  g_autofree char *name = NULL;
  g_autofree char *isolated = NULL;
  g_autofree char *text = NULL;

  if (error != NULL)
    {
      meso_error_presenter_toast (page, _("change the record"), error);
      return;
    }
  name = meso_patient_dup_full_name (patient);
  isolated = meso_words_isolate (name);
  text = g_strdup_printf (patient->archived ? _("The record of %s was archived") : _("The record of %s was restored"), isolated);
  meso_undo_offer (page, context, text, patient->archived ? restore : archive, g_strdup (patient->id), g_free);
}

static void
put_away (GtkWidget         *page,
          MesoContext       *context,
          const MesoPatient *patient,
          MesoClinicCall     call)
{
  /* The page that asks keeps the context as long as it is there to be answered. */
  meso_context_call (context, page, call, g_strdup (patient->id), g_free, (GDestroyNotify) meso_patient_free, put_away_done, context);
}

static void
other_chosen (GSimpleAction *action,
              GVariant      *other,
              gpointer       data)
{
  GtkWidget *window = data;

  gtk_widget_activate_action (window, "win.compare-patients", "(ss)", g_object_get_data (G_OBJECT (action), "patient"),
                              g_variant_get_string (other, NULL));
}

/* The chooser knows an action of the window only: this one carries the first of the two. */
static void
merge (GtkWidget         *page,
       MesoContext       *context,
       const MesoPatient *patient)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (page));
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr(GSimpleAction) action = g_simple_action_new ("with", G_VARIANT_TYPE_STRING);
  MesoPatientChooser *chooser;

  g_object_set_data_full (G_OBJECT (action), "patient", g_strdup (patient->id), g_free);
  g_signal_connect_object (action, "activate", G_CALLBACK (other_chosen), window, G_CONNECT_DEFAULT);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (window, "merge", G_ACTION_GROUP (group));
  chooser = meso_patient_chooser_new_for (context, _("Merge With Whom?"), "merge.with");
  meso_patient_chooser_set_beside (chooser, patient);
  adw_dialog_present (ADW_DIALOG (chooser), page);
}

void
meso_patient_actions_run (GtkWidget           *page,
                          MesoContext         *context,
                          const MesoPageFacts *facts,
                          const char          *action,
                          const char          *parameter)
{
  const MesoPatient *patient = facts->overview->record->patient;

  if (g_str_equal (action, "history"))
    adw_dialog_present (ADW_DIALOG (meso_history_dialog_new (context, patient->id, parameter)), page);
  else if (g_str_equal (action, "change-photo"))
    meso_patient_photo_choose (page, context, patient->id);
  else if (g_str_equal (action, "remove-photo"))
    meso_patient_photo_remove (page, context, patient->id);
  else if (g_str_equal (action, "copy"))
    copy (page, patient, parameter);
  else if (g_str_equal (action, "merge"))
    merge (page, context, patient);
  else if (g_str_equal (action, "unmerge"))
    meso_patient_unmerge_begin (page, context, facts->merged);
  else if (g_str_equal (action, "release"))
    meso_patient_release_begin (page, context, patient);
  else if (g_str_equal (action, "archive"))
    put_away (page, context, patient, archive);
  else if (g_str_equal (action, "restore"))
    put_away (page, context, patient, restore);
  else if (g_str_equal (action, "erase"))
    meso_patient_erase_begin (page, context, patient);
}

char *
meso_patient_actions_describe_erasure (MesoContext       *context,
                                       const MesoErasure *erasure)
{
  g_autofree char *moment = meso_context_format_moment (context, erasure->at_utc);
  g_autofree char *when = meso_words_isolate (moment);
  g_autofree char *who = meso_words_isolate (erasure->by);
  g_autofree char *why = meso_words_isolate (erasure->reason);
  g_autofree char *law = meso_words_isolate (erasure->legal_basis);
  g_autofree char *number = meso_context_format_number (context, erasure->backups);
  g_autofree char *backups = g_strdup_printf (ngettext ("%s older copy of the clinic’s file still holds it.",
                                                        "%s older copies of the clinic’s file still hold it.",
                                                        (gulong) erasure->backups), number);
  /* Translators: when, by whom, why, and by which law a record was erased */
  g_autofree char *text = g_strdup_printf (_("Erased %s by %s. Reason: %s. Legal basis: %s."), when, who, why, law);

  return g_strjoin (erasure->backups > 0 ? "\n" : "", text, erasure->backups > 0 ? backups : "", NULL);
}
