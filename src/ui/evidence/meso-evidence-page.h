/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoEvidencePage:
 *
 * The studies, each with what it really is.
 */
#define MESO_TYPE_EVIDENCE_PAGE (meso_evidence_page_get_type ())
G_DECLARE_FINAL_TYPE (MesoEvidencePage, meso_evidence_page, MESO, EVIDENCE_PAGE, AdwNavigationPage)

MesoEvidencePage *meso_evidence_page_new (MesoContext *context);

G_END_DECLS
