/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-recall.h"
#include "meso-store-context.h"

G_BEGIN_DECLS

/* Where the lots of this id or number went, see meso_lot_repository_find (); MESO_STORE_ERROR_NO_RECORD when there is no such lot.
 * Without trace of anything drawn the entries are empty. */
MesoRecall *meso_recall_repository_trace        (MesoStoreContext *context, const char *id_or_number, GError **error);
/* The other way: all that a person's records say was drawn for them, with the lots. Of those, lots without entries don't appear. */
MesoRecall *meso_recall_repository_trace_person (MesoStoreContext *context, const char *patient, GError **error);

G_END_DECLS
