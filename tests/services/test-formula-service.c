/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-service.h"

#include "clinic-fixture.h"
#include "formula-case.h"
#include "meso-core-error.h"
#include "meso-draft-service.h"
#include "meso-formula-repository.h"
#include "meso-patient-service.h"

static char *
store (ClinicFixture     *fixture,
       const MesoPatient *patient,
       MesoFormula       *formula)
{
  char *version = NULL;
  g_autoptr(MesoFormulaCheck) check = formula_record (fixture, patient, formula, NULL, &version);

  g_assert_true (check->ok);
  g_assert_nonnull (version);
  return version;
}

static void
test_versions (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) leila = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autoptr(MesoPatient) reza = clinic_fixture_add (fixture, "Reza", "Rahimi", MESO_SEX_MALE, "1980-05-01", "");
  g_autofree char *first = store (fixture, leila, formula_of ("zinc", "1 mg/mL", "2 mL"));
  g_autofree char *second = store (fixture, leila, formula_of ("biotin", "5 mg/mL", "1 mL"));
  g_autofree char *other = store (fixture, reza, formula_of ("zinc", "1 mg/mL", "1 mL"));
  g_auto(GStrv) parts = g_strsplit (first, "/", -1);
  g_autofree char *next = g_strdup_printf ("%s/2", parts[0]);
  g_autoptr(MesoFormulaVersion) latest = formula_get_latest (fixture, leila);
  const MesoFormulaLine *line = g_ptr_array_index (latest->check->lines, 0);

  g_assert_true (g_uuid_string_is_valid (parts[0]));
  g_assert_cmpstr (parts[1], ==, "1");
  g_assert_cmpstr (second, ==, next);
  g_assert_true (g_str_has_suffix (other, "/1"));
  g_assert_false (g_str_has_prefix (other, parts[0]));

  g_assert_cmpstr (latest->formula_id, ==, parts[0]);
  g_assert_cmpint (latest->version, ==, 2);
  g_assert_cmpstr (latest->patient, ==, leila->id);
  g_assert_cmpstr (latest->protocol_hash, ==, meso_protocol_get_hash (meso_clinic_get_protocol (fixture->clinic)));
  g_assert_null (latest->screening);
  g_assert_cmpstr (line->ingredient, ==, "biotin");
  g_assert_cmpint (line->volume_ul, ==, 1000);
  g_assert_cmpint (line->amount.value, ==, 5000000);
}

static void
test_a_block_is_not_stored (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *before = clinic_fixture_dump (fixture);
  g_autofree char *version = NULL;
  g_autoptr(MesoFormulaCheck) check = formula_record (fixture, patient, formula_of ("buflomedil", "10 mg/mL", "1 mL"), NULL, &version);
  g_autofree char *after = clinic_fixture_dump (fixture);

  g_assert_false (check->ok);
  g_assert_nonnull (formula_find_code (check, "banned"));
  g_assert_null (version);
  g_assert_cmpstr (after, ==, before);
}

/* A warning is for the physician to weigh: the formula is kept, with what was said of it. */
static void
test_a_warning_is_stored (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *version = NULL;
  g_autoptr(MesoFormulaCheck) check = formula_record (fixture, patient, formula_of ("zinc", "1 mg/mL", "4 mL"), NULL, &version);
  g_autoptr(MesoFormulaVersion) latest = formula_get_latest (fixture, patient);
  const MesoFormulaFinding *cap = formula_find_code (latest->check, "cap");

  g_assert_true (check->ok);
  g_assert_nonnull (version);
  g_assert_nonnull (cap);
  g_assert_cmpint (cap->severity, ==, MESO_SEVERITY_WARN);
  g_assert_cmpstr (cap->message, ==, formula_find_code (check, "cap")->message);
  g_assert_cmpuint (latest->check->findings->len, ==, check->findings->len);
  g_assert_nonnull (formula_find_code (check, "allergies-unknown"));
  g_assert_null (latest->facts->allergies);
}

/* "None known" is an answer; "not asked" is not. */
static void
test_allergies (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autoptr(GPtrArray) allergies = g_ptr_array_new_with_free_func (g_free);
  const MesoFormulaPatient said = { .allergies = allergies };
  g_autofree char *stored = NULL;
  g_autofree char *refused = NULL;
  g_autoptr(MesoFormulaCheck) none = formula_record (fixture, patient, formula_of ("vitamin-b12", "0.5 mg/mL", "1 mL"), &said, &stored);
  g_autoptr(MesoFormulaCheck) cobalt = NULL;
  g_autoptr(MesoFormulaVersion) latest = formula_get_latest (fixture, patient);

  g_assert_null (formula_find_code (none, "allergies-unknown"));
  g_assert_nonnull (latest->facts->allergies);
  g_assert_cmpuint (latest->facts->allergies->len, ==, 0);

  g_ptr_array_add (allergies, g_strdup ("cobalt"));
  cobalt = formula_record (fixture, patient, formula_of ("vitamin-b12", "0.5 mg/mL", "1 mL"), &said, &refused);
  g_assert_nonnull (formula_find_code (cobalt, "allergy"));
  g_assert_null (refused);
}

static void
assert_refused (ClinicFixture *fixture,
                const char    *patient,
                MesoFormula   *formula,
                GQuark         domain,
                int            code,
                const char    *text)
{
  const MesoFormulaPatient said = { 0 };
  g_autoptr(GError) error = NULL;
  char *version = NULL;

  g_assert_null (meso_formula_service_record (fixture->clinic, patient, formula, &said, "en", &version, &error));
  clinic_fixture_assert_error (&error, domain, code, text);
  g_assert_null (version);
  meso_formula_free (formula);
}

static void
test_sex_comes_from_the_record (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Reza", "", MESO_SEX_MALE, "1990-05-01", "");
  g_autoptr(MesoFormula) formula = formula_of ("zinc", "1 mg/mL", "1 mL");
  const MesoFormulaPatient said = { .sex = MESO_SEX_FEMALE };
  g_autofree char *version = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_null (meso_formula_service_record (fixture->clinic, patient->id, formula, &said, "en", &version, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "patient.sex");
  g_assert_null (version);
}

static void
test_nothing_is_stored_on_error (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *count = NULL;

  assert_refused (fixture, "999", formula_of ("zinc", "1 mg/mL", "1 mL"), MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND,
                  "999");
  assert_refused (fixture, patient->id, formula_of ("zinc", "1 mg/mL", "-1 mL"), MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID,
                  "items[0].volume");
  assert_refused (fixture, patient->id, formula_of ("unobtainium", "1 mg/mL", "1 mL"), MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID,
                  "items[0].ingredient");
  count = formula_count_versions (fixture);
  g_assert_cmpstr (count, ==, "0");
  g_assert_cmpuint (clinic_fixture_count_audit (fixture, NULL, "formula", NULL), ==, 0);
}

static void
test_save (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autoptr(MesoFormula) zinc = formula_of ("zinc", "1 mg/mL", "1 mL");
  g_autoptr(MesoFormulaVersion) first = NULL;
  g_autoptr(MesoFormulaVersion) second = NULL;
  g_autoptr(MesoFormulaVersion) read = NULL;
  g_autoptr(MesoDraft) draft = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (meso_draft_service_put (fixture->clinic, "formula", patient->id, "{}", &error));
  first = formula_save (fixture, (MesoFormulaSave) { .patient = patient->file_number, .name = "Thinning", .formula = zinc }, &error);
  g_assert_no_error (error);
  g_assert_cmpint (first->version, ==, 1);
  g_assert_cmpstr (first->name, ==, "Thinning");
  g_assert_cmpstr (first->patient, ==, patient->id);
  draft = meso_draft_service_get (fixture->clinic, "formula", patient->id, &error);
  g_assert_no_error (error);
  g_assert_null (draft);

  second = formula_save (fixture, (MesoFormulaSave) { .patient = patient->id, .formula_id = first->formula_id, .base_version = 1,
                                              .formula = zinc }, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (second->formula_id, ==, first->formula_id);
  g_assert_cmpint (second->version, ==, 2);
  read = meso_formula_service_get (fixture->clinic, first->formula_id, 1, &error);
  g_assert_cmpstr (read->name, ==, "Thinning");
}

static const char *
get_message (const MesoFormulaVersion *version)
{
  return ((const MesoFormulaFinding *) g_ptr_array_index (version->check->findings, 0))->message;
}

/* Stored in one language, read in the other; what is stored stays. */
static void
test_read_in_a_language (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoFormula) zinc = formula_of ("zinc", "1 mg/mL", "4 mL");
  g_autoptr(MesoFormulaVersion) stored = NULL;
  g_autoptr(MesoFormulaVersion) persian = NULL;
  g_autoptr(MesoFormulaVersion) english = NULL;
  g_autoptr(MesoFormulaVersion) again = NULL;
  g_autoptr(GError) error = NULL;

  stored = formula_save (fixture, (MesoFormulaSave) { .name = "Thinning", .formula = zinc, .language = "en" }, &error);
  g_assert_no_error (error);
  persian = meso_formula_service_read (fixture->clinic, stored->formula_id, 1, "fa", &error);
  g_assert_no_error (error);
  english = meso_formula_service_read (fixture->clinic, stored->formula_id, 0, "en", &error);
  g_assert_no_error (error);
  again = meso_formula_service_get (fixture->clinic, stored->formula_id, 1, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (get_message (persian), "روی"));
  g_assert_cmpstr (get_message (english), ==, get_message (stored));
  g_assert_cmpstr (get_message (again), ==, get_message (stored));
  g_assert_null (meso_formula_service_read (fixture->clinic, "nothing", 1, "fa", &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND, "nothing");
}

static void
test_save_is_refused (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) leila = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autoptr(MesoPatient) reza = clinic_fixture_add (fixture, "Reza", "Rahimi", MESO_SEX_MALE, "1980-05-01", "");
  g_autoptr(MesoFormula) zinc = formula_of ("zinc", "1 mg/mL", "1 mL");
  g_autoptr(MesoFormula) much = formula_of ("zinc", "1 mg/mL", "11 mL");
  g_autoptr(MesoFormulaVersion) stored = NULL;
  g_autoptr(GError) error = NULL;
  MesoFormulaSave request = { .patient = leila->id, .formula = zinc };

  stored = formula_save (fixture, request, &error);
  g_assert_no_error (error);
  request.formula_id = stored->formula_id;
  formula_assert_not_saved (fixture, request, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "meanwhile");
  request.base_version = 1;
  request.formula = much;
  formula_assert_not_saved (fixture, request, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "nothing was stored");
  request.formula = zinc;
  request.name = "two\nlines";
  formula_assert_not_saved (fixture, request, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID, "name");
  request.name = NULL;
  request.patient = reza->id;
  formula_assert_not_saved (fixture, request, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "another patient's");
  request.patient = NULL;
  formula_assert_not_saved (fixture, request, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "new one");
  request.patient = "999";
  formula_assert_not_saved (fixture, request, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND, "999");
}

/* What is capped by weight can stand in a recipe of the clinic, whose patients are weighed later; not in a formula. */
static void
test_recipe_waits_for_weight (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) leila = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autoptr(MesoFormula) lidocaine = formula_of ("lidocaine", "1 %", "1 mL");
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoFormulaVersion) recipe = formula_save (fixture, (MesoFormulaSave) { .name = "Numbing", .formula = lidocaine }, &error);
  const MesoFormulaFinding *finding;

  g_assert_no_error (error);
  finding = formula_find_code (recipe->check, "weight-missing");
  g_assert_nonnull (finding);
  g_assert_cmpint (finding->severity, ==, MESO_SEVERITY_WARN);
  formula_assert_not_saved (fixture, (MesoFormulaSave) { .patient = leila->id, .formula = lidocaine }, MESO_SERVICES_ERROR,
                            MESO_SERVICES_ERROR_REFUSED, "weight");
}

static void
test_lists (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) leila = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autoptr(MesoPatient) reza = clinic_fixture_add (fixture, "Reza", "Rahimi", MESO_SEX_MALE, "1980-05-01", "");
  g_autoptr(MesoFormula) zinc = formula_of ("zinc", "1 mg/mL", "1 mL");
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoFormulaVersion) template = formula_save (fixture, (MesoFormulaSave) { .name = "House mix", .formula = zinc }, &error);
  g_autoptr(MesoFormulaVersion) hers = formula_save (fixture, (MesoFormulaSave) { .patient = leila->id, .formula = zinc }, &error);
  g_autoptr(MesoFormulaVersion) his = formula_save (fixture, (MesoFormulaSave) { .patient = reza->id, .formula = zinc }, &error);
  g_autoptr(MesoFormulaVersion) hers_again = NULL;
  g_autoptr(GPtrArray) templates = NULL;
  g_autoptr(GPtrArray) own = NULL;
  g_autoptr(GPtrArray) recent = NULL;
  g_autoptr(GPtrArray) last = NULL;

  hers_again = formula_save (fixture, (MesoFormulaSave) { .patient = leila->id, .formula_id = hers->formula_id, .base_version = 1,
                                                  .formula = zinc }, &error);
  g_assert_no_error (error);
  g_assert_null (template->patient);
  templates = meso_formula_service_list (fixture->clinic, NULL, &error);
  g_assert_cmpuint (templates->len, ==, 1);
  g_assert_cmpstr (((MesoFormulaVersion *) g_ptr_array_index (templates, 0))->name, ==, "House mix");
  own = meso_formula_service_list (fixture->clinic, leila->id, &error);
  g_assert_cmpuint (own->len, ==, 1);
  g_assert_cmpint (((MesoFormulaVersion *) g_ptr_array_index (own, 0))->version, ==, 2);
  recent = meso_formula_service_list_recent (fixture->clinic, 10, &error);
  g_assert_cmpuint (recent->len, ==, 2);
  g_assert_cmpstr (((MesoFormulaVersion *) g_ptr_array_index (recent, 0))->formula_id, ==, hers->formula_id);
  g_assert_cmpstr (((MesoFormulaVersion *) g_ptr_array_index (recent, 1))->formula_id, ==, his->formula_id);
  last = meso_formula_service_list_recent (fixture->clinic, 1, &error);
  g_assert_cmpuint (last->len, ==, 1);
  g_assert_no_error (error);
}

static guint
count (GPtrArray *list)
{
  g_autoptr(GPtrArray) taken = list;

  g_assert_nonnull (taken);
  return taken->len;
}

/* Retired is out of the way, and nothing else: what was stored stays, and it can be offered again. */
static void
test_retired (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) leila = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autoptr(MesoFormula) zinc = formula_of ("zinc", "1 mg/mL", "1 mL");
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoFormulaVersion) template = formula_save (fixture, (MesoFormulaSave) { .name = "House mix", .formula = zinc }, &error);
  g_autoptr(MesoFormulaVersion) hers = formula_save (fixture, (MesoFormulaSave) { .patient = leila->id, .formula = zinc }, &error);
  g_autoptr(MesoFormulaVersion) after = NULL;

  g_assert_true (meso_formula_service_set_retired (fixture->clinic, template->formula_id, TRUE, &error));
  g_assert_true (meso_formula_service_set_retired (fixture->clinic, template->formula_id, TRUE, &error));
  g_assert_cmpuint (count (meso_formula_service_list (fixture->clinic, NULL, &error)), ==, 0);
  g_assert_cmpuint (count (meso_formula_service_list_retired (fixture->clinic, &error)), ==, 1);
  after = meso_formula_service_get (fixture->clinic, template->formula_id, 1, &error);
  g_assert_true (after->retired);
  g_assert_cmpstr (after->name, ==, "House mix");
  g_assert_true (meso_formula_service_set_retired (fixture->clinic, template->formula_id, FALSE, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count (meso_formula_service_list (fixture->clinic, NULL, &error)), ==, 1);
  g_assert_cmpuint (count (meso_formula_service_list_retired (fixture->clinic, &error)), ==, 0);
  g_assert_false (meso_formula_service_set_retired (fixture->clinic, hers->formula_id, TRUE, &error));
  g_assert_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED);
}

/* What is weighed as a salt is stored as the salt, and comes back so. */
static void
test_a_salt_is_stored (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoFormula) zinc = formula_of ("zinc", "22 mg/mL", "0.455 mL");
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoFormulaVersion) stored = NULL;
  const MesoFormulaLine *line;

  ((MesoFormulaItem *) g_ptr_array_index (zinc->items, 0))->salt = g_strdup ("zinc-sulfate-heptahydrate");
  stored = formula_save (fixture, (MesoFormulaSave) { .formula = zinc }, &error);
  g_assert_no_error (error);
  line = g_ptr_array_index (stored->check->lines, 0);
  g_assert_cmpstr (((MesoFormulaItem *) g_ptr_array_index (stored->formula->items, 0))->salt, ==, "zinc-sulfate-heptahydrate");
  g_assert_cmpint (line->salt_amount_ng, ==, 10010000);
  g_assert_cmpint (line->amount.value, ==, 2276036);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/formula/read-in-a-language", test_read_in_a_language);
  g_test_add_func ("/services/formula/versions", test_versions);
  g_test_add_func ("/services/formula/a-block-is-not-stored", test_a_block_is_not_stored);
  g_test_add_func ("/services/formula/a-warning-is-stored", test_a_warning_is_stored);
  g_test_add_func ("/services/formula/allergies", test_allergies);
  g_test_add_func ("/services/formula/sex-comes-from-the-record", test_sex_comes_from_the_record);
  g_test_add_func ("/services/formula/nothing-is-stored-on-error", test_nothing_is_stored_on_error);
  g_test_add_func ("/services/formula/save", test_save);
  g_test_add_func ("/services/formula/save-is-refused", test_save_is_refused);
  g_test_add_func ("/services/formula/recipe-waits-for-weight", test_recipe_waits_for_weight);
  g_test_add_func ("/services/formula/lists", test_lists);
  g_test_add_func ("/services/formula/retired", test_retired);
  g_test_add_func ("/services/formula/salt", test_a_salt_is_stored);

  return g_test_run ();
}
