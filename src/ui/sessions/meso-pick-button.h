/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A toggle button that says by its mark too, not by its colour alone, that it is picked. */
GtkWidget *meso_pick_button_new (const char *label);

G_END_DECLS
