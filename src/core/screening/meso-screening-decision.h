/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-calendar-date.h"
#include "meso-clearance-file.h"

G_BEGIN_DECLS

/* How long a clearance holds that names no last day of its own. */
#define MESO_CLEARANCE_VALID_MONTHS 12

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
 * @clearance_file: (nullable): its scan; as it comes from the store without its bytes
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
  MesoClearanceFile *clearance_file;
  char *decided_by;
  char *decided_at;
} MesoScreeningDecision;

MesoScreeningDecision *meso_screening_decision_new  (void);
void                   meso_screening_decision_free (MesoScreeningDecision *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoScreeningDecision, meso_screening_decision_free)

G_END_DECLS
