/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-layout-cache.h"

/* One text in one look, at all widths it was set to. A text that needs no break looks the same at any greater width. */
typedef struct
{
  MesoLayoutKey key;         /* owns its strings */
  PangoLayout *unbroken;     /* (nullable) */
  int unbroken_width;        /* Pango units */
  GPtrArray *broken;         /* of PangoLayout */
} Entry;

struct _MesoLayoutCache
{
  GHashTable *entries;       /* MesoLayoutKey → Entry that holds it */
};

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_free ((char *) entry->key.lead);
  g_free ((char *) entry->key.text);
  g_free ((char *) entry->key.strong);
  g_free ((char *) entry->key.small);
  g_clear_object (&entry->unbroken);
  g_ptr_array_unref (entry->broken);
  g_free (entry);
}

/* Leads and strong parts only tell apart what has the same text. */
static guint
hash_key (gconstpointer data)
{
  const MesoLayoutKey *key = data;

  return (key->text != NULL ? g_str_hash (key->text) : 0) * 31 + key->weight + g_double_hash (&key->size);
}

static gboolean
equal_keys (gconstpointer a,
            gconstpointer b)
{
  const MesoLayoutKey *one = a;
  const MesoLayoutKey *other = b;

  return one->weight == other->weight && one->size == other->size && g_strcmp0 (one->text, other->text) == 0 &&
         g_strcmp0 (one->lead, other->lead) == 0 && g_strcmp0 (one->strong, other->strong) == 0 &&
         g_strcmp0 (one->small, other->small) == 0;
}

MesoLayoutCache *
meso_layout_cache_new (void)
{
  MesoLayoutCache *self = g_new0 (MesoLayoutCache, 1);

  self->entries = g_hash_table_new_full (hash_key, equal_keys, NULL, free_entry);

  return self;
}

void
meso_layout_cache_free (MesoLayoutCache *self)
{
  g_hash_table_unref (self->entries);
  g_free (self);
}

static Entry *
ensure_entry (MesoLayoutCache     *self,
              const MesoLayoutKey *key)
{
  Entry *entry = g_hash_table_lookup (self->entries, key);

  if (entry != NULL)
    return entry;

  entry = g_new0 (Entry, 1);
  entry->key = (MesoLayoutKey) { g_strdup (key->lead), g_strdup (key->text), g_strdup (key->strong),
                                key->weight, key->size, g_strdup (key->small) };
  entry->broken = g_ptr_array_new_with_free_func (g_object_unref);
  g_hash_table_insert (self->entries, &entry->key, entry);

  return entry;
}

/**
 * meso_layout_cache_find:
 * @self: a cache
 * @key: a text and its look
 * @width: Pango units; -1 for no limit
 *
 * Returns: (transfer none) (nullable): a layout whose lines are those of the text at @width, or %NULL when there is none
 */
PangoLayout *
meso_layout_cache_find (MesoLayoutCache     *self,
                        const MesoLayoutKey *key,
                        int                  width)
{
  Entry *entry = g_hash_table_lookup (self->entries, key);

  if (entry == NULL)
    return NULL;
  if (entry->unbroken != NULL && (width == -1 || entry->unbroken_width <= width))
    return entry->unbroken;

  for (guint i = 0; i < entry->broken->len; i++)
    {
      PangoLayout *layout = g_ptr_array_index (entry->broken, i);

      if (pango_layout_get_width (layout) == width)
        return layout;
    }

  return NULL;
}

/**
 * meso_layout_cache_add:
 * @self: a cache
 * @key: the text that @layout sets, and its look
 * @layout: aligned to the left, never justified or cut; must not be changed from here on
 *
 * Keeps @layout, to be found at its own width, and at others where its lines are the same.
 */
void
meso_layout_cache_add (MesoLayoutCache     *self,
                       const MesoLayoutKey *key,
                       PangoLayout         *layout)
{
  Entry *entry = ensure_entry (self, key);
  int width = pango_layout_get_width (layout);
  int needed;

  pango_layout_get_size (layout, &needed, NULL);
  if (width == -1 || (!pango_layout_is_wrapped (layout) && needed <= width))
    {
      g_set_object (&entry->unbroken, layout);
      entry->unbroken_width = needed;
    }
  else
    {
      g_ptr_array_add (entry->broken, g_object_ref (layout));
    }
}
