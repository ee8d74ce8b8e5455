/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-preparation-strengths.h"

#include "meso-formula-repository.h"
#include "meso-lot-finding.h"

static guint
count_items (const MesoFormulaVersion *formula, const char *product)
{
  guint count = 0;

  for (guint i = 0; i < formula->formula->items->len; i++)
    count += g_strcmp0 (((MesoFormulaItem *) g_ptr_array_index (formula->formula->items, i))->product, product) == 0;
  return count;
}

static guint
count_lines (const MesoFormulaVersion *formula, const MesoFormulaItem *item)
{
  guint count = 0;

  if (item->product == NULL)
    return 1;
  for (guint i = 0; i < formula->check->lines->len; i++)
    count += g_strcmp0 (((MesoFormulaLine *) g_ptr_array_index (formula->check->lines, i))->product, item->product) == 0;
  return count / count_items (formula, item->product);
}

/* Lines stand in the order of their items. */
static guint
find_first_line (const MesoFormulaVersion *formula, guint item)
{
  guint first = 0;

  for (guint i = 0; i < item; i++)
    first += count_lines (formula, g_ptr_array_index (formula->formula->items, i));
  return first;
}

/* (nullable): the same ingredient, of the same salt; else where only one of the two names its salt */
static const MesoProductComponent *
find_component (const MesoLot *lot, const MesoFormulaLine *line)
{
  const MesoProductComponent *found = NULL;

  for (guint i = 0; i < lot->components->len; i++)
    {
      const MesoProductComponent *component = g_ptr_array_index (lot->components, i);

      if (g_strcmp0 (component->ingredient, line->ingredient) != 0)
        continue;
      if (g_strcmp0 (component->salt, line->salt) == 0)
        return component;
      if (component->salt == NULL || line->salt == NULL)
        found = component;
    }
  return found;
}

/* What is written in mmol, or is a salt where the formula says the element, only the formulary can tell: that is asked above. */
static gboolean
is_as_strong (const MesoProductComponent *component, const MesoFormulaLine *line)
{
  gboolean same_salt = line->salt != NULL && g_strcmp0 (component->salt, line->salt) == 0;
  MesoStrength strength;
  gint64 amount;

  if ((component->salt != NULL && !same_salt) || !meso_strength_parse (component->strength, &strength, NULL))
    return TRUE;
  return strength.dimension == line->amount.dimension && meso_strength_get_amount (strength, line->volume_ul, &amount)
         && amount == (same_salt ? line->salt_amount_ng : line->amount.value);
}

static gboolean
fits (const MesoFormulaVersion *formula, guint item, const MesoLot *lot)
{
  guint first = find_first_line (formula, item);
  guint count = count_lines (formula, g_ptr_array_index (formula->formula->items, item));

  for (guint i = first; i < first + count && i < formula->check->lines->len; i++)
    {
      const MesoFormulaLine *line = g_ptr_array_index (formula->check->lines, i);
      const MesoProductComponent *component = find_component (lot, line);

      if (component == NULL || !is_as_strong (component, line))
        return FALSE;
    }
  return TRUE;
}

/**
 * meso_preparation_strengths_check:
 * @draft: what is to be stored
 *
 * The schema proves volumes and ingredients; this proves amounts: that the volume drawn from each lot holds what the formula's lines say,
 * to the ng or mIU. A lot keeps what it was received as, and a formula what it was checked as, whatever the formulary says by now.
 *
 * Returns: whether each lot is as strong as it must be
 */
gboolean
meso_preparation_strengths_check (MesoStoreContext *context, const MesoPreparation *draft, GError **error)
{
  g_autoptr(MesoFormulaVersion) formula =
    meso_formula_repository_get (context, draft->formula, draft->formula_version, error);

  if (formula == NULL)
    return FALSE;
  for (guint i = 0; i < draft->draws->len; i++)
    {
      const MesoPreparationDraw *draw = g_ptr_array_index (draft->draws, i);
      g_autoptr(MesoLot) lot = meso_lot_finding_get (context, draw->lot, error);

      if (lot == NULL)
        return FALSE;
      if (draw->item >= formula->formula->items->len || fits (formula, draw->item, lot))
        continue;
      g_set_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_REFUSED, "The record was refused: a lot isn't as strong as the formula says. %s",
                   meso_store_error_get_sentence (MESO_STORE_ERROR_REFUSED));
      return FALSE;
    }
  return TRUE;
}
