/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-work.h"

#include <string.h>

#include "meso-text.h"

#define SHOWN_DIGITS 5

static gboolean
is_right_to_left (const MesoFormulaWork *work)
{
  return strcmp (work->language, "fa") == 0;
}

static gboolean
has_arabic_letter (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_get_script (g_utf8_get_char (text)) == G_UNICODE_SCRIPT_ARABIC)
      return TRUE;
  return FALSE;
}

/**
 * meso_formula_work_show:
 * @text: a Latin run (a drug's name) or a word in the check's language
 *
 * In a right-to-left line a Latin name falls apart unless it is isolated.
 *
 * Returns: (transfer full): @text, isolated where it has to be
 */
char *
meso_formula_work_show (const MesoFormulaWork *work,
                        const char            *text)
{
  if (!is_right_to_left (work) || has_arabic_letter (text))
    return g_strdup (text);
  return meso_text_isolate (text);
}

/**
 * meso_formula_work_show_name:
 *
 * Returns: (transfer full): the ingredient's name in the check's language
 */
char *
meso_formula_work_show_name (const MesoFormulaWork *work,
                             const MesoIngredient  *ingredient)
{
  return meso_formula_work_show (work, meso_local_text_get (ingredient->name, work->language));
}

/**
 * meso_formula_work_show_number:
 * @text: a number, perhaps with its unit
 *
 * Returns: (transfer full): @text in the digits of the check's language. Isolated where it has to be: Persian digits belong
 *   to a right-to-left script, but a number is read from left to right all the same
 */
char *
meso_formula_work_show_number (const MesoFormulaWork *work,
                               const char            *text)
{
  g_autofree char *number = meso_text_localise_number (text, work->language);

  return is_right_to_left (work) ? meso_text_isolate (number) : g_steal_pointer (&number);
}

/**
 * meso_formula_work_show_quantity:
 *
 * Returns: (transfer full): the amount as meso_quantity_format() writes it
 */
char *
meso_formula_work_show_quantity (const MesoFormulaWork *work,
                                 MesoQuantity           quantity,
                                 MesoMassUnit           unit)
{
  g_autofree char *text = meso_quantity_format (quantity, unit);

  return meso_formula_work_show_number (work, text);
}

/**
 * meso_formula_work_show_volume:
 * @volume_ul: in µL
 *
 * Returns: (transfer full): in mL
 */
char *
meso_formula_work_show_volume (const MesoFormulaWork *work,
                               gint64                 volume_ul)
{
  MesoQuantity volume = { volume_ul, MESO_DIMENSION_VOLUME };

  return meso_formula_work_show_quantity (work, volume, MESO_MASS_UNIT_BY_SIZE);
}

/**
 * meso_formula_work_show_strength:
 *
 * Returns: (transfer full): in mg/mL or IU/mL
 */
char *
meso_formula_work_show_strength (const MesoFormulaWork *work,
                                 MesoStrength           strength)
{
  g_autofree char *text = meso_strength_format (strength);

  return meso_formula_work_show_number (work, text);
}

/**
 * meso_formula_work_show_count:
 *
 * Returns: (transfer full): a plain number (not a dose) in the digits of the check's language
 */
char *
meso_formula_work_show_count (const MesoFormulaWork *work,
                              guint                  count)
{
  g_autofree char *ascii = g_strdup_printf ("%u", count);

  return meso_formula_work_show_number (work, ascii);
}

/**
 * meso_formula_work_show_pair:
 *
 * Returns: (transfer full): “Zinc + Copper”
 */
char *
meso_formula_work_show_pair (const MesoFormulaWork *work,
                             const MesoIngredient  *a,
                             const MesoIngredient  *b)
{
  g_autofree char *name_a = meso_formula_work_show_name (work, a);
  g_autofree char *name_b = meso_formula_work_show_name (work, b);

  return meso_text_format (meso_formula_work_phrase (work, "finding-pair-of"), "a", name_a, "b", name_b, NULL);
}

/**
 * meso_formula_work_join:
 * @list: (transfer full) (nullable): the list so far
 * @item: one more
 *
 * Returns: (transfer full): the longer list
 */
char *
meso_formula_work_join (const MesoFormulaWork *work,
                        char                  *list,
                        const char            *item)
{
  g_autofree char *before = list;

  if (before == NULL)
    return g_strdup (item);
  return meso_text_format (meso_formula_work_phrase (work, "finding-list"), "list", before, "item", item, NULL);
}

/**
 * meso_formula_shorten:
 * @value: what is too long to be read
 * @up: a value that is over its limit is rounded up and the limit down, so that the sentence stays true
 *
 * For sentences only; nothing is compared with the result.
 *
 * Returns: @value to five significant digits
 */
gint64
meso_formula_shorten (MesoWide value,
                      gboolean up)
{
  MesoWide step = 1;

  while (value / step >= meso_wide_power_of_ten (SHOWN_DIGITS))
    step *= 10;
  value = (value / step + (up && value % step > 0 ? 1 : 0)) * step;
  return (gint64) MIN (value, (MesoWide) G_MAXINT64);
}
