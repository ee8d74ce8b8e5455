/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoMergeDialog:
 *
 * Two records beside each other: to be merged into one, with a choice of what is right of each, or to be told apart for good. Both can
 * be taken back.
 */
#define MESO_TYPE_MERGE_DIALOG (meso_merge_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MesoMergeDialog, meso_merge_dialog, MESO, MERGE_DIALOG, AdwDialog)

/* Two ids. */
MesoMergeDialog *meso_merge_dialog_new (MesoContext *context, const char *first, const char *second);

G_END_DECLS
