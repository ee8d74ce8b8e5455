/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-unmerge.h"

#include <glib/gi18n.h>

#include "meso-ask-dialog.h"
#include "meso-error-presenter.h"
#include "meso-patient-fields.h"
#include "meso-patient-merge-service.h"
#include "meso-patient-words.h"
#include "meso-text.h"

static gpointer
unmerge (MesoClinic  *clinic,
         gpointer     request,
         GError     **error)
{
  const char *const *answers = request;

  return meso_patient_merge_service_unmerge (clinic, answers[0], answers[1], error);
}

/* What somebody changed since stays as it is: they must look at it. */
static void
say_what_stayed (GtkWidget         *dialog,
                 const MesoUnmerge *unmerged)
{
  g_autoptr(GString) fields = g_string_new (NULL);
  AdwDialog *alert;

  for (guint i = 0; unmerged->left[i] != NULL; i++)
    g_string_append_printf (fields, "\n%s", meso_patient_field_find_title (unmerged->left[i]));
  if (unmerged->left[0] == NULL && unmerged->crossed == 0)
    return;
  alert = adw_alert_dialog_new (_("Look at Both Records"), NULL);
  adw_alert_dialog_format_body (ADW_ALERT_DIALOG (alert), "%s%s%s",
                                unmerged->left[0] != NULL ? _("These were changed after the merge, and stay as they are:") : "",
                                fields->str,
                                unmerged->crossed > 0 ? _("\nSome sessions or screenings of one record rest on the other one. They stay "
                                                          "where they were recorded.") : "");
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _("_Close"));
  adw_dialog_present (alert, GTK_WIDGET (gtk_widget_get_root (dialog)));
}

static void
unmerged (GtkWidget    *dialog,
          gpointer      result,
          const GError *error,
          gpointer      user_data)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (dialog));

  if (error != NULL)
    {
      meso_ask_dialog_set_busy (MESO_ASK_DIALOG (dialog), FALSE);
      meso_error_presenter_alert (dialog, _("take the merge back"), error);
      return;
    }
  say_what_stayed (dialog, result);
  meso_error_presenter_say (window, _("The merge was taken back: both records stand for themselves again"), NULL);
  meso_ask_dialog_done (MESO_ASK_DIALOG (dialog));
}

static void
answered (MesoAskDialog *dialog,
          GStrv          answers,
          MesoContext   *context)
{
  meso_ask_dialog_set_busy (dialog, TRUE);
  meso_context_call (context, GTK_WIDGET (dialog), unmerge, g_strdupv (answers), (GDestroyNotify) g_strfreev,
                     (GDestroyNotify) meso_unmerge_free, unmerged, NULL);
}

static void
add_choice (MesoAskDialog   *dialog,
            MesoContext     *context,
            const GPtrArray *merged)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr(GStrvBuilder) words = g_strv_builder_new ();
  g_auto(GStrv) all_names = NULL;
  g_auto(GStrv) all_words = NULL;

  for (guint i = 0; i < merged->len; i++)
    {
      const MesoPatient *patient = g_ptr_array_index (merged, i);
      g_autofree char *name = meso_patient_dup_full_name (patient);
      g_autofree char *number = meso_context_localise_digits (context, patient->file_number);
      g_autofree char *name_isolated = meso_words_isolate (name);
      g_autofree char *number_isolated = meso_text_isolate (number);
      /* Translators: the number of a record, and whose it is */
      g_autofree char *text = g_strdup_printf (_("%s, %s"), number_isolated, name_isolated);

      g_strv_builder_add (names, patient->id);
      g_strv_builder_add (words, text);
    }
  all_names = g_strv_builder_end (names);
  all_words = g_strv_builder_end (words);
  meso_ask_dialog_add_choice (dialog, _("File"), (const char *const *) all_names, (const char *const *) all_words);
}

void
meso_patient_unmerge_begin (GtkWidget       *page,
                            MesoContext     *context,
                            const GPtrArray *merged)
{
  MesoAskDialog *dialog = meso_ask_dialog_new (_("Take Merge Back"),
                                               _("The record gets its own history again. What was recorded since stays where it was "
                                                 "recorded. Nothing is lost."), _("_Take Back"), FALSE);

  add_choice (dialog, context, merged);
  meso_ask_dialog_add_entry (dialog, _("Why they are two persons after all"),
                             _("Write a reason: whoever looks at the record later needs it."));
  meso_ask_dialog_keep (dialog, context, "unmerge", ((const MesoPatient *) g_ptr_array_index (merged, 0))->id);
  g_signal_connect_object (dialog, "answered", G_CALLBACK (answered), context, G_CONNECT_DEFAULT);
  adw_dialog_present (ADW_DIALOG (dialog), page);
}
