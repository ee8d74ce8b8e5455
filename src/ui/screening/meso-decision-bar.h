/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-result.h"

G_BEGIN_DECLS

/**
 * MesoDecisionBar:
 *
 * What comes next with a result, in one sentence and one button; always in the same place. Its buttons call the dialog's actions.
 */
#define MESO_TYPE_DECISION_BAR (meso_decision_bar_get_type ())
G_DECLARE_FINAL_TYPE (MesoDecisionBar, meso_decision_bar, MESO, DECISION_BAR, GtkWidget)

GtkWidget *meso_decision_bar_new        (void);
void       meso_decision_bar_show       (MesoDecisionBar *self, MesoContext *context, const MesoResult *result);
/* While something is on its way to the file. */
void       meso_decision_bar_set_busy   (MesoDecisionBar *self, gboolean busy);
void       meso_decision_bar_set_narrow (MesoDecisionBar *self, gboolean narrow);
void       meso_decision_bar_focus      (MesoDecisionBar *self);

G_END_DECLS
