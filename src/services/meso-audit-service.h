/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"

G_BEGIN_DECLS

/**
 * MesoAuditRow:
 * @staff: name of who did it
 *
 * One line of the audit log, as it is shown.
 */
typedef struct
{
  gint64 seq;
  char *at_utc;
  char *staff;
  char *action;
  char *entity;
  char *entity_id;
  char *reason;
  char *hash;
} MesoAuditRow;

/**
 * MesoAuditReport:
 * @first_bad: number of the first row that is not what was written; 0 when the log holds
 * @problem: (nullable): what is wrong there
 * @head: (nullable): hash of the last row
 *
 * Whether the audit log is whole.
 */
typedef struct
{
  guint64 entries;
  gint64 first_bad;
  char *problem;
  char *head;
} MesoAuditReport;

/* (transfer full) (element-type MesoAuditRow): newest first; limit 0 for all */
GPtrArray       *meso_audit_service_list   (MesoClinic *clinic, guint limit, GError **error);
MesoAuditReport *meso_audit_service_verify (MesoClinic *clinic, GError **error);
void             meso_audit_report_free    (MesoAuditReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoAuditReport, meso_audit_report_free)

G_END_DECLS
