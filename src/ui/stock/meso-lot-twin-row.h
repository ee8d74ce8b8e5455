/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* (transfer floating): points at a lot that is on file already and bears the number that is being typed; hidden until there is one. Its
 * button activates "lot-form.open" with that lot. */
GtkWidget *meso_lot_twin_row_new  (void);
/* sentence (nullable): what there is of it; NULL for none. lot: its id */
void       meso_lot_twin_row_show (GtkWidget *row, const char *sentence, const char *lot);

G_END_DECLS
