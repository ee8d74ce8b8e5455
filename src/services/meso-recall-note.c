/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-recall-note.h"

#include "meso-audit-body.h"
#include "meso-audit-log.h"

/**
 * meso_recall_note:
 * @context: the unit of work
 * @staff: who did it
 * @action: "read", "print", "release" or "export"
 * @recall: what they saw
 * @path: (nullable): of the file that it was written into
 * @recipient: (nullable): who got it
 * @reason: (nullable): what for
 *
 * Returns: whether it was written into the log
 */
gboolean
meso_recall_note (MesoStoreContext  *context,
                  const char        *staff,
                  const char        *action,
                  const MesoRecall  *recall,
                  const char        *path,
                  const char        *recipient,
                  const char        *reason,
                  GError           **error)
{
  for (guint i = 0; i < recall->lots->len; i++)
    {
      const MesoLot *lot = g_ptr_array_index (recall->lots, i);
      g_autoptr(MesoAuditBody) body = meso_audit_body_new ();

      meso_audit_body_add (body, "number", NULL, lot->number);
      meso_audit_body_add_int (body, "patients", meso_recall_count_patients (recall));
      meso_audit_body_add (body, "file", NULL, path);
      meso_audit_body_add (body, "recipient", NULL, recipient);
      if (!meso_audit_log_append (context, staff, action, "lot", lot->id, reason != NULL ? reason : "", meso_audit_body_get (body), error))
        return FALSE;
    }
  return TRUE;
}
