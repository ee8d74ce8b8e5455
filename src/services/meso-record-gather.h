/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-record-contents.h"
#include "meso-store-context.h"

G_BEGIN_DECLS

/* Inside of a unit of work: all that is on record about the person whom patient (an id or a file number) stands for. Its context has
 * the name and the file number; language, letterhead and the rest are the caller's. */
MesoRecordContents *meso_record_gather (MesoStoreContext *context, const char *patient, GError **error);

G_END_DECLS
