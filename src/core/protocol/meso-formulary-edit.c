/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formulary-edit.h"

#define CLINIC "clinic"
#define NO_SOURCE "no source"
#define NEW_ID_LENGTH 13

/**
 * meso_formulary_dup_new_id:
 *
 * Formulas and lots name what they hold by its id for ever: one that was taken out never comes back as something else.
 *
 * Returns: (transfer full): an id for what a clinic adds
 */
char *
meso_formulary_dup_new_id (void)
{
  g_autofree char *uuid = g_uuid_string_random ();

  return g_strdup_printf ("own-%.*s", NEW_ID_LENGTH, uuid);
}

static void
set (MesoXmlElement *entry,
     const char     *attribute,
     const char     *value)
{
  if (value && *value != '\0')
    meso_xml_element_set (entry, attribute, value);
}

static void
take (MesoXmlElement *entry,
      const char     *attribute,
      char           *value)
{
  g_autofree char *taken = value;

  set (entry, attribute, taken);
}

/* A file is written with plain spaces. */
static void
take_amount (MesoXmlElement *entry,
             const char     *attribute,
             char           *formatted)
{
  GString *plain = g_string_new_take (formatted);

  g_string_replace (plain, "\u00a0", " ", 0);
  take (entry, attribute, g_string_free_and_steal (plain));
}

static void
set_quantity (MesoXmlElement *entry,
              const char     *attribute,
              MesoQuantity    quantity)
{
  if (quantity.value > 0)
    take_amount (entry, attribute, meso_quantity_format (quantity, MESO_MASS_UNIT_BY_SIZE));
}

static void
set_strength (MesoXmlElement *entry,
              const char     *attribute,
              MesoStrength    strength)
{
  if (strength.mantissa > 0)
    take_amount (entry, attribute, meso_strength_format (strength));
}

static void
set_words (MesoXmlElement  *entry,
           const char      *attribute,
           const GPtrArray *words,
           const char      *separator)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; words && i < words->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? separator : "", (const char *) g_ptr_array_index (words, i));
  take (entry, attribute, g_string_free_and_steal (joined));
}

static MesoXmlElement *
add_child (MesoXmlElement *entry,
           const char     *name,
           const char     *text)
{
  MesoXmlElement *child = meso_xml_element_new (name);

  g_string_assign (child->text, text);
  g_ptr_array_add (entry->children, child);
  return child;
}

static void
add_text (MesoXmlElement      *entry,
          const char          *name,
          const MesoLocalText *text)
{
  if (!text || *meso_local_text_get (text, "en") == '\0')
    return;

  add_child (entry, name, meso_local_text_get (text, "en"));
  if (meso_local_text_has (text, "fa"))
    meso_xml_element_set (add_child (entry, name, meso_local_text_get (text, "fa")), "xml:lang", "fa");
}

static void
set_provenance (MesoXmlElement       *entry,
                const MesoProvenance *provenance)
{
  const char *source = provenance->source;

  meso_xml_element_set (entry, "origin", CLINIC);
  meso_xml_element_set (entry, "source", source && *source != '\0' ? source : CLINIC);
  meso_xml_element_set (entry, "grade", provenance->grade ? provenance->grade : "GK");
  meso_xml_element_set (entry, "review", "unreviewed");
}

static void
set_molar_mass (MesoXmlElement *entry,
                gint64          ug_per_mmol)
{
  if (ug_per_mmol > 0)
    take (entry, "molar-mass", g_strdup_printf ("%" G_GINT64_FORMAT ".%03" G_GINT64_FORMAT " mg/mmol", ug_per_mmol / 1000,
                                                ug_per_mmol % 1000));
}

static void
set_limits (MesoXmlElement       *entry,
            const MesoIngredient *own)
{
  gboolean has_cap = own->cap.value > 0 || own->cap_per_kg.value > 0;

  set_quantity (entry, "cap", own->cap);
  set_quantity (entry, "cap-per-kg", own->cap_per_kg);
  if (has_cap && g_strcmp0 (own->cap_source, NO_SOURCE) != 0)
    set (entry, "cap-source", own->cap_source);
  if (has_cap)
    meso_xml_element_set (entry, "cap-severity", own->cap_blocks ? "block" : "warn");
  if (own->anaesthetic)
    meso_xml_element_set (entry, "anaesthetic", "true");
  if (own->diluent)
    meso_xml_element_set (entry, "diluent", "true");
  set_molar_mass (entry, own->molar_mass_ug_per_mmol);
  set_strength (entry, "max-final", own->max_final);
  set_strength (entry, "stock-below", own->stock_below);
}

static void
add_salts (MesoXmlElement       *entry,
           const MesoIngredient *own)
{
  for (guint i = 0; own->salts && i < own->salts->len; i++)
    {
      const MesoSalt *salt = g_ptr_array_index (own->salts, i);
      MesoXmlElement *child = add_child (entry, "salt", "");

      meso_xml_element_set (child, "id", salt->id);
      set_molar_mass (child, salt->molar_mass_ug_per_mmol);
      if (salt->elements > 1)
        take (child, "elements", g_strdup_printf ("%d", salt->elements));
      add_text (child, "name", salt->name);
    }
}

/**
 * meso_formulary_edit_new_ingredient:
 * @own: an ingredient of the clinic
 *
 * Returns: (transfer full): the wish to have it in the formulary, in place of the one of the same id
 */
MesoProtocolEdit *
meso_formulary_edit_new_ingredient (const MesoIngredient *own)
{
  MesoXmlElement *entry = meso_xml_element_new ("ingredient");

  meso_xml_element_set (entry, "id", own->id);
  meso_xml_element_set (entry, "group", meso_ingredient_group_to_string (own->group));
  meso_xml_element_set (entry, "availability", meso_availability_to_string (own->availability));
  meso_xml_element_set (entry, "dimension", own->dimension == MESO_DIMENSION_ACTIVITY ? "activity" : "mass");
  set_limits (entry, own);
  set_words (entry, "excipients", own->excipients, " ");
  set_words (entry, "strengths", own->strengths, "; ");
  set_provenance (entry, &own->provenance);
  add_text (entry, "name", own->name);
  add_text (entry, "benefit", own->benefit);
  add_text (entry, "caution", own->caution);
  add_text (entry, "sold", own->sold);
  add_text (entry, "storage", own->storage);
  add_salts (entry, own);
  return meso_protocol_edit_new_put (entry);
}

static void
set_box (MesoXmlElement    *entry,
         const MesoProduct *own)
{
  set (entry, "maker", own->maker);
  set (entry, "licence", own->licence);
  set (entry, "authority", own->authority);
  set (entry, "form", meso_product_form_to_string (own->form));
  take (entry, "ph", meso_product_dup_ph (own));
  set_quantity (entry, "container", (MesoQuantity) { own->container_ul, MESO_DIMENSION_VOLUME });
  meso_xml_element_set (entry, "doses", own->multi_dose ? "multi" : "single");
  if (own->opened_life_h > 0)
    take (entry, "opened-life-h", g_strdup_printf ("%d", own->opened_life_h));
}

/**
 * meso_formulary_edit_new_product:
 * @own: a product of the clinic
 *
 * Returns: (transfer full): the wish to have it in the formulary, in place of the one of the same id
 */
MesoProtocolEdit *
meso_formulary_edit_new_product (const MesoProduct *own)
{
  MesoXmlElement *entry = meso_xml_element_new ("product");

  meso_xml_element_set (entry, "id", own->id);
  set_words (entry, "excipients", own->excipients, " ");
  set_box (entry, own);
  set_provenance (entry, &own->provenance);
  add_text (entry, "name", own->name);
  add_text (entry, "storage", own->storage);
  for (guint i = 0; own->components && i < own->components->len; i++)
    {
      const MesoProductComponent *component = g_ptr_array_index (own->components, i);
      MesoXmlElement *child = add_child (entry, "component", "");

      meso_xml_element_set (child, "ingredient", component->ingredient);
      meso_xml_element_set (child, "strength", component->strength);
      set (child, "salt", component->salt);
    }
  return meso_protocol_edit_new_put (entry);
}

/**
 * meso_formulary_edit_new_pair:
 * @own: what the clinic says of two ingredients
 *
 * Returns: (transfer full): the wish to have that in the formulary, in place of what it said before
 */
MesoProtocolEdit *
meso_formulary_edit_new_pair (const MesoIngredientPair *own)
{
  MesoXmlElement *entry = meso_xml_element_new ("pair");

  meso_xml_element_set (entry, "a", own->a);
  meso_xml_element_set (entry, "b", own->b);
  meso_xml_element_set (entry, "severity", meso_pair_severity_to_string (own->severity));
  set_provenance (entry, &own->provenance);
  add_text (entry, "reason", own->reason);
  return meso_protocol_edit_new_put (entry);
}

/**
 * meso_formulary_edit_new_change:
 * @change: what the clinic wants otherwise in an ingredient that ships
 *
 * Returns: (transfer full): the wish to have it so; an earlier change of the ingredient goes
 */
MesoProtocolEdit *
meso_formulary_edit_new_change (const MesoIngredientChange *change)
{
  MesoXmlElement *entry = meso_xml_element_new ("adjust");

  meso_xml_element_set (entry, "ingredient", change->ingredient);
  if (change->has_availability)
    meso_xml_element_set (entry, "availability", meso_availability_to_string (change->availability));
  set_quantity (entry, "cap", change->cap);
  set_quantity (entry, "cap-per-kg", change->cap_per_kg);
  if (change->has_severity)
    meso_xml_element_set (entry, "cap-severity", change->cap_blocks ? "block" : "warn");
  add_text (entry, "benefit", change->benefit);
  add_text (entry, "caution", change->caution);
  add_child (entry, "why", change->why ? change->why : "");
  return meso_protocol_edit_new_put (entry);
}
