/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-stock-service.h"

#include <stdlib.h>

#include "meso-clinic-private.h"
#include "meso-local-day.h"
#include "meso-lot-repository.h"
#include "meso-lot-use.h"
#include "meso-setting-repository.h"
#include "meso-stock-repository.h"

#define MAX_CONTAINERS 10000

typedef struct
{
  MesoClinic *clinic;
  const char *what;
  gint64 containers;
  MesoCalendarDate today;
  const char *language;
  const char *now;
  int days;                     /* how far ahead an expiry is announced */
  GPtrArray *lots;              /* MesoLot */
  GPtrArray *minimums;          /* MesoStockMinimum */
  GPtrArray *notes;             /* MesoStockNote */
} Work;

static void
clear_work (Work *work)
{
  g_clear_pointer (&work->lots, g_ptr_array_unref);
  g_clear_pointer (&work->minimums, g_ptr_array_unref);
  g_clear_pointer (&work->notes, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, clear_work)

static gboolean
load_days (Work              *work,
           MesoStoreContext  *context,
           GError           **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autofree char *days = meso_setting_repository_get (context, MESO_SETTING_STOCK_EXPIRY_DAYS, &local_error);

  if (meso_clinic_take_error (&local_error, error))
    return FALSE;
  work->days = days != NULL ? atoi (days) : MESO_STOCK_EXPIRY_DAYS;
  return TRUE;
}

/* What a minimum is set for: the product, or the bare ingredient. */
static const char *
get_what (const MesoLot *lot)
{
  return lot->product != NULL ? lot->product : ((const MesoProductComponent *) g_ptr_array_index (lot->components, 0))->ingredient;
}

static char *
find_name (const Work *work,
           const char *what)
{
  const MesoProtocol *protocol = meso_clinic_get_protocol (work->clinic);
  const MesoProduct *product = meso_protocol_lookup_product (protocol, what);
  const MesoIngredient *ingredient = meso_protocol_lookup_ingredient (protocol, what);

  if (product != NULL)
    return g_strdup (meso_local_text_get (product->name, work->language));
  return g_strdup (ingredient != NULL ? meso_local_text_get (ingredient->name, work->language) : what);
}

static MesoStockMinimum *
find_minimum (Work       *work,
              const char *what)
{
  MesoStockMinimum *minimum;

  for (guint i = 0; i < work->minimums->len; i++)
    {
      minimum = g_ptr_array_index (work->minimums, i);
      if (g_str_equal (minimum->what, what))
        return minimum;
    }
  minimum = g_new0 (MesoStockMinimum, 1);
  minimum->what = g_strdup (what);
  minimum->name = find_name (work, what);
  g_ptr_array_add (work->minimums, minimum);
  return minimum;
}

static int
compare_minimums (gconstpointer a,
                  gconstpointer b)
{
  const MesoStockMinimum *one = a;
  const MesoStockMinimum *other = b;
  int order = g_utf8_collate (one->name, other->name);

  return order != 0 ? order : g_strcmp0 (one->what, other->what);
}

/* Those that the clinic set, and how many usable containers there are of everything. */
static gboolean
load_minimums (Work              *work,
               MesoStoreContext  *context,
               gboolean           with_used_up,
               GError           **error)
{
  g_autoptr(GHashTable) set = meso_stock_repository_get_minimums (context, error);
  GHashTableIter iter;
  gpointer what;
  gpointer containers;

  work->lots = set != NULL ? meso_lot_repository_list (context, with_used_up, error) : NULL;
  if (work->lots == NULL)
    return FALSE;
  work->now = meso_store_context_get_now (context);
  work->minimums = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_stock_minimum_free);
  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &what, &containers))
    find_minimum (work, what)->containers = *(const gint64 *) containers;
  for (guint i = 0; i < work->lots->len; i++)
    {
      const MesoLot *lot = g_ptr_array_index (work->lots, i);
      MesoStockMinimum *minimum = find_minimum (work, get_what (lot));

      if (meso_lot_get_use (lot, work->today, work->now) == MESO_LOT_USABLE)
        minimum->usable += lot->sealed;
    }
  g_ptr_array_sort_values (work->minimums, compare_minimums);
  return TRUE;
}

static gboolean
list_minimums (MesoStoreContext  *context,
               gpointer           data,
               GError           **error)
{
  return load_minimums (data, context, TRUE, error);
}

/**
 * meso_stock_service_list_minimums:
 * @today: the clinic's day
 * @language: of names
 *
 * Returns: (transfer full) (element-type MesoStockMinimum): of everything that has one or ever was received, by name; or %NULL
 */
GPtrArray *
meso_stock_service_list_minimums (MesoClinic        *clinic,
                                  MesoCalendarDate   today,
                                  const char        *language,
                                  GError           **error)
{
  g_auto(Work) work = { .clinic = clinic, .today = today, .language = language };

  return meso_clinic_run (clinic, MESO_STORE_READ, list_minimums, &work, error) ? g_steal_pointer (&work.minimums) : NULL;
}

static gboolean
set_minimum (MesoStoreContext  *context,
             gpointer           data,
             GError           **error)
{
  Work *work = data;

  return meso_stock_repository_set_minimum (context, meso_clinic_get_staff (work->clinic), work->what, work->containers, error);
}

/**
 * meso_stock_service_set_minimum:
 * @what: id of a product, or of an ingredient that comes bare
 * @containers: the fewest that there shall be; 0 takes it back
 *
 * Returns: whether it is stored
 */
gboolean
meso_stock_service_set_minimum (MesoClinic  *clinic,
                                const char  *what,
                                gint64       containers,
                                GError     **error)
{
  const MesoProtocol *protocol = meso_clinic_get_protocol (clinic);
  Work work = { .clinic = clinic, .what = what, .containers = containers };
  gboolean known = meso_protocol_lookup_product (protocol, what) != NULL || meso_protocol_lookup_ingredient (protocol, what) != NULL;

  /* What the formulary has dropped can still be let go of. */
  return meso_services_require (known || containers == 0, "what", "The formulary knows no such thing. Choose one of its list.", error) &&
         meso_services_require (containers >= 0 && containers <= MAX_CONTAINERS, "containers",
                                "The least number of containers can be 0 (none) to 10000.", error) &&
         meso_clinic_run (clinic, MESO_STORE_WRITE, set_minimum, &work, error);
}

static MesoStockNote *
add_note (Work              *work,
          MesoStockNoteKind  kind,
          const MesoLot     *lot,
          MesoCalendarDate   day,
          gint64             left_ul)
{
  MesoStockNote *note = g_new0 (MesoStockNote, 1);

  note->kind = kind;
  note->lot = meso_lot_copy (lot);
  note->name = g_strdup (lot->name);
  note->day = day;
  note->left_ul = left_ul;
  g_ptr_array_add (work->notes, note);
  return note;
}

static void
note_openings (Work          *work,
               const MesoLot *lot)
{
  for (guint i = 0; i < lot->openings->len; i++)
    {
      const MesoOpening *opening = g_ptr_array_index (lot->openings, i);
      MesoStockNote *note;

      if (g_strcmp0 (opening->discard_by, work->now) > 0)
        continue;
      note = add_note (work, MESO_STOCK_NOTE_OPENED_TOO_LONG, lot, meso_local_day_of_moment (opening->discard_by), opening->left_ul);
      note->opening = g_strdup (opening->id);
    }
}

/* One note says what is to be done with all of it: what was recalled or has expired isn't told of container by container. */
static void
note_lot (Work          *work,
          const MesoLot *lot)
{
  int days = meso_calendar_date_days_between (work->today, lot->expiry);

  if (lot->state == MESO_LOT_RECALLED)
    {
      add_note (work, MESO_STOCK_NOTE_RECALLED, lot, MESO_CALENDAR_DATE_NONE, lot->balance_ul);
      return;
    }
  if (days < 0)
    {
      add_note (work, MESO_STOCK_NOTE_EXPIRED, lot, lot->expiry, lot->balance_ul);
      return;
    }
  if (days <= work->days)
    add_note (work, MESO_STOCK_NOTE_EXPIRING, lot, lot->expiry, lot->balance_ul);
  note_openings (work, lot);
}

static void
note_low (Work *work)
{
  for (guint i = 0; i < work->minimums->len; i++)
    {
      const MesoStockMinimum *minimum = g_ptr_array_index (work->minimums, i);
      MesoStockNote *note;

      if (minimum->usable >= minimum->containers)
        continue;
      note = g_new0 (MesoStockNote, 1);
      note->kind = MESO_STOCK_NOTE_LOW;
      note->what = g_strdup (minimum->what);
      note->name = g_strdup (minimum->name);
      note->containers = minimum->usable;
      note->minimum = minimum->containers;
      g_ptr_array_add (work->notes, note);
    }
}

static int
compare_notes (gconstpointer a,
               gconstpointer b)
{
  const MesoStockNote *one = a;
  const MesoStockNote *other = b;
  int order = (int) one->kind - (int) other->kind;

  if (order == 0)
    order = meso_calendar_date_compare (one->day, other->day);
  if (order == 0)
    order = g_utf8_collate (one->name, other->name);
  if (order == 0 && one->lot != NULL && other->lot != NULL)
    order = g_strcmp0 (one->lot->id, other->lot->id);
  return order;
}

static gboolean
list_attention (MesoStoreContext  *context,
                gpointer           data,
                GError           **error)
{
  Work *work = data;

  if (!load_days (work, context, error) || !load_minimums (work, context, FALSE, error))
    return FALSE;
  work->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_stock_note_free);
  for (guint i = 0; i < work->lots->len; i++)
    note_lot (work, g_ptr_array_index (work->lots, i));
  note_low (work);
  g_ptr_array_sort_values (work->notes, compare_notes);
  return TRUE;
}

/**
 * meso_stock_service_list_attention:
 * @today: the clinic's day
 * @language: of the formulary's names
 *
 * What is left of recalled and expired lots, what was open too long, what expires soon, and what there is too little of. A lot of which
 * nothing is left wants nothing.
 *
 * Returns: (transfer full) (element-type MesoStockNote): the most urgent first, or %NULL
 */
GPtrArray *
meso_stock_service_list_attention (MesoClinic        *clinic,
                                   MesoCalendarDate   today,
                                   const char        *language,
                                   GError           **error)
{
  g_auto(Work) work = { .clinic = clinic, .today = today, .language = language };

  return meso_clinic_run (clinic, MESO_STORE_READ, list_attention, &work, error) ? g_steal_pointer (&work.notes) : NULL;
}

static gboolean
list_attention_of (MesoStoreContext  *context,
                   gpointer           data,
                   GError           **error)
{
  Work *work = data;
  g_autoptr(MesoLot) lot = NULL;

  if (!load_days (work, context, error))
    return FALSE;
  lot = meso_lot_repository_get (context, work->what, error);
  if (lot == NULL)
    return FALSE;
  work->now = meso_store_context_get_now (context);
  work->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_stock_note_free);
  if (lot->balance_ul > 0)
    note_lot (work, lot);
  g_ptr_array_sort_values (work->notes, compare_notes);
  return TRUE;
}

/**
 * meso_stock_service_list_attention_of:
 * @lot: a lot's id
 * @today: the clinic's day
 *
 * Returns: (transfer full) (element-type MesoStockNote): what that lot wants, the most urgent first, as meso_stock_service_list_attention()
 *   says it among all; or %NULL
 */
GPtrArray *
meso_stock_service_list_attention_of (MesoClinic        *clinic,
                                      const char        *lot,
                                      MesoCalendarDate   today,
                                      GError           **error)
{
  g_auto(Work) work = { .clinic = clinic, .what = lot, .today = today };

  return meso_clinic_run (clinic, MESO_STORE_READ, list_attention_of, &work, error) ? g_steal_pointer (&work.notes) : NULL;
}
