/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-verdict.h"

G_BEGIN_DECLS

typedef enum {
  MESO_PROTOCOL_EDIT_CHANGE,       /* a case gets @outcome and @days */
  MESO_PROTOCOL_EDIT_RESTORE,      /* a case as it ships again */
  MESO_PROTOCOL_EDIT_SWITCH_OFF,
  MESO_PROTOCOL_EDIT_SWITCH_ON,
  MESO_PROTOCOL_EDIT_REMOVE,       /* one of the clinic's own questions or rules */
} MesoProtocolEditKind;

/**
 * MesoProtocolEdit:
 * @id: a rule's id; for a removal a question's too
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
  guint n_case;
  MesoOutcome outcome;
  int days;
  char *why;
} MesoProtocolEdit;

MesoProtocolEdit *meso_protocol_edit_new_change     (const char *rule, guint n_case, MesoOutcome outcome, int days, const char *why);
MesoProtocolEdit *meso_protocol_edit_new_restore    (const char *rule, guint n_case);
MesoProtocolEdit *meso_protocol_edit_new_switch_off (const char *rule, const char *why);
MesoProtocolEdit *meso_protocol_edit_new_switch_on  (const char *rule);
MesoProtocolEdit *meso_protocol_edit_new_remove     (const char *id);
void              meso_protocol_edit_free           (MesoProtocolEdit *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoProtocolEdit, meso_protocol_edit_free)

G_END_DECLS
