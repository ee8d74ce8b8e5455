/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"
#include "meso-import-fault.h"

G_BEGIN_DECLS

/* What an import says, in the window's language. */

/* "Given name", "Leave out", "Keep in the notes" */
const char *meso_exchange_words_field       (MesoImportField field);
/* (transfer full): what is wrong, and what to do, without the place. context (nullable): NULL for a file that other programs read */
char       *meso_exchange_words_fault       (MesoContext *context, const MesoImportFault *fault);
/* (transfer full): "Line 12, column 40 · Date of birth" */
char       *meso_exchange_words_place       (MesoContext *context, const MesoImportFault *fault);
/* For the report of an import, which is written on another thread: a #MesoImportWords */
char       *meso_exchange_words_report      (const MesoImportFault *fault, gpointer data);

G_END_DECLS
