/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-handout-renderer.h"
#include "meso-handout-service.h"
#include "meso-handout.h"

G_BEGIN_DECLS

/* Private to services: what a preview and a printed sheet are made by, so that they are the same. Waits for no disk. */
/* (transfer full): of a sheet that is nobody's own, under a neutral letterhead */
MesoHandoutContext  *meso_handout_making_new_context (const MesoHandoutRequest *request);
/* paper: its name */
MesoHandoutRenderer *meso_handout_making_lay_out     (MesoHandoutSheet *sheet, const char *paper, GError **error);

G_END_DECLS
