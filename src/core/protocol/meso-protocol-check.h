/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-protocol-reader.h"

G_BEGIN_DECLS

/* What only shows once every document has been read. Faults are added to the reader. */
void     meso_protocol_check             (MesoProtocolReader   *reader,
                                          const MesoXmlElement *root);
void     meso_protocol_check_reference   (MesoProtocolReader   *reader,
                                          gconstpointer         entry,
                                          const char           *kind,
                                          GHashTable           *by_id,
                                          const char           *id);
void     meso_protocol_check_questions   (MesoProtocolReader   *reader);
void     meso_protocol_check_rules       (MesoProtocolReader   *reader);
void     meso_protocol_check_event       (MesoProtocolReader   *reader,
                                          const MesoRuleCase   *rule_case);
void     meso_protocol_check_conditions  (MesoProtocolReader   *reader,
                                          const MesoRuleCase   *rule_case);
void     meso_protocol_check_article     (MesoProtocolReader   *reader,
                                          const MesoXmlElement *root);

/* Whether @ancestor is @question itself, or one of the questions that must be answered before it is asked. */
gboolean meso_protocol_is_asked_after    (const MesoProtocol   *protocol,
                                          const MesoQuestion   *question,
                                          const MesoQuestion   *ancestor);
/* Adds the sexes that @question isn't asked of, because of itself or a parent. */
void     meso_protocol_add_hidden_for    (const MesoProtocol   *protocol,
                                          const MesoQuestion   *question,
                                          gboolean             *male,
                                          gboolean             *female);
/* Whether @condition can only hold when @other holds too. */
gboolean meso_protocol_condition_implies (const MesoCondition  *condition,
                                          const MesoCondition  *other);
/* (transfer none) (nullable): how an earlier case could hide what a later one says */
const char *meso_protocol_find_loosening (const MesoScreeningRule *rule,
                                          const MesoRuleCase      *earlier,
                                          const MesoRuleCase      *later);

G_END_DECLS
