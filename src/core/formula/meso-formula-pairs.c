/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-work.h"

#include "meso-text.h"

/* A formula of ready-made vials can have hundreds of pairs; past this many a list of names is read, not of pairs. */
#define MAX_PAIRS_SPELT_OUT 10

/**
 * Unknown:
 * @count: pairs without data
 * @pairs: (nullable): them, spelt out
 * @is_named: for each total whether it is in one of the pairs
 *
 * What has no row, gathered for one line.
 */
typedef struct
{
  guint count;
  char *pairs;
  gboolean *is_named;
} Unknown;

static const MesoIngredient *
get_ingredient (const MesoFormulaWork *work, guint index)
{
  return ((const MesoFormulaTotal *) g_ptr_array_index (work->totals, index))->ingredient;
}

static void
take_pair (MesoFormulaWork *work, MesoSeverity severity, const char *code, const char *phrase,
           const MesoIngredient *a, const MesoIngredient *b, const MesoIngredientPair *pair)
{
  g_autofree char *name_a = meso_formula_work_show_name (work, a);
  g_autofree char *name_b = meso_formula_work_show_name (work, b);
  g_autofree char *reason = meso_formula_work_show (work, meso_local_text_get (pair->reason, work->language));

  meso_formula_work_take_finding (work, severity, code, meso_formula_ids (a->id, b->id, NULL), pair->provenance.source,
                                  meso_text_format (meso_formula_work_phrase (work, phrase),
                                                    "a", name_a, "b", name_b, "reason", reason, NULL));
}

static void
check_pair (MesoFormulaWork *work, guint first, guint second, Unknown *unknown)
{
  const MesoIngredient *a = get_ingredient (work, first);
  const MesoIngredient *b = get_ingredient (work, second);
  const MesoIngredientPair *pair = meso_protocol_lookup_pair (work->protocol, a->id, b->id);

  if (pair == NULL)
    {
      /* A neutral carrier is what everything is diluted with: a line about it in every formula would be read past. */
      if (a->diluent || b->diluent)
        return;
      unknown->is_named[first] = unknown->is_named[second] = TRUE;
      if (unknown->count++ < MAX_PAIRS_SPELT_OUT)
        {
          g_autofree char *both = meso_formula_work_show_pair (work, a, b);

          unknown->pairs = meso_formula_work_join (work, unknown->pairs, both);
        }
      return;
    }
  switch (pair->severity)
    {
    case MESO_PAIR_COMPATIBLE:
      break;
    case MESO_PAIR_CAUTION:
      take_pair (work, MESO_SEVERITY_WARN, "caution-pair", "finding-caution-pair", a, b, pair);
      break;
    case MESO_PAIR_INCOMPATIBLE:
      take_pair (work, MESO_SEVERITY_BLOCK, "incompatible", "finding-incompatible", a, b, pair);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
take_unknown (MesoFormulaWork *work, const Unknown *unknown)
{
  GPtrArray *ids = meso_formula_ids (NULL, NULL);
  g_autofree char *names = NULL;
  g_autofree char *count = meso_formula_work_show_count (work, unknown->count);
  gboolean spelt_out = unknown->count <= MAX_PAIRS_SPELT_OUT;
  const char *phrase = meso_formula_work_phrase (work, spelt_out ? "finding-no-data" : "finding-no-data-many");

  for (guint i = 0; i < work->totals->len; i++)
    if (unknown->is_named[i])
      {
        const MesoIngredient *ingredient = get_ingredient (work, i);
        g_autofree char *name = meso_formula_work_show_name (work, ingredient);

        g_ptr_array_add (ids, g_strdup (ingredient->id));
        names = meso_formula_work_join (work, names, name);
      }
  meso_formula_work_take_finding (work, MESO_SEVERITY_INFO, "no-data", ids, "no source",
                                  meso_text_format (phrase, "pairs", unknown->pairs, "count", count,
                                                    "ingredients", names, NULL));
}

/**
 * meso_formula_work_check_pairs:
 *
 * Every two ingredients of the syringe, the diluent and the components of ready-made vials included: `incompatible`,
 * `caution-pair`, and one `no-data` for all pairs of components that nothing is known of. No data is never taken for
 * compatible.
 */
void
meso_formula_work_check_pairs (MesoFormulaWork *work)
{
  g_autofree gboolean *is_named = g_new0 (gboolean, work->totals->len);
  g_autofree char *pairs = NULL;
  Unknown unknown = { 0, NULL, is_named };

  for (guint first = 0; first < work->totals->len; first++)
    for (guint second = first + 1; second < work->totals->len; second++)
      check_pair (work, first, second, &unknown);
  pairs = unknown.pairs;
  if (unknown.count > 0)
    take_unknown (work, &unknown);
}
