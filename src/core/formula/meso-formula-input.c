/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-work.h"

#include "meso-core-error.h"
#include "meso-text-fold.h"
#include "meso-text.h"

static gboolean
refuse (GError **error, int code, const char *what)
{
  g_set_error_literal (error, MESO_CORE_ERROR, code, what);
  return FALSE;
}

static gboolean
refuse_id (GError **error, const char *path, const char *id, const char *what)
{
  g_autofree char *quoted = meso_text_quote (id);

  g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID, "%s: %s %s", path, quoted, what);
  return FALSE;
}

static gboolean
read_volume (const char *path, const char *text, gboolean zero_allowed, gint64 *volume_ul_out, GError **error)
{
  if (text == NULL || meso_volume_parse (text, zero_allowed, volume_ul_out, error))
    return TRUE;
  g_prefix_error (error, "%s: ", path);
  return FALSE;
}

static gboolean
read_points (MesoFormulaWork *work, GError **error)
{
  int points = work->formula->points;

  if (points < 0 || points > MESO_FORMULA_MAX_POINTS)
    {
      g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE,
                   "points: %d can't be used. Write a whole number from 0 (not said) to %d.",
                   points, MESO_FORMULA_MAX_POINTS);
      return FALSE;
    }
  return read_volume ("volume_per_point", work->formula->volume_per_point, FALSE, &work->per_point_ul, error) &&
         read_volume ("dead_space", work->formula->dead_space, TRUE, &work->dead_space_ul, error);
}

/* A misspelt id in "excluded" would exclude nothing, and an empty allergy would match nothing: both must be said. */
static gboolean
check_patient (const MesoFormulaWork *work, GError **error)
{
  const GPtrArray *allergies = work->patient->allergies;
  const GPtrArray *excluded = work->patient->excluded;

  if (work->patient->weight_g < 0 || work->patient->weight_g > MESO_FORMULA_MAX_WEIGHT_G)
    return refuse (error, MESO_CORE_ERROR_RANGE,
                   "patient.weight_kg: it can't be used as a body weight. Write one from 0.001 to 1000, "
                   "or leave it out when it isn't known.");

  for (guint i = 0; allergies != NULL && i < allergies->len; i++)
    {
      g_autofree char *path = g_strdup_printf ("patient.allergies[%u]", i);
      const char *allergy = g_ptr_array_index (allergies, i);
      g_autofree char *folded = meso_text_fold (allergy);

      if (*folded == '\0')
        return refuse_id (error, path, allergy, "names no substance. Write its name, or leave it out.");
    }

  for (guint i = 0; excluded != NULL && i < excluded->len; i++)
    {
      g_autofree char *path = g_strdup_printf ("patient.excluded[%u]", i);
      const char *id = g_ptr_array_index (excluded, i);

      if (meso_protocol_lookup_ingredient (work->protocol, id) == NULL)
        return refuse_id (error, path, id, "isn't an ingredient of the formulary. Use an id that it lists.");
    }
  return TRUE;
}

static gboolean
read_diluent (MesoFormulaWork *work, GError **error)
{
  const char *id = work->formula->diluent;
  const MesoIngredient *diluent;

  if (id == NULL && work->formula->to_volume == NULL)
    return TRUE;
  if (id == NULL)
    return refuse (error, MESO_CORE_ERROR_INVALID,
                   "diluent.ingredient: it is missing. Name the diluent, for example “saline”.");
  diluent = meso_protocol_lookup_ingredient (work->protocol, id);
  if (diluent == NULL)
    return refuse_id (error, "diluent.ingredient", id, "isn't an ingredient of the formulary. Use an id that it lists.");
  if (!diluent->diluent)
    return refuse_id (error, "diluent.ingredient", id,
                      "isn't a diluent. Use one that the formulary marks as such, for example “saline”.");
  if (work->formula->to_volume == NULL)
    return refuse (error, MESO_CORE_ERROR_INVALID,
                   "diluent.to_volume: it is missing. Write the volume to fill up to, for example “5 mL”.");
  if (!read_volume ("diluent.to_volume", work->formula->to_volume, FALSE, &work->to_volume_ul, error))
    return FALSE;
  meso_formula_work_add_total (work, diluent);
  return TRUE;
}

/**
 * meso_formula_work_read:
 *
 * Reads and checks everything that was typed, and works out the amounts.
 *
 * Returns: %FALSE with an error whose message begins with the JSON path of what can't be used
 */
gboolean
meso_formula_work_read (MesoFormulaWork *work,
                        GError         **error)
{
  const GPtrArray *items = work->formula->items;

  if (!check_patient (work, error))
    return FALSE;
  if (items->len == 0)
    return refuse (error, MESO_CORE_ERROR_INVALID, "items: the formula is empty. Add at least one item.");
  if (items->len > MESO_FORMULA_MAX_ITEMS)
    {
      g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE, "items: there are %u. At most %d are allowed.",
                   items->len, MESO_FORMULA_MAX_ITEMS);
      return FALSE;
    }
  for (guint i = 0; i < items->len; i++)
    if (!meso_formula_work_add_item (work, i, error))
      {
        g_prefix_error (error, "items[%u]", i);
        return FALSE;
      }
  if (!read_diluent (work, error) || !read_points (work, error))
    return FALSE;
  meso_formula_work_finish_amounts (work);
  return TRUE;
}
