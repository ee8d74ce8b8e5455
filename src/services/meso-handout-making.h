/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-handout-facts.h"
#include "meso-handout-renderer.h"
#include "meso-handout-service.h"
#include "meso-handout.h"

G_BEGIN_DECLS

/* Private to services: what a preview and a printed sheet are made by, so that they are the same. */
/* (transfer full): what the clinic's file knows for a patient's sheet; waits for the disk, and for nothing else */
MesoHandoutFacts    *meso_handout_making_gather      (MesoClinic *clinic, const MesoHandoutRequest *request, GError **error);
/* (transfer full): of a sheet that is nobody's own, under a neutral letterhead */
MesoHandoutContext  *meso_handout_making_new_context (const MesoHandoutRequest *request);
/* The paper that a sheet of nobody's own is made on. */
const char          *meso_handout_making_get_paper   (const MesoHandoutRequest *request);
/* paper: its name */
MesoHandoutRenderer *meso_handout_making_lay_out     (MesoHandoutSheet *sheet, const char *paper, GError **error);

G_END_DECLS
