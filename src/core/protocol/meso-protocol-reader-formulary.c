/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-protocol-reader.h"

#include <string.h>

#define NO_SOURCE "no source"
/* More strengths than any ingredient is sold in. */
#define MAX_STRENGTHS 20
#define MAX_SALTS 20
#define MAX_ELEMENTS 100

static const MesoProtocolWord dimensions[] = {
  { "mass", MESO_DIMENSION_MASS }, { "activity", MESO_DIMENSION_ACTIVITY }, { NULL }
};

static const char *
dimension_to_string (MesoDimension dimension)
{
  return dimension == MESO_DIMENSION_ACTIVITY ? "activity" : "mass";
}

/**
 * meso_protocol_reader_quantity:
 * @self: a reader
 * @element: an element
 * @attribute: an attribute that it may have: an amount
 * @dimension: what the amount has to be
 *
 * The parser's own sentence says what is wrong with an amount.
 *
 * Returns: the amount; 0 without one, and after a fault
 */
MesoQuantity
meso_protocol_reader_quantity (MesoProtocolReader   *self,
                               const MesoXmlElement *element,
                               const char           *attribute,
                               MesoDimension         dimension)
{
  MesoQuantity quantity = { 0, dimension };
  g_autofree char *text = meso_protocol_reader_optional (self, element, attribute);
  g_autoptr (GError) error = NULL;

  if (!text || *text == '\0')
    return quantity;

  if (!meso_quantity_parse (text, &quantity, &error))
    {
      meso_protocol_reader_fault (self, element, "“%s”: %s", attribute, error->message);
      return (MesoQuantity) { 0, dimension };
    }

  if (quantity.dimension == dimension)
    return quantity;
  meso_protocol_reader_fault (self, element, "“%s” is “%s”, but the ingredient is measured in %s", attribute, text,
                              dimension_to_string (dimension));
  return (MesoQuantity) { 0, dimension };
}

static MesoStrength
check_strength (MesoProtocolReader   *reader,
                const MesoXmlElement *element,
                const char           *attribute,
                const char           *text,
                MesoDimension         dimension)
{
  MesoStrength strength = { 0, 0, dimension };
  g_autoptr (GError) error = NULL;

  if (!meso_strength_parse (text, &strength, &error))
    {
      meso_protocol_reader_fault (reader, element, "“%s”: %s", attribute, error->message);
      return (MesoStrength) { 0, 0, dimension };
    }

  if (strength.dimension != dimension)
    meso_protocol_reader_fault (reader, element, "“%s” is “%s”, but the ingredient is measured in %s", attribute, text,
                                dimension_to_string (dimension));
  return strength;
}

static MesoStrength
read_strength (MesoProtocolReader   *reader,
               const MesoXmlElement *element,
               const char           *attribute,
               MesoDimension         dimension)
{
  g_autofree char *text = meso_protocol_reader_optional (reader, element, attribute);

  if (!text || *text == '\0')
    return (MesoStrength) { 0, 0, dimension };

  return check_strength (reader, element, attribute, text, dimension);
}

/* "1 mg/mL; 3 mg/mL" */
static GPtrArray *
read_strengths (MesoProtocolReader   *reader,
                const MesoXmlElement *element,
                MesoDimension         dimension)
{
  GPtrArray *strengths = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = meso_protocol_reader_optional (reader, element, "strengths");
  g_auto (GStrv) parts = g_strsplit (text && *text != '\0' ? text : "", ";", -1);

  if (g_strv_length (parts) > MAX_STRENGTHS)
    meso_protocol_reader_fault (reader, element, "“strengths” holds more than %d of them", MAX_STRENGTHS);

  for (guint i = 0; parts[i] != NULL && i < MAX_STRENGTHS; i++)
    {
      const char *part = g_strstrip (parts[i]);

      check_strength (reader, element, "strengths", part, dimension);
      if (g_ptr_array_find_with_equal_func (strengths, part, g_str_equal, NULL))
        meso_protocol_reader_fault (reader, element, "“%s” stands twice in “strengths”", part);
      g_ptr_array_add (strengths, g_strdup (part));
    }

  return strengths;
}

/* "65.38 mg/mmol", which is also 65.38 g/mol */
static gint64
read_molar_mass (MesoProtocolReader   *reader,
                 const MesoXmlElement *element)
{
  static const char *const units[] = { "mg/mmol", "g/mol" };
  g_autofree char *text = meso_protocol_reader_optional (reader, element, "molar-mass");

  if (!text || *text == '\0')
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autofree char *number = NULL;

      if (!g_str_has_suffix (text, units[i]))
        continue;

      number = g_strstrip (g_strndup (text, strlen (text) - strlen (units[i])));
      return meso_protocol_reader_parse_milli (reader, element, "molar-mass", number);
    }

  meso_protocol_reader_fault (reader, element, "“%s” isn't a molar mass such as “65.38 mg/mmol”", text);
  return 0;
}

static void
check_cap (MesoProtocolReader   *reader,
           const MesoXmlElement *element,
           const MesoIngredient *ingredient)
{
  gboolean has_cap = meso_protocol_reader_has (element, "cap") || meso_protocol_reader_has (element, "cap-per-kg");

  if (!has_cap && !g_str_equal (ingredient->cap_source, NO_SOURCE))
    meso_protocol_reader_fault (reader, element, "“cap-source” without “cap” or “cap-per-kg”");
  if (!has_cap && ingredient->cap_blocks)
    meso_protocol_reader_fault (reader, element, "“cap-severity” without “cap” or “cap-per-kg”");
  if (ingredient->anaesthetic && !(has_cap && ingredient->cap_blocks))
    meso_protocol_reader_fault (reader, element, "an anaesthetic needs a cap that blocks: fractions of it are added up");
  if (ingredient->diluent && (has_cap || ingredient->anaesthetic))
    meso_protocol_reader_fault (reader, element, "a diluent is neutral: it has no cap and is no anaesthetic");
}

static void
read_limits (MesoProtocolReader   *reader,
             const MesoXmlElement *element,
             MesoIngredient       *ingredient)
{
  static const MesoProtocolWord severities[] = { { "warn", FALSE }, { "block", TRUE }, { NULL } };

  ingredient->dimension = meso_protocol_reader_word (reader, element, "dimension", dimensions);
  ingredient->cap = meso_protocol_reader_quantity (reader, element, "cap", ingredient->dimension);
  ingredient->cap_per_kg = meso_protocol_reader_quantity (reader, element, "cap-per-kg", ingredient->dimension);
  ingredient->cap_source = meso_protocol_reader_optional (reader, element, "cap-source");
  if (!ingredient->cap_source)
    ingredient->cap_source = g_strdup (NO_SOURCE);
  ingredient->cap_blocks = meso_protocol_reader_word_or (reader, element, "cap-severity", severities, FALSE);
  ingredient->anaesthetic = meso_protocol_reader_boolean (reader, element, "anaesthetic", FALSE);
  ingredient->diluent = meso_protocol_reader_boolean (reader, element, "diluent", FALSE);
  ingredient->molar_mass_ug_per_mmol = read_molar_mass (reader, element);
  if (ingredient->molar_mass_ug_per_mmol > 0 && ingredient->dimension != MESO_DIMENSION_MASS)
    meso_protocol_reader_fault (reader, element, "only an ingredient measured in mass has a “molar-mass”");
  ingredient->max_final = read_strength (reader, element, "max-final", ingredient->dimension);
  ingredient->stock_below = read_strength (reader, element, "stock-below", ingredient->dimension);
  check_cap (reader, element, ingredient);
}

static MesoSalt *
read_salt (MesoProtocolReader   *reader,
           const MesoXmlElement *element,
           const MesoIngredient *ingredient)
{
  MesoSalt *salt = g_new0 (MesoSalt, 1);
  gint64 of_elements;

  meso_protocol_reader_shape (reader, element, "id molar-mass elements", "name");
  meso_protocol_reader_remember (reader, salt, element);
  salt->id = meso_protocol_reader_id (reader, element, "id");
  salt->molar_mass_ug_per_mmol = read_molar_mass (reader, element);
  salt->elements = 1;
  if (meso_protocol_reader_has (element, "elements"))
    salt->elements = meso_protocol_reader_integer (reader, element, "elements", 1, MAX_ELEMENTS);
  salt->name = meso_protocol_reader_text (reader, element, "name", TRUE);

  of_elements = ingredient->molar_mass_ug_per_mmol * salt->elements;
  if (ingredient->molar_mass_ug_per_mmol == 0)
    meso_protocol_reader_fault (reader, element, "only an ingredient with a “molar-mass” has a <salt>");
  else if (salt->molar_mass_ug_per_mmol <= of_elements)
    meso_protocol_reader_fault (reader, element, "a <salt> needs a “molar-mass” above that of what it holds of the ingredient");
  return salt;
}

static void
read_salts (MesoProtocolReader   *reader,
            const MesoXmlElement *element,
            MesoIngredient       *ingredient)
{
  g_autoptr (GPtrArray) children = meso_protocol_reader_children (reader, element, "salt", MAX_SALTS);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  ingredient->salts = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_salt_free);
  for (guint i = 0; i < children->len; i++)
    {
      MesoSalt *salt = read_salt (reader, g_ptr_array_index (children, i), ingredient);

      g_ptr_array_add (ingredient->salts, salt);
      meso_protocol_reader_register (reader, seen, salt->id, salt);
    }
}

/**
 * meso_protocol_read_ingredient:
 * @reader: a reader
 * @element: an `<ingredient>`
 *
 * Reads one entry of the formulary.
 */
void
meso_protocol_read_ingredient (MesoProtocolReader   *reader,
                               const MesoXmlElement *element)
{
  static const MesoProtocolWord groups[] = {
    { "minerals", MESO_INGREDIENT_MINERALS }, { "vitamins", MESO_INGREDIENT_VITAMINS },
    { "other", MESO_INGREDIENT_OTHER }, { NULL }
  };
  static const MesoProtocolWord availabilities[] = {
    { "on", MESO_AVAILABILITY_ON }, { "off", MESO_AVAILABILITY_OFF }, { "banned", MESO_AVAILABILITY_BANNED },
    { "own-syringe", MESO_AVAILABILITY_OWN_SYRINGE }, { NULL }
  };
  MesoIngredient *ingredient = g_new0 (MesoIngredient, 1);

  meso_protocol_reader_shape (reader, element,
                              "id group availability dimension cap cap-per-kg cap-source cap-severity anaesthetic "
                              "diluent molar-mass max-final stock-below excipients strengths" MESO_PROTOCOL_PROVENANCE,
                              "name benefit caution sold storage salt");
  g_ptr_array_add (reader->protocol->ingredients, ingredient);
  meso_protocol_reader_remember (reader, ingredient, element);

  ingredient->id = meso_protocol_reader_id (reader, element, "id");
  ingredient->group = meso_protocol_reader_word (reader, element, "group", groups);
  ingredient->availability = meso_protocol_reader_word (reader, element, "availability", availabilities);
  read_limits (reader, element, ingredient);
  read_salts (reader, element, ingredient);
  ingredient->excipients = meso_protocol_reader_ids (reader, element, "excipients");
  ingredient->name = meso_protocol_reader_text (reader, element, "name", TRUE);
  ingredient->benefit = meso_protocol_reader_text (reader, element, "benefit", TRUE);
  ingredient->caution = meso_protocol_reader_text (reader, element, "caution", FALSE);
  ingredient->strengths = read_strengths (reader, element, ingredient->dimension);
  ingredient->sold = meso_protocol_reader_text (reader, element, "sold", FALSE);
  ingredient->storage = meso_protocol_reader_text (reader, element, "storage", FALSE);
  meso_protocol_reader_provenance (reader, element, &ingredient->provenance);
  meso_protocol_reader_register (reader, reader->protocol->ingredients_by_id, ingredient->id, ingredient);
}

/**
 * meso_protocol_read_pair_only:
 * @reader: a reader
 * @element: a `<pair>`
 *
 * Reads what is known of two ingredients in one syringe, without adding it to the protocol.
 *
 * Returns: (transfer full): the pair, remembered with its place
 */
MesoIngredientPair *
meso_protocol_read_pair_only (MesoProtocolReader   *reader,
                              const MesoXmlElement *element)
{
  static const MesoProtocolWord severities[] = {
    { "incompatible", MESO_PAIR_INCOMPATIBLE }, { "caution", MESO_PAIR_CAUTION },
    { "compatible", MESO_PAIR_COMPATIBLE }, { NULL }
  };
  MesoIngredientPair *pair = g_new0 (MesoIngredientPair, 1);

  meso_protocol_reader_shape (reader, element, "a b severity" MESO_PROTOCOL_PROVENANCE, "reason");
  meso_protocol_reader_remember (reader, pair, element);

  pair->a = meso_protocol_reader_require (reader, element, "a");
  pair->b = meso_protocol_reader_require (reader, element, "b");
  pair->severity = meso_protocol_reader_word (reader, element, "severity", severities);
  pair->reason = meso_protocol_reader_text (reader, element, "reason", TRUE);
  meso_protocol_reader_provenance (reader, element, &pair->provenance);
  if (*pair->a != '\0' && g_str_equal (pair->a, pair->b))
    meso_protocol_reader_fault (reader, element, "“%s” is paired with itself", pair->a);
  return pair;
}

/**
 * meso_protocol_read_pair:
 * @reader: a reader
 * @element: a `<pair>`
 *
 * Reads what is known of two ingredients in one syringe.
 */
void
meso_protocol_read_pair (MesoProtocolReader   *reader,
                         const MesoXmlElement *element)
{
  GHashTable *by_ids = reader->protocol->pairs_by_ids;
  MesoIngredientPair *pair = meso_protocol_read_pair_only (reader, element);
  g_autofree char *key = NULL;
  const MesoIngredientPair *first;

  g_ptr_array_add (reader->protocol->pairs, pair);
  if (*pair->a == '\0' || *pair->b == '\0' || g_str_equal (pair->a, pair->b))
    return;

  key = meso_protocol_dup_pair_key (pair->a, pair->b);
  first = g_hash_table_lookup (by_ids, key);
  if (first)
    meso_protocol_reader_fault_repeated (reader, pair, key, first);
  else
    g_hash_table_insert (by_ids, g_steal_pointer (&key), pair);
}

/**
 * meso_protocol_read_excipient_pair:
 * @reader: a reader
 * @element: an `<excipient-pair>`
 *
 * Reads what is known of an ingredient and of something that a vial holds besides its components.
 */
void
meso_protocol_read_excipient_pair (MesoProtocolReader   *reader,
                                   const MesoXmlElement *element)
{
  static const MesoProtocolWord severities[] = {
    { "incompatible", MESO_PAIR_INCOMPATIBLE }, { "caution", MESO_PAIR_CAUTION }, { NULL }
  };
  MesoExcipientPair *pair = g_new0 (MesoExcipientPair, 1);

  meso_protocol_reader_shape (reader, element, "id ingredient excipients severity" MESO_PROTOCOL_PROVENANCE, "reason");
  g_ptr_array_add (reader->protocol->excipient_pairs, pair);
  meso_protocol_reader_remember (reader, pair, element);

  pair->id = meso_protocol_reader_id (reader, element, "id");
  pair->ingredient = meso_protocol_reader_require (reader, element, "ingredient");
  pair->excipients = meso_protocol_reader_ids (reader, element, "excipients");
  pair->severity = meso_protocol_reader_word (reader, element, "severity", severities);
  pair->reason = meso_protocol_reader_text (reader, element, "reason", TRUE);
  meso_protocol_reader_provenance (reader, element, &pair->provenance);
  if (pair->excipients->len == 0)
    meso_protocol_reader_fault (reader, element, "<excipient-pair> needs the attribute “excipients”");
  meso_protocol_reader_register (reader, reader->protocol->excipient_pairs_by_id, pair->id, pair);
}
