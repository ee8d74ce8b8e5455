/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"
#include "meso-protocol.h"

G_BEGIN_DECLS

/* (transfer full): the content that a screening was judged by, also when another is in use now. hash: as its verdict has it */
MesoProtocol *meso_screening_protocol_load (MesoClinic *clinic, const char *hash, GError **error);

G_END_DECLS
