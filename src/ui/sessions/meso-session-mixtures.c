/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-session-mixtures.h"

#include "meso-local-day.h"
#include "meso-preparation-service.h"
#include "meso-settings-service.h"
#include "meso-stock-service.h"

#define NEEDED "session-needs-preparation"

void
meso_session_mixtures_free (MesoSessionMixtures *self)
{
  g_clear_pointer (&self->preparations, g_ptr_array_unref);
  g_ptr_array_unref (self->lots);
  g_free (self);
}

static gboolean
is_of (const MesoPreparation    *preparation,
       const MesoFormulaVersion *formula)
{
  return formula != NULL && g_str_equal (preparation->formula, formula->formula_id) &&
         preparation->formula_version == formula->version;
}

MesoSessionMixtures *
meso_session_mixtures_load (MesoClinic                *clinic,
                            const char                *patient,
                            const MesoFormulaVersion  *formula,
                            GError                   **error)
{
  g_autoptr(MesoSessionMixtures) self = g_new0 (MesoSessionMixtures, 1);
  g_autoptr(GHashTable) settings = NULL;

  self->lots = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_lot_free);
  settings = meso_settings_service_get_all (clinic, error);
  self->preparations = settings != NULL ? meso_preparation_service_list (clinic, patient, error) : NULL;
  if (self->preparations == NULL)
    return NULL;
  self->needed = g_strcmp0 (g_hash_table_lookup (settings, NEEDED), "yes") == 0;
  for (guint i = 0; i < self->preparations->len; i++)
    {
      const MesoPreparation *preparation = g_ptr_array_index (self->preparations, i);

      if (is_of (preparation, formula) && !meso_stock_service_gather (clinic, preparation, self->lots, error))
        return NULL;
    }
  return g_steal_pointer (&self);
}

/* Without a time of day only the days can be compared. */
static gboolean
is_over (const MesoPreparation *preparation,
         MesoCivilTime          start)
{
  MesoCivilTime last = meso_local_day_time_of_moment (preparation->use_before);

  return start.minute == MESO_CIVIL_TIME_NO_MINUTE ? meso_calendar_date_compare (start.date, last.date) > 0
                                                   : meso_civil_time_compare (start, last) > 0;
}

static gboolean
is_open (const MesoPreparation *preparation)
{
  return meso_preparation_counts (preparation) && preparation->session == NULL && preparation->discarded_at == NULL;
}

static const MesoPreparation *
find (const MesoSessionMixtures *self,
      const MesoFormulaVersion  *formula,
      MesoCivilTime              start,
      gboolean                   over)
{
  for (guint i = 0; i < self->preparations->len; i++)
    {
      const MesoPreparation *preparation = g_ptr_array_index (self->preparations, i);

      if (is_of (preparation, formula) && is_open (preparation) && is_over (preparation, start) == over &&
          meso_calendar_date_compare (meso_local_day_of_moment (preparation->mixed_at), start.date) <= 0)
        return preparation;
    }
  return NULL;
}

const MesoPreparation *
meso_session_mixtures_find (const MesoSessionMixtures *self,
                            const MesoFormulaVersion  *formula,
                            MesoCivilTime              start)
{
  return find (self, formula, start, FALSE);
}

const MesoPreparation *
meso_session_mixtures_find_late (const MesoSessionMixtures *self,
                                 const MesoFormulaVersion  *formula,
                                 MesoCivilTime              start)
{
  return find (self, formula, start, TRUE);
}

const MesoPreparation *
meso_session_mixtures_lookup (const MesoSessionMixtures *self,
                              const char                *id)
{
  for (guint i = 0; i < self->preparations->len; i++)
    {
      const MesoPreparation *preparation = g_ptr_array_index (self->preparations, i);

      if (g_strcmp0 (preparation->id, id) == 0)
        return preparation;
    }
  return NULL;
}

const MesoLot *
meso_session_mixtures_find_bad (const MesoSessionMixtures *self,
                                const MesoPreparation     *preparation)
{
  MesoCalendarDate day = meso_local_day_of_moment (preparation->mixed_at);

  for (guint i = 0; i < preparation->draws->len; i++)
    {
      const MesoPreparationDraw *draw = g_ptr_array_index (preparation->draws, i);
      const MesoLot *lot = meso_lot_find (self->lots, draw->lot);

      /* An expiry may have been corrected since. */
      if (lot != NULL && (lot->state != MESO_LOT_AVAILABLE || meso_calendar_date_compare (lot->expiry, day) < 0))
        return lot;
    }
  return NULL;
}
