/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-questionnaire-response.h"
#include "meso-store-context.h"
#include "meso-verdict.h"

G_BEGIN_DECLS

/**
 * MesoScreening:
 * @date: the day the answers are about (also the verdict's date); @recorded_at is when they were stored: a late
 *   entry carries both
 * @amends: (nullable): the screening this one corrects, with @reason
 * @entered_in_error: the reason when someone marked it so; %NULL otherwise
 *
 * A stored screening. Signed when stored: it never changes.
 */
typedef struct
{
  char *id;
  char *patient;
  MesoCalendarDate date;
  char *recorded_at;
  char *recorded_by;
  char *amends;
  char *reason;
  char *entered_in_error;
  MesoQuestionnaireResponse *response;
  MesoVerdict *verdict;
} MesoScreening;

void meso_screening_free (MesoScreening *self);

typedef enum {
  MESO_DECISION_SIGN,        /* a suitable verdict is signed off; a caution too, with a reason */
  MESO_DECISION_OVERRIDE,    /* a physician goes on although; needs a reason; never for block or incomplete */
  MESO_DECISION_CLEARANCE,   /* another physician's written clearance is on file */
  MESO_DECISION_WAIT,        /* not now */
} MesoDecisionKind;

const char *meso_decision_kind_to_string   (MesoDecisionKind kind);   /* "sign", "override", "clearance", "wait" */
gboolean    meso_decision_kind_from_string (const char *text, MesoDecisionKind *kind_out);

/**
 * MesoScreeningDecision:
 * @rule: (nullable): the finding it is about; %NULL for the whole verdict
 * @clearance_from: who cleared, @clearance_document what the paper is, @clearance_date and @clearance_expires its
 *   days: for a clearance only, else %NULL and unset
 *
 * What a physician decided about a verdict: a row of its own, signed, never changed.
 */
typedef struct
{
  char *id;
  char *screening;
  MesoDecisionKind kind;
  char *rule;
  char *reason;
  char *clearance_from;
  char *clearance_document;
  MesoCalendarDate clearance_date;
  MesoCalendarDate clearance_expires;
  char *decided_by;
  char *decided_at;
} MesoScreeningDecision;

MesoScreeningDecision *meso_screening_decision_new  (void);
void                   meso_screening_decision_free (MesoScreeningDecision *self);

/* The protocol must be in the archive (meso-protocol-archive-repository.h). amends (nullable): corrects that one, and
 * reason is due. (transfer full): the new id */
char          *meso_screening_repository_insert (MesoStoreContext                *context,
                                                 const char                      *staff,
                                                 const char                      *patient,
                                                 const MesoQuestionnaireResponse *response,
                                                 const MesoVerdict               *verdict,
                                                 const char                      *amends,
                                                 const char                      *reason,
                                                 GError                         **error);
MesoScreening *meso_screening_repository_get    (MesoStoreContext *context, const char *id, GError **error);
/* (element-type MesoScreening): newest first, with those entered in error */
GPtrArray     *meso_screening_repository_list   (MesoStoreContext *context, const char *patient, GError **error);
/* (nullable): the newest by date that is neither amended nor entered in error; NULL without error when there is none */
MesoScreening *meso_screening_repository_latest (MesoStoreContext *context, const char *patient, GError **error);
/* (element-type utf8): every screening there is, oldest first: what a replay walks */
GPtrArray     *meso_screening_repository_list_ids (MesoStoreContext *context, GError **error);

/* staff signs; id, decided_by and decided_at are filled by the store. (transfer full): the new id */
char          *meso_screening_repository_decide (MesoStoreContext *context, const char *staff, const MesoScreeningDecision *decision, GError **error);
/* (element-type MesoScreeningDecision): oldest first */
GPtrArray     *meso_screening_repository_list_decisions (MesoStoreContext *context, const char *screening, GError **error);
gboolean       meso_screening_repository_mark_entered_in_error (MesoStoreContext *context, const char *staff, const char *id,
                                                                const char *reason, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoScreening, meso_screening_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoScreeningDecision, meso_screening_decision_free)

G_END_DECLS
