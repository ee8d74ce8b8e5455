/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic-call.h"
#include "meso-patient-overview.h"
#include "meso-preparation-plan.h"
#include "meso-staff.h"

G_BEGIN_DECLS

/**
 * MesoPrepareFacts:
 * @plan: what the formula takes, and where it may be drawn from now
 * @overview: (nullable): the patient; %NULL for a recipe of the clinic, which can't be prepared
 * @staff: (element-type MesoStaff): who may have checked it
 * @original: (nullable): the stored preparation that is corrected, and @preparer who made that
 * @lots: (element-type MesoLot): those that it drew from
 *
 * What the page of a preparation must know.
 */
typedef struct
{
  MesoPreparationPlan *plan;
  MesoPatientOverview *overview;
  GPtrArray *staff;
  MesoPreparation *original;
  MesoStaff *preparer;
  GPtrArray *lots;
} MesoPrepareFacts;

/**
 * MesoPrepareRequest:
 * @formula: (nullable): which one, in its edition @version (0: the newest); or
 * @amends: (nullable): the preparation that is to be corrected
 * @draft: (nullable): what is to be stored
 */
typedef struct
{
  char *formula;
  int version;
  char *amends;
  char *language;
  MesoCalendarDate today;
  MesoPreparation *draft;
} MesoPrepareRequest;

void           meso_prepare_request_free   (MesoPrepareRequest *self);
/* (transfer none) (nullable): a lot that a draw may name */
const MesoLot *meso_prepare_facts_find_lot (const MesoPrepareFacts *self, const char *lot);

/* For meso_context_call (); request: a #MesoPrepareRequest. */
gpointer       meso_prepare_call_load      (MesoClinic *clinic, gpointer request, GError **error);   /* MesoRow of MesoPrepareFacts */
gpointer       meso_prepare_call_record    (MesoClinic *clinic, gpointer request, GError **error);   /* the stored preparation's id */

G_END_DECLS
