/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "sqlite/meso-sqlite-connection.h"

G_BEGIN_DECLS

/* Private: the places of people in the order of names. A place is a number between those of who stands before and behind;
 * where there is none left between two, the few around them are moved apart. patient_search has the same numbers. */

/* The place where the record belongs, which is given to nobody yet; those around it may have been moved. */
gboolean meso_patient_order_find_place (MesoSqliteConnection *connection, gint64 number, gint64 *place_out, GError **error);
/* The place that the record has; 0 for none. */
gboolean meso_patient_order_get_place  (MesoSqliteConnection *connection, gint64 number, gint64 *place_out, GError **error);
/* Whether the record belongs where it is. */
gboolean meso_patient_order_is_right   (MesoSqliteConnection *connection, gint64 number, gint64 place, gboolean *right_out,
                                        GError **error);
/* How far apart so many stand who are lined up anew. */
gint64   meso_patient_order_get_gap    (gint64 people);

G_END_DECLS
