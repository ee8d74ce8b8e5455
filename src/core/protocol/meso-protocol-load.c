/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-protocol-load.h"

#include <string.h>

#include "meso-core-error.h"
#include "meso-protocol-check.h"
#include "meso-protocol-days.h"
#include "meso-protocol-reader-clinic.h"

#define MAX_VERSION_LENGTH 32
/* A clinic's own document is written by hand, or holds a line for each change. */
#define MAX_CLINIC_BYTES (1024 * 1024)

typedef void (* ReadFunc) (MesoProtocolReader *reader, const MesoXmlElement *element);

static const struct
{
  const char *name;
  ReadFunc read;
} kinds[] = {
  { "question", meso_protocol_read_question },
  { "rule", meso_protocol_read_rule },
  { "ingredient", meso_protocol_read_ingredient },
  { "pair", meso_protocol_read_pair },
  { "excipient-pair", meso_protocol_read_excipient_pair },
  { "product", meso_protocol_read_product },
  { "plan", meso_protocol_read_plan },
  { "evidence", meso_protocol_read_evidence },
  { "entry", meso_protocol_read_entry },
  { "handout", meso_protocol_read_handout },
  { "phrase", meso_protocol_read_phrase },
};

/**
 * meso_protocol_is_version:
 * @text: a text
 *
 * Returns: whether a document may have it as its version
 */
gboolean
meso_protocol_is_version (const char *text)
{
  gsize length = strspn (text, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.+-");

  return g_ascii_isdigit (text[0]) && text[length] == '\0' && length <= MAX_VERSION_LENGTH;
}

/* The version is stored with every verdict, so that there can be only one. */
static void
read_version (MesoProtocolReader   *reader,
              const MesoXmlElement *root)
{
  MesoProtocol *protocol = reader->protocol;
  g_autofree char *version = meso_protocol_reader_require (reader, root, "version");

  if (*version == '\0')
    return;

  if (!meso_protocol_is_version (version))
    meso_protocol_reader_fault (reader, root, "“%s” isn't a version such as “1.0.0”", version);
  else if (!protocol->version)
    protocol->version = g_steal_pointer (&version);
  else if (!g_str_equal (protocol->version, version))
    meso_protocol_reader_fault (reader, root, "the version is “%s” here and “%s” in the files before: all files of a "
                                "protocol carry the same", version, protocol->version);
}

static void
read_shipped (MesoProtocolReader   *reader,
              const MesoXmlElement *root)
{
  meso_protocol_reader_shape (reader, root, "version", "question rule ingredient pair excipient-pair product plan evidence entry "
                              "handout phrase");
  read_version (reader, root);

  for (guint i = 0; i < root->children->len; i++)
    {
      const MesoXmlElement *child = g_ptr_array_index (root->children, i);

      for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
        if (g_str_equal (kinds[kind].name, child->name))
          kinds[kind].read (reader, child);
    }
}

static MesoXmlElement *
parse_document (const MesoProtocolDocument  *document,
                GError                     **error)
{
  if (document->clinic && g_bytes_get_size (document->bytes) > MAX_CLINIC_BYTES)
    {
      g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_SYNTAX, "%s:1:1: the file is larger than %d bytes", document->name,
                   MAX_CLINIC_BYTES);
      return NULL;
    }

  return meso_xml_parse (document->name, document->bytes, MESO_PROTOCOL_NAMESPACE, error);
}

static gboolean
is_clinic (const MesoProtocolDocument *document,
           const MesoXmlElement       *root)
{
  return document->clinic || g_strcmp0 (meso_xml_element_get (root, "origin"), "clinic") == 0;
}

static void
read_roots (MesoProtocolReader *reader,
            const GPtrArray    *documents,
            const GPtrArray    *roots,
            gboolean            clinic)
{
  for (guint i = 0; i < documents->len; i++)
    {
      const MesoProtocolDocument *document = g_ptr_array_index (documents, i);
      const MesoXmlElement *root = g_ptr_array_index (roots, i);

      reader->document = i;
      reader->file = document->name;
      if (!root || is_clinic (document, root) != clinic)
        continue;

      meso_protocol_reader_remember (reader, root, root);
      if (!g_str_equal (root->name, "protocol"))
        meso_protocol_reader_fault (reader, root, "the root element is <%s>; it must be <protocol>", root->name);
      else if (clinic)
        meso_protocol_read_clinic (reader, root);
      else
        read_shipped (reader, root);
    }
}

/* (nullable): the first root that isn't the clinic's, for what is missing altogether */
static const MesoXmlElement *
find_first_root (const GPtrArray *documents,
                 const GPtrArray *roots)
{
  const MesoXmlElement *first = NULL;

  for (guint i = roots->len; i > 0; i--)
    {
      const MesoXmlElement *root = g_ptr_array_index (roots, i - 1);

      if (!first || !is_clinic (g_ptr_array_index (documents, i - 1), root))
        first = root;
    }

  return first;
}

static void
free_root (gpointer root)
{
  if (root)
    meso_xml_element_free (root);
}

/**
 * meso_protocol_load:
 * @reader: an empty reader
 * @documents: (element-type MesoProtocolDocument): what to read
 *
 * Reads all documents, what ships before the clinic's own, and checks them against one another.
 */
void
meso_protocol_load (MesoProtocolReader *reader,
                    const GPtrArray    *documents)
{
  /* The trees must outlive the checks. */
  g_autoptr (GPtrArray) roots = g_ptr_array_new_with_free_func (free_root);
  gboolean well_formed = TRUE;

  for (guint i = 0; i < documents->len; i++)
    {
      const MesoProtocolDocument *document = g_ptr_array_index (documents, i);
      g_autoptr (GError) error = NULL;

      reader->document = i;
      reader->file = document->name;
      g_ptr_array_add (roots, parse_document (document, &error));
      if (error)
        {
          meso_protocol_reader_form_fault (reader, error->message);
          well_formed = FALSE;
        }
    }

  read_roots (reader, documents, roots, FALSE);
  read_roots (reader, documents, roots, TRUE);

  /* What a broken document would have held isn't known, so nothing can be said of what refers to it. */
  if (well_formed && roots->len > 0)
    {
      g_autoptr (GPtrArray) days = NULL;

      meso_protocol_check (reader, find_first_root (documents, roots));
      days = meso_protocol_find_days (reader);
      meso_protocol_apply_clinic (reader);
      meso_protocol_fill_days (days);
    }
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const MesoProtocolDocument *left = *(MesoProtocolDocument *const *) a;
  const MesoProtocolDocument *right = *(MesoProtocolDocument *const *) b;
  g_autofree char *left_name = g_path_get_basename (left->name);
  g_autofree char *right_name = g_path_get_basename (right->name);
  int order = strcmp (left_name, right_name);

  return order != 0 ? order : strcmp (left->name, right->name);
}

/* The last part of the name only: the same content has the same hash wherever it is installed. Name and
 * length stand before each document's bytes, so that nothing can be moved from one to the next. */
static char *
hash_documents (const GPtrArray *documents)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; i < documents->len; i++)
    g_ptr_array_add (sorted, g_ptr_array_index (documents, i));
  g_ptr_array_sort (sorted, compare_names);

  for (guint i = 0; i < sorted->len; i++)
    {
      const MesoProtocolDocument *document = g_ptr_array_index (sorted, i);
      g_autofree char *name = g_path_get_basename (document->name);
      gsize length = 0;
      const guint8 *data = g_bytes_get_data (document->bytes, &length);
      g_autofree char *head = g_strdup_printf ("%s\n%" G_GSIZE_FORMAT "\n", name, length);

      g_checksum_update (checksum, (const guint8 *) head, strlen (head));
      if (length > 0)
        g_checksum_update (checksum, data, length);
    }

  return g_strdup (g_checksum_get_string (checksum));
}

/* What ships has a version, and so has what the clinic laid over it. */
static void
add_clinic_version (MesoProtocol *protocol)
{
  g_autofree char *shipped = NULL;

  if (!protocol->layer)
    return;

  shipped = g_steal_pointer (&protocol->version);
  protocol->version = g_strdup_printf ("%s+clinic.%s", shipped, protocol->layer->version);
}

static gboolean
all_rules_reviewed (const MesoProtocol *protocol)
{
  for (guint i = 0; i < protocol->rules->len; i++)
    {
      const MesoScreeningRule *rule = g_ptr_array_index (protocol->rules, i);

      if (!rule->provenance.reviewed)
        return FALSE;
    }

  return TRUE;
}

/**
 * meso_protocol_finish:
 * @protocol: a protocol without faults
 * @documents: (element-type MesoProtocolDocument): what it was read from
 *
 * Adds what is said of the protocol as a whole.
 */
void
meso_protocol_finish (MesoProtocol    *protocol,
                      const GPtrArray *documents)
{
  add_clinic_version (protocol);
  protocol->hash = hash_documents (documents);
  protocol->reviewed = all_rules_reviewed (protocol);
}

/**
 * meso_protocol_new:
 * @documents: (element-type MesoProtocolDocument): all files of the content
 * @error: return location
 *
 * Reads the clinical content as a whole. Nothing that has a fault is used: see meso_protocol_validate() for all
 * of them. What the entries refer to must be there, and so must the rules that the article asks for.
 *
 * Returns: (transfer full) (nullable): the protocol, or %NULL with %MESO_CORE_ERROR_SYNTAX, whose message is
 *   `file:line:column: what` for the first fault
 */
MesoProtocol *
meso_protocol_new (const GPtrArray  *documents,
                   GError          **error)
{
  g_autoptr (MesoProtocol) protocol = meso_protocol_alloc ();
  g_autoptr (GPtrArray) faults = NULL;
  MesoProtocolReader reader;

  g_return_val_if_fail (documents != NULL, NULL);

  meso_protocol_reader_init (&reader, protocol, TRUE);
  meso_protocol_load (&reader, documents);
  faults = meso_protocol_reader_dup_faults (&reader);
  meso_protocol_reader_clear (&reader);

  if (documents->len == 0)
    {
      g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_SYNTAX, "There are no files of clinical content to read");
      return NULL;
    }
  if (faults->len > 0)
    {
      g_set_error_literal (error, MESO_CORE_ERROR, MESO_CORE_ERROR_SYNTAX, g_ptr_array_index (faults, 0));
      return NULL;
    }

  meso_protocol_finish (protocol, documents);
  return g_steal_pointer (&protocol);
}

/**
 * meso_protocol_validate:
 * @documents: (element-type MesoProtocolDocument): some or all files of the content
 *
 * Checks files. A document that isn't well formed gives its first fault, the others all theirs. Where the documents
 * have no entries of a kind at all, what refers to that kind is taken to stand in another file.
 *
 * Returns: (transfer full) (element-type utf8): every fault as `file:line:column: what`; empty when sound
 */
GPtrArray *
meso_protocol_validate (const GPtrArray *documents)
{
  g_autoptr (MesoProtocol) protocol = meso_protocol_alloc ();
  GPtrArray *faults;
  MesoProtocolReader reader;

  g_return_val_if_fail (documents != NULL, NULL);

  meso_protocol_reader_init (&reader, protocol, FALSE);
  meso_protocol_load (&reader, documents);
  faults = meso_protocol_reader_dup_faults (&reader);
  meso_protocol_reader_clear (&reader);
  return faults;
}
