/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-store-context.h"
#include "meso-treatment-session.h"

G_BEGIN_DECLS

/* Private to services. Inside of a unit of work. person: the record that the session's patient is followed to; amended (nullable): the
 * record that it corrects. Whether what was prepared may be what was given. */
gboolean meso_session_preparation_check (MesoStoreContext *context, const char *person, const MesoTreatmentSession *session,
                                         const MesoTreatmentSession *amended, GError **error);
/* A session that names a preparation and no formula gave that formula. */
gboolean meso_session_preparation_take  (MesoStoreContext *context, MesoTreatmentSession *session, GError **error);

G_END_DECLS
