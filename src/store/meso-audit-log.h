/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-store-context.h"

G_BEGIN_DECLS

/**
 * MesoAuditEntry:
 * @staff: id of who did it
 * @action: "create", "update", "decide", "print", "export", "read", "erase", "backup" …
 * @reason: "" when none was due
 * @body: (nullable): old and new values as JSON; %NULL when there are none, or when they were legally erased
 * @hash: 64 hexadecimal digits
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
  char *body;
  gboolean erased;
  char *hash;
} MesoAuditEntry;

void       meso_audit_entry_free (MesoAuditEntry *self);

/* For what no repository writes by itself: reading a record, printing, exporting. body (nullable): JSON */
gboolean   meso_audit_log_append (MesoStoreContext *context, const char *staff, const char *action, const char *entity,
                                  const char *entity_id, const char *reason, const char *body, GError **error);
/* One of many rows: of which record it tells, and its old and new values as JSON; both are borrowed. */
typedef struct
{
  const char *entity_id;
  const char *body;
} MesoAuditNote;

/* (element-type MesoAuditNote): the same thing done to many records */
gboolean   meso_audit_log_append_many (MesoStoreContext *context, const char *staff, const char *action, const char *entity,
                                       const GArray *notes, GError **error);
/* (element-type MesoAuditEntry): newest first. entity and entity_id (nullable) narrow it; limit 0 for all */
GPtrArray *meso_audit_log_list   (MesoStoreContext *context, const char *entity, const char *entity_id, guint limit, GError **error);

/**
 * MesoAuditVerification:
 * @entries: how many rows there are
 * @first_bad: seq of the first row that isn't what was written; 0 when the chain holds
 * @problem: (nullable): what is wrong there, a sentence
 * @head: (nullable): hash of the last row, %NULL for an empty chain
 */
typedef struct
{
  guint64 entries;
  gint64 first_bad;
  char *problem;
  char *head;
} MesoAuditVerification;

void                   meso_audit_verification_free (MesoAuditVerification *self);
/* Walks the whole chain, payloads and the hashes on the receipts of backups too. A broken chain is no error: it is told
 * in the result. */
MesoAuditVerification *meso_audit_log_verify (MesoStoreContext *context, GError **error);
/* A legal erasure: takes the old and new values of one row away for good; the row and the chain stay. */
gboolean               meso_audit_log_erase  (MesoStoreContext *context, const char *staff, gint64 seq, const char *reason, GError **error);
/* The same with the reason that somebody wrote, of a row that has either. The row keeps the hash it was written with. */
gboolean               meso_audit_log_erase_row (MesoStoreContext *context, const char *staff, gint64 seq, const char *reason, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoAuditEntry, meso_audit_entry_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoAuditVerification, meso_audit_verification_free)

G_END_DECLS
