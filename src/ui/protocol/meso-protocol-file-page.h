/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoProtocolFilePage:
 *
 * A protocol file before it is used: what is wrong with it, line by line, or what it would change. Going back changes nothing. A page of
 * #AdwPreferencesDialog.
 */
#define MESO_TYPE_PROTOCOL_FILE_PAGE (meso_protocol_file_page_get_type ())
G_DECLARE_FINAL_TYPE (MesoProtocolFilePage, meso_protocol_file_page, MESO, PROTOCOL_FILE_PAGE, AdwNavigationPage)

AdwNavigationPage *meso_protocol_file_page_new    (MesoContext *context, GFile *file);
/* Asks for a file, and shows it in dialog. */
void               meso_protocol_file_page_choose (MesoContext *context, AdwPreferencesDialog *dialog);

G_END_DECLS
