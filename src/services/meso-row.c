/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-row.h"

struct _MesoRow
{
  GObject parent_instance;

  char *key;
  gpointer value;
  GDestroyNotify value_free;
};

G_DEFINE_FINAL_TYPE (MesoRow, meso_row, G_TYPE_OBJECT)

static void
meso_row_finalize (GObject *object)
{
  MesoRow *self = MESO_ROW (object);

  if (self->value_free != NULL && self->value != NULL)
    self->value_free (self->value);
  g_free (self->key);
  G_OBJECT_CLASS (meso_row_parent_class)->finalize (object);
}

static void
meso_row_class_init (MesoRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = meso_row_finalize;
}

static void
meso_row_init (MesoRow *self)
{
}

/**
 * meso_row_new:
 * @key: all that is shown of it, in one string: where two keys are equal, the row on the screen stays
 * @value: (transfer full) (nullable): what is shown
 * @value_free: (nullable): how @value is freed
 *
 * Returns: (transfer full): a row
 */
MesoRow *
meso_row_new (const char     *key,
              gpointer        value,
              GDestroyNotify  value_free)
{
  MesoRow *self = g_object_new (MESO_TYPE_ROW, NULL);

  self->key = g_strdup (key);
  self->value = value;
  self->value_free = value_free;
  return self;
}

/**
 * meso_row_get_key:
 * @self: a row
 *
 * Returns: (transfer none): what it was made with
 */
const char *
meso_row_get_key (MesoRow *self)
{
  return self->key;
}

/**
 * meso_row_get_value:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it was made with; never changed
 */
gpointer
meso_row_get_value (MesoRow *self)
{
  return self->value;
}
