/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoReviewPage:
 *
 * Every rule that no physician has signed as it is now, each to be opened, read and ticked; those that are ticked are signed together.
 * A page of #AdwPreferencesDialog.
 */
#define MESO_TYPE_REVIEW_PAGE (meso_review_page_get_type ())
G_DECLARE_FINAL_TYPE (MesoReviewPage, meso_review_page, MESO, REVIEW_PAGE, AdwNavigationPage)

AdwNavigationPage *meso_review_page_new (MesoContext *context);

G_END_DECLS
