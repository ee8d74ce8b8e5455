/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-calendar-date.h"

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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoHandoutIssue, meso_handout_issue_free)

G_END_DECLS
