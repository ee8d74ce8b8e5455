/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "visit-fixture.h"

#include "meso-chart-service.h"
#include "meso-decision-service.h"
#include "meso-formula-service.h"
#include "meso-handout-service.h"
#include "meso-patient-service.h"
#include "meso-plan-service.h"
#include "meso-screening-engine.h"
#include "meso-screening-service.h"
#include "meso-session-service.h"
#include "meso-staff-service.h"

#define SCREENED_DAYS_AGO 30

typedef struct
{
  Visit *visit;
  MesoForm form;
  MesoCalendarDate day;
  const char *yes;
  const char *ingredient;
  const char *name;
  MesoRole role;
} Request;

MesoCalendarDate
visit_get_day (Visit *self,
               int    days_from_today)
{
  return meso_calendar_date_add_days (self->today, days_from_today);
}

static gpointer
add_patient (MesoClinic  *clinic,
             gpointer     request,
             GError     **error)
{
  return meso_patient_service_add (clinic, request, (MesoCalendarDate) { 2026, 1, 1 }, error);
}

static gpointer
screen (MesoClinic  *clinic,
        gpointer     data,
        GError     **error)
{
  const Request *request = data;
  const MesoProtocol *protocol = meso_clinic_get_protocol (clinic);
  const GPtrArray *questions = meso_protocol_get_questions (protocol);
  g_autoptr(MesoQuestionnaireResponse) response = meso_questionnaire_response_new ();
  g_autoptr(MesoVerdict) verdict = NULL;
  char *id = NULL;

  response->form = request->form;
  response->sex = request->visit->patient->sex;
  if (request->yes != NULL)
    meso_questionnaire_response_set (response, request->yes, meso_answer_new (MESO_ANSWER_YES));
  for (guint i = 0; i < questions->len; i++)
    {
      const MesoQuestion *question = g_ptr_array_index (questions, i);

      if (question->type == MESO_QUESTION_ANSWER && meso_questionnaire_response_lookup (response, question->id) == NULL &&
          meso_screening_engine_asks (protocol, response, question))
        meso_questionnaire_response_set (response, question->id, meso_answer_new (MESO_ANSWER_NO));
    }
  verdict = meso_screening_service_record (clinic, request->visit->patient->id, response, request->day, &id, error);
  return verdict != NULL ? id : NULL;
}

static gpointer
prepare (MesoClinic  *clinic,
         gpointer     data,
         GError     **error)
{
  const Request *request = data;
  const MesoFormulaPatient said = { 0 };
  g_autoptr(MesoFormula) formula = meso_formula_new ();
  MesoFormulaItem *item = meso_formula_item_new ();
  g_autoptr(MesoFormulaCheck) check = NULL;
  g_autofree char *version = NULL;

  item->ingredient = g_strdup (request->ingredient);
  item->strength = g_strdup ("1 mg/mL");
  item->volume = g_strdup ("2 mL");
  g_ptr_array_add (formula->items, item);
  formula->points = 20;
  check = meso_formula_service_record (clinic, request->visit->patient->id, formula, &said, "en", &version, error);
  return g_steal_pointer (&version);
}

static gpointer
plan (MesoClinic  *clinic,
      gpointer     data,
      GError     **error)
{
  const Request *request = data;
  const MesoPlanTemplate *template = g_ptr_array_index (meso_protocol_get_plans (meso_clinic_get_protocol (clinic)), 0);
  const MesoPlanOptions options = { .start = request->visit->today };

  return meso_plan_service_record (clinic, request->visit->patient->id, template, &options, error);
}

static gpointer
sign (MesoClinic  *clinic,
      gpointer     data,
      GError     **error)
{
  const Request *request = data;
  const MesoScreeningDecision decision = {
    .screening = (char *) request->name, .kind = MESO_DECISION_SIGN, .reason = (char *) "fine",
  };

  return meso_decision_service_record (clinic, &decision, request->day, error);
}

Visit *
visit_new (const char *language,
           const char *patient_language,
           const char *ingredient)
{
  Visit *self = g_new0 (Visit, 1);
  g_autoptr(MesoPatient) patient = meso_patient_new ();
  g_autoptr(MesoPlan) laid_out = NULL;
  g_autofree char *screening = NULL;
  g_autofree char *decision = NULL;
  g_autofree char *version = NULL;
  Request request = { .visit = self, .form = MESO_FORM_FULL, .ingredient = ingredient };

  self->fixture = ui_fixture_new (language, 0);
  self->today = meso_context_get_today (self->fixture->context);
  g_set_str (&patient->given_name, VISIT_GIVEN);
  g_set_str (&patient->family_name, VISIT_FAMILY);
  g_set_str (&patient->language, patient_language);
  patient->sex = MESO_SEX_FEMALE;
  patient->birth_date = (MesoCalendarDate) { 1990, 3, 4 };
  self->patient = ui_fixture_call (self->fixture, add_patient, patient);
  request.day = visit_get_day (self, -SCREENED_DAYS_AGO);
  screening = ui_fixture_call (self->fixture, screen, &request);
  request.name = screening;
  decision = ui_fixture_call (self->fixture, sign, &request);
  laid_out = ui_fixture_call (self->fixture, plan, &request);
  version = ui_fixture_call (self->fixture, prepare, &request);
  return self;
}

void
visit_free (Visit *self)
{
  ui_fixture_free (self->fixture);
  meso_patient_free (self->patient);
  g_free (self);
}

static void
answer (Visit            *self,
        MesoForm          form,
        MesoCalendarDate  day,
        const char       *yes)
{
  Request request = { .visit = self, .form = form, .day = day, .yes = yes };
  g_autofree char *id = ui_fixture_call (self->fixture, screen, &request);

  g_assert_nonnull (id);
}

void
visit_answer_short_form (Visit            *self,
                         MesoCalendarDate  day,
                         const char       *yes)
{
  answer (self, MESO_FORM_SHORT, day, yes);
}

void
visit_screen_again (Visit      *self,
                    const char *yes)
{
  answer (self, MESO_FORM_FULL, self->today, yes);
}

static gpointer
get_chart (MesoClinic  *clinic,
           gpointer     data,
           GError     **error)
{
  const Visit *self = data;

  return meso_chart_service_get (clinic, self->patient->id, self->today, error);
}

MesoChart *
visit_get_chart (Visit *self)
{
  return ui_fixture_call (self->fixture, get_chart, self);
}

static gpointer
treat (MesoClinic  *clinic,
       gpointer     data,
       GError     **error)
{
  const Visit *self = data;
  g_autoptr(MesoChart) chart = get_chart (clinic, data, error);
  g_autoptr(MesoStaff) desk = meso_staff_service_dup_desk (clinic);
  g_autoptr(MesoTreatmentSession) session = meso_treatment_session_new ();
  const MesoPlannedSession *next = chart != NULL ? meso_course_get_next_session (chart->course) : NULL;

  if (next == NULL)
    return NULL;
  session->patient = g_strdup (self->patient->id);
  session->plan = g_strdup (next->plan);
  session->session_n = next->n;
  session->date = self->today;
  session->minute = 10 * 60;
  session->operator = g_strdup (desk->id);
  session->formula = g_strdup (chart->formula->formula_id);
  session->formula_version = chart->formula->version;
  session->points = 20;
  session->volume_ul = 2000;
  return meso_session_service_record (clinic, session, self->today, error);
}

char *
visit_treat (Visit *self)
{
  char *id = ui_fixture_call (self->fixture, treat, self);

  g_assert_nonnull (id);
  return id;
}

static gpointer
seat (MesoClinic  *clinic,
      gpointer     data,
      GError     **error)
{
  const Request *request = data;
  g_autoptr(MesoStaff) person = meso_staff_new ();
  g_autofree char *id = NULL;

  g_set_str (&person->name, request->name);
  person->role = request->role;
  person->active = TRUE;
  id = meso_staff_service_add (clinic, person, error);
  return id != NULL && meso_staff_service_take_desk (clinic, id, error) ? g_steal_pointer (&id) : NULL;
}

char *
visit_seat (Visit      *self,
            const char *name,
            MesoRole    role)
{
  Request request = { .visit = self, .name = name, .role = role };
  char *id = ui_fixture_call (self->fixture, seat, &request);

  g_assert_nonnull (id);
  return id;
}

static gpointer
list_handouts (MesoClinic  *clinic,
               gpointer     data,
               GError     **error)
{
  const Visit *self = data;

  return meso_handout_service_list (clinic, self->patient->id, error);
}

guint
visit_count_handouts (Visit *self)
{
  g_autoptr(GPtrArray) sheets = ui_fixture_call (self->fixture, list_handouts, self);

  return sheets->len;
}

static void
note_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  VisitDesk *desk = user_data;
  g_autofree char *text = g_variant_print (parameter, FALSE);

  desk->calls++;
  g_free (desk->last);
  desk->last = g_strdup_printf ("win.%s %s", g_action_get_name (G_ACTION (action)), text);
}

GtkWindow *
visit_show (VisitDesk         *desk,
            AdwNavigationPage *page,
            int                width,
            int                height)
{
  static const GActionEntry entries[] = {
    { "screen", note_action, "s", NULL, NULL, { 0 } },       { "short-form", note_action, "s", NULL, NULL, { 0 } },
    { "decide", note_action, "s", NULL, NULL, { 0 } },       { "open-patient", note_action, "s", NULL, NULL, { 0 } },
    { "formula", note_action, "(ss)", NULL, NULL, { 0 } },   { "handout", note_action, "(sss)", NULL, NULL, { 0 } },
    { "next-step", note_action, "s", NULL, NULL, { 0 } },    { "prepare", note_action, "(ss)", NULL, NULL, { 0 } },
    { "session", note_action, "(ss)", NULL, NULL, { 0 } },   { "preparation", note_action, "s", NULL, NULL, { 0 } },
    { "receive", note_action, "s", NULL, NULL, { 0 } },      { "amend-preparation", note_action, "s", NULL, NULL, { 0 } },
  };
  g_autoptr(GSimpleActionGroup) actions = g_simple_action_group_new ();
  GtkWidget *view = adw_navigation_view_new ();
  GtkWindow *window;

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), desk);
  gtk_widget_insert_action_group (view, "win", G_ACTION_GROUP (actions));
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view), adw_navigation_page_new (gtk_label_new ("below"), "Below"));
  window = ui_show (view, width, height);
  adw_navigation_view_set_animate_transitions (ADW_NAVIGATION_VIEW (view), FALSE);
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view), page);
  return window;
}

void
visit_desk_clear (VisitDesk *desk)
{
  g_clear_pointer (&desk->last, g_free);
  desk->calls = 0;
}
