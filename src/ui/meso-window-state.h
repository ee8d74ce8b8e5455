/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How large the window was, remembered from one start to the next. Without the schema installed, nothing is. */
typedef struct _MesoWindowState MesoWindowState;

MesoWindowState *meso_window_state_new     (void);
void             meso_window_state_free    (MesoWindowState *self);
void             meso_window_state_restore (MesoWindowState *self, GtkWindow *window);
void             meso_window_state_save    (MesoWindowState *self, GtkWindow *window);

G_END_DECLS
