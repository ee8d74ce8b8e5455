/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-protocol-reader.h"

#include "meso-text.h"

#define MAX_COMPONENTS 100
#define MAX_LINE_CHARS 200
#define MAX_PH_MILLI 14000
/* A container for injections holds a litre at most. */
#define MAX_CONTAINER_UL 1000000

static MesoProductComponent *
read_component (MesoProtocolReader   *reader,
                const MesoXmlElement *element)
{
  MesoProductComponent *component = g_new0 (MesoProductComponent, 1);
  MesoStrength strength;
  g_autoptr (GError) error = NULL;

  meso_protocol_reader_shape (reader, element, "ingredient strength salt", "");
  meso_protocol_reader_remember (reader, component, element);
  component->ingredient = meso_protocol_reader_require (reader, element, "ingredient");
  component->strength = meso_protocol_reader_require (reader, element, "strength");
  if (meso_protocol_reader_has (element, "salt"))
    component->salt = meso_protocol_reader_id (reader, element, "salt");
  if (*component->strength != '\0' && !meso_strength_parse (component->strength, &strength, &error))
    meso_protocol_reader_fault (reader, element, "“strength”: %s", error->message);
  return component;
}

/* (transfer full) (nullable): a short text in one language, as who made a product */
static char *
read_line (MesoProtocolReader   *reader,
           const MesoXmlElement *element,
           const char           *attribute)
{
  char *text = meso_protocol_reader_optional (reader, element, attribute);
  g_autofree char *field = g_strdup_printf ("“%s”", attribute);
  g_autoptr (GError) error = NULL;

  if (text && *text != '\0' && !meso_text_check_line (text, MAX_LINE_CHARS, field, &error))
    meso_protocol_reader_fault (reader, element, "%s", error->message);
  return text;
}

static int
read_ph (MesoProtocolReader   *reader,
         const MesoXmlElement *element)
{
  gint64 milli;

  if (!meso_protocol_reader_has (element, "ph"))
    return MESO_PRODUCT_PH_UNKNOWN;

  milli = meso_protocol_reader_milli (reader, element, "ph");
  if (milli > MAX_PH_MILLI || milli % 10 != 0)
    meso_protocol_reader_fault (reader, element, "“%s” isn't a pH: it is a number from 0 to 14 with at most two decimals",
                                meso_xml_element_get (element, "ph"));
  return milli / 10;
}

static gint64
read_container (MesoProtocolReader   *reader,
                const MesoXmlElement *element)
{
  g_autofree char *text = meso_protocol_reader_optional (reader, element, "container");
  MesoQuantity quantity = { 0, MESO_DIMENSION_VOLUME };
  g_autoptr (GError) error = NULL;

  if (!text || *text == '\0')
    return 0;

  if (!meso_quantity_parse (text, &quantity, &error))
    meso_protocol_reader_fault (reader, element, "“container”: %s", error->message);
  else if (quantity.dimension != MESO_DIMENSION_VOLUME)
    meso_protocol_reader_fault (reader, element, "“container” is “%s”, which isn't a volume", text);
  else if (quantity.value > MAX_CONTAINER_UL)
    meso_protocol_reader_fault (reader, element, "“container” is “%s”: it can be 1 L at most", text);
  return quantity.value;
}

/* What stands on the box. */
static void
read_facts (MesoProtocolReader   *reader,
            const MesoXmlElement *element,
            MesoProduct          *product)
{
  static const MesoProtocolWord forms[] = {
    { "solution", MESO_PRODUCT_FORM_SOLUTION }, { "powder", MESO_PRODUCT_FORM_POWDER },
    { "emulsion", MESO_PRODUCT_FORM_EMULSION }, { "gel", MESO_PRODUCT_FORM_GEL }, { NULL }
  };
  static const MesoProtocolWord doses[] = { { "single", FALSE }, { "multi", TRUE }, { NULL } };

  product->maker = read_line (reader, element, "maker");
  product->licence = read_line (reader, element, "licence");
  product->authority = read_line (reader, element, "authority");
  product->form = meso_protocol_reader_word_or (reader, element, "form", forms, MESO_PRODUCT_FORM_UNKNOWN);
  product->ph_centi = read_ph (reader, element);
  product->container_ul = read_container (reader, element);
  product->multi_dose = meso_protocol_reader_word_or (reader, element, "doses", doses, FALSE);
  if (meso_protocol_reader_has (element, "opened-life-h"))
    product->opened_life_h = meso_protocol_reader_integer (reader, element, "opened-life-h", 1, MESO_PRODUCT_MAX_OPENED_LIFE_H);
  product->storage = meso_protocol_reader_text (reader, element, "storage", FALSE);

  if (product->authority && !product->licence)
    meso_protocol_reader_fault (reader, element, "“authority” without “licence”: it is who gave the licence");
}

/**
 * meso_protocol_read_product:
 * @reader: a reader
 * @element: a `<product>`
 *
 * Reads one ready-made vial.
 */
void
meso_protocol_read_product (MesoProtocolReader   *reader,
                            const MesoXmlElement *element)
{
  MesoProduct *product = g_new0 (MesoProduct, 1);
  g_autoptr (GPtrArray) children = meso_protocol_reader_children (reader, element, "component", MAX_COMPONENTS);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  meso_protocol_reader_shape (reader, element, "id excipients maker licence authority form ph container doses opened-life-h"
                              MESO_PROTOCOL_PROVENANCE, "name component storage");
  g_ptr_array_add (reader->protocol->products, product);
  meso_protocol_reader_remember (reader, product, element);

  product->id = meso_protocol_reader_id (reader, element, "id");
  product->excipients = meso_protocol_reader_ids (reader, element, "excipients");
  product->name = meso_protocol_reader_text (reader, element, "name", TRUE);
  read_facts (reader, element, product);
  product->components = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_product_component_free);
  for (guint i = 0; i < children->len; i++)
    {
      MesoProductComponent *component = read_component (reader, g_ptr_array_index (children, i));

      g_ptr_array_add (product->components, component);
      meso_protocol_reader_register (reader, seen, component->ingredient, component);
    }
  meso_protocol_reader_provenance (reader, element, &product->provenance);

  if (product->components->len == 0)
    meso_protocol_reader_fault (reader, element, "<product> needs a <component>");
  meso_protocol_reader_register (reader, reader->protocol->products_by_id, product->id, product);
}
