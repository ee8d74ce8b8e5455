/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"

G_BEGIN_DECLS

/* (transfer full) (element-type utf8 utf8): what the clinic has set; a key that is missing has its default */
GHashTable *meso_settings_service_get_all (MesoClinic *clinic, GError **error);
/* value (nullable). What is wrong with it as it is typed, the key first: "clinic-name: …" */
gboolean    meso_settings_service_check   (const char *key, const char *value, GError **error);
/* settings: (element-type utf8 utf8): all of them are stored, or none; a NULL value takes one back */
gboolean    meso_settings_service_set     (MesoClinic *clinic, GHashTable *settings, GError **error);
/* (transfer none): the keys that may be set, NULL-ended */
const char *const *meso_settings_service_get_keys (void);

G_END_DECLS
