/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic-call.h"
#include "meso-verdict.h"

G_BEGIN_DECLS

typedef enum {
  MESO_PROTOCOL_ACT_CHANGE,
  MESO_PROTOCOL_ACT_RESTORE,
  MESO_PROTOCOL_ACT_SWITCH_OFF,
  MESO_PROTOCOL_ACT_SWITCH_ON,
  MESO_PROTOCOL_ACT_REMOVE,
  MESO_PROTOCOL_ACT_USE_FILE,
  MESO_PROTOCOL_ACT_ACCEPT,     /* what was set aside is let go */
  MESO_PROTOCOL_ACT_WITHDRAW,   /* the signature under a rule */
  MESO_PROTOCOL_ACT_REVIEW,     /* asks for no reason */
} MesoProtocolAct;

/**
 * MesoProtocolWork:
 * @rule: (nullable): of the acts on one rule; with @n_case, @outcome and @days as #MesoProtocolEdit has them
 * @name: (nullable): of a file that is used, @bytes what is in it
 * @rules: (nullable): those that are signed
 * @number: the version that whoever wants it has looked at
 *
 * What a physician does to the protocol, to be handed to the clinic's thread.
 */
typedef struct
{
  MesoProtocolAct act;
  char *rule;
  guint n_case;
  MesoOutcome outcome;
  int days;
  char *name;
  GBytes *bytes;
  GStrv rules;
  guint number;
  char *why;
} MesoProtocolWork;

MesoProtocolWork *meso_protocol_work_new   (MesoProtocolAct act, guint number);
void              meso_protocol_work_free  (gpointer self);
/* A #MesoClinicCall on a #MesoProtocolWork: does it. %NULL without an error when it is done */
gpointer          meso_protocol_work_apply (MesoClinic *clinic, gpointer self, GError **error);
/* A #MesoClinicCall: the number of the newest version, by GPOINTER_TO_UINT () */
gpointer          meso_protocol_work_get_number (MesoClinic *clinic, gpointer nothing, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoProtocolWork, meso_protocol_work_free)

G_END_DECLS
