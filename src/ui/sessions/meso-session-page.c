/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-session-page.h"

#include <glib/gi18n.h>

#include "meso-draft-keeper.h"
#include "meso-error-presenter.h"
#include "meso-row.h"
#include "meso-session-bar.h"
#include "meso-session-beginning.h"
#include "meso-session-call.h"
#include "meso-session-form-view.h"
#include "meso-session-form-reading.h"
#include "meso-session-questions.h"
#include "meso-stack-leaving.h"

struct _MesoSessionPage
{
  AdwNavigationPage parent_instance;

  MesoContext *context;
  char *patient;
  char *session_id;
  MesoDraftKeeper *keeper;
  MesoRow *facts_row;              /* keeps the facts */
  const MesoSessionFacts *facts;
  guint asked;                     /* only the newest question's answer is shown */
  gboolean filled;
  gboolean tried;                  /* faults are shown from the first try on */
  gboolean signing;                /* what changes on the way must not bring the draft back */
  gboolean signed_now;

  AdwWindowTitle *window_title;
  AdwBanner *archived;
  AdwBanner *resumed;
  MesoSessionQuestions *questions;
  MesoSessionFormView *form_view;
  MesoSessionBar *bar;
};

G_DEFINE_FINAL_TYPE (MesoSessionPage, meso_session_page, ADW_TYPE_NAVIGATION_PAGE)

/* The blood pressure before is one of the day's questions where these are asked here. */
static void
show_faults (MesoSessionPage  *self,
             char            **faults)
{
  if (meso_session_questions_ask_pressure (self->questions))
    {
      meso_session_questions_fault_pressure (self->questions, faults[MESO_SESSION_FIELD_BEFORE]);
      g_clear_pointer (&faults[MESO_SESSION_FIELD_BEFORE], g_free);
    }
  meso_session_form_view_show_faults (self->form_view, faults);
}

/* Shows what the form says and lacks; the session (transfer full) (nullable) when it lacks nothing. */
static MesoTreatmentSession *
build (MesoSessionPage       *self,
       const MesoSessionForm *form)
{
  char *none[MESO_SESSION_N_FIELDS] = { NULL };
  char *faults[MESO_SESSION_N_FIELDS] = { NULL };
  MesoTreatmentSession *session = meso_session_form_build (form, self->facts->chart,
                                                           meso_context_get_today (self->context), faults);
  guint missing = meso_session_ready_count_missing (meso_session_form_view_get_ready (self->form_view));

  show_faults (self, self->tried ? faults : none);
  meso_session_form_view_show_sum (self->form_view, meso_session_form_sum (form, self->facts->chart));
  missing += meso_session_questions_count_missing (self->questions);
  for (int i = 0; i < MESO_SESSION_N_FIELDS; i++)
    {
      missing += faults[i] != NULL ? 1 : 0;
      g_free (faults[i]);
    }
  meso_session_bar_show_missing (self->bar, self->context, missing);
  return session;
}

static MesoSessionForm *
read_form (MesoSessionPage *self)
{
  MesoSessionForm *form = meso_session_form_view_read (self->form_view);

  form->amends = g_strdup (self->session_id);
  if (meso_session_questions_ask_pressure (self->questions))
    meso_session_questions_take_pressure (self->questions, form->before);
  return form;
}

static void
show_form (MesoSessionPage *self)
{
  g_autoptr(MesoSessionForm) form = read_form (self);
  g_autoptr(MesoTreatmentSession) session = build (self, form);
}

/* By the person's hand: what the page filled in by itself is no draft. */
static void
form_changed (MesoSessionPage *self)
{
  g_autoptr(MesoSessionForm) form = NULL;
  g_autoptr(MesoTreatmentSession) session = NULL;
  g_autofree char *json = NULL;

  if (!self->filled || self->signing || self->signed_now)
    return;
  form = read_form (self);
  session = build (self, form);
  json = meso_session_form_to_json (form);
  meso_draft_keeper_set_text (self->keeper, json);
}

static void
show_title (MesoSessionPage *self)
{
  g_autofree char *name = meso_patient_dup_full_name (self->facts->chart->patient);
  g_autofree char *title = meso_session_beginning_dup_title (self->context, self->facts);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, name);
  adw_banner_set_revealed (self->archived, self->facts->chart->patient->archived);
}

static void
show_facts (MesoSessionPage *self)
{
  meso_session_questions_show_facts (self->questions, self->facts, meso_session_form_view_get_day (self->form_view, self->facts));
  meso_session_form_view_show_facts (self->form_view, self->facts, meso_session_questions_ask (self->questions),
                                     meso_session_questions_ask_pressure (self->questions));
}

static void
focus_start (MesoSessionPage *self)
{
  if (!meso_session_questions_focus (self->questions))
    meso_session_form_view_focus_start (self->form_view);
}

static void
questions_finished (MesoSessionPage *self)
{
  meso_session_form_view_focus_start (self->form_view);
}

static void
questions_resumed (MesoSessionPage *self)
{
  adw_banner_set_revealed (self->resumed, TRUE);
  if (self->filled)
    show_form (self);
}

static void load (MesoSessionPage *self);

static void
draft_loaded (GtkWidget  *widget,
              const char *text,
              gpointer    user_data)
{
  MesoSessionPage *self = MESO_SESSION_PAGE (widget);
  g_autoptr(MesoSessionForm) form = text != NULL ? meso_session_form_from_json (text) : NULL;
  gboolean is_ours = form != NULL && g_strcmp0 (form->amends, self->session_id) == 0;

  if (!is_ours)
    {
      g_clear_pointer (&form, meso_session_form_free);
      form = self->facts->original != NULL ? meso_session_beginning_correct (self->context, self->facts)
                                           : meso_session_beginning_new (self->context, self->facts);
    }
  meso_session_form_view_fill (self->form_view, form);
  self->filled = TRUE;
  adw_banner_set_revealed (self->resumed, is_ours);
  gtk_widget_set_sensitive (GTK_WIDGET (self->form_view), TRUE);
  gtk_widget_action_set_enabled (widget, "session.sign", TRUE);
  show_facts (self);
  focus_start (self);
  show_form (self);
  /* A draft may be of another day. */
  load (self);
}

static void
start_afresh (MesoSessionPage *self)
{
  meso_draft_keeper_discard (self->keeper);
  meso_session_questions_discard (self->questions);
  self->tried = FALSE;
  draft_loaded (GTK_WIDGET (self), NULL, NULL);
}

static void
facts_loaded (GtkWidget    *widget,
              gpointer      result,
              const GError *error,
              gpointer      user_data)
{
  MesoSessionPage *self = MESO_SESSION_PAGE (widget);

  if (GPOINTER_TO_UINT (user_data) != self->asked)
    return;
  if (error != NULL)
    {
      meso_error_presenter_alert (widget, _("open the session"), error);
      return;
    }
  g_set_object (&self->facts_row, result);
  self->facts = meso_row_get_value (result);
  show_title (self);
  show_facts (self);
  if (self->filled)
    show_form (self);
  else
    meso_draft_keeper_load (self->keeper, widget, draft_loaded, NULL);
}

static MesoSessionRequest *
make_request (MesoSessionPage *self)
{
  MesoSessionRequest *request = g_new0 (MesoSessionRequest, 1);

  request->patient = g_strdup (self->patient);
  request->session_id = g_strdup (self->session_id);
  request->today = meso_context_get_today (self->context);
  if (self->filled)
    {
      g_autoptr(MesoSessionForm) form = read_form (self);

      request->day = form->date;
    }
  return request;
}

static void
load (MesoSessionPage *self)
{
  self->asked++;
  meso_context_call (self->context, GTK_WIDGET (self), meso_session_call_load, make_request (self),
                     (GDestroyNotify) meso_session_request_free, g_object_unref, facts_loaded, GUINT_TO_POINTER (self->asked));
}

/* Another day has another short form. */
static void
date_changed (MesoSessionPage *self)
{
  if (!self->filled || self->signing || self->signed_now)
    return;
  form_changed (self);
  load (self);
}

/* What somebody answers and leaves may forbid the session. What is typed here is a draft too, and changes nothing here. */
static gboolean
is_about_screening (MesoSessionPage *self,
                    const char      *draft)
{
  return g_str_has_prefix (draft, "screening/") ||
         (g_str_has_prefix (draft, "short-form/") && !meso_session_questions_ask (self->questions));
}

static void
clinic_changed (MesoSessionPage *self,
                const char      *what,
                const char      *id)
{
  static const char *const watched[] = { "screening", "decision", "formula", "plan", "patient", "preparation", "stock", "setting", NULL };

  if (self->filled && !self->signing && !self->signed_now &&
      (g_strv_contains (watched, what) || (g_str_equal (what, "draft") && is_about_screening (self, id))))
    load (self);
}

static void
set_busy (MesoSessionPage *self,
          gboolean         busy)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->questions), !busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->form_view), !busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.sign", !busy);
}

static void
signed_off (GtkWidget    *widget,
            gpointer      result,
            const GError *error,
            gpointer      user_data)
{
  MesoSessionPage *self = MESO_SESSION_PAGE (widget);

  self->signing = FALSE;
  if (error != NULL)
    {
      set_busy (self, FALSE);
      meso_error_presenter_alert (widget, self->session_id != NULL ? _("sign the correction") : _("sign the session"), error);
      return;
    }
  self->signed_now = TRUE;
  meso_draft_keeper_discard (self->keeper);
  meso_session_questions_discard (self->questions);
  meso_error_presenter_say (widget, self->session_id != NULL ? _("Correction signed and stored") : _("Session signed and stored"),
                            NULL);
  if (self->session_id == NULL)
    gtk_widget_activate_action (widget, "win.handout", "(sss)", self->patient, "aftercare", "");
  else
    gtk_widget_activate_action (widget, "navigation.pop", NULL);
}

static void
send (MesoSessionPage      *self,
      MesoTreatmentSession *session,
      const char           *reason)
{
  MesoSessionRequest *request = make_request (self);

  meso_session_beginning_complete (session, self->facts);
  request->session = session;
  request->reason = g_strdup (reason);
  request->answers = meso_session_questions_dup_answers (self->questions);
  /* Those that are stored with it are the ones of its day. */
  if (request->answers != NULL)
    g_clear_pointer (&session->screening, g_free);
  self->signing = TRUE;
  meso_draft_keeper_flush (self->keeper);
  meso_session_questions_flush (self->questions);
  set_busy (self, TRUE);
  meso_context_call (self->context, GTK_WIDGET (self), meso_session_call_sign, request,
                     (GDestroyNotify) meso_session_request_free, g_free, signed_off, NULL);
}

static void
sign_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MesoSessionPage *self = MESO_SESSION_PAGE (widget);
  MesoSessionReady *ready = meso_session_form_view_get_ready (self->form_view);
  g_autoptr(MesoSessionForm) form = NULL;
  MesoTreatmentSession *session;

  if (!self->filled || self->signing || self->signed_now)
    return;
  self->tried = TRUE;
  form = read_form (self);
  session = build (self, form);
  if (session != NULL && meso_session_ready_count_missing (ready) == 0 && !meso_session_questions_is_missing (self->questions))
    {
      send (self, session, form->reason);
      return;
    }
  g_clear_pointer (&session, meso_treatment_session_free);
  meso_session_ready_insist (ready);
  meso_session_form_view_focus_fault (self->form_view);
  if (meso_session_questions_is_missing (self->questions))
    meso_session_questions_insist (self->questions);
}

static void
meso_session_page_hidden (AdwNavigationPage *page)
{
  MesoSessionPage *self = MESO_SESSION_PAGE (page);

  ADW_NAVIGATION_PAGE_CLASS (meso_session_page_parent_class)->hidden (page);
  /* What is signed isn't gone back to as a form. */
  if (self->signed_now && self->session_id == NULL)
    meso_stack_leave (page);
}

static void
meso_session_page_dispose (GObject *object)
{
  MesoSessionPage *self = MESO_SESSION_PAGE (object);

  if (self->keeper != NULL)
    meso_draft_keeper_flush (self->keeper);
  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_SESSION_PAGE);
  g_clear_object (&self->keeper);
  self->facts = NULL;
  g_clear_object (&self->facts_row);
  g_clear_object (&self->context);
  g_clear_pointer (&self->patient, g_free);
  g_clear_pointer (&self->session_id, g_free);
  G_OBJECT_CLASS (meso_session_page_parent_class)->dispose (object);
}

static void
meso_session_page_class_init (MesoSessionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_session_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->hidden = meso_session_page_hidden;
  g_type_ensure (MESO_TYPE_SESSION_QUESTIONS);
  g_type_ensure (MESO_TYPE_SESSION_FORM_VIEW);
  g_type_ensure (MESO_TYPE_SESSION_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-session-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoSessionPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionPage, archived);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionPage, resumed);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionPage, questions);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionPage, form_view);
  gtk_widget_class_bind_template_child (widget_class, MesoSessionPage, bar);
  gtk_widget_class_bind_template_callback (widget_class, form_changed);
  gtk_widget_class_bind_template_callback (widget_class, date_changed);
  gtk_widget_class_bind_template_callback (widget_class, start_afresh);
  gtk_widget_class_bind_template_callback (widget_class, questions_finished);
  gtk_widget_class_bind_template_callback (widget_class, questions_resumed);
  gtk_widget_class_install_action (widget_class, "session.sign", NULL, sign_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "session.sign", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "session.sign", NULL);
}

static void
meso_session_page_init (MesoSessionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.sign", FALSE);
}

MesoSessionPage *
meso_session_page_new (MesoContext *context,
                       const char  *patient,
                       const char  *session)
{
  MesoSessionPage *self = g_object_new (MESO_TYPE_SESSION_PAGE, NULL);

  self->context = g_object_ref (context);
  self->patient = g_strdup (patient);
  self->session_id = g_strdup (session);
  /* A correction is a draft of its own: the patient's next session may be half typed. */
  self->keeper = meso_draft_keeper_new (context, "session", session != NULL ? session : patient);
  meso_session_questions_set_context (self->questions, context);
  meso_session_form_view_set_context (self->form_view, context);
  meso_session_form_view_set_correction (self->form_view, session != NULL);
  if (session != NULL)
    meso_session_bar_set_sign_label (self->bar, _("_Sign Correction"));
  meso_session_bar_set_keeper (self->bar, self->keeper);
  g_signal_connect_object (meso_context_get_clinic (context), "changed", G_CALLBACK (clinic_changed), self, G_CONNECT_SWAPPED);
  load (self);
  return self;
}
