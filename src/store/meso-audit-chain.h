/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-audit-log.h"
#include "sqlite/meso-sqlite-connection.h"

G_BEGIN_DECLS

/* Private: the hashes of the audit. */

/* What the first row has for its predecessor's hash. */
#define MESO_AUDIT_CHAIN_START "0000000000000000000000000000000000000000000000000000000000000000"

/* What stands where a reason was taken away. */
#define MESO_AUDIT_ERASED_REASON "[erased]"

typedef struct
{
  gint64 seq;
  const char *at_utc;
  const char *staff;
  const char *action;
  const char *entity;
  const char *entity_id;
  const char *reason;
  const char *payload_digest;
  const char *prev;
} MesoAuditRow;

/* (transfer full): SHA-256 over the predecessor's hash and all columns, each as its length, a colon, its bytes, a comma: so
 * that no two rows are spelled alike */
char *meso_audit_chain_hash   (const MesoAuditRow *row);
/* (transfer full): SHA-256 (salt ‖ body) */
char *meso_audit_chain_digest (GBytes *salt, const char *body);
MesoAuditVerification *meso_audit_chain_verify (MesoSqliteConnection *connection, GError **error);

G_END_DECLS
