/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"
#include "meso-recall.h"

G_BEGIN_DECLS

/* lot: an id, or a number in any case, spacing and digits. Names and phones of patients come with it: a row in the log says who looked. */
MesoRecall *meso_recall_service_trace                (MesoClinic *clinic, const char *lot, GError **error);
/* The other way: all lots that were drawn from for a patient, and for which preparation. patient: an id or a file number */
MesoRecall *meso_recall_service_list_lots_of_patient (MesoClinic *clinic, const char *patient, GError **error);
/* (transfer full): comma-separated values, one row a preparation and lot; no spreadsheet runs what a name says. separator: , ; or a tab */
GBytes     *meso_recall_service_write_csv            (const MesoRecall *recall, char separator, gboolean byte_order_mark);
/* The same into a file, whole or not at all, and a row in the log: that it was given out, to whom (nullable) and why (nullable) */
gboolean    meso_recall_service_write_file           (MesoClinic *clinic, const MesoRecall *recall, const char *path, char separator,
                                                      gboolean byte_order_mark, gboolean replace, const char *recipient,
                                                      const char *reason, GError **error);

G_END_DECLS
