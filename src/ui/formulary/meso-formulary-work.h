/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic-call.h"
#include "meso-protocol-service.h"

G_BEGIN_DECLS

/**
 * MesoFormularyWork:
 * @edits: (element-type MesoProtocolEdit): what is to be otherwise
 * @number: the version that it was looked at over
 * @why: the reason
 *
 * A change of the formulary, to be handed to the clinic's thread.
 */
typedef struct
{
  GPtrArray *edits;
  guint number;
  char *why;
} MesoFormularyWork;

/* edits (transfer none) */
MesoFormularyWork *meso_formulary_work_new     (GPtrArray *edits, guint number, const char *why);
void               meso_formulary_work_free    (gpointer self);
/* Both are #MesoClinicCall on a #MesoFormularyWork. A MesoProtocolPreview: what it would change */
gpointer           meso_formulary_work_preview (MesoClinic *clinic, gpointer self, GError **error);
/* Does it; NULL without an error when it is done */
gpointer           meso_formulary_work_apply   (MesoClinic *clinic, gpointer self, GError **error);

G_END_DECLS
