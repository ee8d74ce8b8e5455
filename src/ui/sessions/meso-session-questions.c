/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-session-questions.h"

#include <glib/gi18n.h>

#include "meso-draft-keeper.h"
#include "meso-error-presenter.h"
#include "meso-session-form-reading.h"
#include "meso-short-form.h"

struct _MesoSessionQuestions
{
  AdwBin parent_instance;

  MesoContext *context;
  char *patient;                 /* (nullable): until the first facts */
  MesoCalendarDate day;
  MesoDraftKeeper *keeper;
  MesoShortForm *form;
  gboolean asked_here;
  gboolean corrects;             /* a correction can't bring answers along: they are stored first */
  gboolean storing;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (MesoSessionQuestions, meso_session_questions, ADW_TYPE_BIN)

enum { CHANGED, RESUMED, FINISHED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* No answers on record, or such as leave something open. */
static gboolean
is_unanswered (const MesoChart *chart)
{
  return chart->short_form == NULL || chart->short_eligibility == MESO_ELIGIBILITY_UNSCREENED ||
         chart->short_eligibility == MESO_ELIGIBILITY_INCOMPLETE;
}

/* What was recorded stands on the answers of its day: they aren't asked again for it. */
static gboolean
are_due (MesoSessionQuestions   *self,
         const MesoSessionFacts *facts,
         MesoCalendarDate        day)
{
  return meso_calendar_date_is_set (day) && meso_calendar_date_compare (day, meso_context_get_today (self->context)) <= 0 &&
         (facts->original == NULL || meso_calendar_date_compare (facts->original->date, day) != 0) && is_unanswered (facts->chart);
}

static void
draft_loaded (GtkWidget  *widget,
              const char *text,
              gpointer    user_data)
{
  MesoSessionQuestions *self = MESO_SESSION_QUESTIONS (widget);
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self->form)) != NULL;

  if (text == NULL || !meso_short_form_take_draft (self->form, text))
    return;
  if (focused)
    meso_session_questions_focus (self);
  g_signal_emit (self, signals[RESUMED], 0);
}

static void
begin_patient (MesoSessionQuestions *self,
               const char           *patient)
{
  self->patient = g_strdup (patient);
  self->keeper = meso_draft_keeper_new (self->context, "short-form", patient);
  meso_draft_keeper_load (self->keeper, GTK_WIDGET (self), draft_loaded, NULL);
}

void
meso_session_questions_show_facts (MesoSessionQuestions   *self,
                                   const MesoSessionFacts *facts,
                                   MesoCalendarDate        day)
{
  const MesoChart *chart = facts->chart;
  g_autoptr(GPtrArray) proposals = NULL;

  self->asked_here = are_due (self, facts, day);
  self->corrects = facts->original != NULL;
  self->day = day;
  gtk_widget_set_visible (GTK_WIDGET (self), self->asked_here);
  if (!self->asked_here)
    return;
  meso_short_form_begin (self->form, chart->patient, day);
  proposals = meso_chart_propose (chart, meso_context_get_protocol (self->context), MESO_FORM_SHORT);
  meso_short_form_show_known (self->form, proposals);
  meso_short_form_need_pressure (self->form, meso_session_form_needs_pressure (chart));
  if (chart->short_form != NULL)
    meso_short_form_adopt (self->form, chart->short_form);
  if (self->patient == NULL)
    begin_patient (self, chart->patient->id);
}

gboolean
meso_session_questions_ask (MesoSessionQuestions *self)
{
  return self->asked_here;
}

gboolean
meso_session_questions_ask_pressure (MesoSessionQuestions *self)
{
  return self->asked_here && meso_short_form_asks_pressure (self->form);
}

void
meso_session_questions_take_pressure (MesoSessionQuestions  *self,
                                      char                 **texts)
{
  meso_short_form_take_pressure (self->form, texts);
}

void
meso_session_questions_fault_pressure (MesoSessionQuestions *self,
                                       const char           *sentence)
{
  meso_short_form_fault_pressure (self->form, sentence);
}

gboolean
meso_session_questions_is_missing (MesoSessionQuestions *self)
{
  return self->asked_here && (self->corrects || !meso_short_form_allows (self->form));
}

guint
meso_session_questions_count_missing (MesoSessionQuestions *self)
{
  if (!meso_session_questions_is_missing (self))
    return 0;
  return self->corrects ? 1 : MAX (meso_short_form_count_open (self->form), 1);
}

MesoQuestionnaireResponse *
meso_session_questions_dup_answers (MesoSessionQuestions *self)
{
  if (!self->asked_here || self->corrects)
    return NULL;
  return meso_questionnaire_response_copy (meso_interview_get_response (meso_short_form_get_interview (self->form)));
}

void
meso_session_questions_insist (MesoSessionQuestions *self)
{
  meso_short_form_insist (self->form);
}

gboolean
meso_session_questions_focus (MesoSessionQuestions *self)
{
  return self->asked_here && meso_short_form_focus_open (self->form);
}

void
meso_session_questions_flush (MesoSessionQuestions *self)
{
  if (self->keeper != NULL)
    meso_draft_keeper_flush (self->keeper);
}

void
meso_session_questions_discard (MesoSessionQuestions *self)
{
  if (self->keeper != NULL)
    meso_draft_keeper_discard (self->keeper);
  meso_short_form_clear (self->form);
}

static void
form_changed (MesoSessionQuestions *self)
{
  g_autofree char *json = meso_short_form_to_json (self->form);

  if (self->keeper != NULL)
    meso_draft_keeper_set_text (self->keeper, json);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
form_finished (MesoSessionQuestions *self)
{
  g_signal_emit (self, signals[FINISHED], 0);
}

typedef struct
{
  gboolean allows;
  gboolean suspends;
} Said;

/* What stops the session is looked at next; the course may be suspended by it. */
static void
stored (GtkWidget    *widget,
        gpointer      result,
        const GError *error,
        gpointer      user_data)
{
  MesoSessionQuestions *self = MESO_SESSION_QUESTIONS (widget);
  g_autofree Said *said = user_data;

  self->storing = FALSE;
  meso_short_form_set_busy (self->form, FALSE);
  if (error != NULL)
    {
      meso_error_presenter_alert (widget, _("store the answers"), error);
      return;
    }
  meso_session_questions_discard (self);
  meso_error_presenter_say (widget, said->suspends ? _("Answers stored: the course is suspended") : _("Answers stored"), NULL);
  if (!said->allows)
    gtk_widget_activate_action (widget, "win.decide", "s", (const char *) result);
}

static void
store (MesoSessionQuestions *self)
{
  MesoSessionRequest *request;
  Said *said;

  if (self->storing)
    return;
  request = g_new0 (MesoSessionRequest, 1);
  request->patient = g_strdup (self->patient);
  request->day = self->day;
  request->today = meso_context_get_today (self->context);
  request->answers = meso_questionnaire_response_copy (meso_interview_get_response (meso_short_form_get_interview (self->form)));
  said = g_new0 (Said, 1);
  said->allows = meso_short_form_allows (self->form);
  said->suspends = meso_short_form_suspends (self->form);
  self->storing = TRUE;
  meso_short_form_set_busy (self->form, TRUE);
  meso_draft_keeper_flush (self->keeper);
  meso_context_call (self->context, GTK_WIDGET (self), meso_session_call_store_answers, request,
                     (GDestroyNotify) meso_session_request_free, g_free, stored, said);
}

static void
meso_session_questions_get_property (GObject    *object,
                                     guint       id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  g_value_set_boolean (value, MESO_SESSION_QUESTIONS (object)->narrow);
}

static void
meso_session_questions_set_property (GObject      *object,
                                     guint         id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  MesoSessionQuestions *self = MESO_SESSION_QUESTIONS (object);

  self->narrow = g_value_get_boolean (value);
  meso_short_form_set_narrow (self->form, self->narrow);
}

static void
meso_session_questions_dispose (GObject *object)
{
  MesoSessionQuestions *self = MESO_SESSION_QUESTIONS (object);

  meso_session_questions_flush (self);
  g_clear_object (&self->keeper);
  g_clear_object (&self->context);
  g_clear_pointer (&self->patient, g_free);
  G_OBJECT_CLASS (meso_session_questions_parent_class)->dispose (object);
}

static void
meso_session_questions_class_init (MesoSessionQuestionsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = meso_session_questions_get_property;
  object_class->set_property = meso_session_questions_set_property;
  object_class->dispose = meso_session_questions_dispose;
  g_object_class_install_property (object_class, 1, g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[RESUMED] = g_signal_new ("resumed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FINISHED] = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
meso_session_questions_init (MesoSessionQuestions *self)
{
  self->form = g_object_new (MESO_TYPE_SHORT_FORM, NULL);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->form));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect_object (self->form, "changed", G_CALLBACK (form_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "finished", G_CALLBACK (form_finished), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "store", G_CALLBACK (store), self, G_CONNECT_SWAPPED);
}

void
meso_session_questions_set_context (MesoSessionQuestions *self,
                                    MesoContext          *context)
{
  g_set_object (&self->context, context);
  meso_short_form_set_context (self->form, context);
}
