/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-draft-keeper.h"

G_BEGIN_DECLS

/* From here on each save is said under the heading of the form: "Draft saved 10:42". */
void meso_draft_saved_show (MesoDraftKeeper *keeper, AdwWindowTitle *heading);

G_END_DECLS
