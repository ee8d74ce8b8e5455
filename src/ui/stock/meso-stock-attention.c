/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-stock-attention.h"

#include "meso-local-day.h"
#include "meso-stock-service.h"

/* Time alone makes a container open too long, and ends a day. */
#define LOOK_AT_CLOCK_SECONDS 60

static char *
make_key (const MesoStockNote *note,
          MesoCalendarDate     today)
{
  g_autofree char *day = meso_calendar_date_to_string (today);
  g_autofree char *by = meso_calendar_date_is_set (note->day) ? meso_calendar_date_to_string (note->day) : g_strdup ("");

  return g_strdup_printf ("%s|%d|%s|%s|%s|%s|%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT, day, (int) note->kind,
                          note->lot != NULL ? note->lot->id : "", note->lot != NULL ? note->lot->number : "", note->name, by, note->left_ul,
                          note->containers, note->minimum);
}

/* The weightiest comes first: who looks after the lot finds the rest on its page. */
static gpointer
list_notes (MesoClinic  *clinic,
            gpointer     language,
            GError     **error)
{
  MesoCalendarDate today = meso_local_day_now ().date;
  g_autoptr(GPtrArray) notes = meso_stock_service_list_attention (clinic, today, language, error);
  g_autoptr(GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *rows;

  if (notes == NULL)
    return NULL;
  rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_set_free_func (notes, NULL);
  for (guint i = 0; i < notes->len; i++)
    {
      MesoStockNote *note = g_ptr_array_index (notes, i);
      g_autofree char *key = make_key (note, today);

      if (note->lot == NULL || g_hash_table_add (told, g_strdup (note->lot->id)))
        g_ptr_array_add (rows, meso_row_new (key, note, (GDestroyNotify) meso_stock_note_free));
      else
        meso_stock_note_free (note);
    }
  return rows;
}

static void
stop_clock (gpointer id)
{
  g_source_remove (GPOINTER_TO_UINT (id));
}

static gboolean
look_at_clock (gpointer list)
{
  meso_query_list_reload (list);
  return G_SOURCE_CONTINUE;
}

static MesoQueryList *
create (MesoContext *context)
{
  MesoQueryList *list = meso_query_list_new (meso_context_get_clinic (context), list_notes,
                                             g_strdup (meso_context_get_language (context)), g_free, "stock preparation setting protocol");

  g_object_set_data_full (G_OBJECT (list), "clock", GUINT_TO_POINTER (g_timeout_add_seconds (LOOK_AT_CLOCK_SECONDS, look_at_clock, list)),
                          stop_clock);
  return list;
}

static void
shared_free (gpointer shared)
{
  g_weak_ref_clear (shared);
  g_free (shared);
}

/* Names of things are in it, so each language has its own. */
MesoQueryList *
meso_stock_attention_get (MesoContext *context)
{
  g_autofree char *key = g_strconcat ("stock-attention-", meso_context_get_language (context), NULL);
  GWeakRef *shared = g_object_get_data (G_OBJECT (context), key);
  MesoQueryList *list;

  if (shared == NULL)
    {
      shared = g_new0 (GWeakRef, 1);
      g_weak_ref_init (shared, NULL);
      g_object_set_data_full (G_OBJECT (context), key, shared, shared_free);
    }
  list = g_weak_ref_get (shared);
  if (list == NULL)
    {
      list = create (context);
      g_weak_ref_set (shared, list);
    }
  return list;
}
