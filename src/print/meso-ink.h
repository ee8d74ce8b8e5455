/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * MesoInk:
 *
 * The few colours of a sheet. A copier may drop the tint and the watermark; nothing depends on a colour.
 */
typedef enum {
  MESO_INK_NONE,
  MESO_INK_TEXT,
  MESO_INK_GREY,
  MESO_INK_RULE,
  MESO_INK_ACCENT,
  MESO_INK_WHITE,
  MESO_INK_WATERMARK,
} MesoInk;

void meso_ink_set (MesoInk ink, cairo_t *cr);

G_END_DECLS
