/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-screening-dialog-private.h"

#include <glib/gi18n.h>

#include "meso-body-weight.h"
#include "meso-error-presenter.h"
#include "meso-staff-service.h"
#include "meso-text.h"

#define FACTS_TAG "facts"

/* The one behind the last of the page. from (nullable): NULL for the first */
static const MesoQuestion *
find_next (MesoScreeningDialog *self,
           const char          *from)
{
  g_autoptr(GPtrArray) page = NULL;

  if (self->reviewing)
    return meso_interview_next_open (self->interview);
  if (from == NULL)
    return meso_interview_next (self->interview, NULL);
  page = meso_interview_list_page (self->interview, from);
  return meso_interview_next (self->interview, ((const MesoQuestion *) g_ptr_array_index (page, page->len - 1))->id);
}

static void
go_on (MesoScreeningDialog *self,
       const char          *from)
{
  const MesoQuestion *next = find_next (self, from);

  meso_screening_dialog_ask (self, next != NULL ? next->id : NULL);
}

static void
say_cleared (MesoScreeningDialog *self,
             guint                cleared)
{
  g_autofree char *number = meso_context_format_number (self->context, cleared);
  g_autofree char *isolated = meso_text_isolate (number);

  g_clear_pointer (&self->notice, g_free);
  if (cleared > 0)
    /* Translators: %s is the number */
    self->notice = g_strdup_printf (ngettext ("%s answer given before is no longer asked. It is kept out of the result.",
                                              "%s answers given before are no longer asked. They are kept out of the result.",
                                              cleared), isolated);
}

/* A button is pressed for a moment after its key: what went out of sight meanwhile has no say any more. */
static gboolean
may_go_on (MesoScreeningDialog *self,
           gpointer             page)
{
  return !self->busy && adw_navigation_view_get_visible_page (self->view) == page;
}

/* Nor has a tap that was meant for the page before. */
static gboolean
may_answer (MesoScreeningDialog *self,
            MesoQuestionPage    *page)
{
  return may_go_on (self, page) && !meso_screening_dialog_is_unread (self);
}

/* answer (nullable): NULL when the question is passed over */
static void
question_answered (MesoScreeningDialog *self,
                   const MesoQuestion  *question,
                   const MesoAnswer    *answer,
                   MesoQuestionPage    *page)
{
  if (!may_answer (self, page))
    return;
  meso_question_page_say (page, NULL);
  if (answer == NULL)
    meso_interview_skip (self->interview, question->id);
  else
    say_cleared (self, meso_interview_answer (self->interview, question->id, meso_answer_copy (answer)));
  meso_screening_dialog_keep_draft (self);
}

static void
question_forward (MesoScreeningDialog *self,
                  MesoQuestionPage    *page)
{
  if (may_answer (self, page))
    go_on (self, meso_question_page_get_question (page)->id);
}

/* The page that is there already, with what was typed into it, or a new one. */
static AdwNavigationPage *
get_question_page (MesoScreeningDialog *self,
                   const MesoQuestion  *question)
{
  const MesoQuestion *leader = meso_interview_get_leader (self->interview, question->id);
  AdwNavigationPage *page = adw_navigation_view_find_page (self->view, leader->id);

  if (page != NULL)
    return page;
  page = ADW_NAVIGATION_PAGE (meso_question_page_new (self->context, self->interview, leader));
  adw_navigation_page_set_tag (page, leader->id);
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

void
meso_screening_dialog_stack (MesoScreeningDialog *self,
                             const MesoQuestion  *last)
{
  g_autoptr(GPtrArray) asked = meso_interview_list (self->interview);
  g_autoptr(GPtrArray) pages = g_ptr_array_new ();

  if (lacks_facts (self))
    g_ptr_array_add (pages, get_facts_page (self, FALSE));
  for (guint i = 0; i < asked->len; i++)
    {
      const MesoQuestion *question = g_ptr_array_index (asked, i);

      if (meso_interview_get_leader (self->interview, question->id) == question)
        g_ptr_array_add (pages, get_question_page (self, question));
      if (question == last)
        break;
    }
  if (last == NULL)
    g_ptr_array_add (pages, self->verdict_page);
  adw_navigation_view_replace (self->view, (AdwNavigationPage **) pages->pdata, (int) pages->len);
}

void
meso_screening_dialog_show_found (MesoScreeningDialog *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoVerdict) verdict = meso_interview_evaluate (self->interview, &error);
  MesoResult result = {
    .form = self->form, .protocol = meso_interview_get_protocol (self->interview), .verdict = verdict,
    .response = meso_interview_get_response (self->interview), .staff = self->file->staff,
    .today = meso_interview_get_date (self->interview),
  };

  if (verdict == NULL)
    {
      meso_error_presenter_alert (GTK_WIDGET (self), _("work out the result"), error);
      return;
    }
  self->reviewing = TRUE;
  g_clear_pointer (&self->notice, g_free);
  meso_screening_dialog_show_result (self, &result);
  meso_screening_dialog_stack (self, NULL);
  meso_screening_dialog_keep_draft (self);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (self->verdict_page)),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* question (nullable): NULL for the result; "sex" and "birth-date" are the record's */
void
meso_screening_dialog_ask (MesoScreeningDialog *self,
                           const char          *question)
{
  const MesoQuestion *next = question != NULL
                               ? meso_protocol_lookup_question (meso_interview_get_protocol (self->interview), question) : NULL;
  AdwNavigationPage *page;

  if (question == NULL)
    {
      meso_screening_dialog_show_found (self);
      return;
    }
  page = next != NULL ? get_question_page (self, next) : get_facts_page (self, TRUE);
  if (!adw_navigation_view_find_page (self->view, adw_navigation_page_get_tag (page)))
    adw_navigation_view_push (self->view, page);
  else if (meso_interview_get_place (self->interview, question, NULL) > 0)
    meso_screening_dialog_stack (self, next);
  else
    adw_navigation_view_pop_to_page (self->view, page);
}

void
meso_screening_dialog_start (MesoScreeningDialog *self)
{
  const MesoQuestion *first = meso_interview_next (self->interview, NULL);
  AdwNavigationPage *page = lacks_facts (self) ? get_facts_page (self, FALSE)
                            : first != NULL ? get_question_page (self, first) : NULL;

  if (page != NULL)
    adw_navigation_view_replace (self->view, &page, 1);
  else
    meso_screening_dialog_show_found (self);
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

void
meso_screening_dialog_finish (MesoScreeningDialog *self)
{
  MesoScreeningRequest *request;

  if (self->interview == NULL || !may_go_on (self, self->verdict_page))
    return;
  if (meso_calendar_date_compare (meso_interview_get_date (self->interview), meso_context_get_today (self->context)) != 0)
    {
      meso_screening_dialog_renew (self);
      return;
    }
  meso_screening_dialog_set_busy (self, TRUE);
  request = meso_screening_dialog_make_request (self);
  request->response = meso_questionnaire_response_copy (meso_interview_get_response (self->interview));
  meso_context_call (self->context, GTK_WIDGET (self), meso_screening_call_record, request, meso_screening_request_free, g_free,
                     screening_recorded, NULL);
}
