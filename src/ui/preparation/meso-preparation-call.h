/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic-call.h"
#include "meso-formula-version.h"
#include "meso-lot.h"
#include "meso-patient-overview.h"
#include "meso-preparation.h"

G_BEGIN_DECLS

/**
 * MesoPreparationFacts:
 * @version: what it was made of
 * @overview: whose it is
 * @lots: (element-type MesoLot): what it was drawn from, as those are today
 * @staff: (element-type MesoStaff): everybody who ever worked here
 *
 * What the page of a stored preparation shows.
 */
typedef struct
{
  MesoPreparation *preparation;
  MesoFormulaVersion *version;
  MesoPatientOverview *overview;
  GPtrArray *lots;
  GPtrArray *staff;
} MesoPreparationFacts;

/**
 * MesoPreparationRequest:
 * @id: of the preparation
 * @reason: (nullable): why something is done about it
 */
typedef struct
{
  char *id;
  char *reason;
  MesoCalendarDate today;
} MesoPreparationRequest;

MesoPreparationRequest *meso_preparation_request_new      (const char *id, const char *reason, MesoCalendarDate today);
void                    meso_preparation_request_free     (MesoPreparationRequest *self);
/* (transfer none) (nullable) */
const char             *meso_preparation_facts_find_staff (const MesoPreparationFacts *self, const char *id);

/* For meso_context_call (); request: a #MesoPreparationRequest. */
gpointer meso_preparation_call_load    (MesoClinic *clinic, gpointer request, GError **error);   /* MesoRow of MesoPreparationFacts */
gpointer meso_preparation_call_discard (MesoClinic *clinic, gpointer request, GError **error);
gpointer meso_preparation_call_mark    (MesoClinic *clinic, gpointer request, GError **error);   /* as entered in error */

G_END_DECLS
