/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"

G_BEGIN_DECLS

/* A fault of a protocol file as meso_protocol_validate () tells it, `file:line:column: what`. (transfer full): where it is, in words;
 * what (transfer full): what it is */
char *meso_protocol_fault_split (MesoContext *context, const char *file, const char *fault, char **what_out);

G_END_DECLS
