/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-protocol-reader-clinic.h"

#include <string.h>

#include "meso-text-fold.h"
#include "meso-text.h"

#define MAX_NAME_CHARS 200

static const char *const languages[] = { "en", "fa" };

/* Whether the words of @name stand one after another in @text; both folded. */
static gboolean
holds_words (const char *text,
             const char *name)
{
  gsize length = strlen (name);

  for (const char *at = text; length > 0 && (at = strstr (at, name)) != NULL; at++)
    if ((at == text || at[-1] == ' ') && (at[length] == '\0' || at[length] == ' '))
      return TRUE;

  return FALSE;
}

static gboolean
is_named (const MesoIngredient *ingredient,
          const char           *folded,
          gboolean              anywhere)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *name = meso_text_fold (meso_local_text_get (ingredient->name, languages[i]));

      if (anywhere ? holds_words (folded, name) : *folded != '\0' && g_str_equal (folded, name))
        return TRUE;
    }

  return anywhere && holds_words (folded, ingredient->id);
}

/* By another name nothing comes back that is banned. */
static void
check_name (MesoProtocolReader   *reader,
            const MesoXmlElement *element,
            const MesoLocalText  *name,
            const MesoIngredient *itself)
{
  const GPtrArray *ingredients = reader->protocol->ingredients;

  for (guint i = 0; name && i < G_N_ELEMENTS (languages); i++)
    {
      const char *text = meso_local_text_get (name, languages[i]);
      g_autofree char *folded = meso_text_fold (text);
      g_autoptr (GError) error = NULL;

      if (i > 0 && g_str_equal (text, meso_local_text_get (name, "en")))
        continue;
      if (!meso_text_check_line (text, MAX_NAME_CHARS, "The name", &error))
        meso_protocol_reader_fault (reader, element, "%s", error->message);

      for (guint j = 0; j < ingredients->len; j++)
        {
          const MesoIngredient *other = g_ptr_array_index (ingredients, j);

          if (other == itself)
            continue;
          if (other->availability == MESO_AVAILABILITY_BANNED && is_named (other, folded, TRUE))
            meso_protocol_reader_fault (reader, element, "“%s” is named like %s, which is banned", text, other->id);
          else if (itself && is_named (other, folded, FALSE))
            meso_protocol_reader_fault (reader, element, "“%s” is the name of %s already", text, other->id);
        }
    }
}

/**
 * meso_protocol_read_own_ingredient:
 * @reader: a reader that has read what ships
 * @element: an `<ingredient>` of the clinic
 */
void
meso_protocol_read_own_ingredient (MesoProtocolReader   *reader,
                                   const MesoXmlElement *element)
{
  const GPtrArray *ingredients = reader->protocol->ingredients;
  const MesoIngredient *own;

  meso_protocol_check_own (reader, element);
  meso_protocol_read_ingredient (reader, element);
  own = g_ptr_array_index (ingredients, ingredients->len - 1);
  check_name (reader, element, own->name, own);
}

/**
 * meso_protocol_read_own_product:
 * @reader: a reader that has read what ships
 * @element: a `<product>` of the clinic
 */
void
meso_protocol_read_own_product (MesoProtocolReader   *reader,
                                const MesoXmlElement *element)
{
  const GPtrArray *products = reader->protocol->products;
  const MesoProduct *own;

  meso_protocol_check_own (reader, element);
  meso_protocol_read_product (reader, element);
  own = g_ptr_array_index (products, products->len - 1);
  check_name (reader, element, own->name, NULL);
}

/**
 * meso_protocol_read_own_pair:
 * @reader: a reader that has read what ships
 * @element: a `<pair>` of the clinic
 *
 * What is known of two ingredients may become stricter; meso_protocol_apply_formulary() sees to that.
 */
void
meso_protocol_read_own_pair (MesoProtocolReader   *reader,
                             const MesoXmlElement *element)
{
  meso_protocol_check_own (reader, element);
  g_ptr_array_add (reader->protocol->layer->pairs, meso_protocol_read_pair_only (reader, element));
}

/**
 * meso_protocol_read_adjust:
 * @reader: a reader that has read what ships
 * @element: an `<adjust>`
 *
 * Reads what the clinic wants otherwise in an ingredient that ships.
 */
void
meso_protocol_read_adjust (MesoProtocolReader   *reader,
                           const MesoXmlElement *element)
{
  static const MesoProtocolWord severities[] = { { "warn", FALSE }, { "block", TRUE }, { NULL } };
  static const MesoProtocolWord availabilities[] = {
    { "on", MESO_AVAILABILITY_ON }, { "off", MESO_AVAILABILITY_OFF }, { "banned", MESO_AVAILABILITY_BANNED },
    { "own-syringe", MESO_AVAILABILITY_OWN_SYRINGE }, { NULL }
  };
  MesoLayerAdjust *adjust = g_new0 (MesoLayerAdjust, 1);
  MesoIngredientChange *change = &adjust->change;
  const MesoIngredient *ingredient;

  g_ptr_array_add (reader->protocol->layer->adjusts, adjust);
  meso_protocol_reader_remember (reader, adjust, element);
  meso_protocol_reader_shape (reader, element, "ingredient availability cap cap-per-kg cap-severity over", "benefit caution why");

  change->ingredient = meso_protocol_reader_require (reader, element, "ingredient");
  ingredient = meso_protocol_lookup_ingredient (reader->protocol, change->ingredient);
  change->has_availability = meso_protocol_reader_has (element, "availability");
  change->availability = meso_protocol_reader_word_or (reader, element, "availability", availabilities, MESO_AVAILABILITY_BANNED);
  change->has_severity = meso_protocol_reader_has (element, "cap-severity");
  change->cap_blocks = meso_protocol_reader_word_or (reader, element, "cap-severity", severities, TRUE);
  /* In what it is measured, only the ingredient knows; one that isn't there is a fault of its own. */
  if (ingredient)
    {
      change->cap = meso_protocol_reader_quantity (reader, element, "cap", ingredient->dimension);
      change->cap_per_kg = meso_protocol_reader_quantity (reader, element, "cap-per-kg", ingredient->dimension);
    }
  change->benefit = meso_protocol_reader_text (reader, element, "benefit", FALSE);
  change->caution = meso_protocol_reader_text (reader, element, "caution", FALSE);
  change->why = meso_protocol_read_why (reader, element);
  adjust->over = meso_protocol_reader_optional (reader, element, "over");

  if (!change->has_availability && !change->has_severity && !change->benefit && !change->caution &&
      !meso_protocol_reader_has (element, "cap") && !meso_protocol_reader_has (element, "cap-per-kg"))
    meso_protocol_reader_fault (reader, element, "<adjust> changes nothing");
}
