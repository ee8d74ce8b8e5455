/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-protocol.h"
#include "meso-screening-decision.h"
#include "meso-screening.h"

G_BEGIN_DECLS

/**
 * MesoScreeningAccount:
 * @decisions: (element-type MesoScreeningDecision): about it, oldest first
 * @staff: (nullable) (element-type utf8 utf8): id → name
 * @judged_by: (nullable): the content that it was judged by; without it, the content that is at work knows the questions
 * @amended: whether a later screening corrects it
 * @recorded_on: the clinic's day on which it was stored
 * @decided_on: (element-type MesoCalendarDate): the clinic's day of each decision
 *
 * A stored screening with all that its sheet tells.
 */
typedef struct
{
  MesoScreening *screening;
  GPtrArray *decisions;
  GHashTable *staff;
  MesoProtocol *judged_by;
  gboolean amended;
  MesoCalendarDate recorded_on;
  GArray *decided_on;
} MesoScreeningAccount;

/* screening (transfer full). Everything else is empty, and the caller's to fill. */
MesoScreeningAccount *meso_screening_account_new          (MesoScreening *screening);
void                  meso_screening_account_free         (MesoScreeningAccount *self);
/* (transfer full) decision */
void                  meso_screening_account_add_decision (MesoScreeningAccount *self, MesoScreeningDecision *decision,
                                                           MesoCalendarDate decided_on);
/* (transfer none): the name of a member of staff; the id of somebody unknown */
const char           *meso_screening_account_get_name     (const MesoScreeningAccount *self, const char *staff);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoScreeningAccount, meso_screening_account_free)

G_END_DECLS
