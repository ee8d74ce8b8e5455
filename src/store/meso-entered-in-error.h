/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-store-context.h"

G_BEGIN_DECLS

/* Private. The record stays, with the mark beside it. entity: static text, as the schema knows it */
gboolean meso_entered_in_error_mark (MesoStoreContext *context, const char *staff, const char *entity, const char *id,
                                     const char *reason, GError **error);

G_END_DECLS
