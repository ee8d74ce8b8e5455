/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-course.h"
#include "meso-formula-version.h"
#include "meso-handout-context.h"
#include "meso-handout-issue.h"
#include "meso-lot.h"
#include "meso-patient-record.h"
#include "meso-preparation.h"
#include "meso-screening-decision.h"
#include "meso-screening.h"
#include "meso-treatment-session.h"

G_BEGIN_DECLS

/* The clinic's day of a stored moment, which only the layers above know. */
typedef MesoCalendarDate (*MesoRecordDay) (const char *at_utc);

/**
 * MesoRecordContents:
 * @context: language, letterhead, name and file number, when it is printed, and whether this is the demo clinic
 * @other_files: (element-type utf8): file numbers of records that were merged into this one
 * @screenings: (element-type MesoScreening), @decisions (element-type MesoScreeningDecision), @courses (element-type MesoCourse),
 *   @formulas (element-type MesoFormulaVersion), @preparations (element-type MesoPreparation), @sessions (element-type
 *   MesoTreatmentSession), @handouts (element-type MesoHandoutIssue): newest first, with those that count no more
 * @lots: (element-type MesoLot): that @preparations drew from
 * @staff: (element-type utf8 utf8): id → name
 * @released_to: "" when it isn't given to anyone, with @released_why
 * @day_of: how a moment becomes a day
 *
 * All that a clinic knows of one person.
 */
typedef struct
{
  MesoHandoutContext *context;
  MesoPatientRecord *record;
  GPtrArray *other_files;
  GPtrArray *screenings;
  GPtrArray *decisions;
  GPtrArray *courses;
  GPtrArray *formulas;
  GPtrArray *preparations;
  GPtrArray *lots;
  GPtrArray *sessions;
  GPtrArray *handouts;
  GHashTable *staff;
  char *released_to;
  char *released_why;
  MesoRecordDay day_of;
} MesoRecordContents;

/* record (transfer full). Everything else is empty, and the caller's to fill. */
MesoRecordContents *meso_record_contents_new      (MesoPatientRecord *record, MesoRecordDay day_of);
void                meso_record_contents_free     (MesoRecordContents *self);
/* (transfer none): the name of a member of staff; the id of somebody unknown */
const char         *meso_record_contents_get_name (const MesoRecordContents *self, const char *staff);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoRecordContents, meso_record_contents_free)

G_END_DECLS
