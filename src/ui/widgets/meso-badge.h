/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A round, tinted picture at the head of a row, hidden from screen readers: the row says the same in words. kind as in #MesoTag */
GtkWidget *meso_badge_new (const char *icon_name, const char *kind);

G_END_DECLS
