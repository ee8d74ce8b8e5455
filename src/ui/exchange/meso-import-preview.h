/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-import-service.h"
#include "meso-context.h"

G_BEGIN_DECLS

/* Fills a group with the first rows of a file as they would be stored, with what is wrong in its row. (transfer full) (nullable): what is
 * worth knowing of all that were looked at: how many can't be imported, that dates of both calendars are among them */
char *meso_import_preview_fill (GtkListBox *list, MesoContext *context, const MesoImportSample *sample,
                                const MesoPatientMapping *mapping);

G_END_DECLS
