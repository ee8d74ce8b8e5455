/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-stock-list.h"

#include "meso-local-day.h"
#include "meso-stock-pick.h"
#include "meso-stock-service.h"
#include "meso-stock-words.h"
#include "meso-text-fold.h"
#include "meso-words.h"

static void
item_free (gpointer data)
{
  MesoStockItem *item = data;

  meso_lot_free (item->lot);
  g_free (item->what);
  g_free (item->thing);
  g_free (item->folded);
  g_free (item);
}

static void
append_both (GString             *all,
             const MesoLocalText *text)
{
  g_string_append_printf (all, " %s %s", meso_local_text_get (text, "en"), meso_local_text_get (text, "fa"));
}

/* In either language: a label is in one, the window in the other. */
static char *
fold_all (const MesoProtocol *protocol,
          const MesoLot      *lot)
{
  g_autoptr(GString) all = g_string_new (NULL);
  const MesoProduct *product = lot->product != NULL ? meso_protocol_lookup_product (protocol, lot->product) : NULL;

  g_string_append_printf (all, "%s %s %s %s", lot->name, lot->maker, lot->number, lot->supplier);
  if (product != NULL)
    append_both (all, product->name);
  for (guint i = 0; i < lot->components->len; i++)
    {
      const MesoProductComponent *component = g_ptr_array_index (lot->components, i);
      const MesoIngredient *ingredient = meso_protocol_lookup_ingredient (protocol, component->ingredient);

      if (ingredient != NULL)
        append_both (all, ingredient->name);
    }
  return meso_text_fold (all->str);
}

static void
name_thing (MesoStockItem *item)
{
  const MesoProductComponent *component = item->lot->components->len > 0 ? g_ptr_array_index (item->lot->components, 0) : NULL;
  const char *ingredient = component != NULL ? component->ingredient : "";

  item->what = g_strdup (item->lot->product != NULL ? item->lot->product : ingredient);
  item->thing = item->lot->product != NULL ? g_strdup (item->what)
                                           : g_strdup_printf ("%s %s %s", ingredient, component != NULL && component->salt != NULL ? component->salt : "",
                                                              component != NULL ? component->strength : "");
}

static gboolean
is_about (const MesoStockNote *note,
          const MesoStockItem *item)
{
  return note->lot != NULL && g_strcmp0 (note->lot->id, item->lot->id) == 0;
}

static void
take_notes (MesoStockItem   *item,
            const GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    {
      const MesoStockNote *note = g_ptr_array_index (notes, i);

      if (note->kind == MESO_STOCK_NOTE_LOW && g_strcmp0 (note->what, item->what) == 0)
        item->low = TRUE;
      else if (is_about (note, item))
        {
          item->attention = TRUE;
          item->expiring |= note->kind == MESO_STOCK_NOTE_EXPIRING;
        }
    }
  item->attention |= item->low;
}

static MesoStockItem *
make_item (const MesoProtocol *protocol,
           MesoLot            *lot,
           const GPtrArray    *notes,
           MesoCalendarDate    today,
           const char         *now)
{
  MesoStockItem *item = g_new0 (MesoStockItem, 1);

  item->lot = lot;
  item->use = meso_lot_get_use (lot, today, now);
  name_thing (item);
  item->folded = fold_all (protocol, lot);
  take_notes (item, notes);
  return item;
}

int
meso_stock_item_compare (const MesoStockItem *a,
                         const MesoStockItem *b)
{
  int thing = g_strcmp0 (a->thing, b->thing);
  int usable = (b->use == MESO_LOT_USABLE) - (a->use == MESO_LOT_USABLE);
  int left = (a->use == MESO_LOT_EMPTY) - (b->use == MESO_LOT_EMPTY);
  int order = thing != 0 ? thing : usable != 0 ? usable : left != 0 ? left : meso_stock_compare_lots (a->lot, b->lot);

  return order != 0 ? order : g_strcmp0 (a->lot->id, b->lot->id);
}

/* Of several lots of a thing it matters which is taken: of one it goes without saying. */
static void
mark_first (GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      MesoStockItem *item = g_ptr_array_index (items, i);
      gboolean others = FALSE;

      item->first = item->use == MESO_LOT_USABLE;
      for (guint k = 0; k < items->len && item->first; k++)
        {
          const MesoStockItem *other = g_ptr_array_index (items, k);

          if (k == i || other->use != MESO_LOT_USABLE || !g_str_equal (other->thing, item->thing))
            continue;
          others = TRUE;
          item->first = meso_stock_item_compare (item, other) < 0;
        }
      item->first &= others;
    }
}

/* The day is part of it: an expiry is told in days. */
static char *
make_key (const MesoStockItem *item,
          MesoCalendarDate     today)
{
  const MesoLot *lot = item->lot;
  g_autofree char *day = meso_calendar_date_to_string (today);
  g_autofree char *expiry = meso_calendar_date_to_string (lot->expiry);

  return g_strdup_printf ("%s|%s|%s|%s|%s|%d%d%d%d%d|%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT "|%u|%s|%s", lot->id, item->thing, lot->number,
                          lot->name, lot->maker, (int) item->use, item->expiring, item->attention, item->low, item->first,
                          lot->balance_ul, lot->sealed, lot->openings->len, expiry, day);
}

static gpointer
list_lots (MesoClinic  *clinic,
           gpointer     with_used_up,
           GError     **error)
{
  MesoCalendarDate today = meso_local_day_now ().date;
  /* The words of what wants attention aren't shown here. */
  g_autoptr(GPtrArray) lots = meso_stock_service_list (clinic, GPOINTER_TO_INT (with_used_up), error);
  g_autoptr(GPtrArray) notes = lots != NULL ? meso_stock_service_list_attention (clinic, today, "en", error) : NULL;
  g_autoptr(GPtrArray) items = g_ptr_array_new ();
  g_autofree char *now = meso_stock_words_now ();
  GPtrArray *rows;

  if (notes == NULL)
    return NULL;
  g_ptr_array_set_free_func (lots, NULL);
  for (guint i = 0; i < lots->len; i++)
    g_ptr_array_add (items, make_item (meso_clinic_get_protocol (clinic), g_ptr_array_index (lots, i), notes, today, now));
  mark_first (items);
  rows = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < items->len; i++)
    {
      g_autofree char *key = make_key (g_ptr_array_index (items, i), today);

      g_ptr_array_add (rows, meso_row_new (key, g_ptr_array_index (items, i), item_free));
    }
  return rows;
}

MesoQueryList *
meso_stock_list_new (MesoContext *context,
                     gboolean     with_used_up)
{
  return meso_query_list_new (meso_context_get_clinic (context), list_lots, GINT_TO_POINTER (with_used_up), NULL,
                              "stock preparation protocol setting");
}

gboolean
meso_stock_item_matches (const MesoStockItem *self,
                         MesoStockShow        show,
                         const char          *text)
{
  gboolean shown = show == MESO_STOCK_SHOW_USABLE ? self->use == MESO_LOT_USABLE
                   : show == MESO_STOCK_SHOW_ATTENTION ? self->attention : TRUE;

  return shown && meso_words_hold (self->folded, text);
}
