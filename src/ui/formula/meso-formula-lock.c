/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-lock.h"

#include <glib/gi18n.h>

static gboolean
needs_own_syringe (const MesoProtocol    *protocol,
                   const MesoFormulaItem *item)
{
  const MesoIngredient *ingredient =
    item->ingredient != NULL ? meso_protocol_lookup_ingredient (protocol, item->ingredient) : NULL;

  return ingredient != NULL && ingredient->availability == MESO_AVAILABILITY_OWN_SYRINGE;
}

MesoFormulaLock
meso_formula_lock_find (const MesoProtocol       *protocol,
                        const MesoFormulaDraft   *draft,
                        const MesoFormulaPatient *facts,
                        const MesoIngredient     *ingredient)
{
  const GPtrArray *items = draft->formula->items;
  const GPtrArray *excluded = facts != NULL ? facts->excluded : NULL;

  if (excluded != NULL && g_ptr_array_find_with_equal_func ((GPtrArray *) excluded, ingredient->id, g_str_equal, NULL))
    return MESO_FORMULA_LOCK_EXCLUDED;
  switch (ingredient->availability)
    {
    case MESO_AVAILABILITY_BANNED:
      return MESO_FORMULA_LOCK_BANNED;
    case MESO_AVAILABILITY_OFF:
      return MESO_FORMULA_LOCK_OFF;
    case MESO_AVAILABILITY_OWN_SYRINGE:
      return items->len > 0 ? MESO_FORMULA_LOCK_OWN_SYRINGE : MESO_FORMULA_LOCK_NONE;
    case MESO_AVAILABILITY_ON:
    default:
      break;
    }
  for (guint i = 0; i < items->len; i++)
    if (needs_own_syringe (protocol, g_ptr_array_index (items, i)))
      return MESO_FORMULA_LOCK_TAKEN;
  return MESO_FORMULA_LOCK_NONE;
}

MesoFormulaLock
meso_formula_lock_find_product (const MesoProtocol       *protocol,
                                const MesoFormulaDraft   *draft,
                                const MesoFormulaPatient *facts,
                                const MesoProduct        *product)
{
  for (guint i = 0; i < product->components->len; i++)
    {
      const MesoProductComponent *component = g_ptr_array_index (product->components, i);
      const MesoIngredient *ingredient = meso_protocol_lookup_ingredient (protocol, component->ingredient);
      MesoFormulaLock lock = ingredient != NULL ? meso_formula_lock_find (protocol, draft, facts, ingredient)
                                                : MESO_FORMULA_LOCK_OFF;

      if (lock != MESO_FORMULA_LOCK_NONE)
        return lock;
    }
  return MESO_FORMULA_LOCK_NONE;
}

const char *
meso_formula_lock_describe (MesoFormulaLock lock)
{
  switch (lock)
    {
    case MESO_FORMULA_LOCK_EXCLUDED:
      return _("Ruled out by this patient’s screening");
    case MESO_FORMULA_LOCK_BANNED:
      return _("Banned: must not be injected");
    case MESO_FORMULA_LOCK_OFF:
      return _("Off until the clinic switches it on");
    case MESO_FORMULA_LOCK_OWN_SYRINGE:
      return _("Needs a syringe of its own");
    case MESO_FORMULA_LOCK_TAKEN:
      return _("What is in this syringe needs it for itself");
    case MESO_FORMULA_LOCK_NONE:
    default:
      return "";
    }
}
