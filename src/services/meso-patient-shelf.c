/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-shelf.h"

#include "meso-clinic-private.h"
#include "meso-patient-query.h"

/* So many stay although nobody looks at them: for scrolling back. */
#define RECENT 512
/* Records that are read at once. */
#define READ 256

struct _MesoPatientShelf
{
  gatomicrefcount references;   /* the owner's, and that of what is being read */
  MesoClinic *clinic;
  GMainContext *context;
  MesoPatientShelfReplaced replaced;    /* (nullable): once the owner is gone */
  gpointer data;
  GHashTable *items;            /* place → MesoPatientItem, not held */
  MesoPatientItem *recent[RECENT];
  guint n_taken;                /* ever */
  guint turn;                   /* what was read in an earlier one is read again */
  GArray *wanted;               /* places */
  GSource *due;                 /* (nullable): reads in the next turn */
  gboolean reading;
};

/**
 * meso_patient_shelf_new:
 * @clinic: a clinic
 * @replaced: told when a place gets another item
 * @data: for @replaced
 *
 * Returns: (transfer full): an empty shelf
 */
MesoPatientShelf *
meso_patient_shelf_new (MesoClinic               *clinic,
                        MesoPatientShelfReplaced  replaced,
                        gpointer                  data)
{
  MesoPatientShelf *self = g_new0 (MesoPatientShelf, 1);

  g_atomic_ref_count_init (&self->references);
  self->clinic = g_object_ref (clinic);
  self->context = g_main_context_ref_thread_default ();
  self->replaced = replaced;
  self->data = data;
  self->items = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->turn = 1;
  self->wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

static void
drop_recent (MesoPatientShelf *self)
{
  for (guint i = 0; i < RECENT; i++)
    g_clear_object (&self->recent[i]);
}

static void
unref (MesoPatientShelf *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_array_unref (self->wanted);
  g_hash_table_unref (self->items);
  g_main_context_unref (self->context);
  g_object_unref (self->clinic);
  g_free (self);
}

/**
 * meso_patient_shelf_free:
 * @self: (transfer full): a shelf; items that somebody holds stay as they are
 */
void
meso_patient_shelf_free (MesoPatientShelf *self)
{
  self->replaced = NULL;
  drop_recent (self);
  if (self->due != NULL)
    g_source_destroy (self->due);
  g_clear_pointer (&self->due, g_source_unref);
  unref (self);
}

static MesoPatientItem *
find (MesoPatientShelf *self,
      gint64            place)
{
  return g_hash_table_lookup (self->items, &place);
}

static MesoPatientItem *
add_item (MesoPatientShelf *self,
          gint64            place)
{
  MesoPatientItem *item = meso_patient_item_new (place, self->items);

  g_set_object (&self->recent[self->n_taken++ % RECENT], item);
  return item;
}

/* Reading */

static void want_soon (MesoPatientShelf *self);

/* What nobody holds any more, because they scrolled on, isn't read; the latest wishes come first. (transfer full) */
static GArray *
take_wanted (MesoPatientShelf *self)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (places->len < READ && self->wanted->len > 0)
    {
      gint64 place = g_array_index (self->wanted, gint64, self->wanted->len - 1);

      g_array_set_size (self->wanted, self->wanted->len - 1);
      if (find (self, place) != NULL)
        g_array_append_val (places, place);
    }
  return places;
}

static void
on_read (GObject      *store,
         GAsyncResult *result,
         gpointer      data)
{
  MesoPatientShelf *self = data;
  MesoPatientQuery *query = meso_store_run_get_data (result);

  self->reading = FALSE;
  if (meso_store_run_finish (MESO_STORE (store), result, NULL) && self->replaced != NULL)
    {
      for (guint i = 0; i < query->patients->len; i++)
        meso_patient_shelf_put (self, g_array_index (query->places, gint64, i),
                                g_steal_pointer (&g_ptr_array_index (query->patients, i)));
      want_soon (self);
    }
  unref (self);
}

static gboolean
read_wanted (gpointer data)
{
  MesoPatientShelf *self = data;
  g_autoptr(GArray) wanted = take_wanted (self);

  g_clear_pointer (&self->due, g_source_unref);
  if (wanted->len > 0)
    {
      MesoPatientQuery *query = g_new0 (MesoPatientQuery, 1);

      query->places = g_steal_pointer (&wanted);
      self->reading = TRUE;
      g_atomic_ref_count_inc (&self->references);
      meso_store_run_async (meso_clinic_get_store (self->clinic), MESO_STORE_READ, meso_patient_query_read, query,
                            meso_patient_query_free, NULL, on_read, self);
    }
  return G_SOURCE_REMOVE;
}

/* One reading at a time: what is scrolled past meanwhile is never read. */
static void
want_soon (MesoPatientShelf *self)
{
  if (self->reading || self->due != NULL || self->wanted->len == 0)
    return;
  self->due = g_idle_source_new ();
  g_source_set_priority (self->due, G_PRIORITY_DEFAULT);
  g_source_set_static_name (self->due, "MesoPatientShelf read");
  g_source_set_callback (self->due, read_wanted, self, NULL);
  g_source_attach (self->due, self->context);
}

static void
want (MesoPatientShelf *self,
      MesoPatientItem  *item)
{
  gint64 place = meso_patient_item_get_place (item);

  if (meso_patient_item_set_turn (item, self->turn))
    g_array_append_val (self->wanted, place);
  want_soon (self);
}

/**
 * meso_patient_shelf_take:
 * @self: a shelf
 * @place: a place
 *
 * Returns: (transfer full): the item of that place; it is read unless it was already
 */
MesoPatientItem *
meso_patient_shelf_take (MesoPatientShelf *self,
                         gint64            place)
{
  MesoPatientItem *item = find (self, place);

  if (item != NULL)
    g_object_ref (item);
  else
    item = add_item (self, place);
  want (self, item);
  return item;
}

/**
 * meso_patient_shelf_add:
 * @self: a shelf
 * @place: a place
 * @patient: (inout) (transfer full): who was just read there
 *
 * Returns: (transfer full) (nullable): the new item of that place, and @patient is taken; %NULL when somebody holds one already
 */
MesoPatientItem *
meso_patient_shelf_add (MesoPatientShelf  *self,
                        gint64             place,
                        MesoPatient      **patient)
{
  MesoPatientItem *item;

  if (*patient == NULL || find (self, place) != NULL)
    return NULL;
  item = add_item (self, place);
  meso_patient_item_set_turn (item, self->turn);
  meso_patient_item_set_patient (item, g_steal_pointer (patient));
  return item;
}

/**
 * meso_patient_shelf_put:
 * @self: a shelf
 * @place: a place
 * @patient: (transfer full) (nullable): who was just read there
 *
 * A place may have been left and given to somebody else. What somebody picked must not turn into another person under their
 * hands: the place gets another item then.
 */
void
meso_patient_shelf_put (MesoPatientShelf *self,
                        gint64            place,
                        MesoPatient      *patient)
{
  g_autoptr(MesoPatientItem) item = NULL;
  const MesoPatient *shown;

  g_set_object (&item, find (self, place));
  shown = item != NULL ? meso_patient_item_get_patient (item) : NULL;
  if (patient == NULL)
    return;
  if (item != NULL && (shown == NULL || g_str_equal (shown->id, patient->id)))
    {
      meso_patient_item_set_patient (item, patient);
      return;
    }
  meso_patient_free (patient);
  if (item == NULL)
    return;
  meso_patient_item_leave (item);
  self->replaced (place, self->data);
}

/**
 * meso_patient_shelf_expire:
 * @self: a shelf
 *
 * Reads everything again that somebody holds.
 */
void
meso_patient_shelf_expire (MesoPatientShelf *self)
{
  GHashTableIter iter;
  gpointer item;

  drop_recent (self);
  self->turn++;
  g_array_set_size (self->wanted, 0);
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    want (self, item);
}
