/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-outcome.h"
#include "meso-xml.h"

G_BEGIN_DECLS

typedef enum {
  MESO_PROTOCOL_EDIT_CHANGE,       /* a case gets @outcome and @days */
  MESO_PROTOCOL_EDIT_RESTORE,      /* a case as it ships again */
  MESO_PROTOCOL_EDIT_SWITCH_OFF,
  MESO_PROTOCOL_EDIT_SWITCH_ON,
  MESO_PROTOCOL_EDIT_WITHDRAW,     /* a rule's signature goes */
  MESO_PROTOCOL_EDIT_REMOVE,       /* one of the clinic's own questions, rules, ingredients or products */
  MESO_PROTOCOL_EDIT_PUT,          /* an @entry of the clinic's own, in place of the same one before */
  MESO_PROTOCOL_EDIT_RESET_INGREDIENT, /* as it ships again */
  MESO_PROTOCOL_EDIT_RESET_PAIR,       /* as it ships again, were it without data */
} MesoProtocolEditKind;

/**
 * MesoProtocolEdit:
 * @id: a rule's id; for a removal a question's, ingredient's or product's; for a pair one of its ingredients
 * @other: (nullable): the other ingredient of a pair
 * @entry: (nullable): what is put; meso-formulary-edit.h makes it
 * @n_case: which case of the rule as it ships, from 1
 * @days: -1 leaves them as they ship
 * @why: (nullable): said of a change and of switching off
 *
 * One thing that a physician wants otherwise in the clinic's protocol.
 */
typedef struct
{
  MesoProtocolEditKind kind;
  char *id;
  char *other;
  guint n_case;
  MesoOutcome outcome;
  int days;
  char *why;
  MesoXmlElement *entry;
} MesoProtocolEdit;

MesoProtocolEdit *meso_protocol_edit_new_change     (const char *rule, guint n_case, MesoOutcome outcome, int days, const char *why);
MesoProtocolEdit *meso_protocol_edit_new_restore    (const char *rule, guint n_case);
MesoProtocolEdit *meso_protocol_edit_new_switch_off (const char *rule, const char *why);
MesoProtocolEdit *meso_protocol_edit_new_switch_on  (const char *rule);
MesoProtocolEdit *meso_protocol_edit_new_withdraw   (const char *rule);
MesoProtocolEdit *meso_protocol_edit_new_remove     (const char *id);
/* entry: (transfer full): an <ingredient>, <product>, <pair> or <adjust> */
MesoProtocolEdit *meso_protocol_edit_new_put        (MesoXmlElement *entry);
MesoProtocolEdit *meso_protocol_edit_new_reset_ingredient (const char *ingredient);
MesoProtocolEdit *meso_protocol_edit_new_reset_pair (const char *a, const char *b);
MesoProtocolEdit *meso_protocol_edit_copy           (const MesoProtocolEdit *self);
/* The reason of one that is to give it */
void              meso_protocol_edit_set_why        (MesoProtocolEdit *self, const char *why);
void              meso_protocol_edit_free           (MesoProtocolEdit *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoProtocolEdit, meso_protocol_edit_free)

G_END_DECLS
