/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-civil-time.h"
#include "meso-demo-cast.h"
#include "meso-demo-records.h"
#include "meso-demo-world.h"
#include "meso-plan.h"
#include "meso-questionnaire-response.h"
#include "meso-screening-decision.h"
#include "meso-verdict.h"

G_BEGIN_DECLS

typedef enum {
  MESO_DEMO_PHASE_ENTER,
  MESO_DEMO_PHASE_SCREEN,
  MESO_DEMO_PHASE_CLEAR,
  MESO_DEMO_PHASE_PLAN,
  MESO_DEMO_PHASE_SESSION,
  MESO_DEMO_PHASE_OVER,
} MesoDemoPhase;

/**
 * MesoDemoDepth:
 * @MESO_DEMO_DEPTH_SCREENED: it ends with what was decided about the screening
 * @MESO_DEMO_DEPTH_COURSE: a course too
 * @MESO_DEMO_DEPTH_WHOLE: and sheets
 *
 * How much happens in a life.
 */
typedef enum {
  MESO_DEMO_DEPTH_SCREENED,
  MESO_DEMO_DEPTH_COURSE,
  MESO_DEMO_DEPTH_WHOLE,
} MesoDemoDepth;

/**
 * MesoDemoLife:
 * @role: (nullable): for one of the cast
 * @record: (nullable): until it is stored
 * @patient: who it is to a screening: the id once entered, sex and date of birth
 * @allergies: (nullable) (element-type utf8): ingredients; %NULL where nobody asked
 * @always: answers other than no at every screening
 * @due: the day on which something happens next; unset when nothing does
 * @says: answers other than no at the next full screening; (nullable): as chance has it
 * @screening: (nullable): the newest full one, of @screened_on
 * @excluded: (nullable) (element-type utf8): what it takes out of the formula
 * @sessions: (nullable) (element-type MesoPlanSession): the course, of which @at comes next, at @minute
 * @treated_on: day of the newest session
 *
 * Private: one invented patient at the demo clinic, from day to day.
 */
typedef struct
{
  MesoDemoWorld *world;
  const MesoDemoRole *role;
  MesoDemoDepth depth;
  MesoPatientRecord *record;
  MesoPatient *patient;
  GPtrArray *allergies;
  char *always;
  MesoDemoPhase phase;
  MesoCalendarDate due;
  char *says;
  gint64 weight_g;
  char *screening;
  MesoCalendarDate screened_on;
  GPtrArray *excluded;
  GPtrArray *open_rules;        /* findings that wait for a clearance */
  char *plan;
  GPtrArray *sessions;
  guint at;
  int minute;
  char *formula;
  int formula_version;
  int points;
  gint64 volume_ul;
  MesoCalendarDate treated_on;
} MesoDemoLife;

/* first: the day of the first visit. role (nullable) */
MesoDemoLife *meso_demo_life_new  (MesoDemoWorld *world, const MesoDemoRole *role, MesoDemoDepth depth, MesoCalendarDate first);
/* Somebody of the card index, who is screened on that day and has no course; takes what card holds. */
MesoDemoLife *meso_demo_life_new_on_file (MesoDemoWorld *world, MesoDemoCard *card, MesoCalendarDate day);
void          meso_demo_life_free (MesoDemoLife *self);
/* Inside of a unit of work: all that happens on that day. */
gboolean      meso_demo_life_go_on (MesoDemoLife *self, MesoStoreContext *context, MesoCalendarDate day, GError **error);

/* Screens: what is asked on that day, stored. says: answers other than no. */
MesoVerdict  *meso_demo_life_ask  (MesoDemoLife *self, MesoStoreContext *context, MesoForm form, const char *says,
                                   MesoCalendarDate day, char **id_out, GError **error);
/* A physician decides. rule and reason (nullable) */
gboolean      meso_demo_life_decide (MesoDemoLife *self, MesoStoreContext *context, const char *screening, MesoDecisionKind kind,
                                     const char *rule, const char *reason, MesoCalendarDate day, GError **error);
/* (transfer full) (element-type utf8): the rules that want a letter */
GPtrArray    *meso_demo_life_list_clearances (const MesoVerdict *verdict);
/* The letters came. */
gboolean      meso_demo_life_clear (MesoDemoLife *self, MesoStoreContext *context, const char *screening, const GPtrArray *rules,
                                    MesoCalendarDate day, GError **error);
gboolean      meso_demo_life_begin_course (MesoDemoLife *self, MesoStoreContext *context, MesoCalendarDate day, GError **error);
/* The session that comes next is due on that day. */
gboolean      meso_demo_life_come  (MesoDemoLife *self, MesoStoreContext *context, MesoCalendarDate day, GError **error);
gboolean      meso_demo_life_treat (MesoDemoLife *self, MesoStoreContext *context, MesoCalendarDate day, GError **error);
/* The session that comes next is moved there. */
gboolean      meso_demo_life_book  (MesoDemoLife *self, MesoStoreContext *context, MesoCivilTime when, GError **error);
/* The day of the first session, for one of the cast with a course; unset when the content has no such course */
MesoCalendarDate meso_demo_life_find_start (const MesoDemoLife *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoDemoLife, meso_demo_life_free)

G_END_DECLS
