/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-recall.h"
#include "meso-store-context.h"

G_BEGIN_DECLS

/* Private to services, inside of a unit of work. Names and phones of many patients are looked up or given out at once: a row of the log
 * for each lot says who did, and how many there are. path, recipient, reason (nullable) */
gboolean meso_recall_note (MesoStoreContext *context, const char *staff, const char *action, const MesoRecall *recall, const char *path,
                           const char *recipient, const char *reason, GError **error);

G_END_DECLS
