/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-erase.h"

#include <glib/gi18n.h>

#include "meso-ask-dialog.h"
#include "meso-error-presenter.h"
#include "meso-patient-erasure-service.h"
#include "meso-staff-service.h"
#include "meso-text.h"

/* request: a patient, why, and by which law */
static gpointer
erase (MesoClinic  *clinic,
       gpointer     request,
       GError     **error)
{
  const char *const *said = request;

  return meso_patient_erasure_service_erase (clinic, said[0], said[1], said[2], error);
}

/* What is still somewhere must be known to whoever has to answer for it. */
static void
say_what_is_left (GtkWidget         *window,
                  MesoContext       *context,
                  const MesoErasure *erasure)
{
  g_autofree char *number = meso_context_format_number (context, erasure->backups);
  g_autofree char *backups = g_strdup_printf (ngettext ("%s copy of the clinic’s file was made before and still holds the record. If the "
                                                        "law asks for it, destroy that copy by hand.",
                                                        "%s copies of the clinic’s file were made before and still hold the record. If "
                                                        "the law asks for it, destroy those copies by hand.",
                                                        (gulong) erasure->backups), number);
  AdwDialog *alert = adw_alert_dialog_new (_("The Record Was Erased"), NULL);

  adw_alert_dialog_format_body (ADW_ALERT_DIALOG (alert), "%s\n%s", erasure->backups > 0 ? backups : "",
                                erasure->file_rewritten
                                  ? _("The clinic’s file was written anew, so that nothing of it is left in free space.")
                                  : _("Traces may still be in the free space of the clinic’s file, which could not be written anew: the "
                                      "disk may be full. Make room, and erase again."));
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _("_Close"));
  adw_dialog_present (alert, window);
}

static void
erased (GtkWidget    *dialog,
        gpointer      result,
        const GError *error,
        gpointer      context)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (dialog));

  if (error != NULL)
    {
      meso_ask_dialog_set_busy (MESO_ASK_DIALOG (dialog), FALSE);
      meso_error_presenter_alert (dialog, _("erase the record"), error);
      return;
    }
  meso_ask_dialog_done (MESO_ASK_DIALOG (dialog));
  say_what_is_left (window, context, result);
}

static void
answered (MesoAskDialog *dialog,
          GStrv          answers,
          MesoContext   *context)
{
  const char *const said[] = { meso_ask_dialog_get_patient (dialog), answers[0], answers[1], NULL };

  meso_ask_dialog_set_busy (dialog, TRUE);
  /* The dialog's handler keeps the context as long as it is there to be answered. */
  meso_context_call (context, GTK_WIDGET (dialog), erase, g_strdupv ((GStrv) said), (GDestroyNotify) g_strfreev,
                     (GDestroyNotify) meso_erasure_free, erased, context);
}

static void
refuse (GtkWidget *page)
{
  AdwDialog *alert = adw_alert_dialog_new (_("Only a Physician Can Erase a Record"),
                                           _("Nothing was changed. A physician takes the desk, at the foot of the sidebar, and erases "
                                             "it then."));

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _("_Close"));
  adw_dialog_present (alert, page);
}

static MesoAskDialog *
make_dialog (MesoContext       *context,
             const MesoPatient *patient)
{
  g_autofree char *ascii = meso_text_ascii_digits (patient->file_number);
  g_autofree char *number = meso_context_localise_digits (context, patient->file_number);
  g_autofree char *isolated = meso_text_isolate (number);
  /* Translators: %s is a file number */
  g_autofree char *title = g_strdup_printf (_("Type the file number, %s"), isolated);
  MesoAskDialog *dialog = meso_ask_dialog_new (_("Erase by Law"),
                                               _("For a request that the law lets nobody refuse. To put a record out of the way, archive "
                                                 "it instead.\n\n"
                                                 "What goes: name, contact, health, photos, notes, sheets and every value in the log, "
                                                 "also of records that were merged into this one.\n\n"
                                                 "What stays: the file number, that the record was erased, when, by whom and why; and "
                                                 "copies of the clinic’s file that were made before.\n\n"
                                                 "There is no way back."), _("_Erase"), TRUE);

  meso_ask_dialog_add_entry (dialog, _("Reason, without the name"), _("Write the reason. Don’t write the person’s name: it would stay."));
  meso_ask_dialog_add_entry (dialog, _("Law or request"), _("Write by which law or whose request."));
  meso_ask_dialog_add_match (dialog, title, ascii, _("This isn’t the file number of this record."));
  meso_ask_dialog_keep (dialog, context, "erasure", patient->id);
  return dialog;
}

void
meso_patient_erase_begin (GtkWidget         *page,
                          MesoContext       *context,
                          const MesoPatient *patient)
{
  g_autoptr(MesoStaff) desk = meso_staff_service_dup_desk (meso_context_get_clinic (context));
  MesoAskDialog *dialog;

  if (desk == NULL || desk->role != MESO_ROLE_PHYSICIAN)
    {
      refuse (page);
      return;
    }
  dialog = make_dialog (context, patient);
  g_signal_connect_object (dialog, "answered", G_CALLBACK (answered), context, G_CONNECT_DEFAULT);
  adw_dialog_present (ADW_DIALOG (dialog), page);
}
