/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-timeline.h"

G_BEGIN_DECLS

/**
 * MesoEntryList:
 *
 * The entries of one kind out of a patient's timeline, under a heading; out of sight while there are none. Property `title`.
 */
#define MESO_TYPE_ENTRY_LIST (meso_entry_list_get_type ())
G_DECLARE_FINAL_TYPE (MesoEntryList, meso_entry_list, MESO, ENTRY_LIST, AdwBin)

void meso_entry_list_begin (MesoEntryList *self, MesoContext *context, const char *patient, MesoTimelineFilter filter,
                            MesoTimelineKind kind);

G_END_DECLS
