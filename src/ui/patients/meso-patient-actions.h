/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

#include "meso-context.h"
#include "meso-page-facts.h"

G_BEGIN_DECLS

/* What the menu of a patient's page does with the record as a whole: "history", "change-photo", "remove-photo", "copy" (with the name of
 * a field), "merge", "unmerge", "release", "archive", "restore", "erase". page: where what was done is said. */
void  meso_patient_actions_run              (GtkWidget *page, MesoContext *context, const MesoPageFacts *facts, const char *action,
                                             const char *parameter);
/* (transfer full): what a legal erasure took away, and what is still there */
char *meso_patient_actions_describe_erasure (MesoContext *context, const MesoErasure *erasure);

G_END_DECLS
