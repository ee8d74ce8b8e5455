/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-entered-in-error.h"

#include "meso-audit-log.h"
#include "meso-store-private.h"

/* reason: why, not empty. */
gboolean
meso_entered_in_error_mark (MesoStoreContext *context, const char *staff, const char *entity, const char *id, const char *reason,
                            GError **error)
{
  meso_store_context_changed (context, entity, id);
  return meso_store_context_execute (context, error,
           "INSERT INTO entered_in_error (entity, entity_id, reason, marked_at, marked_zone, marked_by)"
           " VALUES ($1, $2, $3, $4, $5, $6)",
           T (entity), T (id), T (reason), T (context->now), T (context->zone), T (staff))
         && meso_audit_log_append (context, staff, "entered-in-error", entity, id, reason, NULL, error);
}
