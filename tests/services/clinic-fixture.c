/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "clinic-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "meso-audit-service.h"
#include "meso-chart-service.h"
#include "meso-decision-service.h"
#include "meso-formula-service.h"
#include "meso-patient-service.h"
#include "meso-plan-service.h"
#include "meso-screening-engine.h"
#include "meso-screening-service.h"
#include "meso-session-service.h"
#include "meso-settings-service.h"
#include "meso-staff-service.h"

ClinicFixture *
clinic_fixture_new (void)
{
  ClinicFixture *self = g_new0 (ClinicFixture, 1);
  g_autoptr(GError) error = NULL;

  self->folder = g_dir_make_tmp ("meso-services-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "clinic.db", NULL);
  self->content = meso_content_load (&error);
  g_assert_no_error (error);
  self->clinic = meso_clinic_create (self->path, self->content, &error);
  g_assert_no_error (error);
  return self;
}

static void
remove_tree (const char *path)
{
  g_autoptr(GDir) dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_assert_cmpint (g_remove (path), ==, 0);
}

void
clinic_fixture_free (ClinicFixture *self)
{
  g_clear_object (&self->clinic);
  meso_content_unref (self->content);
  remove_tree (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}

void
clinic_fixture_close (ClinicFixture *self)
{
  g_autoptr(GError) error = NULL;

  g_assert_nonnull (self->clinic);
  g_assert_true (meso_clinic_close (self->clinic, &error));
  g_assert_no_error (error);
  g_clear_object (&self->clinic);
}

void
clinic_fixture_open (ClinicFixture *self,
                     MesoContent   *content)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (self->clinic);
  self->clinic = meso_clinic_open (self->path, content != NULL ? content : self->content, &error);
  g_assert_no_error (error);
}

char *
clinic_fixture_shell (const char *path,
                      const char *sql)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) shell = NULL;
  char *answer = NULL;

  shell = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "sqlite3", "-unsafe-testing", "-bail", "-batch", path, sql,
                            NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (shell, NULL, NULL, &answer, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (shell));
  return g_strchomp (answer);
}

void
clinic_fixture_run_on (const char *path,
                       const char *sql)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) shell = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error, "sqlite3",
                                                   "-batch", path, NULL);

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (shell, sql, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

char *
clinic_fixture_dump (ClinicFixture *self)
{
  g_autoptr(MesoContent) content = meso_content_ref (meso_content_get_shipped (meso_clinic_get_content (self->clinic)));
  char *dump;

  clinic_fixture_close (self);
  dump = clinic_fixture_shell (self->path, ".dump");
  g_assert_nonnull (strstr (dump, "COMMIT;"));
  clinic_fixture_open (self, content);
  return dump;
}

guint
clinic_fixture_count_audit (ClinicFixture *self,
                            const char    *action,
                            const char    *entity,
                            const char    *entity_id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = meso_audit_service_list (self->clinic, 0, &error);
  guint count = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    {
      const MesoAuditRow *row = g_ptr_array_index (rows, i);

      if ((action == NULL || g_str_equal (row->action, action)) && (entity == NULL || g_str_equal (row->entity, entity)) &&
          (entity_id == NULL || g_str_equal (row->entity_id, entity_id)))
        count++;
    }
  return count;
}

MesoCalendarDate
clinic_fixture_day (const char *text)
{
  g_autoptr(GError) error = NULL;
  MesoCalendarDate day = MESO_CALENDAR_DATE_NONE;

  meso_calendar_date_parse (text, &day, &error);
  g_assert_no_error (error);
  return day;
}

MesoPatient *
clinic_fixture_add (ClinicFixture *self,
                    const char    *given,
                    const char    *family,
                    MesoSex        sex,
                    const char    *born,
                    const char    *language)
{
  g_autoptr(MesoPatient) patient = meso_patient_new ();
  g_autoptr(GError) error = NULL;
  MesoPatient *stored;

  g_set_str (&patient->given_name, given);
  g_set_str (&patient->family_name, family);
  g_set_str (&patient->language, language);
  patient->sex = sex;
  if (*born != '\0')
    patient->birth_date = clinic_fixture_day (born);
  stored = meso_patient_service_add (self->clinic, patient, clinic_fixture_day (TODAY), &error);
  g_assert_no_error (error);
  return stored;
}

static MesoAnswer *
read_answer (const char *text)
{
  if (g_str_equal (text, "yes"))
    return meso_answer_new (MESO_ANSWER_YES);
  if (g_str_equal (text, "no"))
    return meso_answer_new (MESO_ANSWER_NO);
  if (g_str_equal (text, "unknown"))
    return meso_answer_new (MESO_ANSWER_UNKNOWN);
  return meso_answer_new_date (clinic_fixture_day (text));
}

static MesoQuestionnaireResponse *
answer_form (ClinicFixture *self,
             MesoForm       form,
             MesoSex        sex,
             const char    *answers)
{
  MesoQuestionnaireResponse *response = meso_questionnaire_response_new ();
  const MesoProtocol *protocol = meso_clinic_get_protocol (self->clinic);
  const GPtrArray *questions = meso_protocol_get_questions (protocol);
  g_auto(GStrv) words = g_strsplit (answers, " ", -1);

  response->form = form;
  response->sex = sex;
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto(GStrv) pair = g_strsplit (words[i], "=", 2);

      if (pair[0] != NULL)
        meso_questionnaire_response_set (response, pair[0], read_answer (pair[1]));
    }
  for (guint i = 0; i < questions->len; i++)
    {
      const MesoQuestion *question = g_ptr_array_index (questions, i);

      if (question->type == MESO_QUESTION_ANSWER && meso_questionnaire_response_lookup (response, question->id) == NULL &&
          meso_screening_engine_asks (protocol, response, question))
        meso_questionnaire_response_set (response, question->id, meso_answer_new (MESO_ANSWER_NO));
    }
  return response;
}

MesoQuestionnaireResponse *
clinic_fixture_answer (ClinicFixture *self,
                       MesoSex        sex,
                       const char    *answers)
{
  return answer_form (self, MESO_FORM_FULL, sex, answers);
}

static char *
screen (ClinicFixture     *self,
        MesoForm           form,
        const MesoPatient *patient,
        const char        *day,
        const char        *answers)
{
  g_autoptr(MesoQuestionnaireResponse) response = answer_form (self, form, patient->sex, answers);
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoVerdict) verdict = NULL;
  char *id = NULL;

  verdict = meso_screening_service_record (self->clinic, patient->id, response, clinic_fixture_day (day), &id, &error);
  g_assert_no_error (error);
  g_assert_nonnull (verdict);
  return id;
}

char *
clinic_fixture_screen (ClinicFixture     *self,
                       const MesoPatient *patient,
                       const char        *day,
                       const char        *answers)
{
  return screen (self, MESO_FORM_FULL, patient, day, answers);
}

char *
clinic_fixture_screen_short (ClinicFixture     *self,
                             const MesoPatient *patient,
                             const char        *day,
                             const char        *answers)
{
  return screen (self, MESO_FORM_SHORT, patient, day, answers);
}

char *
clinic_fixture_employ (ClinicFixture *self,
                       const char    *name,
                       MesoRole       role)
{
  g_autoptr(MesoStaff) person = meso_staff_new ();
  g_autoptr(GError) error = NULL;
  char *id;

  g_set_str (&person->name, name);
  person->role = role;
  person->active = TRUE;
  id = meso_staff_service_add (self->clinic, person, &error);
  g_assert_no_error (error);
  return id;
}

char *
clinic_fixture_seat_physician (ClinicFixture *self)
{
  char *id = clinic_fixture_employ (self, "Dr Sara Ahmadi", MESO_ROLE_PHYSICIAN);
  g_autoptr(GError) error = NULL;

  g_assert_true (meso_staff_service_take_desk (self->clinic, id, &error));
  g_assert_no_error (error);
  return id;
}

void
clinic_fixture_clear (ClinicFixture               *self,
                      const MesoScreeningDecision *clearance)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *id = meso_decision_service_record (self->clinic, clearance, clinic_fixture_day (TODAY), &error);

  g_assert_no_error (error);
  g_assert_nonnull (id);
}

void
clinic_fixture_decide (ClinicFixture    *self,
                       const char       *screening,
                       MesoDecisionKind  kind,
                       const char       *rule,
                       const char       *reason)
{
  const MesoScreeningDecision decision = {
    .screening = (char *) screening, .kind = kind, .rule = (char *) rule, .reason = (char *) (reason != NULL ? reason : ""),
  };

  clinic_fixture_clear (self, &decision);
}

char *
clinic_fixture_treat (ClinicFixture     *self,
                      const MesoPatient *patient,
                      const char        *operator,
                      const char        *when)
{
  MesoCivilTime time = MESO_CIVIL_TIME_NONE;
  g_autoptr(MesoTreatmentSession) session = meso_treatment_session_new ();
  g_autoptr(MesoChart) chart = NULL;
  g_autoptr(GError) error = NULL;
  const MesoPlannedSession *next;
  char *id;

  g_assert_true (meso_civil_time_parse (when, &time, &error));
  chart = meso_chart_service_get (self->clinic, patient->id, time.date, &error);
  g_assert_no_error (error);
  next = meso_course_get_next_session (chart->course);
  session->patient = g_strdup (patient->id);
  session->plan = next != NULL ? g_strdup (next->plan) : NULL;
  session->session_n = next != NULL ? next->n : 0;
  session->date = time.date;
  session->minute = time.minute;
  session->operator = g_strdup (operator);
  session->formula = chart->formula != NULL ? g_strdup (chart->formula->formula_id) : NULL;
  session->formula_version = chart->formula != NULL ? chart->formula->version : 0;
  session->points = 40;
  session->volume_ul = 2000;
  id = meso_session_service_record (self->clinic, session, clinic_fixture_day (TODAY), &error);
  g_assert_no_error (error);
  return id;
}

/* On the store's thread. */
static char *
tick (gpointer data)
{
  ClinicFixture *self = data;
  guint second = self->seconds++;

  return g_strdup_printf ("%sT08:%02u:%02u.000000Z", self->clock_day, second / 60 % 60, second % 60);
}

void
clinic_fixture_set_clock (ClinicFixture *self,
                          const char    *day)
{
  self->clock_day = day;
  meso_store_set_clock (meso_clinic_get_store (self->clinic), tick, self);
}

void
clinic_fixture_plan (ClinicFixture     *self,
                     const MesoPatient *patient,
                     const char        *template_id,
                     const char        *start)
{
  const MesoPlanTemplate *template = meso_protocol_lookup_plan (meso_clinic_get_protocol (self->clinic), template_id);
  const MesoPlanOptions options = { .start = clinic_fixture_day (start) };
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoPlan) plan = meso_plan_service_record (self->clinic, patient->id, template, &options, &error);

  g_assert_no_error (error);
}

void
clinic_fixture_store_formula (ClinicFixture     *self,
                              const MesoPatient *patient,
                              const char        *first,
                              const char        *second)
{
  const char *const ingredients[] = { first, second, NULL };
  const MesoFormulaPatient said = { 0 };
  g_autoptr(MesoFormula) formula = meso_formula_new ();
  g_autoptr(MesoFormulaCheck) check = NULL;
  g_autofree char *version = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; ingredients[i] != NULL; i++)
    {
      MesoFormulaItem *item = meso_formula_item_new ();

      item->ingredient = g_strdup (ingredients[i]);
      item->strength = g_strdup ("1 mg/mL");
      item->volume = g_strdup ("1 mL");
      g_ptr_array_add (formula->items, item);
    }
  check = meso_formula_service_record (self->clinic, patient->id, formula, &said, "en", &version, &error);
  g_assert_no_error (error);
  g_assert_nonnull (version);
}

void
clinic_fixture_set (ClinicFixture *self,
                    const char    *first_key,
                    ...)
{
  g_autoptr(GHashTable) settings = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GError) error = NULL;
  va_list args;

  va_start (args, first_key);
  for (const char *key = first_key; key != NULL; key = va_arg (args, const char *))
    g_hash_table_insert (settings, (gpointer) key, va_arg (args, char *));
  va_end (args);
  g_assert_true (meso_settings_service_set (self->clinic, settings, &error));
  g_assert_no_error (error);
}

static void
write_document (const MesoProtocolDocument *document,
                const char                 *folder,
                const char                 *old,
                const char                 *new)
{
  g_autofree char *path = g_build_filename (folder, document->name, NULL);
  g_autoptr(GError) error = NULL;
  gsize length;
  const char *bytes = g_bytes_get_data (document->bytes, &length);
  g_autoptr(GString) text = g_string_new_len (bytes, length);

  if (old != NULL)
    g_assert_cmpuint (g_string_replace (text, old, new, 0), >, 0);
  g_file_set_contents (path, text->str, text->len, &error);
  g_assert_no_error (error);
}

char *
clinic_fixture_copy_content (ClinicFixture *self,
                             const char    *folder,
                             const char    *name,
                             const char    *old,
                             const char    *new)
{
  const GPtrArray *documents = meso_content_get_documents (self->content);
  char *path = g_build_filename (self->folder, folder, NULL);

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  for (guint i = 0; i < documents->len; i++)
    {
      const MesoProtocolDocument *document = g_ptr_array_index (documents, i);
      gboolean changed = g_strcmp0 (document->name, name) == 0;

      write_document (document, path, changed ? old : NULL, new);
    }
  return path;
}

void
clinic_fixture_assert_error (GError    **error,
                             GQuark      domain,
                             int         code,
                             const char *text)
{
  g_assert_error (*error, domain, code);
  if (strstr ((*error)->message, text) == NULL)
    g_error ("“%s” is not in: %s", text, (*error)->message);
  g_clear_error (error);
}
