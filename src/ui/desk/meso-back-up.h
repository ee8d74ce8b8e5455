/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-window.h"

G_BEGIN_DECLS

/* Asks for a folder, writes a copy of the clinic's file there, checks it, and says so in the window. */
void meso_back_up_now (MesoContext *context, MesoWindow *window);

G_END_DECLS
