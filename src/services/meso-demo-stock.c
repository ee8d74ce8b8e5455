/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-demo-stock.h"

#include "meso-lot-repository.h"
#include "meso-stock-receiving.h"
#include "meso-stock-repository.h"

/**
 * Box:
 * @came_ago: days before today
 * @expires_in: days after today; below zero: it has expired
 * @opened_life_h: 0 for what serves one preparation
 *
 * A lot as it came. Of what the demo's recipes take: more than one lot each, in every state that there is.
 */
typedef struct
{
  const char *ingredient;
  const char *strength;
  const char *number;
  const char *maker;
  int came_ago;
  int expires_in;
  gint64 container_ul;
  gint64 containers;
  int opened_life_h;
} Box;

#define ML 1000

static const Box boxes[] = {
  { "biotin", "5 mg/mL", "BT-2231", "Pars Ampoule", 95, 38, 10 * ML, 18, 28 * 24 },
  { "biotin", "5 mg/mL", "BT-2305", "Pars Ampoule", 20, 400, 10 * ML, 10, 28 * 24 },
  { "zinc", "1 mg/mL", "ZN 0417", "Alborz Trace", 80, 210, 2 * ML, 80, 0 },
  { "zinc", "1 mg/mL", "ZN 0522", "Alborz Trace", 30, 330, 2 * ML, 60, 0 },
  { "pantothenic-acid", "250 mg/mL", "DX-097", "Darou Dermal", 200, -10, 2 * ML, 90, 0 },
  { "pantothenic-acid", "250 mg/mL", "DX-118", "Darou Dermal", 45, 300, 2 * ML, 50, 0 },
  { "b-complex", "10 mg/mL", "BC-77", "Pars Ampoule", 70, 160, 2 * ML, 80, 0 },
  { "b-complex", "10 mg/mL", "BC-81", "Pars Ampoule", 15, 500, 2 * ML, 40, 0 },
  { "minoxidil", "5 mg/mL", "MX-5/41", "Derma Solutions", 90, 250, 5 * ML, 60, 7 * 24 },
  { "hyaluronic-acid", "10 mg/mL", "HA 3310", "Derma Solutions", 90, 420, ML, 120, 0 },
  { "amino-acids", "20 mg/mL", "AA-12", "Darou Dermal", 90, 270, 5 * ML, 60, 24 },
  { "saline", "", "NS 9-4471", "Iran Serum", 100, 700, 10 * ML, 400, 0 },
};

#define RECALLED "ZN 0417"
#define RECALLED_AGO 2
#define QUARANTINED "BC-81"
#define QUARANTINED_AGO 6
#define COUNTED "HA 3310"
#define COUNTED_AGO 9
#define WANTED "hyaluronic-acid"
/* How many more there shall be than there are */
#define WANTED_MORE 20

static gboolean
is_day (const MesoDemoWorld *world,
        int                  ago,
        MesoCalendarDate     day)
{
  MesoCalendarDate open = meso_demo_world_get_open_day_before (world, meso_calendar_date_add_days (world->today, -ago));

  return meso_calendar_date_compare (open, day) == 0;
}

/**
 * meso_demo_stock_happens:
 *
 * Returns: whether anything happens to the stock on that day
 */
gboolean
meso_demo_stock_happens (const MesoDemoWorld *world,
                         MesoCalendarDate     day)
{
  if (is_day (world, RECALLED_AGO, day) || is_day (world, QUARANTINED_AGO, day) || is_day (world, COUNTED_AGO, day))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      if (is_day (world, boxes[i].came_ago, day))
        return TRUE;
    }
  return FALSE;
}

/* A clinic whose content doesn't know it has none of it. */
static gboolean
receive (MesoDemoWorld     *world,
         MesoStoreContext  *context,
         const Box         *box,
         MesoCalendarDate   day,
         GError           **error)
{
  g_autoptr(MesoLot) lot = meso_stock_receiving_draft (world->protocol, box->ingredient, world->language);
  g_autofree char *id = NULL;

  if (lot == NULL)
    return TRUE;
  g_set_str (&((MesoProductComponent *) g_ptr_array_index (lot->components, 0))->strength, box->strength);
  g_set_str (&lot->number, box->number);
  g_set_str (&lot->maker, box->maker);
  g_set_str (&lot->supplier, meso_demo_world_say (world, "Central pharmacy", "داروخانه مرکزی"));
  lot->expiry = meso_calendar_date_add_days (world->today, box->expires_in);
  lot->received_on = day;
  lot->container_ul = box->container_ul;
  lot->containers = box->containers;
  lot->multi_dose = box->opened_life_h > 0;
  lot->opened_life_h = box->opened_life_h;
  id = meso_lot_repository_insert (context, world->nurses[0], lot, error);
  return id != NULL;
}

/* (transfer full) (nullable): NULL without error where the content doesn't know what it holds */
static MesoLot *
find (MesoStoreContext  *context,
      const char        *number,
      GError           **error)
{
  g_autoptr(GPtrArray) lots = meso_lot_repository_find (context, number, error);

  return lots != NULL && lots->len > 0 ? g_ptr_array_steal_index (lots, 0) : NULL;
}

static gboolean
stop (MesoDemoWorld     *world,
      MesoStoreContext  *context,
      const char        *number,
      MesoLotState       state,
      const char        *reason,
      GError           **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(MesoLot) lot = find (context, number, &local_error);

  if (meso_clinic_take_error (&local_error, error))
    return FALSE;
  return lot == NULL || meso_lot_repository_set_state (context, world->nurses[0], lot->id, state, reason, error);
}

/* A broken vial came to light, and somebody said how many there shall be. */
static gboolean
count (MesoDemoWorld     *world,
       MesoStoreContext  *context,
       GError           **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(MesoLot) lot = find (context, COUNTED, &local_error);

  if (meso_clinic_take_error (&local_error, error))
    return FALSE;
  return lot == NULL || lot->balance_ul < lot->container_ul ||
         (meso_stock_repository_count (context, world->nurses[1], lot->id, NULL, lot->balance_ul - lot->container_ul,
                                       meso_demo_world_say (world, "One vial lay broken in the box.", "یک ویال در جعبه شکسته بود."), error) &&
          meso_stock_repository_set_minimum (context, world->physician, WANTED, lot->sealed + WANTED_MORE, error));
}

/**
 * meso_demo_stock_tell:
 *
 * Returns: whether what happened to the stock on that day is stored
 */
gboolean
meso_demo_stock_tell (MesoDemoWorld     *world,
                      MesoStoreContext  *context,
                      MesoCalendarDate   day,
                      GError           **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      if (is_day (world, boxes[i].came_ago, day) && !receive (world, context, &boxes[i], day, error))
        return FALSE;
    }
  if (is_day (world, COUNTED_AGO, day) && !count (world, context, error))
    return FALSE;
  if (is_day (world, QUARANTINED_AGO, day) &&
      !stop (world, context, QUARANTINED, MESO_LOT_QUARANTINED,
             meso_demo_world_say (world, "Looks cloudy; the maker was asked.", "کدر به نظر می‌رسد؛ از سازنده پرسیده شد."), error))
    return FALSE;
  return !is_day (world, RECALLED_AGO, day) ||
         stop (world, context, RECALLED, MESO_LOT_RECALLED,
               meso_demo_world_say (world, "The maker's letter: particles were found in this lot.",
                                    "نامه سازنده: در این سری ساخت ذره دیده شده است."), error);
}
