/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"
#include "meso-course.h"
#include "meso-formula-version.h"
#include "meso-handout-issue.h"
#include "meso-screening-decision.h"
#include "meso-screening.h"
#include "meso-treatment-session.h"

G_BEGIN_DECLS

typedef enum {
  MESO_TIMELINE_REGISTERED,
  MESO_TIMELINE_SCREENING,
  MESO_TIMELINE_DECISION,
  MESO_TIMELINE_PLAN,
  MESO_TIMELINE_FORMULA,
  MESO_TIMELINE_SESSION,
  MESO_TIMELINE_HANDOUT,
} MesoTimelineKind;

/**
 * MesoTimelineEntry:
 * @id: the record's id
 * @at_utc: when it was recorded, "2026-11-22T08:30:00.000000Z"
 * @date: the day it is about
 * @by: the name of who recorded it
 * @entered_in_error: (nullable): why it doesn't count
 * @amended: whether a newer entry corrects it
 * @screening: (nullable), @decision: (nullable), @course: (nullable), @formula: (nullable), @session: (nullable),
 *   @handout: (nullable): the record itself, by @kind
 *
 * One thing that happened, as it stands in a patient's record.
 */
typedef struct
{
  MesoTimelineKind kind;
  char *id;
  char *at_utc;
  MesoCalendarDate date;
  char *by;
  char *entered_in_error;
  gboolean amended;
  MesoScreening *screening;
  MesoScreeningDecision *decision;
  MesoCourse *course;
  MesoFormulaVersion *formula;
  MesoTreatmentSession *session;
  MesoHandoutIssue *handout;
} MesoTimelineEntry;

void       meso_timeline_entry_free (MesoTimelineEntry *self);
/* (transfer full) (element-type MesoTimelineEntry): newest first; at most limit, 0 for all */
GPtrArray *meso_timeline_service_list (MesoClinic *clinic, const char *patient, guint limit, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoTimelineEntry, meso_timeline_entry_free)

G_END_DECLS
