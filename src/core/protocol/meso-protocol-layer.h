/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-protocol.h"

G_BEGIN_DECLS

/**
 * MesoProtocolChange:
 * @rule: the rule's id
 * @n_case: which of its cases, as it ships, from 1
 * @days: -1 where no days are counted, as @shipped_days
 * @why: what the clinic says about it
 *
 * One case of a rule that the clinic has set otherwise than it ships.
 */
typedef struct
{
  char *rule;
  guint n_case;
  MesoOutcome shipped_outcome;
  int shipped_days;
  MesoOutcome outcome;
  int days;
  char *why;
} MesoProtocolChange;

/**
 * MesoProtocolReview:
 * @by: the physician's name
 * @on: ISO date
 * @current: whether the rule is still what was signed; only then it counts as reviewed
 *
 * A physician's signature under one rule.
 */
typedef struct
{
  char *rule;
  char *by;
  char *on;
  gboolean current;
} MesoProtocolReview;

/* What the clinic's own document did to what ships; without one there is nothing of it.
 * (transfer none) (nullable): n_case is that of the rule as it ships */
const MesoProtocolChange *meso_protocol_lookup_change     (const MesoProtocol *self, const char *rule, guint n_case);
const MesoProtocolReview *meso_protocol_lookup_review     (const MesoProtocol *self, const char *rule);
/* (transfer none) (nullable): why the clinic has switched the rule off; NULL when it is on */
const char               *meso_protocol_get_off_reason    (const MesoProtocol *self, const char *rule);
/* (transfer none) (element-type MesoScreeningRule): the rules that are off; get_rules () has the others */
const GPtrArray          *meso_protocol_get_switched_off  (const MesoProtocol *self);

/* What a clinic may do: rule and rule_case as they ship. */
gboolean meso_protocol_may_switch_off  (const MesoScreeningRule *rule);
gboolean meso_protocol_may_set_outcome (const MesoScreeningRule *rule, const MesoRuleCase *rule_case, MesoOutcome outcome);
/* FALSE when no days are counted; both ends may be set */
gboolean meso_protocol_get_days_range  (const MesoScreeningRule *rule, const MesoRuleCase *rule_case, int *from, int *to);

G_END_DECLS
