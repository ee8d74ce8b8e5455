/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoPreparePage:
 *
 * Prepares one version of a patient's formula: which lots it is drawn from, who makes it, who checks it; or corrects what was recorded.
 */
#define MESO_TYPE_PREPARE_PAGE (meso_prepare_page_get_type ())
G_DECLARE_FINAL_TYPE (MesoPreparePage, meso_prepare_page, MESO, PREPARE_PAGE, AdwNavigationPage)

/* version: 0 for the newest */
MesoPreparePage *meso_prepare_page_new       (MesoContext *context, const char *formula, int version);
/* preparation: the stored one that is to be corrected */
MesoPreparePage *meso_prepare_page_new_amend (MesoContext *context, const char *preparation);

G_END_DECLS
