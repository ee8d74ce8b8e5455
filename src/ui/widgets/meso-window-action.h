/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Whether the window that widget is in has this action ("win.import-patients"), enabled or not: what would do nothing isn't offered. */
gboolean meso_window_action_exists (GtkWidget *widget, const char *name);

G_END_DECLS
