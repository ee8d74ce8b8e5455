/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-screening-dialog-private.h"

#include <glib/gi18n.h>

#include "meso-body-weight.h"
#include "meso-error-presenter.h"
#include "meso-staff-service.h"
#include "meso-text.h"

#define FACTS_TAG "facts"

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

  /* A draft that was still being saved when its answers were stored. */
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

static void
go_on (MesoScreeningDialog *self,
       const char          *from)
{
  const MesoQuestion *next = self->reviewing ? meso_interview_next_open (self->interview)
                                             : meso_interview_next (self->interview, from);

  meso_screening_dialog_ask (self, next != NULL ? next->id : NULL);
}

static void
question_answered (MesoScreeningDialog *self,
                   const MesoAnswer    *answer,
                   MesoQuestionPage    *page)
{
  const MesoQuestion *question = meso_question_page_get_question (page);
  guint cleared = meso_interview_answer (self->interview, question->id, meso_answer_copy (answer));
  g_autofree char *number = meso_context_format_number (self->context, cleared);
  g_autofree char *isolated = meso_text_isolate (number);

  g_clear_pointer (&self->notice, g_free);
  meso_question_page_say (page, NULL);
  if (cleared > 0)
    /* Translators: %s is the number */
    self->notice = g_strdup_printf (ngettext ("%s answer given before is no longer asked. It is kept out of the result.",
                                              "%s answers given before are no longer asked. They are kept out of the result.",
                                              cleared), isolated);
  meso_screening_dialog_keep_draft (self);
}

/* A button is pressed for a moment after its key: what went out of sight meanwhile has no say any more. */
static gboolean
may_go_on (MesoScreeningDialog *self,
           gpointer             page)
{
  return !self->busy && adw_navigation_view_get_visible_page (self->view) == page;
}

static void
question_forward (MesoScreeningDialog *self,
                  MesoQuestionPage    *page)
{
  if (may_go_on (self, page))
    go_on (self, meso_question_page_get_question (page)->id);
}

/* The page that is there already, with what was typed into it, or a new one. */
static AdwNavigationPage *
get_question_page (MesoScreeningDialog *self,
                   const MesoQuestion  *question)
{
  AdwNavigationPage *page = adw_navigation_view_find_page (self->view, question->id);

  if (page != NULL)
    return page;
  page = ADW_NAVIGATION_PAGE (meso_question_page_new (self->context, self->interview, question));
  adw_navigation_page_set_tag (page, question->id);
  g_signal_connect_object (page, "answered", G_CALLBACK (question_answered), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "forward", G_CALLBACK (question_forward), self, G_CONNECT_SWAPPED);
  return page;
}

static void
patient_updated (GtkWidget    *widget,
                 gpointer      result,
                 const GError *error,
                 gpointer      user_data)
{
  MesoScreeningDialog *self = MESO_SCREENING_DIALOG (widget);

  meso_screening_dialog_set_busy (self, FALSE);
  if (error != NULL)
    {
      meso_error_presenter_alert (widget, _("save the record"), error);
      meso_screening_dialog_load (self);
      return;
    }
  meso_patient_free (self->file->patient);
  self->file->patient = meso_patient_copy (result);
  meso_interview_set_patient (self->interview, self->file->patient);
  meso_screening_dialog_keep_draft (self);
  go_on (self, NULL);
}

static void
facts_forward (MesoScreeningDialog *self)
{
  MesoScreeningRequest *request;
  g_autoptr(MesoPatient) record = meso_patient_copy (self->file->patient);
  gint64 weight_g;

  if (!may_go_on (self, self->facts) || !meso_facts_page_take (self->facts, record, &weight_g))
    return;
  meso_interview_set_weight (self->interview, weight_g);
  if (record->sex == self->file->patient->sex &&
      meso_calendar_date_compare (record->birth_date, self->file->patient->birth_date) == 0)
    {
      meso_screening_dialog_keep_draft (self);
      go_on (self, NULL);
      return;
    }
  meso_screening_dialog_set_busy (self, TRUE);
  request = meso_screening_dialog_make_request (self);
  request->record = g_steal_pointer (&record);
  meso_context_call (self->context, GTK_WIDGET (self), meso_screening_call_update, request, meso_screening_request_free,
                     (GDestroyNotify) meso_patient_free, patient_updated, NULL);
}

/* What was said here, else what the record knows; nobody has to say it twice. */
static gint64
find_weight (MesoScreeningDialog *self)
{
  gint64 said = meso_interview_get_response (self->interview)->weight_g;
  gint64 known = self->file->patient->weight_g;

  return said > 0 || !meso_body_weight_is_plausible (known) ? said : known;
}

static AdwNavigationPage *
get_facts_page (MesoScreeningDialog *self,
                gboolean             correct)
{
  if (self->facts == NULL)
    {
      self->facts = g_object_ref_sink (meso_facts_page_new (self->context));
      adw_navigation_page_set_tag (ADW_NAVIGATION_PAGE (self->facts), FACTS_TAG);
      g_signal_connect_object (self->facts, "forward", G_CALLBACK (facts_forward), self, G_CONNECT_SWAPPED);
    }
  meso_facts_page_show (self->facts, self->file->patient, find_weight (self), self->form == MESO_FORM_FULL, correct);
  return ADW_NAVIGATION_PAGE (self->facts);
}

static gboolean
lacks_facts (MesoScreeningDialog *self)
{
  const MesoPatient *patient = self->file->patient;

  return patient->sex == MESO_SEX_UNKNOWN || !meso_calendar_date_is_set (meso_patient_get_latest_birth (patient)) || self->form == MESO_FORM_FULL;
}

/* All pages that lie before this one, so that Back walks through them, also after a draft was taken up. last (nullable): the result
 * comes last when there is none */
static void
stack_up_to (MesoScreeningDialog *self,
             const MesoQuestion  *last)
{
  g_autoptr(GPtrArray) asked = meso_interview_list (self->interview);
  g_autoptr(GPtrArray) pages = g_ptr_array_new ();

  if (lacks_facts (self))
    g_ptr_array_add (pages, get_facts_page (self, FALSE));
  for (guint i = 0; i < asked->len; i++)
    {
      g_ptr_array_add (pages, get_question_page (self, g_ptr_array_index (asked, i)));
      if (g_ptr_array_index (asked, i) == last)
        break;
    }
  if (last == NULL)
    g_ptr_array_add (pages, self->verdict_page);
  adw_navigation_view_replace (self->view, (AdwNavigationPage **) pages->pdata, (int) pages->len);
}

static void
show_result (MesoScreeningDialog *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoVerdict) verdict = meso_interview_evaluate (self->interview, &error);
  MesoResult result = {
    .form = self->form, .verdict = verdict, .response = meso_interview_get_response (self->interview),
    .staff = self->file->staff, .today = meso_interview_get_date (self->interview),
  };

  if (verdict == NULL)
    {
      meso_error_presenter_alert (GTK_WIDGET (self), _("work out the result"), error);
      return;
    }
  self->reviewing = TRUE;
  g_clear_pointer (&self->notice, g_free);
  meso_screening_dialog_show_result (self, &result);
  stack_up_to (self, NULL);
  meso_screening_dialog_keep_draft (self);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (self->verdict_page)),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* question (nullable): NULL for the result; "sex" and "birth-date" are the record's */
void
meso_screening_dialog_ask (MesoScreeningDialog *self,
                           const char          *question)
{
  const MesoQuestion *next = question != NULL ? meso_protocol_lookup_question (meso_context_get_protocol (self->context), question)
                                              : NULL;
  AdwNavigationPage *page;

  if (question == NULL)
    {
      show_result (self);
      return;
    }
  page = next != NULL ? get_question_page (self, next) : get_facts_page (self, TRUE);
  if (!adw_navigation_view_find_page (self->view, adw_navigation_page_get_tag (page)))
    adw_navigation_view_push (self->view, page);
  else if (meso_interview_get_place (self->interview, question, NULL) > 0)
    stack_up_to (self, next);
  else
    adw_navigation_view_pop_to_page (self->view, page);
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
  const MesoQuestion *at = draft->at != NULL ? meso_protocol_lookup_question (meso_context_get_protocol (self->context), draft->at) : NULL;

  self->reviewing = open == NULL || (at == NULL && draft->at == NULL);
  if (at == NULL || meso_interview_get_place (self->interview, at->id, NULL) == 0 || draft->stale + draft->reworded > 0)
    at = open;
  if (at == NULL)
    {
      show_result (self);
      return;
    }
  if (draft->kept > 0 || draft->stale + draft->reworded > 0)
    self->notice = describe_draft (self, draft);
  stack_up_to (self, at);
}

static void
start (MesoScreeningDialog *self)
{
  const MesoQuestion *first = meso_interview_next (self->interview, NULL);
  AdwNavigationPage *page = lacks_facts (self) ? get_facts_page (self, FALSE)
                            : first != NULL ? get_question_page (self, first) : NULL;

  if (page != NULL)
    adw_navigation_view_replace (self->view, &page, 1);
  else
    show_result (self);
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
    start (self);
  else if (draft.at != NULL && draft.stale + draft.reworded == 0 &&
           meso_protocol_lookup_question (meso_context_get_protocol (self->context), draft.at) == NULL)
    {
      show_result (self);
      meso_screening_dialog_ask (self, draft.at);
    }
  else
    resume (self, &draft);
}

void
meso_screening_dialog_begin (MesoScreeningDialog *self,
                             const char          *id)
{
  g_clear_pointer (&self->screening_id, g_free);
  g_clear_object (&self->keeper);
  meso_screening_dialog_show_title (self);
  self->reviewing = FALSE;
  self->interview = meso_interview_new (meso_clinic_get_protocol (meso_context_get_clinic (self->context)), self->form,
                                        meso_context_get_today (self->context));
  if (self->verdict_page == NULL)
    self->verdict_page = g_object_ref_sink (meso_verdict_page_new (self->context));
  self->keeper = meso_draft_keeper_new (self->context, get_entity (self), self->patient_id);
  g_signal_connect_object (self->keeper, "notify::saved-at", G_CALLBACK (say_saved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->keeper, "notify::failed", G_CALLBACK (say_saved), self, G_CONNECT_SWAPPED);
  meso_draft_keeper_load (self->keeper, GTK_WIDGET (self), draft_loaded, g_strdup (id));
}

/* The questions are over, and what they were about lies in the file. */
static void
screening_recorded (GtkWidget    *widget,
                    gpointer      result,
                    const GError *error,
                    gpointer      user_data)
{
  MesoScreeningDialog *self = MESO_SCREENING_DIALOG (widget);

  meso_screening_dialog_set_busy (self, FALSE);
  if (error != NULL)
    {
      meso_error_presenter_alert (widget, _("store the screening"), error);
      return;
    }
  meso_draft_keeper_discard (self->keeper);
  g_clear_object (&self->keeper);
  self->screening_id = g_strdup (result);
  meso_screening_dialog_load (self);
}

/* Over midnight “today” was another day: what depends on it is asked again. */
static void
renew (MesoScreeningDialog *self)
{
  g_autofree char *json = meso_interview_to_json (self->interview, NULL);
  g_autoptr(MesoInterview) old = g_steal_pointer (&self->interview);
  g_auto(MesoInterviewDraft) draft = { 0 };
  AdwNavigationPage *empty = ADW_NAVIGATION_PAGE (adw_navigation_page_new (gtk_label_new (NULL), _("Screening")));

  adw_navigation_view_replace (self->view, &empty, 1);
  self->interview = meso_interview_new (meso_clinic_get_protocol (meso_context_get_clinic (self->context)), self->form,
                                        meso_context_get_today (self->context));
  meso_interview_from_json (self->interview, json, &draft);
  meso_interview_set_patient (self->interview, self->file->patient);
  resume (self, &draft);
}

void
meso_screening_dialog_finish (MesoScreeningDialog *self)
{
  MesoScreeningRequest *request;

  if (self->interview == NULL || !may_go_on (self, self->verdict_page))
    return;
  if (meso_calendar_date_compare (meso_interview_get_date (self->interview), meso_context_get_today (self->context)) != 0)
    {
      renew (self);
      return;
    }
  meso_screening_dialog_set_busy (self, TRUE);
  request = meso_screening_dialog_make_request (self);
  request->response = meso_questionnaire_response_copy (meso_interview_get_response (self->interview));
  meso_context_call (self->context, GTK_WIDGET (self), meso_screening_call_record, request, meso_screening_request_free, g_free,
                     screening_recorded, NULL);
}
