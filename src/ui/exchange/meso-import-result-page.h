/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-import-service.h"

G_BEGIN_DECLS

/**
 * MesoImportResultPage:
 *
 * What was found in a file, row by row, and what is to be stored of it. Signals: `import`, `save-report`.
 */
#define MESO_TYPE_IMPORT_RESULT_PAGE (meso_import_result_page_get_type ())
G_DECLARE_FINAL_TYPE (MesoImportResultPage, meso_import_result_page, MESO, IMPORT_RESULT_PAGE, AdwNavigationPage)

/* check: good as long as the page */
GtkWidget         *meso_import_result_page_new         (MesoContext *context, const MesoImportCheck *check);
MesoImportChoices  meso_import_result_page_get_choices (MesoImportResultPage *self);

G_END_DECLS
