/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* A clinic with a formulary of its own: what it allows from now on, and that nothing of before is touched by it. */

#include "formula-case.h"
#include "meso-clinic-private.h"
#include "meso-formulary-edit.h"
#include "meso-protocol-archive-repository.h"
#include "meso-protocol-service.h"
#include "meso-screening-service.h"

#define OWN_ID "own-1"

static guint
apply (ClinicFixture    *fixture,
       MesoProtocolEdit *edit,
       guint             number)
{
  g_autoptr(GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_protocol_edit_free);
  g_autoptr(GError) error = NULL;

  g_ptr_array_add (edits, edit);
  g_assert_true (meso_protocol_service_apply_edits (fixture->clinic, edits, &number, "our choice", &error));
  g_assert_no_error (error);
  return number;
}

static MesoProtocolEdit *
switch_to (const char       *ingredient,
           MesoAvailability  availability)
{
  return meso_formulary_edit_new_change (&(MesoIngredientChange) {
    .ingredient = (char *) ingredient, .has_availability = TRUE, .availability = availability, .why = (char *) "our choice" });
}

static MesoProtocolEdit *
put_product (const char *ingredient,
             const char *strength)
{
  g_autoptr(MesoLocalText) name = meso_local_text_new ("Vial A & B <i>");
  g_autoptr(GPtrArray) components = g_ptr_array_new ();
  MesoProductComponent component = { (char *) ingredient, (char *) strength, NULL };
  MesoProduct product = { .id = (char *) OWN_ID, .name = name, .components = components, .ph_centi = MESO_PRODUCT_PH_UNKNOWN };

  g_ptr_array_add (components, &component);
  return meso_formulary_edit_new_product (&product);
}

static MesoFormula *
formula_of_product (void)
{
  MesoFormula *formula = meso_formula_new ();
  MesoFormulaItem *item = meso_formula_item_new ();

  item->product = g_strdup (OWN_ID);
  item->volume = g_strdup ("1 mL");
  g_ptr_array_add (formula->items, item);
  return formula;
}

static gboolean
is_barred (ClinicFixture *fixture,
           MesoFormula   *formula,
           const char    *code)
{
  const MesoFormulaPatient nobody = { 0 };
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoFormulaCheck) check = meso_formula_check_new (meso_clinic_get_protocol (fixture->clinic), formula, &nobody, "en", &error);
  gboolean barred;

  g_assert_no_error (error);
  barred = formula_find_code (check, code) != NULL;
  g_assert_true (!barred || !check->ok);
  meso_formula_free (formula);
  return barred;
}

static void
test_switching (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);

  g_assert_true (is_barred (fixture, formula_of ("iron", "20 mg/mL", "0.1 mL"), "off-by-default"));
  apply (fixture, switch_to ("iron", MESO_AVAILABILITY_ON), 0);
  g_assert_false (is_barred (fixture, formula_of ("iron", "20 mg/mL", "0.1 mL"), "off-by-default"));
  apply (fixture, switch_to ("zinc", MESO_AVAILABILITY_OFF), 1);
  g_assert_true (is_barred (fixture, formula_of ("zinc", "1 mg/mL", "1 mL"), "off-by-default"));
  apply (fixture, meso_protocol_edit_new_reset_ingredient ("iron"), 2);
  g_assert_true (is_barred (fixture, formula_of ("iron", "20 mg/mL", "0.1 mL"), "off-by-default"));
  g_assert_cmpint (meso_protocol_lookup_ingredient (meso_clinic_get_protocol (fixture->clinic), "zinc")->provenance.origin, ==,
                   MESO_ORIGIN_ARTICLE);
}

/* Inside of a product that the clinic made, what is banned is still banned. */
static void
test_banned_in_a_product (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);
  g_autoptr(GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_protocol_edit_free);
  g_autoptr(MesoProtocolPreview) preview = NULL;

  apply (fixture, put_product ("buflomedil", "10 mg/mL"), 0);
  g_assert_true (is_barred (fixture, formula_of_product (), "banned"));
  g_ptr_array_add (edits, switch_to ("buflomedil", MESO_AVAILABILITY_ON));
  preview = meso_protocol_service_preview_edits (fixture->clinic, edits);
  g_assert_cmpuint (preview->faults->len, ==, 1);
  g_assert_true (g_str_has_suffix (preview->faults->pdata[0], "buflomedil is banned, and stays so"));
}

typedef struct
{
  const char *hash;
  MesoProtocol *protocol;
} Archived;

static gboolean
load_archived (MesoStoreContext  *context,
               gpointer           data,
               GError           **error)
{
  Archived *archived = data;
  g_autoptr(GPtrArray) documents = meso_protocol_archive_repository_load (context, archived->hash, error);

  archived->protocol = documents != NULL ? meso_protocol_new (documents, error) : NULL;
  return archived->protocol != NULL;
}

/* A formula is what it was, also after its product was changed and taken out; so is a screening. */
static void
test_old_versions_read_on (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "en");
  g_autofree char *screening = NULL;
  g_autofree char *version = NULL;
  g_autoptr(MesoFormulaCheck) check = NULL;
  g_autoptr(MesoFormulaCheck) again = NULL;
  g_autoptr(MesoFormulaVersion) read = NULL;
  g_autoptr(GPtrArray) differences = NULL;
  g_autoptr(MesoProtocol) archived = NULL;
  g_autoptr(GError) error = NULL;
  Archived work = { NULL };
  guint replayed = 0;

  apply (fixture, put_product ("zinc", "1 mg/mL"), 0);
  screening = clinic_fixture_screen (fixture, patient, TODAY, "");
  check = formula_record (fixture, patient, formula_of_product (), NULL, &version);
  apply (fixture, put_product ("copper", "0.4 mg/mL"), 1);
  apply (fixture, meso_protocol_edit_new_remove (OWN_ID), 2);

  read = formula_get_latest (fixture, patient);
  g_assert_cmpstr (((MesoFormulaItem *) read->formula->items->pdata[0])->product, ==, OWN_ID);
  g_assert_cmpuint (read->check->lines->len, ==, check->lines->len);
  g_assert_cmpstr (((MesoFormulaLine *) read->check->lines->pdata[0])->ingredient, ==, "zinc");

  work.hash = read->protocol_hash;
  g_assert_true (meso_clinic_run (fixture->clinic, MESO_STORE_READ, load_archived, &work, &error));
  archived = work.protocol;
  again = meso_formula_check_new (archived, read->formula, read->facts, "en", &error);
  g_assert_no_error (error);
  g_assert_cmpint (again->ok, ==, check->ok);
  g_assert_cmpuint (again->findings->len, ==, check->findings->len);

  differences = meso_screening_service_replay (fixture->clinic, NULL, NULL, &replayed, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (replayed, ==, 1);
  g_assert_cmpuint (differences->len, ==, 0);
}

static void
test_only_a_physician (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_protocol_edit_free);
  g_autoptr(GError) error = NULL;
  guint number = 0;

  g_ptr_array_add (edits, switch_to ("zinc", MESO_AVAILABILITY_OFF));
  g_assert_false (meso_protocol_service_apply_edits (fixture->clinic, edits, &number, "mine", &error));
  g_assert_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED);
  g_assert_cmpint (meso_protocol_lookup_ingredient (meso_clinic_get_protocol (fixture->clinic), "zinc")->availability, ==,
                   MESO_AVAILABILITY_ON);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clinic-formulary/switching", test_switching);
  g_test_add_func ("/clinic-formulary/banned-in-a-product", test_banned_in_a_product);
  g_test_add_func ("/clinic-formulary/old-versions-read-on", test_old_versions_read_on);
  g_test_add_func ("/clinic-formulary/only-a-physician", test_only_a_physician);

  return g_test_run ();
}
