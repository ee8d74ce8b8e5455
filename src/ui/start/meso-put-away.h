/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"
#include "meso-operation.h"

G_BEGIN_DECLS

/* Puts an open clinic away: what was typed is kept, the copy of the day is made, the file is closed. callback always comes; a copy
 * that could not be made is told of at the next start. operation (nullable): told how far the copy is */
void     meso_clinic_put_away_async  (MesoContext *context, MesoOperation *operation, GAsyncReadyCallback callback, gpointer user_data);
gboolean meso_clinic_put_away_finish (GAsyncResult *result, GError **error);

G_END_DECLS
