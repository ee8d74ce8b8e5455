/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

#include "meso-context.h"
#include "meso-protocol-difference.h"

G_BEGIN_DECLS

/* One of them, as a row. */
GtkWidget *meso_difference_row_new (MesoContext *context, const MesoProtocolDifference *difference);
/* Shows in list what one protocol has otherwise than another, one row each; what stood there goes. differences: (element-type
 * MesoProtocolDifference) */
void       meso_difference_list_fill (GtkListBox *list, MesoContext *context, const GPtrArray *differences);

G_END_DECLS
