/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-calendar-date.h"
#include "meso-store-context.h"

G_BEGIN_DECLS

/**
 * MesoHandoutIssue:
 * @kind: "before", "aftercare" …
 * @sheet_date: the day the sheet is made out for, @sheet_time "HH:MM" or "" without one
 * @session_plan: (nullable): the plan, and @session_n (0 without) the session it belongs to
 * @pdf: (nullable): the bytes exactly as printed; %NULL in lists
 * @sha256: of @pdf, 64 hexadecimal digits; filled by the store
 *
 * A sheet that was handed out. Never changes.
 */
typedef struct
{
  char *id;
  char *patient;
  char *kind;
  char *language;
  char *paper;
  MesoCalendarDate sheet_date;
  char *sheet_time;
  char *protocol_hash;      /* (nullable) */
  char *formula_id;         /* (nullable) */
  int formula_version;      /* 0 without */
  char *session_plan;
  int session_n;
  int pages;
  GBytes *pdf;
  char *sha256;
  char *issued_at;
  char *issued_by;
} MesoHandoutIssue;

MesoHandoutIssue *meso_handout_issue_new  (void);
void              meso_handout_issue_free (MesoHandoutIssue *self);

/* id, sha256, issued_at and issued_by are filled by the store. (transfer full): the new id */
char             *meso_handout_repository_insert (MesoStoreContext *context, const char *staff, const MesoHandoutIssue *issue, GError **error);
MesoHandoutIssue *meso_handout_repository_get    (MesoStoreContext *context, const char *id, GError **error);
/* (element-type MesoHandoutIssue): newest first, without the bytes */
GPtrArray        *meso_handout_repository_list   (MesoStoreContext *context, const char *patient, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoHandoutIssue, meso_handout_issue_free)

G_END_DECLS
