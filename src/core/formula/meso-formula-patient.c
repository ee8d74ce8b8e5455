/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-work.h"

#include "meso-text-fold.h"
#include "meso-text-match.h"
#include "meso-text.h"

/* Source keys: what screening said itself; the maker's list that names allergy to any component. */
#define SOURCE_SCREENING "screening"
#define SOURCE_ALLERGY "Mesohyal"

static void
take_simple (MesoFormulaWork *work, const char *code, const MesoIngredient *ingredient, const char *source,
             const char *phrase)
{
  g_autofree char *name = meso_formula_work_show_name (work, ingredient);

  meso_formula_work_take_finding (work, MESO_SEVERITY_BLOCK, code, meso_formula_ids (ingredient->id, NULL), source,
                                  meso_text_format (meso_formula_work_phrase (work, phrase), "ingredient", name, NULL));
}

static gboolean
is_listed (const GPtrArray *ids, const char *id)
{
  return ids != NULL && g_ptr_array_find_with_equal_func ((GPtrArray *) ids, id, g_str_equal, NULL);
}

/* Both ways round: “allergic to lidocaine” holds the name, “lidocaine” is held by “Lidocaine hydrochloride”. A false
 * alarm is looked at by a physician; a miss is not. */
static gboolean
means (const char *allergy, const char *substance)
{
  g_autoptr (GPtrArray) stated = meso_text_fold_words (allergy);
  g_autoptr (GPtrArray) known = meso_text_fold_words (substance);

  return meso_text_contains_words (stated, known) || meso_text_contains_words (known, stated);
}

static gboolean
means_name (const char *allergy, const MesoLocalText *name)
{
  static const char *const languages[] = { "en", "fa" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (means (allergy, meso_local_text_get (name, languages[i])))
      return TRUE;
  return FALSE;
}

/* By any of its names, those of its salts too: nobody who reacted to selenious acid gets another salt of it. */
static gboolean
means_ingredient (const char *allergy, const MesoIngredient *ingredient)
{
  for (guint i = 0; i < ingredient->salts->len; i++)
    {
      const MesoSalt *salt = g_ptr_array_index (ingredient->salts, i);

      if (means_name (allergy, salt->name))
        return TRUE;
    }
  return means (allergy, ingredient->id) || means_name (allergy, ingredient->name);
}

/* (transfer none) (nullable): what an excipient is called: as the ingredient that it is too, or as the list of excipients says */
static const MesoLocalText *
find_excipient_name (const MesoProtocol *protocol, const char *id)
{
  const MesoIngredient *ingredient = meso_protocol_lookup_ingredient (protocol, id);
  g_autofree char *entry_id = g_strconcat ("excipient-", id, NULL);
  const MesoListEntry *entry = meso_protocol_lookup_list_entry (protocol, entry_id);

  if (ingredient != NULL)
    return ingredient->name;
  return entry != NULL ? entry->text : NULL;
}

/* (transfer none) (nullable): the excipient that @allergy names, by its id or in either language */
static const char *
find_excipient (const MesoProtocol *protocol, const char *allergy, const GPtrArray *excipients)
{
  for (guint i = 0; excipients != NULL && i < excipients->len; i++)
    {
      const char *id = g_ptr_array_index (excipients, i);
      const MesoLocalText *name = find_excipient_name (protocol, id);

      if (means (allergy, id) || (name != NULL && means_name (allergy, name)))
        return id;
    }
  return NULL;
}

/**
 * meso_formula_work_show_excipient:
 * @id: an excipient's
 *
 * Returns: (transfer full): its name in the check's language; of one that has none its id, in words
 */
char *
meso_formula_work_show_excipient (const MesoFormulaWork *work,
                                  const char            *id)
{
  const MesoLocalText *name = find_excipient_name (work->protocol, id);
  g_autofree char *words = g_strdelimit (g_strdup (id), "-", ' ');

  return meso_formula_work_show (work, name != NULL ? meso_local_text_get (name, work->language) : words);
}

/* @what: (transfer none): the name of what contains the excipient, or of the ingredient itself */
static void
take_allergy (MesoFormulaWork *work, GPtrArray *ids, const char *allergy, const char *what, const char *excipient)
{
  g_autofree char *quoted = meso_text_quote (allergy);
  g_autofree char *stated = meso_formula_work_show (work, quoted);
  g_autofree char *contained = excipient != NULL ? meso_formula_work_show_excipient (work, excipient) : g_strdup ("");
  const char *phrase =
    meso_formula_work_phrase (work, excipient == NULL ? "finding-allergy" : "finding-allergy-excipient");

  meso_formula_work_take_finding (work, MESO_SEVERITY_BLOCK, "allergy", ids, SOURCE_ALLERGY,
                                  meso_text_format (phrase, "allergy", stated, "ingredient", what,
                                                    "excipient", contained, NULL));
}

/* One finding however many of the stated allergies name it. */
static void
check_ingredient_allergy (MesoFormulaWork *work, const MesoIngredient *ingredient)
{
  const GPtrArray *allergies = work->patient->allergies;

  for (guint i = 0; i < allergies->len; i++)
    {
      const char *allergy = g_ptr_array_index (allergies, i);
      gboolean itself = means_ingredient (allergy, ingredient);
      const char *excipient = itself ? NULL : find_excipient (work->protocol, allergy, ingredient->excipients);

      if (itself || excipient != NULL)
        {
          g_autofree char *name = meso_formula_work_show_name (work, ingredient);

          take_allergy (work, meso_formula_ids (ingredient->id, NULL), allergy, name, excipient);
          return;
        }
    }
}

static void
check_product_allergy (MesoFormulaWork *work, const MesoProduct *product)
{
  const GPtrArray *allergies = work->patient->allergies;

  for (guint i = 0; i < allergies->len; i++)
    {
      const char *allergy = g_ptr_array_index (allergies, i);
      const char *excipient = find_excipient (work->protocol, allergy, product->excipients);

      if (excipient != NULL)
        {
          g_autofree char *name = meso_formula_work_show (work, meso_local_text_get (product->name, work->language));
          GPtrArray *ids = meso_formula_ids (NULL, NULL);

          meso_formula_add_product_ids (ids, product);
          take_allergy (work, ids, allergy, name, excipient);
          return;
        }
    }
}

/**
 * meso_formula_work_check_vial_allergy:
 *
 * `allergy` for what the label of one vial names, by its id or in either language; once.
 */
void
meso_formula_work_check_vial_allergy (MesoFormulaWork       *work,
                                      const MesoFormulaVial *vial)
{
  const GPtrArray *allergies = work->patient->allergies;

  for (guint i = 0; allergies != NULL && i < allergies->len; i++)
    {
      const char *allergy = g_ptr_array_index (allergies, i);
      const char *excipient = find_excipient (work->protocol, allergy, vial->excipients);

      if (excipient != NULL)
        {
          g_autofree char *name = meso_formula_work_show (work, vial->name);

          take_allergy (work, meso_formula_ids (NULL, NULL), allergy, name, excipient);
          return;
        }
    }
}

static void
check_allergies (MesoFormulaWork *work)
{
  if (work->patient->allergies == NULL)
    {
      meso_formula_work_take_finding (work, MESO_SEVERITY_WARN, "allergies-unknown", meso_formula_ids (NULL, NULL),
                                      SOURCE_ALLERGY,
                                      g_strdup (meso_formula_work_phrase (work, "finding-allergies-unknown")));
      return;
    }
  for (guint i = 0; i < work->totals->len; i++)
    check_ingredient_allergy (work, ((const MesoFormulaTotal *) g_ptr_array_index (work->totals, i))->ingredient);
  for (guint i = 0; i < work->products->len; i++)
    check_product_allergy (work, g_ptr_array_index (work->products, i));
}

/* Whether anything but diluents shares the syringe with @ingredient */
static gboolean
has_company (const MesoFormulaWork *work, const MesoIngredient *ingredient)
{
  for (guint i = 0; i < work->totals->len; i++)
    {
      const MesoFormulaTotal *other = g_ptr_array_index (work->totals, i);

      if (other->ingredient != ingredient && !other->ingredient->diluent)
        return TRUE;
    }
  return FALSE;
}

static void
check_availability (MesoFormulaWork *work, const MesoIngredient *ingredient)
{
  const char *source = ingredient->provenance.source;

  switch (ingredient->availability)
    {
    case MESO_AVAILABILITY_ON:
      break;
    case MESO_AVAILABILITY_OFF:
      take_simple (work, "off-by-default", ingredient, source, "finding-off-by-default");
      break;
    case MESO_AVAILABILITY_BANNED:
      take_simple (work, "banned", ingredient, source, "finding-banned");
      break;
    case MESO_AVAILABILITY_OWN_SYRINGE:
      if (has_company (work, ingredient))
        take_simple (work, "own-syringe", ingredient, source, "finding-own-syringe");
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * meso_formula_work_check_patient:
 *
 * What this patient may not have, and what nobody may have: `excluded`, `allergy`, `allergies-unknown`, `banned`,
 * `off-by-default`, `own-syringe`. A diluent is looked at like everything else in the syringe.
 */
void
meso_formula_work_check_patient (MesoFormulaWork *work)
{
  for (guint i = 0; i < work->totals->len; i++)
    {
      const MesoIngredient *ingredient = ((const MesoFormulaTotal *) g_ptr_array_index (work->totals, i))->ingredient;

      if (is_listed (work->patient->excluded, ingredient->id))
        take_simple (work, "excluded", ingredient, SOURCE_SCREENING, "finding-excluded");
      check_availability (work, ingredient);
    }
  check_allergies (work);
}
