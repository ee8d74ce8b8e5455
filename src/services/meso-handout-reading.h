/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-handout-sheet.h"

G_BEGIN_DECLS

/* (transfer full): all that a sheet says, a line each, in the order of reading */
char *meso_handout_reading_of (const MesoHandoutSheet *sheet);

G_END_DECLS
