/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "formula-case.h"

#include "meso-formula-repository.h"

/* One item and its volume, in a strength: "zinc", "1 mg/mL", "2 mL" */
MesoFormula *
formula_of (const char *ingredient,
            const char *strength,
            const char *volume)
{
  MesoFormula *formula = meso_formula_new ();
  MesoFormulaItem *item = meso_formula_item_new ();

  item->ingredient = g_strdup (ingredient);
  item->strength = g_strdup (strength);
  item->volume = g_strdup (volume);
  g_ptr_array_add (formula->items, item);
  return formula;
}

const MesoFormulaFinding *
formula_find_code (const MesoFormulaCheck *check,
                   const char             *code)
{
  for (guint i = 0; i < check->findings->len; i++)
    {
      const MesoFormulaFinding *finding = g_ptr_array_index (check->findings, i);

      if (g_str_equal (finding->code, code))
        return finding;
    }
  return NULL;
}

/* Takes formula. said (nullable): nothing was said. */
MesoFormulaCheck *
formula_record (ClinicFixture             *fixture,
                const MesoPatient         *patient,
                MesoFormula               *formula,
                const MesoFormulaPatient  *said,
                char                     **version)
{
  const MesoFormulaPatient nothing = { 0 };
  g_autoptr(GError) error = NULL;
  MesoFormulaCheck *check;

  check = meso_formula_service_record (fixture->clinic, patient->id, formula, said != NULL ? said : &nothing, "en", version,
                                       &error);
  g_assert_no_error (error);
  g_assert_nonnull (check);
  meso_formula_free (formula);
  return check;
}

typedef struct
{
  const char *patient;
  MesoFormulaVersion *latest;
} Load;

static gboolean
load (MesoStoreContext  *context,
      gpointer           data,
      GError           **error)
{
  Load *work = data;

  work->latest = meso_formula_repository_latest_of_patient (context, work->patient, error);
  return work->latest != NULL;
}

MesoFormulaVersion *
formula_get_latest (ClinicFixture     *fixture,
                    const MesoPatient *patient)
{
  Load work = { .patient = patient->id };
  g_autoptr(GError) error = NULL;

  g_assert_true (meso_clinic_run (fixture->clinic, MESO_STORE_READ, load, &work, &error));
  g_assert_no_error (error);
  return work.latest;
}

char *
formula_count_versions (ClinicFixture *fixture)
{
  char *count;

  clinic_fixture_close (fixture);
  count = clinic_fixture_shell (fixture->path, "SELECT count(*) FROM formula_version;");
  clinic_fixture_open (fixture, NULL);
  return count;
}

MesoFormulaVersion *
formula_save (ClinicFixture    *fixture,
              MesoFormulaSave   request,
              GError          **error)
{
  request.language = "en";
  return meso_formula_service_save (fixture->clinic, &request, error);
}

void
formula_assert_not_saved (ClinicFixture   *fixture,
                          MesoFormulaSave  request,
                          GQuark           domain,
                          int              code,
                          const char      *text)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *before = formula_count_versions (fixture);
  g_autofree char *after = NULL;

  g_assert_null (formula_save (fixture, request, &error));
  clinic_fixture_assert_error (&error, domain, code, text);
  after = formula_count_versions (fixture);
  g_assert_cmpstr (after, ==, before);
}
