/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-demo-formula.h"

#include "meso-formula-repository.h"

#define MAX_ITEMS 3
#define POINTS 50

/* As a clinic writes them; each is checked like any other before it is stored. */
typedef struct
{
  struct
  {
    const char *ingredient;
    const char *strength;
    const char *volume;
  } items[MAX_ITEMS];
} Recipe;

static const Recipe recipes[] = {
  { { { "biotin", "5 mg/mL", "1 mL" }, { "zinc", "1 mg/mL", "1 mL" }, { "pantothenic-acid", "250 mg/mL", "1 mL" } } },
  { { { "biotin", "5 mg/mL", "2 mL" }, { "b-complex", "10 mg/mL", "1 mL" } } },
  { { { "minoxidil", "5 mg/mL", "1 mL" }, { "biotin", "5 mg/mL", "1 mL" } } },
  { { { "hyaluronic-acid", "10 mg/mL", "1 mL" }, { "amino-acids", "20 mg/mL", "1 mL" }, { "zinc", "1 mg/mL", "1 mL" } } },
};

static MesoFormula *
write_recipe (const Recipe *recipe)
{
  MesoFormula *formula = meso_formula_new ();

  for (guint i = 0; i < MAX_ITEMS && recipe->items[i].ingredient != NULL; i++)
    {
      MesoFormulaItem *item = meso_formula_item_new ();

      item->ingredient = g_strdup (recipe->items[i].ingredient);
      item->strength = g_strdup (recipe->items[i].strength);
      item->volume = g_strdup (recipe->items[i].volume);
      g_ptr_array_add (formula->items, item);
    }
  formula->diluent = g_strdup ("saline");
  formula->to_volume = g_strdup ("5 mL");
  formula->points = POINTS;
  formula->volume_per_point = g_strdup ("0.1 mL");
  return formula;
}

static MesoFormulaPatient *
write_facts (const MesoDemoLife *life)
{
  MesoFormulaPatient *facts = meso_formula_patient_new ();

  facts->sex = life->patient->sex;
  facts->weight_g = life->weight_g;
  g_clear_pointer (&facts->allergies, g_ptr_array_unref);
  facts->allergies = life->allergies != NULL ? g_ptr_array_ref (life->allergies) : NULL;
  g_clear_pointer (&facts->excluded, g_ptr_array_unref);
  facts->excluded = g_ptr_array_ref (life->excluded);
  return facts;
}

/* (transfer full) (nullable): NULL without error for what is blocked */
static MesoFormulaVersion *
make_version (const MesoDemoLife  *life,
              const Recipe        *recipe,
              GError             **error)
{
  g_autoptr(MesoFormulaVersion) draft = meso_formula_version_new ();

  draft->formula = write_recipe (recipe);
  draft->facts = write_facts (life);
  draft->check = meso_formula_check_new (life->world->protocol, draft->formula, draft->facts, "en", error);
  if (draft->check == NULL || !draft->check->ok)
    return NULL;
  draft->formula_id = g_strdup (life->formula);
  draft->name = g_strdup ("");
  draft->patient = g_strdup (life->patient->id);
  draft->screening = g_strdup (life->screening);
  draft->protocol_hash = g_strdup (meso_protocol_get_hash (life->world->protocol));
  return g_steal_pointer (&draft);
}

/**
 * meso_demo_formula_store:
 * @life: whose formula it is
 * @context: the unit of work that this happens in
 *
 * Returns: whether a recipe that passes is stored, or none does
 */
gboolean
meso_demo_formula_store (MesoDemoLife      *life,
                         MesoStoreContext  *context,
                         GError           **error)
{
  guint first = (guint) g_rand_int_range (life->world->rand, 0, G_N_ELEMENTS (recipes));

  for (guint i = 0; i < G_N_ELEMENTS (recipes); i++)
    {
      g_autoptr(GError) local_error = NULL;
      g_autoptr(MesoFormulaVersion) draft = make_version (life, &recipes[(first + i) % G_N_ELEMENTS (recipes)], &local_error);
      g_autoptr(MesoFormulaVersion) stored = NULL;

      if (meso_clinic_take_error (&local_error, error))
        return FALSE;
      if (draft == NULL)
        continue;
      stored = meso_formula_repository_insert (context, life->world->physician, draft, error);
      if (stored == NULL)
        return FALSE;
      g_set_str (&life->formula, stored->formula_id);
      life->formula_version = stored->version;
      life->points = POINTS;
      life->volume_ul = stored->check->total_volume_ul;
      return TRUE;
    }
  return TRUE;
}
