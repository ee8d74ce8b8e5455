/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

#include "meso-context.h"

G_BEGIN_DECLS

/* Asks for a folder, writes a copy of the clinic's file there, checks it, and says so in the window, which is a noticeboard. */
void meso_back_up_now (MesoContext *context, GtkWindow *window);

G_END_DECLS
