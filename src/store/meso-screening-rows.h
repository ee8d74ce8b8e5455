/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-screening-repository.h"
#include "meso-store-private.h"

G_BEGIN_DECLS

/* Private: the rows below a screening's header. */

gboolean meso_screening_rows_insert (MesoStoreContext *context, const char *screening, const MesoQuestionnaireResponse *response,
                                     const MesoVerdict *verdict, GError **error);
gboolean meso_screening_rows_load   (MesoStoreContext *context, MesoScreening *screening, GError **error);

G_END_DECLS
