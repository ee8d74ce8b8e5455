/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-import-twin.h"

/**
 * meso_import_twin_free:
 * @self: (transfer full) (nullable): two that are likely one person
 */
void
meso_import_twin_free (MesoImportTwin *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->patient);
  g_free (self->file_number);
  g_free (self->other_name);
  g_free (self);
}
