/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-store-news.h"

#include "meso-store-private.h"

typedef struct
{
  GWeakRef store;
  GPtrArray *changes;
} News;

static gboolean
tell_news (gpointer data)
{
  News *news = data;
  g_autoptr(MesoStore) store = g_weak_ref_get (&news->store);

  for (guint i = 0; store != NULL && i < news->changes->len; i++)
    {
      MesoStoreChange *change = g_ptr_array_index (news->changes, i);
      g_signal_emit_by_name (store, "changed", change->what, change->id);
    }
  return G_SOURCE_REMOVE;
}

static void
news_free (gpointer data)
{
  News *news = data;

  g_weak_ref_clear (&news->store);
  g_ptr_array_unref (news->changes);
  g_free (news);
}

/**
 * meso_store_news_send:
 * @context: where listeners are
 * @changes: (element-type MesoStoreChange): what is on the disk now
 *
 * Tells it before the one who asked for the work has its answer, if the store lives then.
 */
void
meso_store_news_send (MesoStore *store, GMainContext *context, GPtrArray *changes)
{
  g_autoptr(GSource) source = NULL;
  News *news;

  if (changes->len == 0)
    return;
  news = g_new0 (News, 1);
  g_weak_ref_init (&news->store, store);
  news->changes = g_ptr_array_ref (changes);
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (source, "MesoStore changed");
  g_source_set_callback (source, tell_news, news, news_free);
  g_source_attach (source, context);
}
