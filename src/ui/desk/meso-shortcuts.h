/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The keys that the window knows, in a window of their own. */
void meso_shortcuts_show (GtkWindow *parent);

G_END_DECLS
