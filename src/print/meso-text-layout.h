/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-typesetter.h"

G_BEGIN_DECLS

#define MESO_FONT_FAMILY "Vazirmatn"

PangoLayout *meso_text_layout_new (PangoContext *context, const MesoText *text, double size, int width);

G_END_DECLS
