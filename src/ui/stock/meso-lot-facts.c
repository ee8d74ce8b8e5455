/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-lot-facts.h"

#include "meso-local-day.h"
#include "meso-stock-service.h"
#include "meso-stock-words.h"

static void
facts_free (gpointer data)
{
  MesoLotFacts *facts = data;

  g_clear_pointer (&facts->lot, meso_lot_free);
  g_clear_pointer (&facts->history, g_ptr_array_unref);
  g_free (facts);
}

static gboolean
find_expiring (const GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    {
      if (((const MesoStockNote *) g_ptr_array_index (notes, i))->kind == MESO_STOCK_NOTE_EXPIRING)
        return TRUE;
    }
  return FALSE;
}

/* Whatever changes a lot is in its history. */
static char *
make_key (const MesoLotFacts *facts,
          MesoCalendarDate    today)
{
  g_autofree char *day = meso_calendar_date_to_string (today);
  GString *key = g_string_new (day);

  g_string_append_printf (key, "|%d|%d|%d|%u", (int) facts->use, facts->expiring, facts->overdue, facts->history->len);
  for (guint i = 0; i < facts->history->len; i++)
    {
      const MesoLotEvent *event = g_ptr_array_index (facts->history, i);

      g_string_append_printf (key, "|%s|%s", event->who, event->patient_name != NULL ? event->patient_name : "");
    }
  return g_string_free_and_steal (key);
}

static gpointer
get_facts (MesoClinic  *clinic,
           gpointer     lot,
           GError     **error)
{
  MesoCalendarDate today = meso_local_day_now ().date;
  g_autofree char *now = meso_stock_words_now ();
  g_autofree char *key = NULL;
  g_autoptr(GPtrArray) notes = NULL;
  MesoLotFacts *facts = g_new0 (MesoLotFacts, 1);
  GPtrArray *rows;

  facts->lot = meso_stock_service_get (clinic, lot, error);
  facts->history = facts->lot != NULL ? meso_stock_service_list_history (clinic, lot, error) : NULL;
  notes = facts->history != NULL ? meso_stock_service_list_attention_of (clinic, lot, today, error) : NULL;
  if (notes == NULL)
    {
      facts_free (facts);
      return NULL;
    }
  facts->use = meso_lot_get_use (facts->lot, today, now);
  facts->expiring = facts->use == MESO_LOT_USABLE && find_expiring (notes);
  facts->overdue = facts->use == MESO_LOT_USABLE && meso_lot_has_overdue_opening (facts->lot, now);
  key = make_key (facts, today);
  rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (rows, meso_row_new (key, facts, facts_free));
  return rows;
}

MesoQueryList *
meso_lot_facts_list_new (MesoContext *context,
                         const char  *lot)
{
  return meso_query_list_new (meso_context_get_clinic (context), get_facts, g_strdup (lot), g_free,
                              "stock preparation patient staff setting protocol");
}
