/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-prepare-call.h"

#include "meso-prepare-picking.h"
#include "meso-preparation-service.h"
#include "meso-row.h"
#include "meso-staff-service.h"
#include "meso-stock-service.h"

void
meso_prepare_request_free (MesoPrepareRequest *self)
{
  g_free (self->formula);
  g_free (self->amends);
  g_free (self->language);
  g_clear_pointer (&self->draft, meso_preparation_free);
  g_free (self);
}

static void
facts_free (gpointer data)
{
  MesoPrepareFacts *self = data;

  g_clear_pointer (&self->plan, meso_preparation_plan_free);
  g_clear_pointer (&self->overview, meso_patient_overview_free);
  g_clear_pointer (&self->staff, g_ptr_array_unref);
  g_clear_pointer (&self->original, meso_preparation_free);
  g_clear_pointer (&self->preparer, meso_staff_free);
  g_ptr_array_unref (self->lots);
  g_free (self);
}

const MesoLot *
meso_prepare_facts_find_lot (const MesoPrepareFacts *self,
                             const char             *lot)
{
  for (guint i = 0; i < self->plan->parts->len; i++)
    {
      const MesoPreparationCandidate *candidate = meso_prepare_picking_find_lot (g_ptr_array_index (self->plan->parts, i), lot);

      if (candidate != NULL)
        return candidate->lot;
    }
  return meso_lot_find (self->lots, lot);
}

/* Lots that it drew from need not be on offer any more. */
static gboolean
take_original (MesoPrepareFacts  *facts,
               MesoClinic        *clinic,
               const char        *id,
               GError           **error)
{
  facts->original = meso_preparation_service_get (clinic, id, error);
  return facts->original != NULL && meso_stock_service_gather (clinic, facts->original, facts->lots, error);
}

/* Who works here with patients; and who made what is corrected, whether they still do or not. */
static gboolean
take_staff (MesoPrepareFacts  *facts,
            MesoClinic        *clinic,
            GError           **error)
{
  facts->staff = meso_staff_service_list (clinic, FALSE, error);
  for (guint i = facts->staff != NULL ? facts->staff->len : 0; i > 0; i--)
    {
      const MesoStaff *person = g_ptr_array_index (facts->staff, i - 1);

      if (facts->original != NULL && g_strcmp0 (person->id, facts->original->prepared_by) == 0)
        facts->preparer = meso_staff_copy (person);
      if (!person->active && (facts->original == NULL || g_strcmp0 (person->id, facts->original->checked_by) != 0))
        g_ptr_array_remove_index (facts->staff, i - 1);
    }
  return facts->staff != NULL;
}

gpointer
meso_prepare_call_load (MesoClinic  *clinic,
                        gpointer     data,
                        GError     **error)
{
  const MesoPrepareRequest *request = data;
  MesoPrepareFacts *facts = g_new0 (MesoPrepareFacts, 1);
  g_autoptr(MesoRow) row = meso_row_new ("", facts, facts_free);
  const char *formula = request->formula;
  int version = request->version;

  facts->lots = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_lot_free);
  if (request->amends != NULL)
    {
      if (!take_original (facts, clinic, request->amends, error))
        return NULL;
      formula = facts->original->formula;
      version = facts->original->formula_version;
    }
  facts->plan = meso_preparation_service_plan (clinic, formula, version, request->language, request->today, error);
  if (facts->plan == NULL || !take_staff (facts, clinic, error))
    return NULL;
  if (facts->plan->version->patient != NULL)
    {
      facts->overview = meso_patient_overview_get (clinic, facts->plan->version->patient, request->today, error);
      if (facts->overview == NULL)
        return NULL;
    }
  return g_steal_pointer (&row);
}

gpointer
meso_prepare_call_record (MesoClinic  *clinic,
                          gpointer     data,
                          GError     **error)
{
  const MesoPrepareRequest *request = data;
  g_autoptr(MesoPreparation) stored = meso_preparation_service_record (clinic, request->draft, request->today, error);

  return stored != NULL ? g_strdup (stored->id) : NULL;
}
