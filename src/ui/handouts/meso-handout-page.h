/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoHandoutPage:
 *
 * A sheet as it will print.
 */
#define MESO_TYPE_HANDOUT_PAGE (meso_handout_page_get_type ())
G_DECLARE_FINAL_TYPE (MesoHandoutPage, meso_handout_page, MESO, HANDOUT_PAGE, AdwNavigationPage)

/* patient, issue: (nullable). kind: of the content; "formula:recipe" or "formula:recipe/2" for the worksheet of one of the patient's formulas,
 * "formula" for that of the newest */
MesoHandoutPage *meso_handout_page_new (MesoContext *context, const char *patient, const char *kind, const char *issue);

/* The sheet is handed out: printed, or saved as a file. What comes next is offered. */
void             meso_handout_page_finished (MesoHandoutPage *self, gboolean printed);

G_END_DECLS
