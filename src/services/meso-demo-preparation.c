/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-demo-preparation.h"

#include "meso-formula-repository.h"
#include "meso-local-day.h"
#include "meso-lot-repository.h"
#include "meso-preparation-parts.h"
#include "meso-preparation-repository.h"
#include "meso-stock-pick.h"

/* However many come, no more is told of what was prepared for them. */
#define MOST 200

#define MINUTES_BEFORE 20
#define NOON (12 * 60)

/* What was opened later that day wasn't open yet: a day is told in any order. */
static void
close_later (const GPtrArray *lots,
             const char      *mixed_at)
{
  for (guint i = 0; i < lots->len; i++)
    {
      MesoLot *lot = g_ptr_array_index (lots, i);

      for (guint k = lot->openings->len; k-- > 0;)
        {
          if (g_strcmp0 (((const MesoOpening *) g_ptr_array_index (lot->openings, k))->opened_at, mixed_at) > 0)
            g_ptr_array_remove_index (lot->openings, k);
        }
    }
}

static gboolean
draw_part (MesoPreparation            *draft,
           const MesoDemoLife         *life,
           const MesoFormulaVersion   *version,
           const MesoPreparationPart  *part,
           const GPtrArray            *lots)
{
  MesoCalendarDate day = meso_local_day_of_moment (draft->mixed_at);
  g_autoptr(GPtrArray) fitting = g_ptr_array_new ();
  g_autoptr(GPtrArray) picks = NULL;
  gint64 short_ul;

  for (guint i = 0; i < lots->len; i++)
    {
      if (meso_preparation_part_takes (part, life->world->protocol, version->formula, g_ptr_array_index (lots, i)))
        g_ptr_array_add (fitting, g_ptr_array_index (lots, i));
    }
  picks = meso_stock_pick (fitting, part->item, part->volume_ul, draft->draws, day, draft->mixed_at, &short_ul);
  while (short_ul == 0 && picks->len > 0)
    g_ptr_array_add (draft->draws, g_ptr_array_steal_index (picks, 0));
  return short_ul == 0;
}

/* (transfer full) (nullable): NULL without error where something is short */
static MesoPreparation *
describe (MesoDemoLife      *life,
          MesoStoreContext  *context,
          const char        *mixed_at,
          GError           **error)
{
  MesoDemoWorld *world = life->world;
  g_autoptr(MesoFormulaVersion) version = meso_formula_repository_get (context, life->formula, life->formula_version, error);
  g_autoptr(GPtrArray) lots = version != NULL ? meso_lot_repository_list (context, FALSE, error) : NULL;
  g_autoptr(GPtrArray) parts = lots != NULL ? meso_preparation_parts_list (world->protocol, version, world->language) : NULL;
  g_autoptr(MesoPreparation) draft = meso_preparation_new ();
  guint who = (guint) g_rand_int_range (world->rand, 0, 2);

  if (parts == NULL)
    return NULL;
  draft->mixed_at = g_strdup (mixed_at);
  close_later (lots, mixed_at);
  for (guint i = 0; i < parts->len; i++)
    {
      if (!draw_part (draft, life, version, g_ptr_array_index (parts, i), lots))
        return NULL;
    }
  draft->patient = g_strdup (life->patient->id);
  draft->formula = g_strdup (life->formula);
  draft->formula_version = life->formula_version;
  draft->prepared_by = g_strdup (world->nurses[who]);
  draft->checked_by = g_strdup (meso_demo_world_happens (world, 30) ? world->physician : world->nurses[1 - who]);
  draft->use_before = meso_preparation_parts_get_limit (draft->draws, lots, mixed_at);
  return g_steal_pointer (&draft);
}

static gboolean
make (MesoDemoLife      *life,
      MesoStoreContext  *context,
      const char        *mixed_at,
      char             **id_out,
      GError           **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(MesoPreparation) draft = describe (life, context, mixed_at, &local_error);

  *id_out = NULL;
  if (meso_clinic_take_error (&local_error, error))
    return FALSE;
  if (draft == NULL)
    return TRUE;
  *id_out = meso_preparation_repository_insert (context, draft->prepared_by, draft, error);
  return *id_out != NULL;
}

/**
 * meso_demo_preparation_make:
 * @session: when it is given
 * @id_out: (out) (nullable): the preparation
 *
 * Returns: whether it is stored, or there was nothing to prepare from
 */
gboolean
meso_demo_preparation_make (MesoDemoLife      *life,
                            MesoStoreContext  *context,
                            MesoCivilTime      session,
                            char             **id_out,
                            GError           **error)
{
  MesoDemoWorld *world = life->world;
  int ago = meso_calendar_date_days_between (session.date, world->today);
  int minute = session.minute != MESO_CIVIL_TIME_NO_MINUTE ? session.minute : NOON;
  g_autofree char *mixed_at = meso_local_day_moment_at ((MesoCivilTime) { session.date, minute - MINUTES_BEFORE });

  *id_out = NULL;
  if (life->formula == NULL || ago > world->prepared_days || world->prepared >= MOST ||
      g_strcmp0 (mixed_at, meso_store_context_get_now (context)) > 0)
    return TRUE;
  if (!make (life, context, mixed_at, id_out, error))
    return FALSE;
  world->prepared += *id_out != NULL;
  return TRUE;
}

/**
 * meso_demo_preparation_make_ready:
 *
 * What waits to be given is mixed by the real clock: a demo that is told of another day has nothing that waits.
 *
 * Returns: whether it is stored, or there was nothing to prepare
 */
gboolean
meso_demo_preparation_make_ready (MesoDemoLife      *life,
                                  MesoStoreContext  *context,
                                  GError           **error)
{
  const char *now = meso_store_context_get_now (context);
  g_autofree char *id = NULL;

  return life->formula == NULL || meso_calendar_date_compare (meso_local_day_of_moment (now), life->world->today) != 0 ||
         make (life, context, now, &id, error);
}

/**
 * meso_demo_preparation_waste:
 * @session: when it was to be given
 *
 * Returns: whether it says that it was thrown away, or wasn't prepared
 */
gboolean
meso_demo_preparation_waste (MesoDemoLife      *life,
                             MesoStoreContext  *context,
                             MesoCivilTime      session,
                             GError           **error)
{
  g_autofree char *id = NULL;

  return meso_demo_preparation_make (life, context, session, &id, error) &&
         (id == NULL || meso_preparation_repository_discard (context, life->world->nurses[0], id,
                                                             meso_demo_world_say (life->world, "The patient did not come.",
                                                                                  "بیمار نیامد."), error));
}
