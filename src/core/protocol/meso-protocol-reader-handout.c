/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-protocol-reader.h"

#include <string.h>

#define MAX_TEXT_VERSION 10000
#define MAX_HOURS 8760
#define MAX_DAYS 3650
#define MAX_ITEMS 500

/* "PT24H" or "P7D": hours and days aren't the same thing, the one ends at a time and the other on a day. */
static void
read_duration (MesoProtocolReader   *reader,
               const MesoXmlElement *element,
               MesoHandoutItem      *item)
{
  g_autofree char *text = meso_protocol_reader_optional (reader, element, "duration");
  gsize length = text ? strlen (text) : 0;
  g_autofree char *number = NULL;
  guint64 value = 0;
  gboolean hours;

  if (length == 0)
    return;

  hours = g_str_has_prefix (text, "PT") && text[length - 1] == 'H';
  if (hours)
    number = g_strndup (text + 2, length - 3);
  else if (text[0] == 'P' && length >= 2 && text[length - 1] == 'D')
    number = g_strndup (text + 1, length - 2);

  if (!number || !g_ascii_string_to_unsigned (number, 10, 1, hours ? MAX_HOURS : MAX_DAYS, &value, NULL))
    {
      meso_protocol_reader_fault (reader, element, "“%s” isn't a duration such as “PT24H” or “P7D”", text);
      return;
    }

  if (hours)
    item->duration_hours = value;
  else
    item->duration_days = value;
}

static char *
read_optional_id (MesoProtocolReader   *reader,
                  const MesoXmlElement *element,
                  const char           *attribute)
{
  return meso_protocol_reader_has (element, attribute) ? meso_protocol_reader_id (reader, element, attribute) : NULL;
}

static MesoHandoutItem *
read_item (MesoProtocolReader   *reader,
           const MesoXmlElement *element)
{
  MesoHandoutItem *item = g_new0 (MesoHandoutItem, 1);

  meso_protocol_reader_shape (reader, element,
                              "id section duration icon avoid when-ingredient when-flag" MESO_PROTOCOL_PROVENANCE,
                              "text detail");
  meso_protocol_reader_remember (reader, item, element);

  item->id = meso_protocol_reader_id (reader, element, "id");
  item->section = meso_protocol_reader_id (reader, element, "section");
  read_duration (reader, element, item);
  item->icon = read_optional_id (reader, element, "icon");
  item->avoid = meso_protocol_reader_boolean (reader, element, "avoid", FALSE);
  item->when_ingredient = meso_protocol_reader_optional (reader, element, "when-ingredient");
  item->when_flag = read_optional_id (reader, element, "when-flag");
  item->text = meso_protocol_reader_text (reader, element, "text", TRUE);
  item->detail = meso_protocol_reader_text (reader, element, "detail", FALSE);
  meso_protocol_reader_provenance (reader, element, &item->provenance);
  return item;
}

/**
 * meso_protocol_read_handout:
 * @reader: a reader
 * @element: a `<handout>`
 *
 * Reads the wording of one sheet.
 */
void
meso_protocol_read_handout (MesoProtocolReader   *reader,
                            const MesoXmlElement *element)
{
  MesoHandoutText *handout = g_new0 (MesoHandoutText, 1);
  g_autoptr (GPtrArray) children = meso_protocol_reader_children (reader, element, "item", MAX_ITEMS);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  meso_protocol_reader_shape (reader, element, "kind text-version" MESO_PROTOCOL_PROVENANCE, "title item");
  g_ptr_array_add (reader->protocol->handouts, handout);
  meso_protocol_reader_remember (reader, handout, element);

  handout->kind = meso_protocol_reader_id (reader, element, "kind");
  handout->text_version = meso_protocol_reader_integer (reader, element, "text-version", 1, MAX_TEXT_VERSION);
  handout->title = meso_protocol_reader_text (reader, element, "title", TRUE);
  handout->items = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_handout_item_free);
  for (guint i = 0; i < children->len; i++)
    {
      MesoHandoutItem *item = read_item (reader, g_ptr_array_index (children, i));

      g_ptr_array_add (handout->items, item);
      meso_protocol_reader_register (reader, seen, item->id, item);
    }
  meso_protocol_reader_provenance (reader, element, &handout->provenance);

  if (handout->items->len == 0)
    meso_protocol_reader_fault (reader, element, "<handout> needs an <item>");
  meso_protocol_reader_register (reader, reader->protocol->handouts_by_kind, handout->kind, handout);
}

/**
 * meso_protocol_read_phrase:
 * @reader: a reader
 * @element: a `<phrase>`
 *
 * Reads one phrase: a label on paper, or a sentence of a finding.
 */
void
meso_protocol_read_phrase (MesoProtocolReader   *reader,
                           const MesoXmlElement *element)
{
  g_autofree char *id = NULL;
  g_autoptr (MesoLocalText) text = NULL;
  gpointer first;

  meso_protocol_reader_shape (reader, element, "id", "text");
  id = meso_protocol_reader_id (reader, element, "id");
  text = meso_protocol_reader_text (reader, element, "text", TRUE);
  if (*id == '\0')
    return;

  /* Without words it is known all the same, so that a second one of its name is found too. */
  if (!text)
    text = meso_local_text_new ("");

  first = g_hash_table_lookup (reader->protocol->phrases, id);
  if (first)
    {
      meso_protocol_reader_remember (reader, element, element);
      meso_protocol_reader_fault_repeated (reader, element, id, first);
      return;
    }

  meso_protocol_reader_remember (reader, text, element);
  g_hash_table_insert (reader->protocol->phrases, g_steal_pointer (&id), g_steal_pointer (&text));
}
