/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"
#include "meso-course.h"
#include "meso-formula-version.h"
#include "meso-handout-issue.h"
#include "meso-preparation.h"
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
  MESO_TIMELINE_PREPARATION,
  MESO_TIMELINE_SESSION,
  MESO_TIMELINE_HANDOUT,
} MesoTimelineKind;

/**
 * MesoTimelineFilter:
 * @MESO_TIMELINE_REACTIONS: sessions after which reactions were noted
 * @MESO_TIMELINE_SCREENINGS: with the decisions about them
 * @MESO_TIMELINE_PLANS: with the formulas, and what was prepared of them
 * @MESO_TIMELINE_PAPERS: sheets that were handed out
 *
 * What of a timeline is asked for.
 */
typedef enum {
  MESO_TIMELINE_ALL,
  MESO_TIMELINE_SESSIONS,
  MESO_TIMELINE_REACTIONS,
  MESO_TIMELINE_SCREENINGS,
  MESO_TIMELINE_PLANS,
  MESO_TIMELINE_PAPERS,
  MESO_TIMELINE_FILTERS,
} MesoTimelineFilter;

/**
 * MesoTimelineEntry:
 * @id: the record's id
 * @at_utc: when it was recorded, "2026-11-22T08:30:00.000000Z"
 * @date: the day it is about
 * @by: the name of who recorded it
 * @from_file: (nullable): file number of the merged record that it was written in; %NULL for the patient's own
 * @entered_in_error: (nullable): why it doesn't count
 * @amended: whether a newer entry corrects it
 * @place: of a session among those of its course that are of its kind, as people count; 0 when it belongs to none
 * @screening: (nullable), @decision: (nullable), @course: (nullable), @formula: (nullable), @preparation: (nullable),
 *   @session: (nullable), @handout: (nullable): the record itself, by @kind
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
  char *from_file;
  char *entered_in_error;
  gboolean amended;
  int place;
  MesoScreening *screening;
  MesoScreeningDecision *decision;
  MesoCourse *course;
  MesoFormulaVersion *formula;
  MesoPreparation *preparation;
  MesoTreatmentSession *session;
  MesoHandoutIssue *handout;
} MesoTimelineEntry;

/**
 * MesoTimelinePage:
 * @entries: (element-type MesoTimelineEntry): the newest of what was asked for, newest first
 * @counts: how many there are of each #MesoTimelineFilter on the whole
 *
 * The beginning of a timeline.
 */
typedef struct
{
  GPtrArray *entries;
  guint counts[MESO_TIMELINE_FILTERS];
} MesoTimelinePage;

void              meso_timeline_entry_free       (MesoTimelineEntry *self);
void              meso_timeline_page_free        (MesoTimelinePage *self);
/* patient: an id or a file number; at most limit, 0 for all */
MesoTimelinePage *meso_timeline_service_get_page (MesoClinic *clinic, const char *patient, MesoTimelineFilter filter, guint limit,
                                                  GError **error);
/* (transfer full) (element-type MesoTimelineEntry): newest first; at most limit, 0 for all */
GPtrArray        *meso_timeline_service_list     (MesoClinic *clinic, const char *patient, guint limit, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoTimelineEntry, meso_timeline_entry_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoTimelinePage, meso_timeline_page_free)

G_END_DECLS
