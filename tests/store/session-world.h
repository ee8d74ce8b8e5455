/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-screening-decision.h"
#include "meso-test-store.h"
#include "meso-test-values.h"
#include "meso-treatment-session.h"

G_BEGIN_DECLS

/* Where sessions are recorded: two patients, each with a plan of four sessions and a formula, on one day. */
typedef struct
{
  MesoTestStore *store;
  MesoProtocol *protocol;
  GPtrArray *documents;
  char *leila;
  char *leilas_plan;
  char *leilas_formula;
  char *karim;
  char *karims_plan;
  char *karims_formula;
} SessionWorld;

#define SESSION_WORLD_DAY ((MesoCalendarDate) { 2026, 11, 22 })

SessionWorld         *session_world_new     (void);
void                  session_world_free    (SessionWorld *self);
/* (transfer full): a formula of that patient's; NULL for the clinic's own */
char                 *session_world_add_formula (SessionWorld *self, const char *patient, gboolean ok);
/* outcome: of the verdict, with one finding "a-rule" of that outcome unless it is suitable. (transfer full): the id */
char                 *session_world_screen  (SessionWorld *self, const char *patient, MesoOutcome outcome);
/* verdict (transfer full): as it is. amends (nullable) */
char                 *session_world_screen_as (SessionWorld *self, const char *patient, MesoVerdict *verdict, const char *amends);
/* decision (transfer full) */
char                 *session_world_decide  (SessionWorld *self, const char *screening, MesoScreeningDecision *decision);
MesoScreeningDecision *session_world_decision (MesoDecisionKind kind, const char *rule);
/* Leila's third session of the plan, on a screening. */
MesoTreatmentSession *session_world_session (SessionWorld *self, const char *screening);
/* Must be stored. amends (nullable). (transfer full): the id */
char                 *session_world_record  (SessionWorld *self, const MesoTreatmentSession *session, const char *amends);
/* Must be refused, for that reason. */
void                  session_world_refuse  (SessionWorld *self, const MesoTreatmentSession *session, const char *amends, const char *why);
MesoTreatmentSession *session_world_get     (SessionWorld *self, const char *id);
/* (transfer full) (element-type MesoTreatmentSession) */
GPtrArray            *session_world_list    (SessionWorld *self, const char *patient);
/* (transfer full) (nullable) */
MesoTreatmentSession *session_world_latest  (SessionWorld *self, const char *patient);
void                  session_world_mark    (SessionWorld *self, const char *id);
void                  session_world_run_sql (SessionWorld *self, const char *sql);
void                  session_world_refuse_sql (SessionWorld *self, const char *sql, const char *why);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SessionWorld, session_world_free)

G_END_DECLS
