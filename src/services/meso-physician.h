/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"
#include "meso-store-context.h"

G_BEGIN_DECLS

/* Private to services. Inside of a unit of work: MESO_SERVICES_ERROR_REFUSED unless whoever is at the desk is a physician who works
 * here. */
gboolean meso_physician_check_desk (MesoStoreContext *context, MesoClinic *clinic, GError **error);

G_END_DECLS
