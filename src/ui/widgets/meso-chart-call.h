/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic-call.h"

G_BEGIN_DECLS

/* For meso_context_call (). patient: an id or a file number; (transfer full): a MesoRow of the MesoChart as it is today */
gpointer meso_chart_call (MesoClinic *clinic, gpointer patient, GError **error);

G_END_DECLS
