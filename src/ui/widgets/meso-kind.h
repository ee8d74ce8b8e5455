/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Private to the widgets: what a state looks like. "neutral", "accent", "success", "warning" or "error"; another one is a mistake of
 * ours, and neutral. */
void        meso_kind_set   (GtkWidget *widget, const char *kind);
gboolean    meso_kind_known (const char *kind);

G_END_DECLS
