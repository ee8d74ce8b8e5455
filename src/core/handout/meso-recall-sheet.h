/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-handout-context.h"
#include "meso-handout-sheet.h"
#include "meso-label-sheet.h"
#include "meso-recall.h"

G_BEGIN_DECLS

/**
 * MesoRecallContents:
 * @context: language, letterhead, when it is printed, and whether this is the demo clinic; without a patient
 * @recall: the lots, and where they went
 * @reason: why, "" to say what was written down with each lot
 * @time_of: how a moment becomes a time of day
 *
 * What a call list is made from. Borrows everything.
 */
typedef struct
{
  const MesoHandoutContext *context;
  const MesoRecall *recall;
  const char *reason;
  MesoTimeOfMoment time_of;
} MesoRecallContents;

/* Pure. Everybody once, who was given most recently first, as a sheet of the kind "recall"; a language other than "en" and "fa", or
 * words that aren't there in it, is MESO_CORE_ERROR_INVALID. */
MesoHandoutSheet *meso_recall_sheet_assemble (const MesoProtocol *protocol, const MesoRecallContents *contents, GError **error);

G_END_DECLS
