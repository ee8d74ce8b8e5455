/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoHandoutsPage:
 *
 * Sheets to make, and those handed out.
 */
#define MESO_TYPE_HANDOUTS_PAGE (meso_handouts_page_get_type ())
G_DECLARE_FINAL_TYPE (MesoHandoutsPage, meso_handouts_page, MESO, HANDOUTS_PAGE, AdwNavigationPage)

MesoHandoutsPage *meso_handouts_page_new (MesoContext *context);

G_END_DECLS
