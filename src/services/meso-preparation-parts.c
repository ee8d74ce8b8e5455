/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-preparation-parts.h"

#include "meso-formula-vial.h"
#include "meso-local-day.h"
#include "meso-store-time.h"

#define LAST_MINUTE (23 * 60 + 59)

static char *
find_name (const MesoProtocol *protocol,
           const char         *product,
           const char         *ingredient,
           const char         *language)
{
  const MesoProduct *a = product != NULL ? meso_protocol_lookup_product (protocol, product) : NULL;
  const MesoIngredient *b = ingredient != NULL ? meso_protocol_lookup_ingredient (protocol, ingredient) : NULL;

  if (a != NULL)
    return g_strdup (meso_local_text_get (a->name, language));
  if (b != NULL)
    return g_strdup (meso_local_text_get (b->name, language));
  return g_strdup (product != NULL ? product : ingredient);
}

static MesoPreparationPart *
add_part (GPtrArray  *parts,
          guint       item,
          char       *name,
          const char *strength,
          gint64      volume_ul)
{
  MesoPreparationPart *part = g_new0 (MesoPreparationPart, 1);

  part->item = item;
  part->name = name;
  part->strength = g_strdup (strength);
  part->volume_ul = volume_ul;
  part->candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_preparation_candidate_free);
  part->picks = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_preparation_draw_free);
  part->short_ul = volume_ul;
  g_ptr_array_add (parts, part);
  return part;
}

/* How many items in a row are of the same product: their lines can't be told apart by their names. */
static guint
count_alike (const GPtrArray *items,
             guint            first,
             const char      *product)
{
  guint n = 0;

  while (first + n < items->len && g_strcmp0 (((const MesoFormulaItem *) g_ptr_array_index (items, first + n))->product, product) == 0)
    n++;
  return n;
}

static guint
count_lines (const GPtrArray *lines,
             guint            first,
             const char      *product)
{
  guint n = 0;

  while (first + n < lines->len && g_strcmp0 (((const MesoFormulaLine *) g_ptr_array_index (lines, first + n))->product, product) == 0)
    n++;
  return n;
}

/* What a product was made of when the formula was stored stands in the lines: it may be another thing today. */
static void
add_products (GPtrArray                *parts,
              const MesoProtocol       *protocol,
              const MesoFormulaVersion *version,
              guint                     first,
              guint                     line,
              const char               *language)
{
  const GPtrArray *lines = version->check->lines;
  const MesoFormulaItem *item = g_ptr_array_index (version->formula->items, first);
  guint items = count_alike (version->formula->items, first, item->product);
  guint each = count_lines (lines, line, item->product) / items;

  for (guint i = 0; i < items && each > 0; i++)
    add_part (parts, first + i, find_name (protocol, item->product, NULL, language), NULL,
              ((const MesoFormulaLine *) g_ptr_array_index (lines, line + i * each))->volume_ul);
}

/**
 * meso_preparation_parts_list:
 * @protocol: the content, for names
 * @version: a version of a formula
 * @language: of names
 *
 * Returns: (transfer full) (element-type MesoPreparationPart): what has to be drawn: the items in the formula's order, then the diluent;
 *   all of it short of lots
 */
GPtrArray *
meso_preparation_parts_list (const MesoProtocol       *protocol,
                             const MesoFormulaVersion *version,
                             const char               *language)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_preparation_part_free);
  const GPtrArray *items = version->formula->items;
  const GPtrArray *lines = version->check->lines;
  guint line = 0;

  for (guint i = 0; i < items->len && line < lines->len;)
    {
      const MesoFormulaItem *item = g_ptr_array_index (items, i);

      if (item->product != NULL)
        {
          add_products (parts, protocol, version, i, line, language);
          line += count_lines (lines, line, item->product);
          i += count_alike (items, i, item->product);
          continue;
        }
      add_part (parts, i, find_name (protocol, NULL, item->ingredient, language), item->strength,
                ((const MesoFormulaLine *) g_ptr_array_index (lines, line))->volume_ul);
      line++;
      i++;
    }
  if (version->check->diluent_volume_ul > 0)
    add_part (parts, MESO_PREPARATION_DILUENT, find_name (protocol, NULL, version->formula->diluent, language), NULL,
              version->check->diluent_volume_ul);
  return parts;
}

/**
 * meso_preparation_parts_find:
 * @item: index of an item, or %MESO_PREPARATION_DILUENT
 *
 * Returns: (transfer none) (nullable): its part
 */
MesoPreparationPart *
meso_preparation_parts_find (const GPtrArray *parts,
                             guint            item)
{
  for (guint i = 0; i < parts->len; i++)
    {
      MesoPreparationPart *part = g_ptr_array_index (parts, i);

      if (part->item == item)
        return part;
    }
  return NULL;
}

/**
 * meso_preparation_part_takes:
 * @protocol: the content
 * @formula: the formula that it is a line of
 * @lot: any lot
 *
 * Returns: whether @lot is what the line says
 */
gboolean
meso_preparation_part_takes (const MesoPreparationPart *self,
                             const MesoProtocol        *protocol,
                             const MesoFormula         *formula,
                             const MesoLot             *lot)
{
  const MesoFormulaItem *item = self->item != MESO_PREPARATION_DILUENT ? g_ptr_array_index (formula->items, self->item) : NULL;

  return meso_lot_fits (lot, protocol, item, formula->diluent);
}

static void
take_earlier (char **limit,
              char  *other)
{
  if (g_strcmp0 (other, *limit) < 0)
    g_set_str (limit, other);
  g_free (other);
}

/**
 * meso_preparation_parts_get_limit:
 * @draws: (element-type MesoPreparationDraw): what is drawn
 * @lots: (element-type MesoLot): from which lots
 * @mixed_at: when it is mixed, UTC
 *
 * Four hours after mixing, and no longer than any container may be drawn from that it came from.
 *
 * Returns: (transfer full): the latest moment, UTC, that it may be used before
 */
char *
meso_preparation_parts_get_limit (const GPtrArray *draws,
                                  const GPtrArray *lots,
                                  const char      *mixed_at)
{
  char *limit = meso_store_time_add_hours (mixed_at, MESO_PREPARATION_MAX_LIFE_H);

  for (guint i = 0; i < draws->len; i++)
    {
      const MesoPreparationDraw *draw = g_ptr_array_index (draws, i);
      const MesoLot *lot = meso_lot_find (lots, draw->lot);
      const MesoOpening *opening = lot != NULL ? meso_lot_find_opening (lot, draw->opening) : NULL;

      if (lot == NULL)
        continue;
      take_earlier (&limit, opening != NULL ? g_strdup (opening->discard_by)
                                            : meso_store_time_add_hours (mixed_at, meso_lot_get_opened_life_h (lot)));
      take_earlier (&limit, meso_local_day_moment_at ((MesoCivilTime) { lot->expiry, LAST_MINUTE }));
    }
  return limit;
}

/**
 * meso_preparation_parts_check_lot:
 * @lot: a lot that fits a line of the formula
 * @facts: (nullable): what is known of the patient
 * @language: of the sentences
 *
 * A lot without a product of the formulary took over what products of its ingredient commonly hold; all else is what its label said.
 *
 * Returns: (transfer full) (element-type MesoFormulaFinding): what blocks first
 */
GPtrArray *
meso_preparation_parts_check_lot (const MesoLot            *lot,
                                  const MesoProtocol       *protocol,
                                  const MesoFormula        *formula,
                                  const MesoFormulaPatient *facts,
                                  const char               *language)
{
  const MesoProductComponent *only = lot->product == NULL && lot->components->len == 1 ? g_ptr_array_index (lot->components, 0) : NULL;
  const MesoIngredient *ingredient = only != NULL ? meso_protocol_lookup_ingredient (protocol, only->ingredient) : NULL;
  const MesoFormulaVial vial = { lot->name, lot->excipients, ingredient != NULL ? ingredient->excipients : NULL };

  return meso_formula_vial_check (&vial, protocol, formula, facts, language);
}
