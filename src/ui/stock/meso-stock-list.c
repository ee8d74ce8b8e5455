/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-stock-list.h"

#include <string.h>

#include "meso-local-day.h"
#include "meso-lot-match.h"
#include "meso-stock-pick.h"
#include "meso-stock-service.h"
#include "meso-stock-words.h"
#include "meso-text-fold.h"

typedef struct
{
  gboolean with_used_up;
  char *language;            /* of names that no lot bears */
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->language);
  g_free (request);
}

static void
item_free (gpointer data)
{
  MesoStockItem *item = data;

  g_clear_pointer (&item->lot, meso_lot_free);
  g_clear_pointer (&item->note, meso_stock_note_free);
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

/* What the formulary calls a product, or else an ingredient */
static void
append_thing (GString            *all,
              const MesoProtocol *protocol,
              const char         *what)
{
  const MesoProduct *product = meso_protocol_lookup_product (protocol, what);
  const MesoIngredient *ingredient = meso_protocol_lookup_ingredient (protocol, what);

  if (product != NULL)
    append_both (all, product->name);
  else if (ingredient != NULL)
    append_both (all, ingredient->name);
}

/* In either language: a label is in one, the window in the other. */
static char *
fold_all (const MesoProtocol *protocol,
          const MesoLot      *lot)
{
  g_autoptr(GString) all = g_string_new (NULL);
  g_autofree char *number = meso_lot_match_fold (lot->number);

  g_string_append_printf (all, "%s %s %s %s %s", lot->name, lot->maker, lot->number, number, lot->supplier);
  if (lot->product != NULL)
    append_thing (all, protocol, lot->product);
  for (guint i = 0; i < lot->components->len; i++)
    append_thing (all, protocol, ((const MesoProductComponent *) g_ptr_array_index (lot->components, i))->ingredient);
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

      if (note->kind == MESO_STOCK_NOTE_LOW)
        item->low |= g_strcmp0 (note->what, item->what) == 0;
      else if (is_about (note, item))
        {
          item->attention = TRUE;
          item->expiring |= note->kind == MESO_STOCK_NOTE_EXPIRING;
        }
    }
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
  item->overdue = item->use == MESO_LOT_USABLE && meso_lot_has_overdue_opening (lot, now);
  name_thing (item);
  item->folded = fold_all (protocol, lot);
  take_notes (item, notes);
  return item;
}

/* note (transfer full): too little of something, of which there may be no lot at all */
static MesoStockItem *
make_low_item (const MesoProtocol *protocol,
               MesoStockNote      *note)
{
  MesoStockItem *item = g_new0 (MesoStockItem, 1);
  g_autoptr(GString) all = g_string_new (note->name);

  item->note = note;
  item->use = MESO_LOT_EMPTY;
  item->low = TRUE;
  item->attention = TRUE;
  item->what = g_strdup (note->what);
  item->thing = g_strdup (note->what);
  append_thing (all, protocol, note->what);
  item->folded = meso_text_fold (all->str);
  return item;
}

int
meso_stock_item_compare (const MesoStockItem *a,
                         const MesoStockItem *b)
{
  int thing = g_strcmp0 (a->thing, b->thing);
  int usable = (b->use == MESO_LOT_USABLE) - (a->use == MESO_LOT_USABLE);
  int left = (a->use == MESO_LOT_EMPTY) - (b->use == MESO_LOT_EMPTY);
  int order = thing != 0 ? thing : a->lot == NULL || b->lot == NULL ? (a->lot != NULL) - (b->lot != NULL) : usable != 0 ? usable : left != 0 ? left : meso_stock_compare_lots (a->lot, b->lot);

  return order != 0 || a->lot == NULL ? order : g_strcmp0 (a->lot->id, b->lot->id);
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
  g_autofree char *expiry = lot != NULL ? meso_calendar_date_to_string (lot->expiry) : NULL;

  if (lot == NULL)
    return g_strdup_printf ("low|%s|%s|%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT, item->what, item->note->name, item->note->containers,
                            item->note->minimum);
  return g_strdup_printf ("%s|%s|%s|%s|%s|%d%d%d%d%d%d|%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT "|%u|%s|%s", lot->id, item->thing, lot->number,
                          lot->name, lot->maker, (int) item->use, item->expiring, item->overdue, item->attention, item->low, item->first,
                          lot->balance_ul, lot->sealed, lot->openings->len, expiry, day);
}

/* Things that there is too little of come after the lots: those are told of it too. */
static GPtrArray *
make_items (MesoClinic *clinic,
            GPtrArray  *lots,
            GPtrArray  *notes)
{
  const MesoProtocol *protocol = meso_clinic_get_protocol (clinic);
  MesoCalendarDate today = meso_local_day_now ().date;
  g_autofree char *now = meso_stock_words_now ();
  GPtrArray *items = g_ptr_array_new ();

  g_ptr_array_set_free_func (lots, NULL);
  for (guint i = 0; i < lots->len; i++)
    g_ptr_array_add (items, make_item (protocol, g_ptr_array_index (lots, i), notes, today, now));
  mark_first (items);
  for (guint i = notes->len; i-- > 0;)
    {
      if (((const MesoStockNote *) g_ptr_array_index (notes, i))->kind == MESO_STOCK_NOTE_LOW)
        g_ptr_array_add (items, make_low_item (protocol, g_ptr_array_steal_index (notes, i)));
    }
  return items;
}

static gpointer
list_lots (MesoClinic  *clinic,
           gpointer     data,
           GError     **error)
{
  const Request *request = data;
  MesoCalendarDate today = meso_local_day_now ().date;
  g_autoptr(GPtrArray) lots = meso_stock_service_list (clinic, request->with_used_up, error);
  g_autoptr(GPtrArray) notes = lots != NULL ? meso_stock_service_list_attention (clinic, today, request->language, error) : NULL;
  g_autoptr(GPtrArray) items = notes != NULL ? make_items (clinic, lots, notes) : NULL;
  GPtrArray *rows;

  if (items == NULL)
    return NULL;
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
  Request *request = g_new0 (Request, 1);

  request->with_used_up = with_used_up;
  request->language = g_strdup (meso_context_get_language (context));
  return meso_query_list_new (meso_context_get_clinic (context), list_lots, request, request_free,
                              "stock preparation protocol setting");
}

/* What is written together belongs together: "c-12" is no C somewhere and a 12 elsewhere. It is told as it stands among the words, or as a
 * number is told, without what is between. */
static gboolean
holds (const char *folded,
       const char *written)
{
  g_autofree char *phrase = meso_text_fold (written);
  g_autofree char *number = meso_lot_match_fold (written);

  return strstr (folded, phrase) != NULL || strstr (folded, number) != NULL;
}

gboolean
meso_stock_item_matches (const MesoStockItem *self,
                         MesoStockShow        show,
                         const char          *text)
{
  gboolean shown = show == MESO_STOCK_SHOW_USABLE ? self->use == MESO_LOT_USABLE
                   : show == MESO_STOCK_SHOW_ATTENTION ? self->attention : self->lot != NULL;
  g_auto(GStrv) written = g_strsplit_set (text, " \t", -1);

  for (guint i = 0; shown && written[i] != NULL; i++)
    shown = holds (self->folded, written[i]);
  return shown;
}

guint
meso_stock_list_count (GListModel    *rows,
                       MesoStockShow  show)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(MesoRow) row = g_list_model_get_item (rows, i);

      n += meso_stock_item_matches (meso_row_get_value (row), show, "") ? 1 : 0;
    }
  return n;
}
