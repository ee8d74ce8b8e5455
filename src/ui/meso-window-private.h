/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-shell.h"
#include "meso-window.h"

G_BEGIN_DECLS

/* Between the window and its actions. */

/* (transfer none) (nullable): NULL while no clinic is open */
MesoShell *meso_window_get_shell        (MesoWindow *self);

void       meso_window_actions_install  (GtkWidgetClass *widget_class);
void       meso_window_actions_add_keys (GtkWidgetClass *widget_class);
/* Those that need an open clinic */
void       meso_window_actions_enable   (MesoWindow *self, gboolean enabled);

G_END_DECLS
