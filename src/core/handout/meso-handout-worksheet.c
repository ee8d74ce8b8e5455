/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-worksheet.h"

#include "meso-handout-doses.h"
#include "meso-text.h"

/**
 * meso_worksheet_phrase:
 * @id: a phrase of the content, without "worksheet-"
 *
 * Returns: (transfer none): it, in the sheet's language
 */
const char *
meso_worksheet_phrase (const MesoWorksheet *self,
                       const char          *id)
{
  g_autofree char *whole = g_strconcat ("worksheet-", id, NULL);

  return meso_handout_words_phrase (self->words, whole);
}

/**
 * meso_worksheet_fill:
 * @id: a phrase of the content, without "worksheet-"
 * @name: of its placeholder
 * @value: what stands there
 *
 * Returns: (transfer full): the phrase with its placeholder filled
 */
char *
meso_worksheet_fill (const MesoWorksheet *self,
                     const char          *id,
                     const char          *name,
                     const char          *value)
{
  return meso_text_format (meso_worksheet_phrase (self, id), name, value, NULL);
}

/**
 * meso_worksheet_add_block:
 * @heading: a phrase of the content, without "worksheet-"
 *
 * Returns: (transfer none): a part at the end of the sheet
 */
MesoHandoutBlock *
meso_worksheet_add_block (const MesoWorksheet  *self,
                          MesoHandoutBlockType  type,
                          const char           *heading)
{
  return meso_handout_sheet_add_block (self->sheet, type, meso_worksheet_phrase (self, heading));
}

/**
 * meso_worksheet_show:
 * @run: numbers, units and signs, in the digits of whoever typed them
 *
 * Returns: (transfer full): @run as a dose is written on paper, which no line turns around
 */
char *
meso_worksheet_show (const char *run)
{
  g_autofree char *dose = meso_handout_doses_write (run);

  return meso_text_isolate (dose);
}

/**
 * meso_worksheet_show_volume:
 * @volume_ul: µL
 *
 * Returns: (transfer full): the same in mL
 */
char *
meso_worksheet_show_volume (gint64 volume_ul)
{
  g_autofree char *volume = meso_quantity_format ((MesoQuantity) { volume_ul, MESO_DIMENSION_VOLUME }, MESO_MASS_UNIT_BY_SIZE);

  return meso_worksheet_show (volume);
}

/**
 * meso_worksheet_show_name:
 * @id: of an ingredient
 *
 * Returns: (transfer full): its name; the id itself where the content knows it no more
 */
char *
meso_worksheet_show_name (const MesoWorksheet *self,
                          const char          *id)
{
  const MesoIngredient *ingredient = meso_protocol_lookup_ingredient (self->judge, id);
  g_autofree char *name = ingredient != NULL ? meso_handout_words_name (self->words, ingredient, TRUE) : g_strdup (id);

  return meso_handout_doses_inline (name);
}

/**
 * meso_worksheet_show_source:
 * @key: (nullable): a source key of the content
 *
 * What is general knowledge says so: it has no source that anybody could look up.
 *
 * Returns: (transfer full): where something is from
 */
char *
meso_worksheet_show_source (const MesoWorksheet *self,
                            const char          *key)
{
  g_autofree char *isolated = NULL;

  if (g_strcmp0 (key, "screening") == 0 || g_strcmp0 (key, "arithmetic") == 0)
    {
      g_autofree char *own = g_strconcat ("source-", key, NULL);

      return g_strdup (meso_worksheet_phrase (self, own));
    }
  if (g_strcmp0 (key, "article") == 0)
    return g_strdup (meso_handout_words_phrase (self->words, "sheet-source-article"));
  if (key == NULL || g_str_equal (key, "GK") || g_str_equal (key, "no source"))
    return g_strdup (meso_handout_words_phrase (self->words, "sheet-source-none"));
  isolated = meso_text_isolate (key);
  return meso_text_format (meso_handout_words_phrase (self->words, "sheet-source"), "source", isolated, NULL);
}

/**
 * meso_worksheet_find_salt:
 * @ingredient: id of an ingredient
 * @salt: (nullable): id of one of its salts
 *
 * Returns: (transfer none) (nullable): the salt; %NULL where none is weighed, or the content knows it no more
 */
const MesoSalt *
meso_worksheet_find_salt (const MesoWorksheet *self,
                          const char          *ingredient,
                          const char          *salt)
{
  const MesoIngredient *known = meso_protocol_lookup_ingredient (self->judge, ingredient);

  return known != NULL && salt != NULL ? meso_ingredient_find_salt (known, salt) : NULL;
}

/**
 * meso_worksheet_parse_strength:
 * @salt: (nullable): what @text is the strength of; %NULL for the ingredient itself
 * @text: (nullable): as typed
 * @strength_out: (out): the strength
 *
 * Returns: whether it is one
 */
gboolean
meso_worksheet_parse_strength (const MesoWorksheet *self,
                               const char          *ingredient,
                               const char          *salt,
                               const char          *text,
                               MesoStrength        *strength_out)
{
  const MesoIngredient *known = meso_protocol_lookup_ingredient (self->judge, ingredient);
  const MesoSalt *weighed = meso_worksheet_find_salt (self, ingredient, salt);
  gint64 molar_mass = weighed != NULL ? weighed->molar_mass_ug_per_mmol : known != NULL ? known->molar_mass_ug_per_mmol : 0;

  return text != NULL && meso_strength_parse_molar (text, molar_mass, strength_out, NULL);
}

/**
 * meso_worksheet_get_components:
 * @item: of the formula
 *
 * Returns: (transfer none) (nullable) (element-type MesoProductComponent): what a product holds; %NULL of a single ingredient
 */
const GPtrArray *
meso_worksheet_get_components (const MesoWorksheet   *self,
                               const MesoFormulaItem *item)
{
  const MesoProduct *product = item->product != NULL ? meso_protocol_lookup_product (self->judge, item->product) : NULL;

  return product != NULL ? product->components : NULL;
}
