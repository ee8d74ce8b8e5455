/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-patient.h"

G_BEGIN_DECLS

/**
 * MesoAlikeView:
 *
 * Who may be the same person as the one being typed, the surest first, and why; nothing is in sight when there is nobody. Signals
 * `chosen (id)`: that record shall open; `compare (MesoPatient)`: it shall be shown beside what is typed.
 */
#define MESO_TYPE_ALIKE_VIEW (meso_alike_view_get_type ())
G_DECLARE_FINAL_TYPE (MesoAlikeView, meso_alike_view, MESO, ALIKE_VIEW, AdwBin)

/* typed (transfer full): with an id, when it is on file: it is not its own double */
void meso_alike_view_look (MesoAlikeView *self, MesoContext *context, MesoPatient *typed);

G_END_DECLS
