/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-screening-dialog-private.h"

#include <glib/gi18n.h>

#include "meso-text.h"

static const char *
get_entity (MesoScreeningDialog *self)
{
  return self->form == MESO_FORM_SHORT ? "short-form" : "screening";
}

static void
say_saved (MesoScreeningDialog *self)
{
  g_autofree char *time = NULL;
  g_autofree char *isolated = NULL;
  g_autofree char *text = NULL;
  gboolean failed;
  int minute;

  /* One that is done with may still be told that its last words are kept. */
  if (self->keeper == NULL)
    return;
  g_object_get (self->keeper, "saved-at", &minute, "failed", &failed, NULL);
  if (failed)
    text = g_strdup (_("The answers could not be saved just now. Finish before you close."));
  else if (minute < 0)
    text = g_strdup (_("Every answer is saved. Close and resume whenever you like."));
  else
    {
      time = meso_context_format_minute (self->context, minute);
      isolated = meso_text_isolate (time);
      /* Translators: %s is a time of day, "10:42" */
      text = g_strdup_printf (_("Draft saved %s. Close and resume whenever you like."), isolated);
    }
  gtk_label_set_text (self->saved, text);
}

void
meso_screening_dialog_keep_draft (MesoScreeningDialog *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->view);
  const MesoQuestion *at = MESO_IS_QUESTION_PAGE (page) ? meso_question_page_get_question (MESO_QUESTION_PAGE (page)) : NULL;
  const MesoQuestionnaireResponse *response = meso_interview_get_response (self->interview);
  g_autofree char *json = NULL;

  /* Who only looked in leaves nothing to resume. */
  if (self->keeper == NULL || (g_hash_table_size (response->answers) == 0 && response->weight_g == 0))
    return;
  json = meso_interview_to_json (self->interview, at != NULL ? at->id : NULL);
  meso_draft_keeper_set_text (self->keeper, json);
}

/* What became of answers that were there before. */
static char *
describe_draft (MesoScreeningDialog      *self,
                const MesoInterviewDraft *draft)
{
  g_autofree char *date = meso_context_format_date (self->context, draft->date, MESO_DATE_STYLE_FULL);
  g_autofree char *isolated = meso_text_isolate (date);
  GString *text = g_string_new (NULL);

  if (meso_calendar_date_compare (draft->date, meso_interview_get_date (self->interview)) == 0)
    g_string_append (text, _("Resumed where you stopped today."));
  else
    /* Translators: %s is a day */
    g_string_append_printf (text, _("Resumed: these answers were given on %s."), isolated);
  if (draft->stale > 0)
    g_string_append_printf (text, " %s", _("What can change from day to day is asked again."));
  if (draft->reworded > 0)
    g_string_append_printf (text, " %s", _("Some questions have changed since then: they are asked again."));
  return g_string_free (text, FALSE);
}

/* To where it stopped; answers that have to be given again come first. */
static void
resume (MesoScreeningDialog      *self,
        const MesoInterviewDraft *draft)
{
  const MesoQuestion *open = meso_interview_next_open (self->interview);
  const MesoQuestion *at = draft->at != NULL ? meso_protocol_lookup_question (meso_interview_get_protocol (self->interview), draft->at)
                                             : NULL;

  self->reviewing = open == NULL || (at == NULL && draft->at == NULL);
  if (at == NULL || meso_interview_get_place (self->interview, at->id, NULL) == 0 || draft->stale + draft->reworded > 0)
    at = open;
  if (at == NULL)
    {
      meso_screening_dialog_show_found (self);
      return;
    }
  if (draft->kept > 0 || draft->stale + draft->reworded > 0)
    self->notice = describe_draft (self, draft);
  meso_screening_dialog_stack (self, at);
}

static void
draft_loaded (GtkWidget  *widget,
              const char *text,
              gpointer    user_data)
{
  MesoScreeningDialog *self = MESO_SCREENING_DIALOG (widget);
  g_autofree char *wanted = user_data;
  const MesoScreening *stored = self->file->screening;
  g_auto(MesoInterviewDraft) draft = { 0 };
  gboolean found = text != NULL && meso_interview_from_json (self->interview, text, &draft);

  if (!found && wanted != NULL && stored != NULL)
    {
      meso_interview_adopt (self->interview, stored->response, stored->date, stored->verdict->protocol_hash, &draft);
      draft.at = g_steal_pointer (&wanted);
      found = TRUE;
    }
  meso_interview_set_patient (self->interview, self->file->patient);
  if (!found)
    meso_screening_dialog_start (self);
  else if (draft.at != NULL && draft.stale + draft.reworded == 0 &&
           meso_protocol_lookup_question (meso_interview_get_protocol (self->interview), draft.at) == NULL)
    {
      meso_screening_dialog_show_found (self);
      meso_screening_dialog_ask (self, draft.at);
    }
  else
    resume (self, &draft);
}

/* By the rules of today, and with what the record suggests. */
static void
make_interview (MesoScreeningDialog *self)
{
  MesoProtocol *protocol = meso_clinic_get_protocol (meso_context_get_clinic (self->context));

  self->interview = meso_interview_new (protocol, self->form, meso_context_get_today (self->context));
  meso_interview_set_proposals (self->interview, meso_chart_propose (self->file->chart, protocol, self->form));
}

void
meso_screening_dialog_begin (MesoScreeningDialog *self,
                             const char          *id)
{
  g_clear_pointer (&self->screening_id, g_free);
  g_clear_object (&self->keeper);
  meso_screening_dialog_show_title (self);
  self->reviewing = FALSE;
  make_interview (self);
  if (self->verdict_page == NULL)
    self->verdict_page = g_object_ref_sink (meso_verdict_page_new (self->context));
  self->keeper = meso_draft_keeper_new (self->context, get_entity (self), self->patient_id);
  g_signal_connect_object (self->keeper, "notify::saved-at", G_CALLBACK (say_saved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->keeper, "notify::failed", G_CALLBACK (say_saved), self, G_CONNECT_SWAPPED);
  meso_draft_keeper_load (self->keeper, GTK_WIDGET (self), draft_loaded, g_strdup (id));
}

void
meso_screening_dialog_renew (MesoScreeningDialog *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->view);
  const char *at = MESO_IS_QUESTION_PAGE (page) ? meso_question_page_get_question (MESO_QUESTION_PAGE (page))->id : NULL;
  g_autofree char *json = meso_interview_to_json (self->interview, at);
  g_autoptr(MesoInterview) old = g_steal_pointer (&self->interview);
  g_auto(MesoInterviewDraft) draft = { 0 };
  AdwNavigationPage *empty = ADW_NAVIGATION_PAGE (adw_navigation_page_new (gtk_label_new (NULL), _("Screening")));

  adw_navigation_view_replace (self->view, &empty, 1);
  make_interview (self);
  meso_interview_from_json (self->interview, json, &draft);
  meso_interview_set_patient (self->interview, self->file->patient);
  resume (self, &draft);
}
