/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>
#include "meso-calendar-date.h"
#include "meso-local-text.h"
#include "meso-outcome.h"

G_BEGIN_DECLS

/**
 * MesoFinding:
 * @until: first allowed day of a defer; unset when it has no date yet, and for other outcomes
 * @ingredient: (nullable): the ingredient that an `exclude` takes out
 * @suspends: on the day of a session it suspends the course until a physician closes it
 */
typedef struct
{
  char *rule;
  MesoOutcome outcome;
  MesoCalendarDate until;
  char *ingredient;
  MesoLocalText *reason;
  MesoLocalText *advice;
  char *source;
  gboolean overridable;
  gboolean suspends;
} MesoFinding;

typedef enum {
  MESO_MISSING_NOT_ASKED,
  MESO_MISSING_UNKNOWN,
  MESO_MISSING_CONTRADICTION,   /* question is "sex" */
} MesoMissingWhy;

const char *meso_missing_why_to_string (MesoMissingWhy why);          /* "not-asked", "unknown", "contradiction" */

typedef struct
{
  char *question;               /* a question's id, or "sex", or "birth-date" */
  MesoMissingWhy why;
} MesoMissing;

/**
 * MesoVerdict:
 * @until: the latest of the defers' days; unset when any of them has none, or the outcome isn't defer
 * @findings: (element-type MesoFinding): strictest first, then in the protocol's order
 * @excluded_ingredients: (element-type utf8): sorted, each once
 * @missing: (element-type MesoMissing): in the form's order
 * @cleared: (element-type utf8): ids of answers that were not obeyed, in the form's order
 * @indications: (element-type utf8): ids of the indication questions answered yes
 * @protocol_version: the protocol's version, and @protocol_hash its SHA-256 in hexadecimal
 *
 * What a screening concluded. An immutable value once the engine has returned it; never rewritten.
 */
typedef struct
{
  MesoOutcome outcome;
  MesoCalendarDate date;
  MesoCalendarDate until;
  GPtrArray *findings;
  GPtrArray *excluded_ingredients;
  GPtrArray *missing;
  GPtrArray *cleared;
  GPtrArray *indications;
  char *protocol_version;
  char *protocol_hash;
  gboolean protocol_reviewed;
} MesoVerdict;

MesoVerdict *meso_verdict_new  (void);
void         meso_verdict_free (MesoVerdict *self);
MesoFinding *meso_finding_new  (void);
void         meso_finding_free (MesoFinding *self);
MesoMissing *meso_missing_new  (const char *question, MesoMissingWhy why);
void         meso_missing_free (MesoMissing *self);
/* (nullable) (transfer full): what differs first, naming the rule's id; NULL when both conclude the same */
char        *meso_verdict_describe_difference (const MesoVerdict *stored, const MesoVerdict *again);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoVerdict, meso_verdict_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoFinding, meso_finding_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoMissing, meso_missing_free)

G_END_DECLS
