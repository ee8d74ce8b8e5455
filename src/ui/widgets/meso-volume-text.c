/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-volume-text.h"

#include <string.h>

#include "meso-quantity.h"
#include "meso-text.h"

gboolean
meso_volume_text_read (const char *text,
                       gint64     *volume_ul_out)
{
  g_autofree char *ascii = meso_text_ascii_digits (text);
  g_autofree char *trimmed = meso_text_trim (ascii);
  g_autofree char *with_unit = NULL;
  MesoQuantity quantity;

  *volume_ul_out = 0;
  if (*trimmed == '\0' || g_str_equal (trimmed, "0"))
    return TRUE;
  if (g_ascii_isdigit (trimmed[strlen (trimmed) - 1]))
    with_unit = g_strconcat (trimmed, " mL", NULL);
  if (meso_quantity_is_ambiguous (trimmed) || !meso_quantity_parse (with_unit != NULL ? with_unit : trimmed, &quantity, NULL) ||
      quantity.dimension != MESO_DIMENSION_VOLUME)
    return FALSE;
  *volume_ul_out = quantity.value;
  return TRUE;
}
