/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-evidence.h"

G_BEGIN_DECLS

/* A study that opens to what it is: claim, study, result, reference, grade. */
GtkWidget *meso_evidence_row_new (MesoContext *context, const MesoEvidence *evidence);
/* Whether each word of a folded text occurs in what the row shows, in either language. */
gboolean   meso_evidence_row_matches (const MesoProtocol *protocol, const MesoEvidence *evidence, const char *text);

G_END_DECLS
