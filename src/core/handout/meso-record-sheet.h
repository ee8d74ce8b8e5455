/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-handout-sheet.h"
#include "meso-protocol.h"
#include "meso-record-contents.h"

G_BEGIN_DECLS

/* Pure. Everything that is on record, as a sheet of the kind "record"; a language other than "en" and "fa", or words that aren't
 * there in it, is MESO_CORE_ERROR_INVALID. */
MesoHandoutSheet *meso_record_sheet_assemble (const MesoProtocol *protocol, const MesoRecordContents *contents, GError **error);

G_END_DECLS
