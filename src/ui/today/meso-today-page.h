/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoTodayPage:
 *
 * The day as a to-do list.
 */
#define MESO_TYPE_TODAY_PAGE (meso_today_page_get_type ())
G_DECLARE_FINAL_TYPE (MesoTodayPage, meso_today_page, MESO, TODAY_PAGE, AdwNavigationPage)

MesoTodayPage *meso_today_page_new (MesoContext *context);

G_END_DECLS
