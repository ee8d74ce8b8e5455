/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-protocol-version.h"

/**
 * meso_protocol_version_free:
 * @self: (transfer full): a version of the clinic's protocol
 */
void
meso_protocol_version_free (MesoProtocolVersion *self)
{
  g_free (self->action);
  g_free (self->author);
  g_free (self->author_name);
  g_free (self->at_utc);
  g_free (self->reason);
  g_free (self->hash);
  g_free (self);
}
