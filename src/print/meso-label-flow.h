/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-typesetter.h"

G_BEGIN_DECLS

/* (transfer full) (element-type utf8): items with dots between them in lines of this width; one that is wider than a line goes on in the
 * next, and none is left out */
GPtrArray *meso_label_flow (const MesoTypesetter *type, const MesoTextStyle *style, const GPtrArray *items, double width);

G_END_DECLS
