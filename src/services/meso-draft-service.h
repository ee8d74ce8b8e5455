/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"
#include "meso-draft.h"

G_BEGIN_DECLS

/* What someone is typing. entity: "patient", "screening", "formula", "session" …; key: "new", or a patient's id. `changed` tells
 * of "draft". */
gboolean   meso_draft_service_put    (MesoClinic *clinic, const char *entity, const char *key, const char *text, GError **error);
/* (transfer full) (nullable): NULL without error when there is none */
MesoDraft *meso_draft_service_get    (MesoClinic *clinic, const char *entity, const char *key, GError **error);
gboolean   meso_draft_service_remove (MesoClinic *clinic, const char *entity, const char *key, GError **error);

G_END_DECLS
