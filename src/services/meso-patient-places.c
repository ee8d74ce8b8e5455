/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-places.h"

/* Where more differs than that, listeners are told of all in between at once. */
#define MOST_CHANGES 32

typedef struct
{
  guint at;         /* in the list as it was */
  guint removed;
  guint added_at;   /* in the list as it shall be */
  guint added;
} Change;

/**
 * meso_patient_places_init:
 * @self: no places yet
 */
void
meso_patient_places_init (MesoPatientPlaces *self)
{
  self->now = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * meso_patient_places_clear:
 * @self: places that nobody is told of any more
 */
void
meso_patient_places_clear (MesoPatientPlaces *self)
{
  g_clear_pointer (&self->now, g_array_unref);
  g_clear_pointer (&self->before, g_array_unref);
}

static gint64
get (const GArray *places,
     guint         i)
{
  return g_array_index (places, gint64, i);
}

/**
 * meso_patient_places_count:
 * @self: places
 *
 * Returns: how many the list has, as far as was told
 */
guint
meso_patient_places_count (const MesoPatientPlaces *self)
{
  return self->before == NULL ? self->now->len : self->n_now + self->before->len - self->n_before;
}

/**
 * meso_patient_places_get:
 * @self: places
 * @position: below the count
 *
 * Returns: the place at that position of the list
 */
gint64
meso_patient_places_get (const MesoPatientPlaces *self,
                         guint                    position)
{
  if (self->before == NULL || position < self->n_now)
    return get (self->now, position);
  return get (self->before, position - self->n_now + self->n_before);
}

/**
 * meso_patient_places_find:
 * @self: places
 * @place: one of them, perhaps
 * @position_out: (out): where it is
 *
 * Returns: whether it is there
 */
gboolean
meso_patient_places_find (const MesoPatientPlaces *self,
                          gint64                   place,
                          guint                   *position_out)
{
  for (guint i = 0, n = meso_patient_places_count (self); i < n; i++)
    if (meso_patient_places_get (self, i) == place)
      {
        *position_out = i;
        return TRUE;
      }
  return FALSE;
}

/* All that lies between what both have at their ends. */
static Change
find_whole (const GArray *before,
            const GArray *now)
{
  Change change = { 0 };
  guint shorter = MIN (before->len, now->len), same = 0;

  while (change.at < shorter && get (before, change.at) == get (now, change.at))
    change.at++;
  change.added_at = change.at;
  while (same < shorter - change.at && get (before, before->len - 1 - same) == get (now, now->len - 1 - same))
    same++;
  change.removed = before->len - same - change.at;
  change.added = now->len - same - change.at;
  return change;
}

/* Of two rising rows: each stretch that only one of them has. (transfer full) (nullable): NULL where there are too many */
static GArray *
find_each (const GArray *before,
           const GArray *now,
           Change        whole)
{
  g_autoptr(GArray) changes = g_array_new (FALSE, FALSE, sizeof (Change));
  guint i = whole.at, j = whole.added_at;
  const guint last_i = whole.at + whole.removed, last_j = whole.added_at + whole.added;

  while (i < last_i || j < last_j)
    {
      Change change = { .at = i, .added_at = j };

      while (i < last_i && (j == last_j || get (before, i) < get (now, j)))
        i++;
      while (j < last_j && (i == last_i || get (now, j) < get (before, i)))
        j++;
      change.removed = i - change.at;
      change.added = j - change.added_at;
      if (change.removed > 0 || change.added > 0)
        g_array_append_val (changes, change);
      if (changes->len > MOST_CHANGES)
        return NULL;
      while (i < last_i && j < last_j && get (before, i) == get (now, j))
        {
          i++;
          j++;
        }
    }
  return g_steal_pointer (&changes);
}

/* (transfer full) */
static GArray *
find_changes (const GArray *before,
              const GArray *now,
              gboolean      sorted)
{
  Change whole = find_whole (before, now);
  GArray *changes = sorted ? find_each (before, now, whole) : NULL;

  if (changes != NULL)
    return changes;
  changes = g_array_new (FALSE, FALSE, sizeof (Change));
  if (whole.removed > 0 || whole.added > 0)
    g_array_append_val (changes, whole);
  return changes;
}

/**
 * meso_patient_places_set:
 * @self: places
 * @fresh: (element-type gint64): what they shall be; never changed afterwards
 * @sorted: whether both rows of places rise
 * @model: whose items they are
 *
 * One change is told after the other, from the first to the last, and the list is at each as far as was told.
 */
void
meso_patient_places_set (MesoPatientPlaces *self,
                         GArray            *fresh,
                         gboolean           sorted,
                         GListModel        *model)
{
  g_autoptr(GArray) changes = find_changes (self->now, fresh, sorted);

  self->before = self->now;
  self->now = g_array_ref (fresh);
  self->n_now = 0;
  self->n_before = 0;
  for (guint i = 0; i < changes->len; i++)
    {
      const Change *change = &g_array_index (changes, Change, i);

      self->n_before = change->at + change->removed;
      self->n_now = change->added_at + change->added;
      g_list_model_items_changed (model, change->added_at, change->removed, change->added);
    }
  g_clear_pointer (&self->before, g_array_unref);
}
