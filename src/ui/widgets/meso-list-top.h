/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A list with headings puts its first row at the top, and so the first heading above it, out of sight, until it was drawn and knows its
 * heights: shows the very top of it, for a list that was just given its rows. */
void meso_list_top_show (GtkListView *list);

G_END_DECLS
