/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-import-fault.h"

G_BEGIN_DECLS

/* The first character of a cell that can't be stored in that field, and where in the text it is, in bytes; MESO_IMPORT_FAULT_NONE
 * without any. */
MesoImportFaultKind meso_import_character_find_bad (const char *text, MesoImportField field, gsize *offset_out);

G_END_DECLS
