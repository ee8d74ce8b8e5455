/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-protocol.h"

G_BEGIN_DECLS

typedef enum {
  MESO_PROTOCOL_DIFFERENCE_ADDED,
  MESO_PROTOCOL_DIFFERENCE_REMOVED,
  MESO_PROTOCOL_DIFFERENCE_OUTCOME,        /* of a case: other outcome or days */
  MESO_PROTOCOL_DIFFERENCE_WORDS,          /* of a rule, case or question: other texts */
  MESO_PROTOCOL_DIFFERENCE_MEANING,        /* anything else: conditions, types, forms, parents … */
  MESO_PROTOCOL_DIFFERENCE_SWITCHED_OFF,
  MESO_PROTOCOL_DIFFERENCE_SWITCHED_ON,
  MESO_PROTOCOL_DIFFERENCE_REVIEWED,
  MESO_PROTOCOL_DIFFERENCE_UNREVIEWED,
} MesoProtocolDifferenceKind;

typedef enum {
  MESO_PROTOCOL_ENTRY_RULE,
  MESO_PROTOCOL_ENTRY_CASE,
  MESO_PROTOCOL_ENTRY_QUESTION,
  MESO_PROTOCOL_ENTRY_INGREDIENT,
  MESO_PROTOCOL_ENTRY_PAIR,
  MESO_PROTOCOL_ENTRY_PRODUCT,
} MesoProtocolEntry;

typedef enum {
  MESO_PROTOCOL_EFFECT_NONE,
  MESO_PROTOCOL_EFFECT_STRICTER,
  MESO_PROTOCOL_EFFECT_LOOSER,
  MESO_PROTOCOL_EFFECT_UNKNOWN,            /* read it */
} MesoProtocolEffect;

/**
 * MesoProtocolDifference:
 * @id: the rule's, the question's, the ingredient's or the product's; of a pair the id of one of its ingredients
 * @other: (nullable): the id of a pair's other ingredient
 * @field: (nullable): of an ingredient, pair or product that works differently: what of it, by the name of its attribute or element in
 *   the document ("availability", "cap", "severity", "component" …)
 * @old_value: (nullable): what stood there, as the document writes it; %NULL for nothing
 * @new_value: (nullable): the same of the new protocol
 * @n_case: of a case: which one, in the protocol that has it (the new one, where both do), from 1
 * @old_outcome: of a rule or case: what it gave; of a rule the strictest. Nothing for what was added, and for questions
 * @old_days: -1 where no days are counted
 * @old_text: (nullable): the question, the case's or the pair's reason, the ingredient's or the product's name; %NULL for what was added
 * @new_outcome, @new_days, @new_text: the same of the new protocol
 *
 * One thing that is otherwise in a new protocol than in an old one.
 */
typedef struct
{
  MesoProtocolDifferenceKind kind;
  MesoProtocolEntry entry;
  MesoProtocolEffect effect;
  MesoOrigin origin;
  char *id;
  char *other;
  char *field;
  char *old_value;
  char *new_value;
  guint n_case;
  MesoOutcome old_outcome;
  MesoOutcome new_outcome;
  int old_days;
  int new_days;
  MesoLocalText *old_text;
  MesoLocalText *new_text;
} MesoProtocolDifference;

/* (transfer full) (element-type MesoProtocolDifference): what changes: rules, each with its cases, then questions, then
 * ingredients, pairs and products; empty when the two ask and judge alike */
GPtrArray  *meso_protocol_compare                   (const MesoProtocol *before, const MesoProtocol *after);
void        meso_protocol_difference_free           (MesoProtocolDifference *self);
const char *meso_protocol_difference_kind_to_string (MesoProtocolDifferenceKind kind);
const char *meso_protocol_entry_to_string           (MesoProtocolEntry entry);
const char *meso_protocol_effect_to_string          (MesoProtocolEffect effect);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoProtocolDifference, meso_protocol_difference_free)

G_END_DECLS
