/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-preparation.h"
#include "meso-store-private.h"

G_BEGIN_DECLS

/* Private: refuses a draft that draws from a lot which isn't as strong as its formula says. */
gboolean meso_preparation_strengths_check (MesoStoreContext *context, const MesoPreparation *draft, GError **error);

G_END_DECLS
