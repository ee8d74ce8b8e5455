/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic-opening.h"
#include "meso-context.h"
#include "meso-services-error.h"

G_BEGIN_DECLS

/**
 * MesoOpener:
 *
 * One way to a clinic that is open: its file, a new one, the demo, or a backup that is brought back. Signal `done`, once: then either
 * the context or the error is there. Fit to be started before the toolkit is up.
 */
#define MESO_TYPE_OPENER (meso_opener_get_type ())
G_DECLARE_FINAL_TYPE (MesoOpener, meso_opener, MESO, OPENER, GObject)

MesoOpener    *meso_opener_new_file      (const char *path);
MesoOpener    *meso_opener_new_demo      (const char *language);
MesoOpener    *meso_opener_new_set_up    (const char *path, const MesoClinicSetup *setup);
MesoOpener    *meso_opener_new_restore   (const char *copy, const char *path);
void           meso_opener_start         (MesoOpener *self);
void           meso_opener_cancel        (MesoOpener *self);

const char    *meso_opener_get_path      (MesoOpener *self);
gboolean       meso_opener_get_demo      (MesoOpener *self);
/* (nullable): how far it is; NULL where that isn't known */
MesoOperation *meso_opener_get_operation (MesoOpener *self);
/* (nullable) each */
MesoContext   *meso_opener_get_context   (MesoOpener *self);
const GError  *meso_opener_get_error     (MesoOpener *self);
/* Whether the last daily backup of the clinic failed, and why. */
gboolean       meso_opener_get_backup_failed (MesoOpener *self, MesoProblem *problem_out, gboolean *outside_out);

G_END_DECLS
