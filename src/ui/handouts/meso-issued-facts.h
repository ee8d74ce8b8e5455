/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-handout-issue.h"

G_BEGIN_DECLS

/* Adds a row for each thing that is known of a sheet that was handed out. */
void meso_issued_facts_add (AdwPreferencesGroup *group, MesoContext *context, const MesoHandoutIssue *issue);

G_END_DECLS
