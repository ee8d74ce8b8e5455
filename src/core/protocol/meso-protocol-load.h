/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-protocol-reader.h"

G_BEGIN_DECLS

/* Reads and checks all documents into the reader's protocol. */
void meso_protocol_load   (MesoProtocolReader *reader,
                           const GPtrArray    *documents);
/* Of a protocol without faults: what is known of it only now. */
void meso_protocol_finish (MesoProtocol       *protocol,
                           const GPtrArray    *documents);

G_END_DECLS
