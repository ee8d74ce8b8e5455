/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-patient-outlook.h"
#include "meso-store-context.h"

G_BEGIN_DECLS

/* (transfer full): what a list says of one patient, with what belongs to records merged into it; a few look-ups in indexes */
MesoPatientOutlook *meso_outlook_repository_get (MesoStoreContext *context, const char *patient, GError **error);

G_END_DECLS
