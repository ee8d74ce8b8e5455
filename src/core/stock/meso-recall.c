/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-recall.h"

/**
 * meso_recall_new:
 *
 * Returns: (transfer full): a recall of nothing yet
 */
MesoRecall *
meso_recall_new (void)
{
  MesoRecall *self = g_new0 (MesoRecall, 1);

  self->lots = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_lot_free);
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_recall_entry_free);
  return self;
}

/**
 * meso_recall_free:
 * @self: (transfer full) (nullable): a recall
 */
void
meso_recall_free (MesoRecall *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->lots);
  g_ptr_array_unref (self->entries);
  g_free (self);
}

/**
 * meso_recall_count_patients:
 *
 * Returns: how many persons the entries are about, each counted once over all records that are theirs
 */
guint
meso_recall_count_patients (const MesoRecall *self)
{
  g_autoptr(GHashTable) persons = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->entries->len; i++)
    g_hash_table_add (persons, ((MesoRecallEntry *) g_ptr_array_index (self->entries, i))->person);
  return g_hash_table_size (persons);
}
