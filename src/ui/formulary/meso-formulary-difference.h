/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"
#include "meso-protocol-difference.h"

G_BEGIN_DECLS

/* What a version of the protocol has changed in an ingredient, pair or product. Both (transfer full) */
char *meso_formulary_difference_title   (MesoContext *context, const MesoProtocolDifference *difference);
char *meso_formulary_difference_details (MesoContext *context, const MesoProtocolDifference *difference);

G_END_DECLS
