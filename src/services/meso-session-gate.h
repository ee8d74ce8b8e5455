/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-chart.h"
#include "meso-clinic.h"
#include "meso-store-context.h"

G_BEGIN_DECLS

/* Private to services. Inside of a unit of work: whether a session may be stored. chart: of the session's day; session: of the
 * chart's patient; amended (nullable): the record that it corrects: what stays as it was there isn't asked again. */
gboolean meso_session_gate_check (MesoStoreContext *context, MesoClinic *clinic, const MesoChart *chart,
                                  const MesoTreatmentSession *session, const MesoTreatmentSession *amended,
                                  MesoCalendarDate today, GError **error);

G_END_DECLS
