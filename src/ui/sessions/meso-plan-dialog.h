/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoPlanDialog:
 *
 * Chooses a course of sessions.
 */
#define MESO_TYPE_PLAN_DIALOG (meso_plan_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MesoPlanDialog, meso_plan_dialog, MESO, PLAN_DIALOG, AdwDialog)

MesoPlanDialog *meso_plan_dialog_new (MesoContext *context, const char *patient);

G_END_DECLS
