/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-import-service.h"

G_BEGIN_DECLS

/**
 * MesoImportColumnsPage:
 *
 * What the columns of a file become, with its first rows as they would be stored. Signals: `check`, and `encoding-chosen` when the file
 * is to be read in another encoding.
 */
#define MESO_TYPE_IMPORT_COLUMNS_PAGE (meso_import_columns_page_get_type ())
G_DECLARE_FINAL_TYPE (MesoImportColumnsPage, meso_import_columns_page, MESO, IMPORT_COLUMNS_PAGE, AdwNavigationPage)

/* sample: good as long as the page */
GtkWidget                *meso_import_columns_page_new          (MesoContext *context, const MesoImportSample *sample);
const MesoPatientMapping *meso_import_columns_page_get_mapping  (MesoImportColumnsPage *self);
MesoImportEncoding        meso_import_columns_page_get_encoding (MesoImportColumnsPage *self);

G_END_DECLS
