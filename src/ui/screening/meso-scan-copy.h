/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"

G_BEGIN_DECLS

/* Shows the scan of that clearance in the program that this computer has for it, as a copy that only its user may read. */
void  meso_scan_copy_open       (MesoContext *context, GtkWidget *widget, const char *decision);
/* What a test looks at. (transfer full): the folder of the copies */
char *meso_scan_copy_get_folder (void);
/* The copies that were opened go when the next one is, and with the program. */
void  meso_scan_copy_remove_all (void);

G_END_DECLS
