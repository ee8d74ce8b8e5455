/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoFormularyEntryPage:
 *
 * All that the formulary knows of an ingredient or a product, and what a physician may do to it.
 */
#define MESO_TYPE_FORMULARY_ENTRY_PAGE (meso_formulary_entry_page_get_type ())
G_DECLARE_FINAL_TYPE (MesoFormularyEntryPage, meso_formulary_entry_page, MESO, FORMULARY_ENTRY_PAGE, AdwNavigationPage)

AdwNavigationPage *meso_formulary_entry_page_new    (MesoContext *context, const char *id);
/* Whether the formulary still has it */
gboolean           meso_formulary_entry_page_exists (MesoFormularyEntryPage *self);

G_END_DECLS
