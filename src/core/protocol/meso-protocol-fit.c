/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-protocol-clinic.h"
#include "meso-protocol-load.h"

/* Taking one entry out can leave another without what it refers to; after more rounds than this none of them is used. */
#define MAX_ROUNDS 16

static GPtrArray *
join (const GPtrArray *shipped,
      GBytes          *clinic)
{
  GPtrArray *documents = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_protocol_document_free);

  for (guint i = 0; i < shipped->len; i++)
    {
      const MesoProtocolDocument *document = g_ptr_array_index (shipped, i);

      g_ptr_array_add (documents, meso_protocol_document_new (document->name, document->bytes));
    }
  g_ptr_array_add (documents, meso_protocol_document_new (MESO_PROTOCOL_CLINIC_NAME, clinic));
  return documents;
}

static void
set_entry_aside (GPtrArray            *set_aside,
                 const MesoXmlElement *entry,
                 const char           *what)
{
  static const char *const keys[] = { "rule", "id", "ingredient", "a" };
  const char *other = meso_xml_element_get (entry, "b");
  const char *id = NULL;

  /* A signature under what isn't there any more is of no use to anyone. */
  if (g_str_equal (entry->name, "review"))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (keys) && !id; i++)
    id = meso_xml_element_get (entry, keys[i]);
  g_ptr_array_add (set_aside, g_strdup_printf ("<%s> %s%s%s: %s", entry->name, id ? id : "", other ? "/" : "", other ? other : "", what));
}

/* (nullable): the entry that a fault of the clinic's document is in */
static MesoXmlElement *
find_entry (const MesoXmlElement    *root,
            const MesoProtocolFault *fault)
{
  MesoXmlElement *found = NULL;

  for (guint i = 0; i < root->children->len; i++)
    {
      MesoXmlElement *child = g_ptr_array_index (root->children, i);

      if (child->line < fault->place.line || (child->line == fault->place.line && child->column <= fault->place.column))
        found = child;
    }

  return found;
}

/* Takes the entries at fault out of the tree; %FALSE when that can't mend it. */
static gboolean
take_out_faulty (MesoXmlElement           *root,
                 const MesoProtocolReader *reader,
                 guint                     n_shipped,
                 GPtrArray                *set_aside)
{
  g_autoptr (GPtrArray) faulty = g_ptr_array_new ();

  for (guint i = 0; i < reader->faults->len; i++)
    {
      const MesoProtocolFault *fault = g_ptr_array_index (reader->faults, i);
      MesoXmlElement *entry = fault->place.document == n_shipped && fault->what ? find_entry (root, fault) : NULL;

      if (!entry)
        {
          g_ptr_array_add (set_aside, g_strdup (fault->text));
          return FALSE;
        }
      if (g_ptr_array_find (faulty, entry, NULL))
        continue;

      g_ptr_array_add (faulty, entry);
      set_entry_aside (set_aside, entry, fault->what);
    }

  for (guint i = 0; i < faulty->len; i++)
    g_ptr_array_remove (root->children, g_ptr_array_index (faulty, i));
  return TRUE;
}

/* One attempt: the protocol, or what is left of the document once its faulty entries are out. */
static MesoProtocol *
try_bytes (const GPtrArray *shipped,
           GBytes          *clinic,
           GBytes         **left,
           GPtrArray       *set_aside)
{
  g_autoptr (MesoXmlElement) root = meso_xml_parse (MESO_PROTOCOL_CLINIC_NAME, clinic, MESO_PROTOCOL_NAMESPACE, NULL);
  g_autoptr (GPtrArray) documents = join (shipped, clinic);
  g_autoptr (MesoProtocol) protocol = meso_protocol_alloc ();
  MesoProtocolReader reader;
  gboolean sound;

  meso_protocol_reader_init (&reader, protocol, TRUE);
  meso_protocol_load (&reader, documents);
  sound = reader.faults->len == 0;
  if (!sound && root && take_out_faulty (root, &reader, shipped->len, set_aside))
    {
      GString *out = g_string_new (NULL);

      meso_xml_element_write (root, out, MESO_PROTOCOL_NAMESPACE);
      *left = g_string_free_to_bytes (out);
    }
  else if (!sound && !root)
    {
      const MesoProtocolFault *fault = g_ptr_array_index (reader.faults, 0);

      g_ptr_array_add (set_aside, g_strdup (fault->text));
    }
  meso_protocol_reader_clear (&reader);

  if (!sound)
    return NULL;
  meso_protocol_finish (protocol, documents);
  return g_steal_pointer (&protocol);
}

/**
 * meso_protocol_new_fitting:
 * @shipped: (element-type MesoProtocolDocument): all files of the content that ships
 * @clinic: the clinic's own document, which may have been written for other content
 * @set_aside: (out) (transfer full) (element-type utf8): what of it isn't used, in words; empty when all of it is
 * @fitted: (out) (transfer full) (nullable): the part of it that is used; %NULL when none is
 * @error: return location
 *
 * Lays the clinic's document over the content, without what doesn't fit. What is left out leaves the content as it ships, which
 * can be looser than the clinic wanted it: that has to be told.
 *
 * Returns: (transfer full) (nullable): the protocol, or %NULL with %MESO_CORE_ERROR_SYNTAX when what ships has a fault itself
 */
MesoProtocol *
meso_protocol_new_fitting (const GPtrArray  *shipped,
                           GBytes           *clinic,
                           GPtrArray       **set_aside,
                           GBytes          **fitted,
                           GError          **error)
{
  g_autoptr (GBytes) bytes = g_bytes_ref (clinic);

  g_return_val_if_fail (shipped != NULL && set_aside != NULL && fitted != NULL, NULL);

  *set_aside = g_ptr_array_new_with_free_func (g_free);
  for (guint round = 0; bytes && round < MAX_ROUNDS; round++)
    {
      GBytes *left = NULL;
      MesoProtocol *protocol = try_bytes (shipped, bytes, &left, *set_aside);

      if (protocol)
        {
          *fitted = g_steal_pointer (&bytes);
          return protocol;
        }
      g_bytes_unref (bytes);
      bytes = left;
    }

  *fitted = NULL;
  if ((*set_aside)->len == 0)
    g_ptr_array_add (*set_aside, g_strdup (MESO_PROTOCOL_CLINIC_NAME));
  return meso_protocol_new (shipped, error);
}
