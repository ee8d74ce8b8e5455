/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* (transfer floating): a choice of what a label is printed on. It begins with what was chosen last on this computer, since the printer
 * stands there; without the settings' schema installed, with the usual one. */
GtkWidget  *meso_label_size_row_new (void);
/* (transfer none): the name of the size that is chosen, as services call it */
const char *meso_label_size_row_get (GtkWidget *row);

G_END_DECLS
