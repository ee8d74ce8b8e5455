/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoDeskButton:
 *
 * Who is at the desk, and a menu to say who is now: declared, not proved.
 */
#define MESO_TYPE_DESK_BUTTON (meso_desk_button_get_type ())
G_DECLARE_FINAL_TYPE (MesoDeskButton, meso_desk_button, MESO, DESK_BUTTON, GtkWidget)

void        meso_desk_button_set_context (MesoDeskButton *self, MesoContext *context);

/* (transfer none): "Physician", in the window's language */
const char *meso_desk_role_name (int role);

G_END_DECLS
