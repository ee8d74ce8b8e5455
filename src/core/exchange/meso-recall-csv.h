/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-recall.h"

G_BEGIN_DECLS

/* (transfer full): a recall as comma-separated values: a header and one row a preparation and lot, each with its line break (CRLF) */
GString *meso_recall_csv_write (const MesoRecall *recall, char separator, gboolean byte_order_mark);

G_END_DECLS
