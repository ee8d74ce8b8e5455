/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-store-private.h"

static void
free_change (gpointer data)
{
  MesoStoreChange *change = data;

  g_free (change->id);
  g_free (change);
}

/* now: (transfer full) */
MesoStoreContext *
meso_store_context_new (MesoSqliteConnection *connection, char *now)
{
  MesoStoreContext *self = g_new0 (MesoStoreContext, 1);
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();

  self->connection = connection;
  self->now = now;
  self->zone = g_strdup (g_time_zone_get_identifier (zone));
  self->changes = g_ptr_array_new_with_free_func (free_change);
  self->changed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/**
 * meso_store_context_free:
 * @self: (transfer full): a context whose unit of work has ended
 */
void
meso_store_context_free (MesoStoreContext *self)
{
  g_free (self->now);
  g_free (self->zone);
  g_ptr_array_unref (self->changes);
  g_hash_table_unref (self->changed);
  g_free (self);
}

/**
 * meso_store_context_get_now:
 *
 * Returns: (transfer none): when this unit of work began, UTC, "2026-11-22T08:30:00.000000Z"
 */
const char *
meso_store_context_get_now (MesoStoreContext *self)
{
  return self->now;
}

/**
 * meso_store_context_changed:
 * @what: static text: “patient”, “screening” …
 * @id: which one
 *
 * Told to listeners after the commit, once for each record.
 */
void
meso_store_context_changed (MesoStoreContext *self, const char *what, const char *id)
{
  char *key = g_strconcat (what, " ", id, NULL);
  MesoStoreChange *change;

  if (!g_hash_table_add (self->changed, key))
    return;
  change = g_new0 (MesoStoreChange, 1);
  change->what = what;
  change->id = g_strdup (id);
  g_ptr_array_add (self->changes, change);
}

/* The one sentence for every record that isn't there. */
void
meso_store_context_set_no_record (GError **error, const char *what, const char *id)
{
  g_set_error (error, MESO_STORE_ERROR, MESO_STORE_ERROR_NO_RECORD, "There is no %s “%s”. %s", what, id,
               meso_store_error_get_sentence (MESO_STORE_ERROR_NO_RECORD));
}
