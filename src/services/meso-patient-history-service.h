/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"

G_BEGIN_DECLS

/**
 * MesoFieldChange:
 * @seq: the row of the audit log; changes that were stored together have the same
 * @at_utc: when, @by: the name of who
 * @file_number: of the record that was changed, where several are one person
 * @action: "create", "update", "link" …
 * @field: the field's stable name, "allergies" …; "" for an erased row, whose fields nobody knows any more
 * @old_value: (nullable): %NULL when there was none, @new_value: (nullable): %NULL when there is none any more
 * @reason: "" when none was given
 * @erased: the values were taken away by a legal erasure
 *
 * Who changed what of a record, when, from what.
 */
typedef struct
{
  gint64 seq;
  char *at_utc;
  char *by;
  char *file_number;
  char *action;
  char *field;
  char *old_value;
  char *new_value;
  char *reason;
  gboolean erased;
} MesoFieldChange;

void       meso_field_change_free (MesoFieldChange *self);

/* (transfer full) (element-type MesoFieldChange): newest first. field (nullable): only this one. before: only rows before that
 * seq, 0 from the newest. limit: how many rows of the log at most (all changes of a row come together), 0 for all; the next page
 * begins before the last seq. */
GPtrArray *meso_patient_history_service_list (MesoClinic *clinic, const char *patient, const char *field, gint64 before,
                                              guint limit, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoFieldChange, meso_field_change_free)

G_END_DECLS
