/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-work.h"

#include "meso-core-error.h"
#include "meso-text.h"

/* Limits of any syringe, whatever is in it. General knowledge where the source is "GK"; the usual volume a point is
 * from a teaching text. */
#define TOTAL_WARN_UL 5000
#define TOTAL_BLOCK_UL 10000
#define POINT_WARN_UL 100
#define POINT_BLOCK_UL 200
#define COMPONENTS_WARN 5
#define SOURCE_TOTAL "GK"
#define SOURCE_POINT "Unyleya"
#define SOURCE_COMPONENTS "GK"
#define SOURCE_ARITHMETIC "arithmetic"

static void
check_over_volume (MesoFormulaWork *work)
{
  g_autofree char *sum = NULL;
  g_autofree char *to_volume = NULL;

  if (work->to_volume_ul == 0 || work->to_volume_ul >= work->sum_ul)
    return;
  sum = meso_formula_work_show_volume (work, work->sum_ul);
  to_volume = meso_formula_work_show_volume (work, work->to_volume_ul);
  meso_formula_work_take_finding (work, MESO_SEVERITY_BLOCK, "over-volume", meso_formula_ids (NULL, NULL),
                                  SOURCE_ARITHMETIC,
                                  meso_text_format (meso_formula_work_phrase (work, "finding-over-volume"),
                                                    "volume", sum, "limit", to_volume, NULL));
}

/* One volume against the two limits of its kind */
static void
check_volume_limits (MesoFormulaWork *work, const char *code, const char *source, gint64 volume_ul, gint64 warn_ul,
                     gint64 block_ul)
{
  gboolean block = volume_ul > block_ul;
  g_autofree char *phrase = g_strdup_printf ("finding-%s-%s", code, block ? "block" : "warn");
  g_autofree char *volume = NULL;
  g_autofree char *limit = NULL;

  if (volume_ul <= warn_ul)
    return;
  volume = meso_formula_work_show_volume (work, volume_ul);
  limit = meso_formula_work_show_volume (work, block ? block_ul : warn_ul);
  meso_formula_work_take_finding (work, block ? MESO_SEVERITY_BLOCK : MESO_SEVERITY_WARN, code,
                                  meso_formula_ids (NULL, NULL), source,
                                  meso_text_format (meso_formula_work_phrase (work, phrase),
                                                    "volume", volume, "limit", limit, NULL));
}

static void
take_points_mismatch (MesoFormulaWork *work, gint64 needed_ul)
{
  gint64 total_ul = work->check->total_volume_ul;
  gboolean more = needed_ul > total_ul;
  g_autofree char *points = meso_formula_work_show_count (work, (guint) work->formula->points);
  g_autofree char *per_point = meso_formula_work_show_volume (work, work->per_point_ul);
  g_autofree char *needed = meso_formula_work_show_volume (work, needed_ul);
  g_autofree char *total = meso_formula_work_show_volume (work, total_ul);
  g_autofree char *rest = meso_formula_work_show_volume (work, more ? needed_ul - total_ul : total_ul - needed_ul);
  g_autofree char *dead_space = meso_formula_work_show_volume (work, work->dead_space_ul);
  const char *phrase =
    meso_formula_work_phrase (work, more ? "finding-points-mismatch-block" : "finding-points-mismatch-warn");

  meso_formula_work_take_finding (work, more ? MESO_SEVERITY_BLOCK : MESO_SEVERITY_WARN, "points-mismatch",
                                  meso_formula_ids (NULL, NULL), SOURCE_ARITHMETIC,
                                  meso_text_format (phrase, "points", points, "perpoint", per_point, "needed", needed,
                                                    "total", total, "rest", rest, "deadspace", dead_space, NULL));
}

/* Points × volume a point against what is in the syringe. Without both there is nothing to compare. */
static gboolean
check_points (MesoFormulaWork *work, GError **error)
{
  gint64 needed_ul;

  if (work->formula->points == 0 || work->per_point_ul == 0)
    return TRUE;
  if (__builtin_mul_overflow (work->per_point_ul, (gint64) work->formula->points, &needed_ul))
    {
      g_set_error_literal (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE,
                           "volume_per_point: times the number of points it is too large to be held. "
                           "Write what one point gets, for example “0.05 mL”.");
      return FALSE;
    }
  if (ABS (needed_ul - work->check->total_volume_ul) > work->dead_space_ul)
    take_points_mismatch (work, needed_ul);
  return TRUE;
}

static void
check_components (MesoFormulaWork *work)
{
  g_autoptr (GPtrArray) ids = meso_formula_ids (NULL, NULL);
  g_autofree char *count = NULL;
  g_autofree char *limit = NULL;

  for (guint i = 0; i < work->totals->len; i++)
    {
      const MesoFormulaTotal *total = g_ptr_array_index (work->totals, i);

      if (!total->ingredient->diluent)
        g_ptr_array_add (ids, g_strdup (total->ingredient->id));
    }
  if (ids->len <= COMPONENTS_WARN)
    return;
  count = meso_formula_work_show_count (work, ids->len);
  limit = meso_formula_work_show_count (work, COMPONENTS_WARN);
  meso_formula_work_take_finding (work, MESO_SEVERITY_WARN, "components", g_steal_pointer (&ids), SOURCE_COMPONENTS,
                                  meso_text_format (meso_formula_work_phrase (work, "finding-components"),
                                                    "count", count, "limit", limit, NULL));
}

/* A stock that can't be added at all comes first: diluting it more is no way out. */
static gboolean
check_stock (MesoFormulaWork *work, const MesoFormulaTotal *total)
{
  const MesoIngredient *ingredient = total->ingredient;
  MesoStrength bound = ingredient->stock_below;
  g_autofree char *name = NULL;
  g_autofree char *strength = NULL;
  g_autofree char *limit = NULL;

  if (bound.mantissa == 0 || total->strongest.mantissa == 0 ||
      meso_strength_compare (total->strongest, bound) < 0)
    return TRUE;
  name = meso_formula_work_show_name (work, ingredient);
  strength = meso_formula_work_show_strength (work, total->strongest);
  limit = meso_formula_work_show_strength (work, bound);
  meso_formula_work_take_finding (work, MESO_SEVERITY_BLOCK, "strength-limit", meso_formula_ids (ingredient->id, NULL),
                                  ingredient->provenance.source,
                                  meso_text_format (meso_formula_work_phrase (work, "finding-strength-limit-stock"),
                                                    "ingredient", name, "strength", strength, "limit", limit, NULL));
  return FALSE;
}

static void
check_final (MesoFormulaWork *work, const MesoFormulaTotal *total)
{
  const MesoIngredient *ingredient = total->ingredient;
  MesoStrength bound = ingredient->max_final;
  MesoWide total_ul = (MesoWide) work->check->total_volume_ul;
  MesoStrength final = { 0, MESO_QUANTITY_MAX_SCALE, ingredient->dimension };
  g_autofree char *name = NULL;
  g_autofree char *strength = NULL;
  g_autofree char *limit = NULL;

  if (bound.mantissa == 0)
    return;
  /* 10^-12 of a unit in a µL is 10^-9 of it in a mL. Rounded up to that, it is over the limit exactly when it was. */
  final.mantissa = (gint64) MIN ((total->held + total_ul - 1) / total_ul, (MesoWide) G_MAXINT64);
  if (meso_strength_compare (final, bound) <= 0)
    return;
  final.mantissa = meso_formula_shorten ((MesoWide) final.mantissa, TRUE);
  name = meso_formula_work_show_name (work, ingredient);
  strength = meso_formula_work_show_strength (work, final);
  limit = meso_formula_work_show_strength (work, bound);
  meso_formula_work_take_finding (work, MESO_SEVERITY_BLOCK, "strength-limit", meso_formula_ids (ingredient->id, NULL),
                                  ingredient->provenance.source,
                                  meso_text_format (meso_formula_work_phrase (work, "finding-strength-limit-final"),
                                                    "ingredient", name, "strength", strength, "limit", limit, NULL));
}

/* One sentence for one rounded line, in what is weighed */
static char *
describe_rounding (MesoFormulaWork *work, const MesoFormulaDraw *draw)
{
  const MesoFormulaLine *line = draw->line;
  MesoQuantity weighed = draw->salt != NULL ? (MesoQuantity) { line->salt_amount_ng, MESO_DIMENSION_MASS } : line->amount;
  g_autofree char *name = draw->salt != NULL
    ? meso_formula_work_show (work, meso_local_text_get (draw->salt->name, work->language))
    : meso_formula_work_show_name (work, draw->ingredient);
  g_autofree char *volume = meso_formula_work_show_volume (work, line->volume_ul);
  g_autofree char *amount = meso_formula_work_show_quantity (work, weighed, MESO_MASS_UNIT_BY_SIZE);
  g_autofree char *strength = meso_formula_work_show_strength (work, draw->of_salt);
  g_autofree char *quoted = meso_text_quote (draw->asked);
  g_autofree char *asked = meso_formula_work_show (work, quoted);

  if (draw->volume_rounded)
    return meso_text_format (meso_formula_work_phrase (work, "finding-rounding-volume"), "ingredient", name,
                             "asked", asked, "strength", strength, "volume", volume, "amount", amount, NULL);
  return meso_text_format (meso_formula_work_phrase (work, "finding-rounding-amount"), "ingredient", name,
                           "strength", strength, "volume", volume, "amount", amount, NULL);
}

static void
check_rounding (MesoFormulaWork *work, const MesoIngredient *ingredient)
{
  g_autoptr (GString) message = g_string_new (NULL);

  for (guint i = 0; i < work->draws->len; i++)
    {
      const MesoFormulaDraw *draw = g_ptr_array_index (work->draws, i);
      g_autofree char *sentence = NULL;

      if (draw->ingredient != ingredient || draw->line->exact)
        continue;
      sentence = describe_rounding (work, draw);
      g_string_append_printf (message, "%s%s", message->len > 0 ? " " : "", sentence);
    }
  if (message->len > 0)
    meso_formula_work_take_finding (work, MESO_SEVERITY_WARN, "rounding", meso_formula_ids (ingredient->id, NULL),
                                    SOURCE_ARITHMETIC, g_string_free_and_steal (g_steal_pointer (&message)));
}

/**
 * meso_formula_work_check_syringe:
 *
 * Volumes, points, strengths, number of components and rounding: `over-volume`, `total-volume`, `point-volume`,
 * `points-mismatch`, `strength-limit`, `components`, `rounding`.
 *
 * Returns: %FALSE with %MESO_CORE_ERROR_RANGE when points × volume can't be held
 */
gboolean
meso_formula_work_check_syringe (MesoFormulaWork *work,
                                 GError         **error)
{
  check_over_volume (work);
  check_volume_limits (work, "total-volume", SOURCE_TOTAL, work->check->total_volume_ul, TOTAL_WARN_UL, TOTAL_BLOCK_UL);
  check_volume_limits (work, "point-volume", SOURCE_POINT, work->per_point_ul, POINT_WARN_UL, POINT_BLOCK_UL);
  check_components (work);
  for (guint i = 0; i < work->totals->len; i++)
    {
      const MesoFormulaTotal *total = g_ptr_array_index (work->totals, i);

      if (check_stock (work, total))
        check_final (work, total);
      check_rounding (work, total->ingredient);
    }
  return check_points (work, error);
}
