/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-provenance.h"

/**
 * meso_provenance_clear:
 * @self: where an entry comes from
 *
 * Frees what @self holds, not @self, which is embedded in its entry.
 */
void
meso_provenance_clear (MesoProvenance *self)
{
  g_clear_pointer (&self->source, g_free);
  g_clear_pointer (&self->grade, g_free);
}

/**
 * meso_origin_to_string:
 * @origin: an origin
 *
 * Returns: (transfer none): "article", "research" or "clinic"
 */
const char *
meso_origin_to_string (MesoOrigin origin)
{
  switch (origin)
    {
    case MESO_ORIGIN_ARTICLE:
      return "article";
    case MESO_ORIGIN_RESEARCH:
      return "research";
    case MESO_ORIGIN_CLINIC:
      return "clinic";
    default:
      g_return_val_if_reached ("clinic");
    }
}
