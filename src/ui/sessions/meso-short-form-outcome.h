/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

#include "meso-context.h"
#include "meso-verdict.h"

G_BEGIN_DECLS

/**
 * MesoShortFormOutcome:
 *
 * What the answers of the day have shown, and once that is clear, what follows from it. Signal `store`: the answers are to be stored
 * without a session.
 */
#define MESO_TYPE_SHORT_FORM_OUTCOME (meso_short_form_outcome_get_type ())
G_DECLARE_FINAL_TYPE (MesoShortFormOutcome, meso_short_form_outcome, MESO, SHORT_FORM_OUTCOME, GtkBox)

/* verdict (nullable); done: it will not change by what is still open */
void meso_short_form_outcome_show  (MesoShortFormOutcome *self, MesoContext *context, const MesoVerdict *verdict, gboolean done,
                                    gboolean suspends);
void meso_short_form_outcome_set_narrow (MesoShortFormOutcome *self, gboolean narrow);
/* The button that stores. */
void meso_short_form_outcome_focus (MesoShortFormOutcome *self);

G_END_DECLS
