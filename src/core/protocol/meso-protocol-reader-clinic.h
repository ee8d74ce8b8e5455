/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-protocol-reader.h"

G_BEGIN_DECLS

/* The clinic's own document: read after all others, and laid over them once they have been checked. */
void meso_protocol_read_clinic  (MesoProtocolReader   *reader,
                                 const MesoXmlElement *root);
void meso_protocol_apply_clinic (MesoProtocolReader   *reader);

G_END_DECLS
