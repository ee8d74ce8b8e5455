/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-store-context.h"

G_BEGIN_DECLS

/* What a merge is besides its link: what it took over, what it brought together, and what became of it. */

/**
 * MesoMergeRow:
 * @duplicate: id of the record that stands for @kept
 * @fields: (element-type MesoMergeFieldRow): what was taken over into @kept
 * @ended_at: (nullable), @ended_by: (nullable), @ended_reason: (nullable): when it was taken back
 */
typedef struct
{
  char *duplicate;
  char *kept;
  GPtrArray *fields;
  char *at;
  char *by;
  char *reason;
  char *ended_at;
  char *ended_by;
  char *ended_reason;
} MesoMergeRow;

/* A field of the kept record: what it said before the merge, and what it took over; "" for nothing. */
typedef struct
{
  char *field;
  char *before;
  char *after;
} MesoMergeFieldRow;

typedef struct
{
  int screenings;
  int plans;
  int plans_open;
  int formulas;
  int sessions;
  int handouts;
} MesoPersonCounts;

void          meso_merge_row_free           (MesoMergeRow *self);

/* Beside the merge of duplicate that holds. */
gboolean      meso_patient_merge_add_field  (MesoStoreContext *context, const char *duplicate, const char *field, const char *before,
                                             const char *after, GError **error);
/* The merge of duplicate that holds; MESO_STORE_ERROR_NO_RECORD when there is none */
MesoMergeRow *meso_patient_merge_get        (MesoStoreContext *context, const char *duplicate, GError **error);
/* (transfer full) (element-type MesoMergeRow): merges of all records of the person, and those taken back that any of them was
 * part of; newest first */
GPtrArray    *meso_patient_merge_list       (MesoStoreContext *context, const char *patient, GError **error);
/* How much is on record about a person. */
gboolean      meso_patient_merge_count      (MesoStoreContext *context, const char *patient, MesoPersonCounts *counts_out, GError **error);
/* How many sessions and screenings of one of two persons rest on something of the other. */
gboolean      meso_patient_merge_count_crossed (MesoStoreContext *context, const char *a, const char *b, int *crossed_out, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoMergeRow, meso_merge_row_free)

G_END_DECLS
