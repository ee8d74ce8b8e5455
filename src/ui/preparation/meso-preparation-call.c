/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-preparation-call.h"

#include "meso-formula-service.h"
#include "meso-preparation-service.h"
#include "meso-row.h"
#include "meso-staff-service.h"
#include "meso-stock-service.h"

MesoPreparationRequest *
meso_preparation_request_new (const char       *id,
                              const char       *reason,
                              MesoCalendarDate  today)
{
  MesoPreparationRequest *self = g_new0 (MesoPreparationRequest, 1);

  self->id = g_strdup (id);
  self->reason = g_strdup (reason);
  self->today = today;
  return self;
}

void
meso_preparation_request_free (MesoPreparationRequest *self)
{
  g_free (self->id);
  g_free (self->reason);
  g_free (self);
}

static void
facts_free (gpointer data)
{
  MesoPreparationFacts *self = data;

  g_clear_pointer (&self->preparation, meso_preparation_free);
  g_clear_pointer (&self->version, meso_formula_version_free);
  g_clear_pointer (&self->overview, meso_patient_overview_free);
  g_ptr_array_unref (self->lots);
  g_clear_pointer (&self->staff, g_ptr_array_unref);
  g_free (self);
}

const char *
meso_preparation_facts_find_staff (const MesoPreparationFacts *self,
                                   const char                 *id)
{
  for (guint i = 0; i < self->staff->len; i++)
    {
      const MesoStaff *person = g_ptr_array_index (self->staff, i);

      if (g_strcmp0 (person->id, id) == 0)
        return person->name;
    }
  return NULL;
}

gpointer
meso_preparation_call_load (MesoClinic  *clinic,
                            gpointer     data,
                            GError     **error)
{
  const MesoPreparationRequest *request = data;
  MesoPreparationFacts *facts = g_new0 (MesoPreparationFacts, 1);
  g_autoptr(MesoRow) row = meso_row_new ("", facts, facts_free);

  facts->lots = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_lot_free);
  facts->preparation = meso_preparation_service_get (clinic, request->id, error);
  if (facts->preparation == NULL || !meso_stock_service_gather (clinic, facts->preparation, facts->lots, error))
    return NULL;
  facts->version = meso_formula_service_get (clinic, facts->preparation->formula, facts->preparation->formula_version, error);
  facts->staff = facts->version != NULL ? meso_staff_service_list (clinic, FALSE, error) : NULL;
  facts->overview = facts->staff != NULL
                      ? meso_patient_overview_get (clinic, facts->preparation->patient, request->today, error) : NULL;
  return facts->overview != NULL ? g_steal_pointer (&row) : NULL;
}

gpointer
meso_preparation_call_discard (MesoClinic  *clinic,
                               gpointer     data,
                               GError     **error)
{
  const MesoPreparationRequest *request = data;

  return GINT_TO_POINTER (meso_preparation_service_discard (clinic, request->id, request->reason, error));
}

gpointer
meso_preparation_call_mark (MesoClinic  *clinic,
                            gpointer     data,
                            GError     **error)
{
  const MesoPreparationRequest *request = data;

  return GINT_TO_POINTER (meso_preparation_service_mark_entered_in_error (clinic, request->id, request->reason, error));
}
