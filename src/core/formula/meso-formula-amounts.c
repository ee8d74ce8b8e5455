/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-work.h"

#include <string.h>

#include "meso-core-error.h"
#include "meso-text.h"

#define UL_PER_ML 1000

/* Messages here begin behind "items[N]": with ": " for the item itself, with ".key: " for one of its keys. */

static gboolean
refuse (GError **error, int code, const char *what)
{
  g_set_error_literal (error, MESO_CORE_ERROR, code, what);
  return FALSE;
}

static gboolean
refuse_id (GError **error, const char *key, const char *id, const char *what)
{
  g_autofree char *quoted = meso_text_quote (id);

  g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID, ".%s: %s %s", key, quoted, what);
  return FALSE;
}

static gboolean
refuse_too_large (GError **error, const char *key, const char *text)
{
  g_autofree char *quoted = meso_text_quote (text);

  g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE,
               ".%s: with %s the amounts become too large to be held exactly. Use what fits into a syringe.",
               key, quoted);
  return FALSE;
}

static gboolean
check_dimension (GError **error, const char *key, const char *text, MesoDimension is, const MesoIngredient *ingredient)
{
  g_autofree char *quoted = NULL;

  if (is == ingredient->dimension)
    return TRUE;
  quoted = meso_text_quote (text);
  g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID,
               ".%s: %s can't be used for %s, which is measured by %s. Use %s.", key, quoted, ingredient->id,
               ingredient->dimension == MESO_DIMENSION_MASS ? "mass" : "activity",
               ingredient->dimension == MESO_DIMENSION_MASS ? "ng, µg, mg, g" : "mIU, IU or U");
  return FALSE;
}

/* strength × volume, in 10^-12 of the unit */
static gboolean
multiply_exactly (MesoStrength strength, gint64 volume_ul, MesoWide *held_out)
{
  /* 10^-scale per mL × µL = 10^-(scale + 3); brought to 10^-12 */
  guint shift = MESO_FORMULA_EXACT_SCALE - 3 - strength.scale;
  MesoWide per_ml;

  return meso_wide_multiply ((MesoWide) strength.mantissa, meso_wide_power_of_ten (shift), &per_ml) &&
         meso_wide_multiply (per_ml, (MesoWide) volume_ul, held_out) &&
         *held_out / meso_wide_power_of_ten (MESO_FORMULA_EXACT_SCALE) < G_MAXINT64;
}

/* The volume that holds @amount, rounded half-even to 1 µL */
static gboolean
divide_to_volume (MesoExactAmount amount, MesoStrength strength, gint64 *volume_ul_out, gboolean *exact_out)
{
  MesoWide numerator = amount.value.digits;
  MesoWide denominator = (MesoWide) strength.mantissa;
  guint amount_scale = amount.value.scale;
  MesoWide volume;

  /* Only the difference of the scales matters; multiplying both sides out would overflow for nothing. */
  if (amount_scale <= strength.scale)
    numerator *= meso_wide_power_of_ten (strength.scale - amount_scale);
  else
    denominator *= meso_wide_power_of_ten (amount_scale - strength.scale);
  volume = meso_wide_divide_half_even (numerator * UL_PER_ML, denominator, exact_out);
  *volume_ul_out = (gint64) volume;
  return volume < G_MAXINT64;
}

static MesoFormulaTotal *
find_total (MesoFormulaWork *work, const MesoIngredient *ingredient)
{
  for (guint i = 0; i < work->totals->len; i++)
    {
      MesoFormulaTotal *total = g_ptr_array_index (work->totals, i);

      if (total->ingredient == ingredient)
        return total;
    }
  return NULL;
}

/**
 * meso_formula_work_add_total:
 *
 * Takes note that the syringe holds @ingredient, once however often it is named.
 */
void
meso_formula_work_add_total (MesoFormulaWork      *work,
                             const MesoIngredient *ingredient)
{
  MesoFormulaTotal *total;

  if (find_total (work, ingredient) != NULL)
    return;
  total = g_new0 (MesoFormulaTotal, 1);
  total->ingredient = ingredient;
  g_ptr_array_add (work->totals, total);
}

static gboolean
add_to_total (MesoFormulaWork *work, const MesoIngredient *ingredient, MesoStrength strength, MesoWide held)
{
  MesoFormulaTotal *total;

  meso_formula_work_add_total (work, ingredient);
  total = find_total (work, ingredient);
  if (meso_strength_compare (strength, total->strongest) > 0)
    total->strongest = strength;
  return meso_wide_add (total->held, held, &total->held) &&
         total->held / meso_wide_power_of_ten (MESO_FORMULA_EXACT_SCALE) < G_MAXINT64;
}

static gboolean
is_what_was_asked (const MesoFormulaDraw *draw, gint64 amount)
{
  return draw->asked_amount.digits == (MesoWide) amount * meso_wide_power_of_ten (draw->asked_amount.scale);
}

static gint64
round_to_unit (MesoWide held, gboolean *exact_out)
{
  return (gint64) meso_wide_divide_half_even (held, meso_wide_power_of_ten (MESO_FORMULA_EXACT_SCALE), exact_out);
}

/* One line of the check; everything but the final strength, which needs the whole volume. */
static gboolean
add_line (MesoFormulaWork *work, const MesoIngredient *ingredient, const char *product, MesoFormulaDraw draw,
          gint64 volume_ul)
{
  MesoFormulaLine *line;
  gboolean exact;
  MesoWide of_salt;
  gint64 weighed;

  if (!multiply_exactly (draw.strength, volume_ul, &draw.held) || !multiply_exactly (draw.of_salt, volume_ul, &of_salt) ||
      !add_to_total (work, ingredient, draw.strength, draw.held))
    return FALSE;

  line = g_new0 (MesoFormulaLine, 1);
  line->ingredient = g_strdup (ingredient->id);
  line->product = g_strdup (product);
  line->volume_ul = volume_ul;
  line->amount.value = round_to_unit (draw.held, NULL);
  line->amount.dimension = ingredient->dimension;
  weighed = round_to_unit (of_salt, &exact);
  if (draw.salt != NULL)
    {
      line->salt = g_strdup (draw.salt->id);
      line->salt_amount_ng = weighed;
    }
  /* An amount that was asked for is met when it is what is shown; one that only follows is met when nothing was rounded.
   * Both are said of what is weighed: the element in a salt is hardly ever a whole number of anything. */
  line->exact = draw.asked != NULL ? is_what_was_asked (&draw, weighed) : exact;
  g_ptr_array_add (work->check->lines, line);

  draw.line = line;
  draw.ingredient = ingredient;
  g_ptr_array_add (work->draws, g_memdup2 (&draw, sizeof draw));
  return TRUE;
}

static gboolean
add_volume (MesoFormulaWork *work, gint64 volume_ul)
{
  return !__builtin_add_overflow (work->sum_ul, volume_ul, &work->sum_ul);
}

/* What a mmol weighs of what was weighed */
static gint64
get_molar_mass (const MesoIngredient *ingredient, const MesoFormulaDraw *draw)
{
  return draw->salt != NULL ? draw->salt->molar_mass_ug_per_mmol : ingredient->molar_mass_ug_per_mmol;
}

static gboolean
read_salt (const char *salt, const char *key, const MesoIngredient *ingredient, MesoFormulaDraw *draw, GError **error)
{
  g_autofree char *what = NULL;

  draw->salt = meso_ingredient_find_salt (ingredient, salt);
  if (salt == NULL || draw->salt != NULL)
    return TRUE;
  what = g_strdup_printf ("isn't a salt of %s. Use an id that the formulary lists there, or leave it out.", ingredient->id);
  return refuse_id (error, key, salt, what);
}

/* Once: from here on everything is of the element. */
static gboolean
find_elemental (MesoFormulaDraw *draw, const char *key, const char *text, const MesoIngredient *ingredient, GError **error)
{
  g_autofree char *quoted = NULL;

  draw->strength = draw->of_salt;
  if (draw->salt == NULL ||
      meso_salt_to_elemental (draw->salt, ingredient->molar_mass_ug_per_mmol, draw->of_salt, &draw->strength))
    return TRUE;
  quoted = meso_text_quote (text);
  g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE,
               ".%s: %s of the salt holds less %s than can be held exactly. Use a stronger stock.", key, quoted,
               ingredient->id);
  return FALSE;
}

/* A product's strengths are content, but content can be wrong too. */
static gboolean
add_component (MesoFormulaWork *work, const MesoProduct *product, const MesoProductComponent *component,
               gint64 volume_ul, const char *volume, GError **error)
{
  const MesoIngredient *ingredient = meso_protocol_lookup_ingredient (work->protocol, component->ingredient);
  g_autoptr (GError) fault = NULL;
  MesoFormulaDraw draw = { NULL };

  if (ingredient == NULL)
    return refuse_id (error, "product", component->ingredient,
                      "is a component of this product, but isn't in the formulary. Add it there.");
  if (!read_salt (component->salt, "product", ingredient, &draw, error))
    return FALSE;
  if (!meso_strength_parse_molar (component->strength, get_molar_mass (ingredient, &draw), &draw.of_salt, &fault))
    {
      g_propagate_prefixed_error (error, g_steal_pointer (&fault), ".product: ");
      return FALSE;
    }
  if (!check_dimension (error, "product", component->strength, draw.of_salt.dimension, ingredient) ||
      !find_elemental (&draw, "product", component->strength, ingredient, error))
    return FALSE;
  if (!add_line (work, ingredient, product->id, draw, volume_ul))
    return refuse_too_large (error, "volume", volume);
  return TRUE;
}

static gboolean
add_product (MesoFormulaWork *work, const MesoFormulaItem *item, GError **error)
{
  const MesoProduct *product = meso_protocol_lookup_product (work->protocol, item->product);
  gint64 volume_ul;

  if (product == NULL)
    return refuse_id (error, "product", item->product, "isn't a product of the formulary. Use an id that it lists.");
  if (item->strength != NULL)
    return refuse_id (error, "strength", item->strength, "can't stand with a product, whose strengths are known. Leave it out.");
  if (item->amount != NULL)
    return refuse_id (error, "amount", item->amount, "can't stand with a product. Write the volume of it instead.");
  if (item->salt != NULL)
    return refuse_id (error, "salt", item->salt, "can't stand with a product, whose components are known. Leave it out.");
  if (item->volume == NULL)
    return refuse (error, MESO_CORE_ERROR_INVALID,
                   ".volume: it is missing. Write how much of the product is drawn, for example “2 mL”.");
  if (!meso_volume_parse (item->volume, FALSE, &volume_ul, error))
    {
      g_prefix_error_literal (error, ".volume: ");
      return FALSE;
    }
  if (!add_volume (work, volume_ul))
    return refuse_too_large (error, "volume", item->volume);
  if (!g_ptr_array_find (work->products, product, NULL))
    g_ptr_array_add (work->products, (gpointer) product);
  for (guint i = 0; i < product->components->len; i++)
    if (!add_component (work, product, g_ptr_array_index (product->components, i), volume_ul, item->volume, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_strength (const MesoFormulaItem *item, const MesoIngredient *ingredient, MesoFormulaDraw *draw, GError **error)
{
  if (item->strength == NULL)
    return refuse (error, MESO_CORE_ERROR_INVALID,
                   ".strength: it is missing. Write the strength of the stock, for example “5 mg/mL”.");
  if (!meso_strength_parse_molar (item->strength, get_molar_mass (ingredient, draw), &draw->of_salt, error))
    {
      g_prefix_error_literal (error, ".strength: ");
      return FALSE;
    }
  return check_dimension (error, "strength", item->strength, draw->of_salt.dimension, ingredient) &&
         find_elemental (draw, "strength", item->strength, ingredient, error);
}

static gboolean
read_asked_amount (const MesoFormulaItem *item, const MesoIngredient *ingredient, MesoFormulaDraw *draw,
                   gint64 *volume_ul_out, GError **error)
{
  MesoExactAmount amount;
  gboolean exact;

  if (!meso_exact_amount_parse (item->amount, get_molar_mass (ingredient, draw), &amount, error))
    {
      g_prefix_error_literal (error, ".amount: ");
      return FALSE;
    }
  if (!check_dimension (error, "amount", item->amount, amount.dimension, ingredient))
    return FALSE;
  if (!divide_to_volume (amount, draw->of_salt, volume_ul_out, &exact))
    return refuse_too_large (error, "amount", item->amount);
  if (*volume_ul_out == 0)
    {
      g_autofree char *asked = meso_text_quote (item->amount);
      g_autofree char *strength = meso_text_quote (item->strength);

      g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE,
                   ".amount: %s of a stock of %s is less than 1 µL, which can't be drawn. "
                   "Use a weaker stock or a larger amount.", asked, strength);
      return FALSE;
    }
  draw->asked = item->amount;
  draw->asked_amount = amount.value;
  draw->volume_rounded = !exact;
  return TRUE;
}

static gboolean
add_ingredient (MesoFormulaWork *work, const MesoFormulaItem *item, GError **error)
{
  const MesoIngredient *ingredient = meso_protocol_lookup_ingredient (work->protocol, item->ingredient);
  MesoFormulaDraw draw = { NULL };
  gint64 volume_ul;

  if (ingredient == NULL)
    return refuse_id (error, "ingredient", item->ingredient,
                      "isn't an ingredient of the formulary. Use an id that it lists.");
  if (!read_salt (item->salt, "salt", ingredient, &draw, error) || !read_strength (item, ingredient, &draw, error))
    return FALSE;
  if ((item->volume == NULL) == (item->amount == NULL))
    return refuse (error, MESO_CORE_ERROR_INVALID,
                   item->volume == NULL ? ": neither a volume nor an amount is given. Write exactly one of them."
                                        : ": both a volume and an amount are given. Write exactly one of them.");
  if (item->amount != NULL)
    {
      if (!read_asked_amount (item, ingredient, &draw, &volume_ul, error))
        return FALSE;
    }
  else if (!meso_volume_parse (item->volume, FALSE, &volume_ul, error))
    {
      g_prefix_error_literal (error, ".volume: ");
      return FALSE;
    }

  if (!add_volume (work, volume_ul) || !add_line (work, ingredient, NULL, draw, volume_ul))
    return refuse_too_large (error, item->amount != NULL ? "amount" : "volume",
                             item->amount != NULL ? item->amount : item->volume);
  return TRUE;
}

/**
 * meso_formula_work_add_item:
 * @index: which item of the formula
 *
 * Works out one item: its volume, its lines, and what they add to the totals.
 *
 * Returns: %FALSE with an error whose message goes on behind "items[N]"
 */
gboolean
meso_formula_work_add_item (MesoFormulaWork *work,
                            guint            index,
                            GError         **error)
{
  const MesoFormulaItem *item = g_ptr_array_index (work->formula->items, index);

  if (item->ingredient != NULL && item->product != NULL)
    return refuse (error, MESO_CORE_ERROR_INVALID,
                   ": both an ingredient and a product are named. Name exactly one of them.");
  if (item->ingredient != NULL)
    return add_ingredient (work, item, error);
  if (item->product != NULL)
    return add_product (work, item, error);
  return refuse (error, MESO_CORE_ERROR_INVALID, ": neither an ingredient nor a product is named. Name exactly one of them.");
}

/**
 * meso_formula_work_finish_amounts:
 *
 * Volume of the finished syringe, and the strength of each line in it. Where the components alone take more than the
 * volume to fill up to, they are the volume.
 */
void
meso_formula_work_finish_amounts (MesoFormulaWork *work)
{
  MesoFormulaCheck *check = work->check;

  check->total_volume_ul = MAX (work->sum_ul, work->to_volume_ul);
  check->diluent_volume_ul = work->formula->diluent != NULL ? check->total_volume_ul - work->sum_ul : 0;
  for (guint i = 0; i < work->draws->len; i++)
    {
      const MesoFormulaDraw *draw = g_ptr_array_index (work->draws, i);
      MesoFormulaLine *line = g_ptr_array_index (check->lines, i);

      /* held is below 2^63 units, so × 1000 fits */
      line->final_per_ml = (gint64) meso_wide_divide_half_even (
        draw->held * UL_PER_ML, (MesoWide) check->total_volume_ul * meso_wide_power_of_ten (MESO_FORMULA_EXACT_SCALE), NULL);
    }
}
