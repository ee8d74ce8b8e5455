/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

#include "meso-context.h"
#include "meso-verdict.h"

G_BEGIN_DECLS

/**
 * MesoFoundList:
 *
 * What the answers have shown so far, so that the result is no surprise. Empty, it isn't there.
 */
#define MESO_TYPE_FOUND_LIST (meso_found_list_get_type ())
G_DECLARE_FINAL_TYPE (MesoFoundList, meso_found_list, MESO, FOUND_LIST, GtkWidget)

GtkWidget *meso_found_list_new        (void);
/* verdict (nullable) */
void       meso_found_list_show       (MesoFoundList *self, MesoContext *context, const MesoProtocol *protocol, const MesoVerdict *verdict);
void       meso_found_list_set_narrow (MesoFoundList *self, gboolean narrow);

G_END_DECLS
