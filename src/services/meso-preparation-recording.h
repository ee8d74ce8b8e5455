/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-preparation-plan.h"
#include "meso-store-context.h"
#include "meso-clinic.h"

G_BEGIN_DECLS

/* Private to services. Inside of a unit of work: what is wrong with a preparation before it is stored. self: with what isn't said filled in.
 * amended (nullable): the one that it corrects: what stays as it was there isn't asked again. */
gboolean meso_preparation_recording_check (MesoStoreContext *context, MesoClinic *clinic, MesoPreparation *self,
                                           const MesoPreparationPlan *plan, const MesoPreparation *amended, GError **error);

G_END_DECLS
