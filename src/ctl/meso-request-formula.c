/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-request-formula.h"

#define MAX_POINTS 100000

void
meso_formula_request_free (MesoFormulaRequest *self)
{
  if (self == NULL)
    return;
  meso_formula_free (self->formula);
  meso_patient_facts_clear (&self->facts);
  g_free (self);
}

static gboolean
read_items (MesoFormula     *formula,
            MesoJsonReader  *request,
            GError         **error)
{
  g_autoptr(GPtrArray) readers = NULL;

  if (!meso_json_reader_read_objects (request, "items", &readers, error))
    return FALSE;
  for (guint i = 0; readers != NULL && i < readers->len; i++)
    {
      MesoJsonReader *reader = g_ptr_array_index (readers, i);
      g_autoptr(MesoFormulaItem) item = meso_formula_item_new ();

      if (!meso_json_reader_read_string (reader, "ingredient", &item->ingredient, error) ||
          !meso_json_reader_read_string (reader, "product", &item->product, error) ||
          !meso_json_reader_read_string (reader, "salt", &item->salt, error) ||
          !meso_json_reader_read_string (reader, "strength", &item->strength, error) ||
          !meso_json_reader_read_string (reader, "volume", &item->volume, error) ||
          !meso_json_reader_read_string (reader, "amount", &item->amount, error) ||
          !meso_json_reader_finish (reader, error))
        return FALSE;
      g_ptr_array_add (formula->items, g_steal_pointer (&item));
    }
  return TRUE;
}

static gboolean
read_diluent (MesoFormula     *formula,
              MesoJsonReader  *request,
              GError         **error)
{
  g_autoptr(MesoJsonReader) reader = NULL;

  if (!meso_json_reader_read_object (request, "diluent", &reader, error))
    return FALSE;
  return reader == NULL ||
         (meso_json_reader_read_string (reader, "ingredient", &formula->diluent, error) &&
          meso_json_reader_read_string (reader, "to_volume", &formula->to_volume, error) &&
          meso_json_reader_finish (reader, error));
}

/**
 * meso_formula_request_read:
 * @file: a path, or `-` for standard input
 *
 * Returns: (transfer full): the request, or %NULL with the place of what is wrong
 */
MesoFormulaRequest *
meso_formula_request_read (const char  *file,
                           GError     **error)
{
  g_autoptr(MesoJsonReader) reader = meso_json_reader_new_for_file (file, error);
  g_autoptr(MesoFormulaRequest) self = g_new0 (MesoFormulaRequest, 1);
  gint64 points = 0;

  self->formula = meso_formula_new ();
  if (reader == NULL || !meso_patient_facts_read (&self->facts, reader, error) ||
      !read_items (self->formula, reader, error) || !read_diluent (self->formula, reader, error) ||
      !meso_json_reader_read_int (reader, "points", 1, MAX_POINTS, &points, error) ||
      !meso_json_reader_read_string (reader, "volume_per_point", &self->formula->volume_per_point, error) ||
      !meso_json_reader_read_string (reader, "dead_space", &self->formula->dead_space, error) ||
      !meso_json_reader_finish (reader, error))
    return NULL;
  self->formula->points = points;
  return g_steal_pointer (&self);
}
