/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-demo-life.h"

G_BEGIN_DECLS

/* Private: the aftercare sheet of who was treated on their newest day is handed out, where chance or the cast has it so. */
gboolean meso_demo_sheet_hand_out (MesoDemoLife *life, GError **error);

G_END_DECLS
