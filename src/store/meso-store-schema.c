/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-store-schema.h"

#include "meso-store-resources.h"

/* In order; entry n brings a file to version n + 1. */
static const char *const names[] = {
  "0001-initial",
  "0002-sessions",
  "0003-patient-record",
  "0004-patient-order",
  "0005-patient-twins",
  "0006-protocol",
  "0007-reactions-and-suspension",
  "0008-stock",
  "0009-clearance-document",
};

static MesoSqliteMigration migrations[G_N_ELEMENTS (names) + 1];

static gpointer
load_migrations (gpointer unused)
{
  GResource *resource;

  /* Registered by hand: a static library's resources would not be there by themselves. */
  meso_store_register_resource ();
  resource = meso_store_get_resource ();
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strdup_printf ("/org/example/MesoClinic/migrations/%s.sql", names[i]);

      migrations[i].name = names[i];
      migrations[i].sql = g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      g_assert (migrations[i].sql != NULL);
    }
  return migrations;
}

/**
 * meso_store_schema_get_migrations:
 *
 * Returns: (transfer none) (array zero-terminated=1): all there ever were; entry n brings a file to version n + 1
 */
const MesoSqliteMigration *
meso_store_schema_get_migrations (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load_migrations, NULL);
}

int
meso_store_schema_get_version (void)
{
  return (int) G_N_ELEMENTS (names);
}
