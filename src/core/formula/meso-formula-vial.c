/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-vial.h"

#include "meso-formula-work.h"

static void
add_ingredient (MesoFormulaWork *work,
                const char      *id)
{
  const MesoIngredient *ingredient = id != NULL ? meso_protocol_lookup_ingredient (work->protocol, id) : NULL;

  if (ingredient != NULL)
    meso_formula_work_add_total (work, ingredient);
}

/* All that will be in the syringe, whether or not its amounts can be worked out. */
static void
add_ingredients (MesoFormulaWork *work)
{
  for (guint i = 0; i < work->formula->items->len; i++)
    {
      const MesoFormulaItem *item = g_ptr_array_index (work->formula->items, i);
      const MesoProduct *product = item->product != NULL ? meso_protocol_lookup_product (work->protocol, item->product) : NULL;

      add_ingredient (work, item->ingredient);
      for (guint k = 0; product != NULL && k < product->components->len; k++)
        add_ingredient (work, ((const MesoProductComponent *) g_ptr_array_index (product->components, k))->ingredient);
    }
  add_ingredient (work, work->formula->diluent);
}

/**
 * meso_formula_vial_check:
 * @self: a vial
 * @protocol: the content
 * @formula: what it would be drawn for
 * @patient: (nullable): who that is for, as known now
 * @language: (nullable): "en" or "fa"
 *
 * The formula was checked with what the formulary says of its ingredients and products. The box in hand may say more: that is looked at by
 * the same rules, against the patient's allergies and against each ingredient of the syringe.
 *
 * Returns: (transfer full) (element-type MesoFormulaFinding): `allergy`, `incompatible` and `caution-pair`, what blocks first
 */
GPtrArray *
meso_formula_vial_check (const MesoFormulaVial    *self,
                         const MesoProtocol       *protocol,
                         const MesoFormula        *formula,
                         const MesoFormulaPatient *patient,
                         const char               *language)
{
  g_autoptr (MesoFormulaCheck) check = meso_formula_check_new_empty ();
  g_autoptr (GPtrArray) totals = g_ptr_array_new_with_free_func (g_free);
  MesoFormulaWork work = {
    .protocol = protocol, .formula = formula, .patient = patient, .language = language != NULL ? language : "en", .totals = totals,
    .check = check,
  };

  add_ingredients (&work);
  if (patient != NULL)
    meso_formula_work_check_vial_allergy (&work, self);
  meso_formula_work_check_vial_excipients (&work, self);
  meso_formula_work_sort_findings (&work);
  return g_ptr_array_ref (check->findings);
}
