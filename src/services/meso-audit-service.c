/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-audit-service.h"

#include "meso-audit-log.h"
#include "meso-clinic-private.h"
#include "meso-staff-names.h"

static void
audit_row_free (gpointer data)
{
  MesoAuditRow *self = data;

  g_free (self->at_utc);
  g_free (self->staff);
  g_free (self->action);
  g_free (self->entity);
  g_free (self->entity_id);
  g_free (self->reason);
  g_free (self->hash);
  g_free (self);
}

/**
 * meso_audit_report_free:
 * @self: (transfer full) (nullable): what was found
 */
void
meso_audit_report_free (MesoAuditReport *self)
{
  if (self == NULL)
    return;
  g_free (self->problem);
  g_free (self->head);
  g_free (self);
}

typedef struct
{
  guint limit;
  GPtrArray *rows;
} ListWork;

static MesoAuditRow *
audit_row_new (const MesoAuditEntry *entry,
               GHashTable           *names)
{
  MesoAuditRow *row = g_new0 (MesoAuditRow, 1);

  row->seq = entry->seq;
  row->at_utc = g_strdup (entry->at_utc);
  row->staff = meso_staff_names_dup (names, entry->staff);
  row->action = g_strdup (entry->action);
  row->entity = g_strdup (entry->entity);
  row->entity_id = g_strdup (entry->entity_id);
  row->reason = g_strdup (entry->reason);
  row->hash = g_strdup (entry->hash);
  return row;
}

static gboolean
list (MesoStoreContext  *context,
      gpointer           data,
      GError           **error)
{
  ListWork *work = data;
  g_autoptr(GHashTable) names = meso_staff_names_load (context, error);
  g_autoptr(GPtrArray) entries = NULL;

  if (names == NULL)
    return FALSE;
  entries = meso_audit_log_list (context, NULL, NULL, work->limit, error);
  if (entries == NULL)
    return FALSE;
  work->rows = g_ptr_array_new_with_free_func (audit_row_free);
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (work->rows, audit_row_new (g_ptr_array_index (entries, i), names));
  return TRUE;
}

/**
 * meso_audit_service_list:
 * @clinic: a clinic
 * @limit: at most so many, 0 for all
 *
 * Returns: (transfer full) (element-type MesoAuditRow): the log, newest first; %NULL when the file can't be read
 */
GPtrArray *
meso_audit_service_list (MesoClinic  *clinic,
                         guint        limit,
                         GError     **error)
{
  ListWork work = { .limit = limit };

  return meso_clinic_run (clinic, MESO_STORE_READ, list, &work, error) ? work.rows : NULL;
}

static gboolean
verify (MesoStoreContext  *context,
        gpointer           data,
        GError           **error)
{
  MesoAuditReport *report = data;
  g_autoptr(MesoAuditVerification) verification = meso_audit_log_verify (context, error);

  if (verification == NULL)
    return FALSE;
  report->entries = verification->entries;
  report->first_bad = verification->first_bad;
  report->problem = g_strdup (verification->problem);
  report->head = g_strdup (verification->head);
  return TRUE;
}

/**
 * meso_audit_service_verify:
 *
 * Walks the whole audit log. A log that doesn't hold is no error: the report says so.
 *
 * Returns: (transfer full): the report, or %NULL
 */
MesoAuditReport *
meso_audit_service_verify (MesoClinic  *clinic,
                           GError     **error)
{
  g_autoptr(MesoAuditReport) report = g_new0 (MesoAuditReport, 1);

  return meso_clinic_run (clinic, MESO_STORE_READ, verify, report, error) ? g_steal_pointer (&report) : NULL;
}
