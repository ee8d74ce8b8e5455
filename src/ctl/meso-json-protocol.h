/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-json-writer.h"
#include "meso-protocol.h"

G_BEGIN_DECLS

/* The members of the clinical content, in one language, into the object that builder holds. */
void meso_json_add_protocol (JsonBuilder *builder, const MesoProtocol *protocol, const char *language);

G_END_DECLS
