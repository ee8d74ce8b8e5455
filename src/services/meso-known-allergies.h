/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-formula-check.h"
#include "meso-store-context.h"

G_BEGIN_DECLS

/* Private to services. Adds what the patient is known to be allergic to. Inside of a unit of work. */
gboolean meso_known_allergies_add (MesoStoreContext *context, const char *patient, MesoFormulaPatient *facts,
                                   GError **error);

G_END_DECLS
