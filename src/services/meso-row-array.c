/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-row-array.h"

#define NOWHERE -1

/**
 * meso_row_array_new:
 *
 * Returns: (transfer full) (element-type MesoRow): no rows
 */
GPtrArray *
meso_row_array_new (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

/* (transfer full): for each fresh row, the place of the old one with its key, or NOWHERE; each old one is taken once */
static int *
find_old_places (const GPtrArray *rows,
                 const GPtrArray *fresh)
{
  g_autoptr(GHashTable) first = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree int *next = g_new (int, rows->len + 1);
  int *places = g_new (int, fresh->len + 1);

  for (int i = (int) rows->len - 1; i >= 0; i--)
    {
      const char *key = meso_row_get_key (g_ptr_array_index (rows, i));
      gpointer later;

      next[i] = g_hash_table_lookup_extended (first, key, NULL, &later) ? GPOINTER_TO_INT (later) : NOWHERE;
      g_hash_table_insert (first, (gpointer) key, GINT_TO_POINTER (i));
    }
  for (guint i = 0; i < fresh->len; i++)
    {
      const char *key = meso_row_get_key (g_ptr_array_index (fresh, i));
      gpointer place;

      places[i] = NOWHERE;
      if (!g_hash_table_lookup_extended (first, key, NULL, &place))
        continue;
      places[i] = GPOINTER_TO_INT (place);
      if (next[places[i]] == NOWHERE)
        g_hash_table_remove (first, key);
      else
        g_hash_table_insert (first, (gpointer) key, GINT_TO_POINTER (next[places[i]]));
    }
  return places;
}

/* The longest run of rows that are in the same order as before: they stay where they are, all others come and go around
 * them. (transfer full): whether a fresh row is one of them */
static gboolean *
find_staying (const int *places,
              guint      n)
{
  gboolean *staying = g_new0 (gboolean, n + 1);
  g_autofree guint *ends = g_new (guint, n + 1);    /* of the runs of each length, the one with the smallest last place */
  g_autofree int *before = g_new (int, n + 1);
  guint longest = 0;

  for (guint i = 0; i < n; i++)
    {
      guint low = 0;
      guint high = longest;

      if (places[i] == NOWHERE)
        continue;
      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (places[ends[middle]] < places[i])
            low = middle + 1;
          else
            high = middle;
        }
      before[i] = low > 0 ? (int) ends[low - 1] : NOWHERE;
      ends[low] = i;
      longest = MAX (longest, low + 1);
    }
  for (int i = longest > 0 ? (int) ends[longest - 1] : NOWHERE; i != NOWHERE; i = before[i])
    staying[i] = TRUE;
  return staying;
}

static void
splice (GPtrArray  *rows,
        guint       at,
        guint       removed,
        GPtrArray  *all,
        guint       from,
        guint       added,
        GListModel *model)
{
  if (removed == 0 && added == 0)
    return;
  if (removed > 0)
    g_ptr_array_remove_range (rows, at, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (rows, (int) (at + i), g_object_ref (g_ptr_array_index (all, from + i)));
  g_list_model_items_changed (model, at, removed, added);
}

/**
 * meso_row_array_update:
 * @rows: (element-type MesoRow): what the model holds
 * @fresh: (element-type MesoRow): what it should hold
 * @model: whose rows they are
 *
 * Makes @rows what @fresh is. A row whose key was there before stays the same object, and where it hasn't moved
 * against the others, nothing is told of it: what is selected, focused or scrolled to stays so.
 */
void
meso_row_array_update (GPtrArray       *rows,
                       const GPtrArray *fresh,
                       GListModel      *model)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new_full (fresh->len, g_object_unref);
  g_autofree int *places = find_old_places (rows, fresh);
  g_autofree gboolean *staying = find_staying (places, fresh->len);
  guint old_end = rows->len;
  guint new_end = fresh->len;

  for (guint i = 0; i < fresh->len; i++)
    g_ptr_array_add (all, g_object_ref (g_ptr_array_index (places[i] != NOWHERE ? rows : (GPtrArray *) fresh,
                                                           places[i] != NOWHERE ? (guint) places[i] : i)));
  /* From the end, so that the places before it stay as they were. */
  for (guint i = fresh->len; i-- > 0;)
    {
      if (!staying[i])
        continue;
      splice (rows, (guint) places[i] + 1, old_end - (guint) places[i] - 1, all, i + 1, new_end - i - 1, model);
      old_end = (guint) places[i];
      new_end = i;
    }
  splice (rows, 0, old_end, all, 0, new_end, model);
}
