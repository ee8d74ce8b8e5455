/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-ink.h"

static const struct
{
  guint8 red;
  guint8 green;
  guint8 blue;
} inks[] = {
  [MESO_INK_TEXT] = { 0x17, 0x17, 0x1A },
  [MESO_INK_GREY] = { 0x4A, 0x4D, 0x52 },
  [MESO_INK_RULE] = { 0xA8, 0xB0, 0xB3 },
  [MESO_INK_ACCENT] = { 0x09, 0x53, 0x60 },
  [MESO_INK_WHITE] = { 0xFF, 0xFF, 0xFF },
  [MESO_INK_WATERMARK] = { 0xE6, 0xEA, 0xEB },
};

/* Makes it the colour of what is drawn next; not for %MESO_INK_NONE. */
void
meso_ink_set (MesoInk  ink,
              cairo_t *cr)
{
  g_return_if_fail (ink != MESO_INK_NONE);

  cairo_set_source_rgb (cr, inks[ink].red / 255.0, inks[ink].green / 255.0, inks[ink].blue / 255.0);
}
