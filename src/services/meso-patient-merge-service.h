/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"
#include "meso-patient-twin.h"

G_BEGIN_DECLS

/**
 * MesoMergeField:
 * @name: the field's stable name, as in the audit log: "given_name", "phone" …
 * @kept: what the record that is kept says, @duplicate: what the other says; as they are stored, "" for nothing
 *
 * A field that the two records differ in. Any of them may be taken over into the kept record.
 */
typedef struct
{
  char *name;
  char *kept;
  char *duplicate;
} MesoMergeField;

/**
 * MesoMergeCounts:
 *
 * How much is on record, with what was merged into it before.
 */
typedef struct
{
  int screenings;
  int plans;
  int formulas;
  int sessions;
  int handouts;
} MesoMergeCounts;

/**
 * MesoMergePreview:
 * @fields: (element-type MesoMergeField): those that differ, in the order of a record
 * @both_on_course: whether both have a course that isn't over: it shows as two courses of one person
 *
 * What a merge would bring together.
 */
typedef struct
{
  MesoPatient *kept;
  MesoPatient *duplicate;
  MesoPatientTwin twin;
  GPtrArray *fields;
  MesoMergeCounts kept_counts;
  MesoMergeCounts duplicate_counts;
  gboolean both_on_course;
} MesoMergePreview;

/**
 * MesoMerge:
 * @duplicate: the record that stands for the other now, @kept: that other
 * @fields: (array zero-terminated=1): the names of the fields that were taken over into @kept
 * @at_utc: when, @by: the name of who, @reason: why
 * @ended_at: (nullable): when it was taken back, with @ended_by and @ended_reason; %NULL while it holds
 *
 * A merge, as it is on file.
 */
typedef struct
{
  MesoPatient *duplicate;
  MesoPatient *kept;
  GStrv fields;
  char *at_utc;
  char *by;
  char *reason;
  char *ended_at;
  char *ended_by;
  char *ended_reason;
} MesoMerge;

/**
 * MesoUnmerge:
 * @kept: the record that was kept, as it is now, and @duplicate, which stands for itself again
 * @given_back: (array zero-terminated=1): fields that have their old values again
 * @left: (array zero-terminated=1): fields that were changed after the merge: they stay as they are
 * @crossed: how many sessions and screenings of one record rest on something of the other: they stay where they are
 *
 * What taking a merge back did.
 */
typedef struct
{
  MesoPatient *kept;
  MesoPatient *duplicate;
  GStrv given_back;
  GStrv left;
  int crossed;
} MesoUnmerge;

void              meso_merge_preview_free (MesoMergePreview *self);
void              meso_merge_free         (MesoMerge *self);
void              meso_unmerge_free       (MesoUnmerge *self);

/* All records: an id or a file number. kept is followed through merges, duplicate isn't. Refused (MESO_SERVICES_ERROR_REFUSED)
 * when they are one person already, a woman and a man, or erased. */
MesoMergePreview *meso_patient_merge_service_preview (MesoClinic *clinic, const char *duplicate, const char *kept, GError **error);
/* fields (nullable): names of the fields to take over from the duplicate; reason: not empty. (transfer full): the kept record */
MesoPatient      *meso_patient_merge_service_merge   (MesoClinic *clinic, const char *duplicate, const char *kept,
                                                      const char *const *fields, const char *reason, GError **error);
MesoUnmerge      *meso_patient_merge_service_unmerge (MesoClinic *clinic, const char *duplicate, const char *reason, GError **error);
/* (transfer full) (element-type MesoMerge): those that hold and those taken back, of all records of the person, newest first */
GPtrArray        *meso_patient_merge_service_list    (MesoClinic *clinic, const char *patient, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoMergePreview, meso_merge_preview_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoMerge, meso_merge_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoUnmerge, meso_unmerge_free)

G_END_DECLS
