/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoProtocolVersionsPage:
 *
 * Who changed the clinic's protocol, when, why, and what. A page of #AdwPreferencesDialog.
 */
#define MESO_TYPE_PROTOCOL_VERSIONS_PAGE (meso_protocol_versions_page_get_type ())
G_DECLARE_FINAL_TYPE (MesoProtocolVersionsPage, meso_protocol_versions_page, MESO, PROTOCOL_VERSIONS_PAGE, AdwNavigationPage)

AdwNavigationPage *meso_protocol_versions_page_new (MesoContext *context);

G_END_DECLS
