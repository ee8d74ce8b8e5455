/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-record-merging.h"

G_BEGIN_DECLS

/* Shows in group what somebody else changed meanwhile: who, and in list what stands on file where both differ. changed_by (nullable).
 * (transfer full): the sentence at its head */
char *meso_conflict_rows_show (AdwPreferencesGroup *group, GtkListBox *list, MesoContext *context, const MesoPatientRecord *stored,
                               const MesoRecordConflict *conflict, const char *changed_by);

G_END_DECLS
