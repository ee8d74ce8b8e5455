/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-formula-editor.h"

G_BEGIN_DECLS

/**
 * MesoFormulaBar:
 *
 * Says in one line whether a formula can be stored, and why it can't be prepared yet; checks and saves it, and prepares what is saved.
 * Leads to what was prepared from it. Signals: `save`, `prepare`, `go-on`.
 */
#define MESO_TYPE_FORMULA_BAR (meso_formula_bar_get_type ())
G_DECLARE_FINAL_TYPE (MesoFormulaBar, meso_formula_bar, MESO, FORMULA_BAR, AdwBin)

/* saved_at: minute of the day of the last journalled draft, -1 for none; busy: nothing can be pressed now */
void meso_formula_bar_show        (MesoFormulaBar *self, MesoContext *context, MesoFormulaEditor *editor, int saved_at, gboolean busy);
/* Property `stacked`: for a narrow window */
void meso_formula_bar_set_stacked (MesoFormulaBar *self, gboolean stacked);
void meso_formula_bar_grab_button (MesoFormulaBar *self);

G_END_DECLS
