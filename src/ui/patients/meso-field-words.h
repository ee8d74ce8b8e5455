/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"

G_BEGIN_DECLS

/* (transfer full): what a field of a record holds, as it is stored or logged ("female", "62500", "2026-11-22"), in words of the window,
 * isolated; "—" for nothing. field: its stable name; value (nullable) */
char *meso_field_words_value (MesoContext *context, const char *field, const char *value);

G_END_DECLS
