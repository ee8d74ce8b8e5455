/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"
#include "meso-protocol-layer.h"

G_BEGIN_DECLS

typedef enum {
  MESO_RULE_STATE_UNREVIEWED,
  MESO_RULE_STATE_OUTDATED,       /* signed once; it has changed since */
  MESO_RULE_STATE_REVIEWED,
  MESO_RULE_STATE_OFF,
} MesoRuleState;

/**
 * MesoRuleEntry:
 * @in_use: the protocol that the clinic works with
 * @of: the protocol that @rule is of
 * @rule: as it ships, or as the clinic wrote it: its cases are numbered in this order
 *
 * A rule as Preferences shows it: also one that is switched off, with what the clinic made of it. Immutable.
 */
typedef struct
{
  MesoProtocol *in_use;
  MesoProtocol *of;
  const MesoScreeningRule *rule;
} MesoRuleEntry;

/* From any thread. (transfer full) (element-type MesoRuleEntry): what ships, then the clinic's own */
GPtrArray     *meso_rule_entry_list        (MesoClinic *clinic);
/* (transfer full) (nullable) */
MesoRuleEntry *meso_rule_entry_find        (MesoClinic *clinic, const char *id);
MesoRuleEntry *meso_rule_entry_copy        (const MesoRuleEntry *self);
void           meso_rule_entry_free        (MesoRuleEntry *self);

MesoRuleState  meso_rule_entry_get_state   (const MesoRuleEntry *self);
/* In use, and not signed as it is now. */
gboolean       meso_rule_entry_needs_review (const MesoRuleEntry *self);
/* The clinic has it otherwise than it ships, or off. */
gboolean       meso_rule_entry_is_changed  (const MesoRuleEntry *self);
/* number: from 1. What the case gives now; days -1 where none are counted */
MesoOutcome    meso_rule_entry_get_outcome (const MesoRuleEntry *self, guint number, int *days_out);
/* What the case gives as it ships, or as the clinic wrote it. */
MesoOutcome    meso_rule_entry_get_shipped (const MesoRuleEntry *self, guint number, int *days_out);
MesoOutcome    meso_rule_entry_get_strictest (const MesoRuleEntry *self);
/* Whether there is anything that a physician could set otherwise in this case. */
gboolean       meso_rule_entry_may_change  (const MesoRuleEntry *self, guint number);
/* Whether sources disagree about this case, so that the clinic may choose. */
gboolean       meso_rule_entry_is_disputed (const MesoRuleEntry *self, guint number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoRuleEntry, meso_rule_entry_free)

G_END_DECLS
