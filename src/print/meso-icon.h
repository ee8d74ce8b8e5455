/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-ink.h"

G_BEGIN_DECLS

typedef enum {
  MESO_ICON_PLAIN,     /* the picture alone, in the given ink */
  MESO_ICON_RING,      /* in a ring */
  MESO_ICON_AVOID,     /* in a ring, struck through behind the picture: “do not” */
} MesoIconStyle;

gboolean meso_icon_exists (const char *name);
/* Within the square of `size` points whose top left corner is x, y. Never mirrored. */
void     meso_icon_draw   (const char *name, MesoIconStyle style, MesoInk ink, double x, double y, double size, cairo_t *cr);

G_END_DECLS
