/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-operation.h"

G_BEGIN_DECLS

/**
 * MesoDialogWork:
 *
 * The long work that a dialog has under way: until it is over the dialog can't be closed, only stopped, by its close button or by
 * MESO_DIALOG_WORK_CANCEL, an action of the dialog.
 */
#define MESO_TYPE_DIALOG_WORK (meso_dialog_work_get_type ())
G_DECLARE_FINAL_TYPE (MesoDialogWork, meso_dialog_work, MESO, DIALOG_WORK, GObject)

#define MESO_DIALOG_WORK_CANCEL "work.cancel"

MesoDialogWork *meso_dialog_work_new           (AdwDialog *dialog);
/* (transfer none): what is told how far it is */
MesoOperation  *meso_dialog_work_begin         (MesoDialogWork *self);
/* Returns whether the error (nullable) is more than that somebody stopped it. */
gboolean        meso_dialog_work_end           (MesoDialogWork *self, const GError *error);
/* (transfer none) (nullable): NULL while nothing is under way */
MesoOperation  *meso_dialog_work_get_operation (MesoDialogWork *self);
void            meso_dialog_work_cancel        (MesoDialogWork *self);

G_END_DECLS
