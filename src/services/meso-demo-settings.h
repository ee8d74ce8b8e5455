/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic-private.h"

G_BEGIN_DECLS

/* Private, inside of a unit of work. Marks an empty clinic as a demo, with a letterhead and the content that its histories refer to.
 * MESO_SERVICES_ERROR_REFUSED where there are patients. */
gboolean meso_demo_settings_store (MesoClinic *clinic, MesoStoreContext *context, GError **error);

G_END_DECLS
