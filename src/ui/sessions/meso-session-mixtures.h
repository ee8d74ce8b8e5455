/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-civil-time.h"
#include "meso-clinic.h"
#include "meso-formula-version.h"
#include "meso-lot.h"
#include "meso-preparation.h"

G_BEGIN_DECLS

/**
 * MesoSessionMixtures:
 * @preparations: (element-type MesoPreparation): the patient's, newest first
 * @lots: (element-type MesoLot): what those of the formula were drawn from, as those are today
 * @needed: whether the clinic records no session without one
 *
 * What was prepared for a patient, to be given in a session.
 */
typedef struct
{
  GPtrArray *preparations;
  GPtrArray *lots;
  gboolean needed;
} MesoSessionMixtures;

MesoSessionMixtures   *meso_session_mixtures_load      (MesoClinic *clinic, const char *patient, const MesoFormulaVersion *formula,
                                                        GError **error);
void                   meso_session_mixtures_free      (MesoSessionMixtures *self);
/* (transfer none) (nullable): of these: what a session that begins then gives: the newest of that version that wasn't used, and may be
 * used then. formula (nullable) */
const MesoPreparation *meso_session_mixtures_find      (const MesoSessionMixtures *self, const MesoFormulaVersion *formula,
                                                        MesoCivilTime start);
const MesoPreparation *meso_session_mixtures_lookup    (const MesoSessionMixtures *self, const char *id);
/* The newest whose time was over by then, and which was neither used nor thrown away. */
const MesoPreparation *meso_session_mixtures_find_late (const MesoSessionMixtures *self, const MesoFormulaVersion *formula,
                                                        MesoCivilTime start);
/* A lot in it that was recalled or put into quarantine since. */
const MesoLot         *meso_session_mixtures_find_bad  (const MesoSessionMixtures *self, const MesoPreparation *preparation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoSessionMixtures, meso_session_mixtures_free)

G_END_DECLS
