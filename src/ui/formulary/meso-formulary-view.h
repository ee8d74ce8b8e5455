/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoFormularyView:
 *
 * What can go into a syringe: the ingredients by group, and the clinic's products; searched while typing.
 */
#define MESO_TYPE_FORMULARY_VIEW (meso_formulary_view_get_type ())
G_DECLARE_FINAL_TYPE (MesoFormularyView, meso_formulary_view, MESO, FORMULARY_VIEW, AdwBin)

void meso_formulary_view_set_context (MesoFormularyView *self, MesoContext *context);

G_END_DECLS
