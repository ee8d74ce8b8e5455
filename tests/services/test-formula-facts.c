/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-service.h"

#include "clinic-fixture.h"
#include "formula-case.h"
#include "meso-core-error.h"
#include "meso-formula-repository.h"
#include "meso-patient-repository.h"
#include "meso-patient-service.h"
#include "meso-record-service.h"
#include "meso-screening-service.h"

static void
assert_excluded (ClinicFixture     *fixture,
                 const MesoPatient *patient,
                 gboolean           expected)
{
  g_autofree char *version = NULL;
  g_autoptr(MesoFormulaCheck) check = formula_record (fixture, patient, formula_of ("minoxidil", "2 mg/mL", "1 mL"), NULL, &version);

  g_assert_cmpint (formula_find_code (check, "excluded") != NULL, ==, expected);
  g_assert_cmpint (check->ok, ==, !expected);
  g_assert_cmpint (version == NULL, ==, expected);
}

static void
test_exclusions_of_the_newest_screening (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Reza", "Rahimi", MESO_SEX_MALE, "1980-05-01", "");
  g_autofree char *early = NULL;
  g_autofree char *spots = NULL;
  g_autofree char *late_entry = NULL;
  g_autofree char *newest = NULL;

  assert_excluded (fixture, patient, FALSE);
  early = clinic_fixture_screen (fixture, patient, "2026-10-01", "");
  assert_excluded (fixture, patient, FALSE);
  spots = clinic_fixture_screen (fixture, patient, "2026-11-01", "localised-bald-spots=yes bald-spots-sudden=yes");
  assert_excluded (fixture, patient, TRUE);

  /* A form on paper of an earlier day, entered later, is not the newest. */
  late_entry = clinic_fixture_screen (fixture, patient, "2026-10-20", "");
  assert_excluded (fixture, patient, TRUE);
  newest = clinic_fixture_screen (fixture, patient, TODAY, "");
  assert_excluded (fixture, patient, FALSE);
}

static void
test_exclusions_add_up (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Reza", "Rahimi", MESO_SEX_MALE, "1980-05-01", "");
  g_autofree char *screening = clinic_fixture_screen (fixture, patient, TODAY, "localised-bald-spots=yes bald-spots-sudden=yes");
  g_autoptr(GPtrArray) excluded = g_ptr_array_new_with_free_func (g_free);
  const MesoFormulaPatient said = { .excluded = excluded };
  g_autofree char *refused = NULL;
  g_autofree char *stored = NULL;
  g_autoptr(MesoFormulaCheck) zinc = NULL;
  g_autoptr(MesoFormulaCheck) biotin = NULL;
  g_autoptr(MesoFormulaVersion) latest = NULL;

  g_ptr_array_add (excluded, g_strdup ("zinc"));
  g_ptr_array_add (excluded, g_strdup ("minoxidil"));
  zinc = formula_record (fixture, patient, formula_of ("zinc", "1 mg/mL", "1 mL"), &said, &refused);
  g_assert_nonnull (formula_find_code (zinc, "excluded"));
  g_assert_null (refused);

  biotin = formula_record (fixture, patient, formula_of ("biotin", "5 mg/mL", "1 mL"), &said, &stored);
  g_assert_true (biotin->ok);
  latest = formula_get_latest (fixture, patient);
  g_assert_cmpstr (latest->screening, ==, screening);
  g_assert_cmpint (latest->facts->sex, ==, MESO_SEX_MALE);
  g_assert_cmpuint (latest->facts->excluded->len, ==, 3);
  g_assert_true (g_ptr_array_find_with_equal_func (latest->facts->excluded, "zinc", g_str_equal, NULL));
  g_assert_true (g_ptr_array_find_with_equal_func (latest->facts->excluded, "minoxidil", g_str_equal, NULL));
  g_assert_true (g_ptr_array_find_with_equal_func (latest->facts->excluded, "finasteride", g_str_equal, NULL));
}

static void
screen_with_weight (ClinicFixture     *fixture,
                    const MesoPatient *patient,
                    gint64             weight_g)
{
  g_autoptr(MesoQuestionnaireResponse) response = clinic_fixture_answer (fixture, patient->sex, "");
  g_autofree char *id = NULL;
  g_autoptr(MesoVerdict) verdict = NULL;
  g_autoptr(GError) error = NULL;

  response->weight_g = weight_g;
  verdict = meso_screening_service_record (fixture->clinic, patient->id, response, clinic_fixture_day (TODAY), &id, &error);
  g_assert_no_error (error);
}

/* Lidocaine has a cap per kilogram: 20 mg are fine at 61 kg and too much at 4 kg, and unknown without a weight. */
static void
test_weight_from_the_screening (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  const MesoFormulaPatient light = { .weight_g = 4000 };
  g_autofree char *without = NULL;
  g_autofree char *stored = NULL;
  g_autofree char *too_much = NULL;
  g_autoptr(MesoFormulaCheck) unknown = NULL;
  g_autoptr(MesoFormulaCheck) known = NULL;
  g_autoptr(MesoFormulaCheck) said = NULL;
  g_autoptr(MesoFormulaVersion) latest = NULL;

  unknown = formula_record (fixture, patient, formula_of ("lidocaine", "10 mg/mL", "2 mL"), NULL, &without);
  g_assert_nonnull (formula_find_code (unknown, "weight-missing"));
  g_assert_null (without);

  screen_with_weight (fixture, patient, 61000);
  known = formula_record (fixture, patient, formula_of ("lidocaine", "10 mg/mL", "2 mL"), NULL, &stored);
  g_assert_true (known->ok);
  g_assert_nonnull (stored);
  latest = formula_get_latest (fixture, patient);
  g_assert_cmpint (latest->facts->weight_g, ==, 61000);

  said = formula_record (fixture, patient, formula_of ("lidocaine", "10 mg/mL", "2 mL"), &light, &too_much);
  g_assert_nonnull (formula_find_code (said, "weight-cap"));
  g_assert_null (too_much);
}

/* A short form asks less than the full one: its exclusions stay. */
static void
test_known_facts (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Reza", "Rahimi", MESO_SEX_MALE, "1980-05-01", "");
  g_autoptr(MesoFormula) zinc = formula_of ("zinc", "1 mg/mL", "1 mL");
  g_autoptr(MesoFormula) minoxidil = formula_of ("minoxidil", "1 mg/mL", "1 mL");
  g_autoptr(GPtrArray) allergies = g_ptr_array_new ();
  MesoFormulaPatient said = { .allergies = allergies };
  g_autofree char *full = clinic_fixture_screen (fixture, patient, "2026-11-20", "localised-bald-spots=yes bald-spots-sudden=yes");
  g_autofree char *short_form = clinic_fixture_screen_short (fixture, patient, TODAY, "");
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoFormulaPatient) before = NULL;
  g_autoptr(MesoFormulaPatient) after = NULL;
  g_autoptr(MesoFormulaVersion) stored = NULL;

  before = meso_formula_service_gather_facts (fixture->clinic, patient->file_number, &error);
  g_assert_no_error (error);
  g_assert_cmpint (before->sex, ==, MESO_SEX_MALE);
  g_assert_null (before->allergies);
  g_assert_true (g_ptr_array_find_with_equal_func (before->excluded, "minoxidil", g_str_equal, NULL));
  formula_assert_not_saved (fixture, (MesoFormulaSave) { .patient = patient->id, .formula = minoxidil }, MESO_SERVICES_ERROR,
                    MESO_SERVICES_ERROR_REFUSED, "inoxidil");

  g_ptr_array_add (allergies, (gpointer) "latex");
  stored = formula_save (fixture, (MesoFormulaSave) { .patient = patient->id, .formula = zinc, .said = &said }, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (stored->screening, ==, full);
  after = meso_formula_service_gather_facts (fixture->clinic, patient->id, &error);
  g_assert_cmpuint (after->allergies->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (after->allergies, 0), ==, "latex");
}

/* record (transfer full): with one more allergy */
static MesoPatientRecord *
list_allergy (ClinicFixture     *fixture,
              MesoPatientRecord *record,
              const char        *what,
              const char        *ingredient)
{
  MesoHealthItem *item = meso_health_item_new (MESO_HEALTH_ALLERGY, what);
  g_autoptr(GError) error = NULL;
  MesoPatientRecord *stored;

  g_set_str (&item->ingredient, ingredient);
  g_ptr_array_add (record->items, item);
  stored = meso_record_service_update (fixture->clinic, record, clinic_fixture_day (TODAY), &error);
  g_assert_no_error (error);
  meso_patient_record_free (record);
  return stored;
}

/* (transfer full): what is known now: "Latex|lidocaine"; "none known" and "not asked" as such */
static char *
dup_allergies (ClinicFixture *fixture,
               const char    *patient)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoFormulaPatient) facts = meso_formula_service_gather_facts (fixture->clinic, patient, &error);

  g_assert_no_error (error);
  if (facts->allergies == NULL)
    return g_strdup ("not asked");
  if (facts->allergies->len == 0)
    return g_strdup ("none known");
  g_ptr_array_add (facts->allergies, NULL);
  return g_strjoinv ("|", (GStrv) facts->allergies->pdata);
}

static void
assert_allergies (ClinicFixture *fixture,
                  const char    *patient,
                  const char    *expected)
{
  g_autofree char *allergies = dup_allergies (fixture, patient);

  g_assert_cmpstr (allergies, ==, expected);
}

static void
test_allergies_of_the_record (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autoptr(GPtrArray) said_none = g_ptr_array_new ();
  MesoFormulaPatient said = { .allergies = said_none };
  g_autoptr(MesoFormula) biotin = formula_of ("biotin", "5 mg/mL", "1 mL");
  g_autoptr(MesoFormula) lidocaine = formula_of ("lidocaine", "1 %", "1 mL");
  g_autoptr(MesoFormula) zinc = formula_of ("zinc", "1 mg/mL", "1 mL");
  g_autoptr(MesoFormula) vitamin = formula_of ("vitamin-b12", "1 mg/mL", "1 mL");
  g_autoptr(MesoPatientRecord) record = NULL;
  g_autoptr(GError) error = NULL;

  assert_allergies (fixture, patient->id, "not asked");
  patient->allergies_asked = MESO_ASKED_NONE;
  meso_patient_free (meso_patient_service_update (fixture->clinic, patient, clinic_fixture_day (TODAY), &error));
  g_assert_no_error (error);
  assert_allergies (fixture, patient->id, "none known");

  record = meso_record_service_get (fixture->clinic, patient->id, &error);
  record->patient->allergies_asked = MESO_ASKED_NOT;
  record = list_allergy (fixture, g_steal_pointer (&record), "Lidocaine", "lidocaine");
  assert_allergies (fixture, patient->id, "Lidocaine");
  record = list_allergy (fixture, g_steal_pointer (&record), "زینک", "zinc");
  assert_allergies (fixture, patient->id, "Lidocaine|زینک|zinc");
  /* A form that says none takes nothing away; what a name means is found in either language. */
  formula_assert_not_saved (fixture, (MesoFormulaSave) { .patient = patient->id, .said = &said,
                                                 .formula = lidocaine },
                    MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "allergic");
  formula_assert_not_saved (fixture, (MesoFormulaSave) { .patient = patient->id, .said = &said,
                                                 .formula = zinc },
                    MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "allergic");
  record = list_allergy (fixture, g_steal_pointer (&record), "بنزیل الکل", "");
  formula_assert_not_saved (fixture, (MesoFormulaSave) { .patient = patient->id, .said = &said,
                                                 .formula = vitamin },
                    MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "Benzyl alcohol");
  {
    g_autoptr(MesoFormulaVersion) stored = formula_save (fixture, (MesoFormulaSave) { .patient = patient->id, .said = &said, .formula = biotin },
                                                 &error);

    g_assert_no_error (error);
    g_assert_cmpuint (stored->facts->allergies->len, ==, 4);
  }
  /* What was entered in error is heeded no more, though the newest formula still has it. */
  for (guint i = 0; i < record->items->len; i++)
    {
      MesoHealthItem *item = g_ptr_array_index (record->items, i);

      item->status = MESO_HEALTH_ENTERED_IN_ERROR;
      g_set_str (&item->reason, "another patient's");
    }
  record->patient->allergies_asked = MESO_ASKED_NONE;
  meso_patient_record_free (meso_record_service_update (fixture->clinic, record, clinic_fixture_day (TODAY), &error));
  g_assert_no_error (error);
  assert_allergies (fixture, patient->id, "none known");
}

typedef struct
{
  ClinicFixture *fixture;
  const char *duplicate;
  const char *kept;
} Merge;

static gboolean
merge (MesoStoreContext  *context,
       gpointer           data,
       GError           **error)
{
  Merge *both = data;

  return meso_patient_repository_link (context, meso_clinic_get_staff (both->fixture->clinic), both->duplicate, both->kept,
                                       "same person", error);
}

/* An allergy in the record that was merged away is an allergy. */
static void
test_allergies_of_a_merged_record (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) kept = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autoptr(MesoPatient) duplicate = clinic_fixture_add (fixture, "Leyla", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoPatientRecord) record = meso_record_service_get (fixture->clinic, duplicate->id, &error);
  Merge both = { fixture, duplicate->id, kept->id };

  kept->allergies_asked = MESO_ASKED_NONE;
  meso_patient_free (meso_patient_service_update (fixture->clinic, kept, clinic_fixture_day (TODAY), &error));
  g_assert_no_error (error);
  record = list_allergy (fixture, g_steal_pointer (&record), "Latex", "");
  g_assert_true (meso_clinic_run (fixture->clinic, MESO_STORE_WRITE, merge, &both, &error));
  assert_allergies (fixture, kept->id, "Latex");
}

static gint64
get_weight (ClinicFixture     *fixture,
            const MesoPatient *patient)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoFormulaPatient) facts = meso_formula_service_gather_facts (fixture->clinic, patient->id, &error);

  g_assert_no_error (error);
  return facts->weight_g;
}

/* The newest counts, wherever it was written down; of the same day, the record's. */
static void
test_weight_of_the_record (void)
{
  static const struct { const char *day; gint64 expected; } weights[] = {
    { "2026-11-19", 61000 }, { "2026-11-20", 75000 }, { TODAY, 75000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    {
      g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
      g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
      g_autoptr(MesoQuestionnaireResponse) response = clinic_fixture_answer (fixture, MESO_SEX_FEMALE, "");
      g_autofree char *id = NULL;
      g_autoptr(GError) error = NULL;

      g_assert_cmpint (get_weight (fixture, patient), ==, 0);
      patient->weight_g = 75000;
      patient->weight_on = clinic_fixture_day (weights[i].day);
      meso_patient_free (meso_patient_service_update (fixture->clinic, patient, clinic_fixture_day (TODAY), &error));
      g_assert_no_error (error);
      g_assert_cmpint (get_weight (fixture, patient), ==, 75000);
      response->weight_g = 61000;
      meso_verdict_free (meso_screening_service_record (fixture->clinic, patient->id, response, clinic_fixture_day ("2026-11-20"), &id,
                                                        &error));
      g_assert_no_error (error);
      g_assert_cmpint (get_weight (fixture, patient), ==, weights[i].expected);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/formula/exclusions-of-the-newest-screening", test_exclusions_of_the_newest_screening);
  g_test_add_func ("/services/formula/exclusions-add-up", test_exclusions_add_up);
  g_test_add_func ("/services/formula/weight-from-the-screening", test_weight_from_the_screening);
  g_test_add_func ("/services/formula/known-facts", test_known_facts);
  g_test_add_func ("/services/formula/allergies-of-the-record", test_allergies_of_the_record);
  g_test_add_func ("/services/formula/allergies-of-a-merged-record", test_allergies_of_a_merged_record);
  g_test_add_func ("/services/formula/weight-of-the-record", test_weight_of_the_record);

  return g_test_run ();
}
