/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoPreparationPage:
 *
 * A preparation as it is on record: from which lots it was drawn, what became of it, and its label. What is wrong with it is said beside
 * it, never changed.
 */
#define MESO_TYPE_PREPARATION_PAGE (meso_preparation_page_get_type ())
G_DECLARE_FINAL_TYPE (MesoPreparationPage, meso_preparation_page, MESO, PREPARATION_PAGE, AdwNavigationPage)

MesoPreparationPage *meso_preparation_page_new (MesoContext *context, const char *preparation);

G_END_DECLS
