/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-protocol-reader.h"

G_BEGIN_DECLS

/* (transfer full): what texts say of the days of rules; while all that it was found in lives */
GPtrArray *meso_protocol_find_days (MesoProtocolReader *reader);
void       meso_protocol_fill_days (GPtrArray *days);

G_END_DECLS
