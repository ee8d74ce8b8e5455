/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoHistoryDialog:
 *
 * Who changed what in a record, when, from what to what: all of it, or one field.
 */
#define MESO_TYPE_HISTORY_DIALOG (meso_history_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MesoHistoryDialog, meso_history_dialog, MESO, HISTORY_DIALOG, AdwDialog)

/* field: stable name of the one that is asked for; "" for all */
MesoHistoryDialog *meso_history_dialog_new (MesoContext *context, const char *patient, const char *field);

G_END_DECLS
