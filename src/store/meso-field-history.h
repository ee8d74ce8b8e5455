/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-store-context.h"

G_BEGIN_DECLS

/**
 * MesoFieldChangeRow:
 * @record: id of the record that was changed
 * @field: "" for an erased row
 * @old_value: (nullable), @new_value: (nullable)
 *
 * One field of one row of the audit.
 */
typedef struct
{
  gint64 seq;
  char *at_utc;
  char *staff;
  char *record;
  char *action;
  char *field;
  char *old_value;
  char *new_value;
  char *reason;
  gboolean erased;
} MesoFieldChangeRow;

/* (transfer full) (element-type MesoFieldChangeRow): what was changed in all records of a person, newest first. field (nullable):
 * only that, and rows that nobody knows the fields of any more; before: only rows before that seq, 0 for all; limit: so many rows of
 * the audit, 0 for all */
GPtrArray *meso_field_history_list (MesoStoreContext *context, const char *patient, const char *field, gint64 before, guint limit,
                                    GError **error);

G_END_DECLS
