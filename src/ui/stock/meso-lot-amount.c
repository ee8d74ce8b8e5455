/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-lot-amount.h"

#include "meso-formula-entry.h"
#include "meso-quantity.h"
#include "meso-text.h"

/* Far more than any cupboard holds, and small enough that the product fits. */
#define MAX_CONTAINERS 1000000

gboolean
meso_lot_amount_read (const MesoLot *lot,
                      const char    *text,
                      gint64        *volume_ul_out,
                      gboolean      *containers_out)
{
  g_autofree char *ascii = meso_text_ascii_digits (text);
  g_autofree char *trimmed = meso_text_trim (ascii);
  MesoQuantity quantity;
  guint64 number;

  *volume_ul_out = 0;
  *containers_out = g_ascii_string_to_unsigned (trimmed, 10, 0, MAX_CONTAINERS, &number, NULL);
  if (*containers_out)
    return !__builtin_mul_overflow ((gint64) number, lot->container_ul, volume_ul_out);
  if (meso_formula_entry_read_volume (trimmed, TRUE) != MESO_FORMULA_PROBLEM_NONE)
    return FALSE;
  /* What can't be parsed and is no problem is "0 mL". */
  if (meso_quantity_parse (trimmed, &quantity, NULL))
    *volume_ul_out = quantity.value;
  return TRUE;
}
