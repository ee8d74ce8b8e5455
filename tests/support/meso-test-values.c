/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-test-values.h"

#include <gio/gio.h>
#include <string.h>

MesoPatient *
meso_test_patient (const char *given_name, const char *family_name)
{
  MesoPatient *patient = meso_patient_new ();

  g_set_str (&patient->given_name, given_name);
  g_set_str (&patient->family_name, family_name);
  patient->sex = MESO_SEX_FEMALE;
  patient->birth_date = (MesoCalendarDate) { 1990, 5, 1 };
  g_set_str (&patient->language, "fa");
  return patient;
}

MesoQuestionnaireResponse *
meso_test_response (void)
{
  MesoQuestionnaireResponse *response = meso_questionnaire_response_new ();

  response->sex = MESO_SEX_FEMALE;
  response->birth_date = (MesoCalendarDate) { 1990, 5, 1 };
  response->weight_g = 61000;
  response->form = MESO_FORM_FULL;
  meso_questionnaire_response_set (response, "pregnant", meso_answer_new (MESO_ANSWER_NO));
  meso_questionnaire_response_set (response, "menstruating", meso_answer_new (MESO_ANSWER_YES));
  meso_questionnaire_response_set (response, "breastfeeding", meso_answer_new (MESO_ANSWER_UNKNOWN));
  meso_questionnaire_response_set (response, "period-started-on", meso_answer_new_date ((MesoCalendarDate) { 2026, 11, 20 }));
  meso_questionnaire_response_set (response, "systolic", meso_answer_new_number (121500));
  meso_questionnaire_response_set (response, "hair-pull-test", meso_answer_new_choice ("negative"));
  return response;
}

MesoVerdict *
meso_test_verdict (MesoOutcome outcome, const char *hash, const char *version)
{
  MesoVerdict *verdict = meso_verdict_new ();

  verdict->outcome = outcome;
  verdict->date = (MesoCalendarDate) { 2026, 11, 22 };
  if (outcome == MESO_OUTCOME_DEFER)
    verdict->until = (MesoCalendarDate) { 2026, 11, 27 };
  g_set_str (&verdict->protocol_hash, hash);
  g_set_str (&verdict->protocol_version, version);
  return verdict;
}

void
meso_test_verdict_add_finding (MesoVerdict *verdict, const char *rule, MesoOutcome outcome, gboolean overridable)
{
  MesoFinding *finding = meso_finding_new ();

  g_set_str (&finding->rule, rule);
  finding->outcome = outcome;
  finding->overridable = overridable;
  g_clear_pointer (&finding->reason, meso_local_text_unref);
  g_clear_pointer (&finding->advice, meso_local_text_unref);
  finding->reason = meso_local_text_new ("A reason with <&\"' in it");
  meso_local_text_add (finding->reason, "fa", "دلیل");
  finding->advice = meso_local_text_new ("What to do");
  g_set_str (&finding->source, "article");
  if (outcome == MESO_OUTCOME_DEFER)
    finding->until = (MesoCalendarDate) { 2026, 11, 27 };
  if (outcome == MESO_OUTCOME_EXCLUDE)
    {
      g_set_str (&finding->ingredient, "biotin");
      g_ptr_array_add (verdict->excluded_ingredients, g_strdup ("biotin"));
    }
  g_ptr_array_add (verdict->findings, finding);
}

static MesoFormulaPatient *
make_facts (void)
{
  MesoFormulaPatient *facts = g_new0 (MesoFormulaPatient, 1);

  facts->sex = MESO_SEX_FEMALE;
  facts->weight_g = 61000;
  facts->allergies = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (facts->allergies, g_strdup ("lidocaine"));
  facts->excluded = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (facts->excluded, g_strdup ("biotin"));
  return facts;
}

static MesoFormula *
make_formula (void)
{
  MesoFormula *formula = meso_formula_new ();
  MesoFormulaItem *zinc = meso_formula_item_new ();
  MesoFormulaItem *vial = meso_formula_item_new ();

  zinc->ingredient = g_strdup ("zinc");
  zinc->strength = g_strdup ("۱ mg/mL");
  zinc->volume = g_strdup ("2 mL");
  vial->product = g_strdup ("a-vial");
  vial->volume = g_strdup ("1 mL");
  g_ptr_array_add (formula->items, zinc);
  g_ptr_array_add (formula->items, vial);
  g_set_str (&formula->diluent, "saline");
  g_set_str (&formula->to_volume, "5 mL");
  formula->points = 50;
  g_set_str (&formula->volume_per_point, "0.1 mL");
  return formula;
}

static MesoFormulaCheck *
make_check (void)
{
  MesoFormulaCheck *check = meso_formula_check_new_empty ();
  MesoFormulaLine *line = g_new0 (MesoFormulaLine, 1);
  MesoFormulaFinding *finding = g_new0 (MesoFormulaFinding, 1);

  check->total_volume_ul = 5000;
  check->diluent_volume_ul = 2000;
  line->ingredient = g_strdup ("zinc");
  line->volume_ul = 2000;
  line->amount = (MesoQuantity) { 2000000, MESO_DIMENSION_MASS };
  line->exact = TRUE;
  line->final_per_ml = 400000;
  g_ptr_array_add (check->lines, line);
  finding->severity = MESO_SEVERITY_WARN;
  finding->code = g_strdup ("caution-pair");
  finding->ingredients = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (finding->ingredients, g_strdup ("zinc"));
  g_ptr_array_add (finding->ingredients, g_strdup ("copper"));
  finding->message = g_strdup ("Zinc and copper");
  finding->source = g_strdup ("GK");
  g_ptr_array_add (check->findings, finding);
  return check;
}

MesoFormulaVersion *
meso_test_formula (const char *patient, const char *hash)
{
  MesoFormulaVersion *version = meso_formula_version_new ();

  version->patient = g_strdup (patient);
  version->name = g_strdup ("Course of November");
  version->protocol_hash = g_strdup (hash);
  version->formula = make_formula ();
  version->facts = make_facts ();
  version->check = make_check ();
  return version;
}

MesoPlan *
meso_test_plan (int sessions)
{
  MesoPlan *plan = g_new0 (MesoPlan, 1);
  MesoCalendarDate date = { 2026, 11, 24 };

  plan->template_id = g_strdup ("noticeable");
  plan->sessions = g_ptr_array_new_with_free_func (g_free);
  for (int i = 0; i < sessions; i++)
    {
      MesoPlanSession *session = g_new0 (MesoPlanSession, 1);

      session->n = i + 1;
      session->date = meso_calendar_date_add_days (date, 14 * i);
      session->kind = i + 1 < sessions ? MESO_PLAN_TREATMENT : MESO_PLAN_CHECK;
      g_ptr_array_add (plan->sessions, session);
    }
  return plan;
}

static int
compare_documents (gconstpointer a, gconstpointer b)
{
  const MesoProtocolDocument *const *one = a, *const *other = b;

  return g_strcmp0 ((*one)->name, (*other)->name);
}

MesoProtocol *
meso_test_protocol (GPtrArray **documents_out)
{
  g_autoptr(GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_protocol_document_free);
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_build_filename (g_getenv ("MESO_SOURCE_ROOT"), "data", "protocol", NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, &error);
  MesoProtocol *protocol;
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".xml"))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);
        g_autoptr(GFile) file = g_file_new_for_path (path);
        g_autoptr(GBytes) bytes = g_file_load_bytes (file, NULL, NULL, &error);

        g_assert_no_error (error);
        g_ptr_array_add (documents, meso_protocol_document_new (name, bytes));
      }
  g_ptr_array_sort (documents, compare_documents);
  protocol = meso_protocol_new (documents, &error);
  g_assert_no_error (error);
  if (documents_out != NULL)
    *documents_out = g_steal_pointer (&documents);
  return protocol;
}

MesoProtocol *
meso_test_protocol_of_clinic (const char *entries, GPtrArray **documents_out)
{
  g_autoptr(GPtrArray) documents = NULL;
  g_autoptr(MesoProtocol) shipped = meso_test_protocol (&documents);
  g_autoptr(GError) error = NULL;
  char *xml = g_strconcat ("<protocol xmlns=\"https://example.org/mesoclinic/protocol\" version=\"1\" origin=\"clinic\">", entries,
                           "</protocol>", NULL);
  g_autoptr(GBytes) bytes = g_bytes_new_take (xml, strlen (xml));
  MesoProtocol *protocol;

  g_ptr_array_add (documents, meso_protocol_document_new (MESO_PROTOCOL_CLINIC_NAME, bytes));
  g_ptr_array_sort (documents, compare_documents);
  protocol = meso_protocol_new (documents, &error);
  g_assert_no_error (error);
  if (documents_out != NULL)
    *documents_out = g_steal_pointer (&documents);
  return protocol;
}
