/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* Whatever happens to a file, reading it ends in a protocol or in a sentence with a place: no crash, no leak. */

#include "protocol-fixture.h"

#include <stdlib.h>
#include <string.h>

#define SEED 20261122
#define ROUNDS 3000

/* Whether @fault is `t.xml:line:column: what`, with a place that the document has. */
static void
assert_located (const char *fault,
                guint       n_lines)
{
  g_auto (GStrv) parts = g_strsplit (fault, ":", 4);

  g_assert_true (g_utf8_validate (fault, -1, NULL));
  g_assert_cmpuint (g_strv_length (parts), ==, 4);
  g_assert_cmpstr (parts[0], ==, "t.xml");
  g_assert_cmpint (atoi (parts[1]), >=, 1);
  g_assert_cmpint (atoi (parts[1]), <=, n_lines);
  g_assert_cmpint (atoi (parts[2]), >=, 1);
  g_assert_cmpint (parts[3][0], ==, ' ');
  g_assert_cmpint (strlen (parts[3]), >, 5);
}

/* Reads what is left of a document; gives whether it was still sound. */
static gboolean
read_mutation (const char *data,
               gsize       length)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_protocol_document_free);
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (MesoProtocol) protocol = NULL;
  g_autoptr (GError) error = NULL;
  guint n_lines = 1;

  for (gsize i = 0; i < length; i++)
    n_lines += data[i] == '\n' ? 1 : 0;

  g_ptr_array_add (documents, meso_protocol_document_new ("t.xml", bytes));
  faults = meso_protocol_validate (documents);
  for (guint i = 0; i < faults->len; i++)
    assert_located (g_ptr_array_index (faults, i), n_lines);

  protocol = meso_protocol_new (documents, &error);
  g_assert_true ((protocol == NULL) == (error != NULL));
  if (error)
    assert_located (error->message, n_lines);

  /* What is refused as a part is refused as the whole. */
  g_assert_true (faults->len == 0 || protocol == NULL);
  return protocol != NULL;
}

static const char *const pieces[] = {
  "<", ">", "&", "'", "\"", "/", " ", "\n", "=", "!", "?", "-", "]]>", "<!--", "-->", "<![CDATA[", "&#0;", "&amp;", "{", "}",
  "ی", "\u2066", "\xff", "\xd8", "x", "yes", "no", "0", "-1", "99999999999999999999", "<rule/>", "<case/>", "<when/>",
  "<text/>", " id=''", " is='no'", "</protocol>", "<!DOCTYPE x>", NULL
};

static void
test_mutations (void)
{
  g_autofree char *entries = g_strconcat (protocol_fixture_article, protocol_fixture_everything, NULL);
  g_autofree char *xml = protocol_fixture_wrap (entries);
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  guint n_sound = 0;

  g_test_message ("seed %d", SEED);
  g_assert_true (read_mutation (xml, strlen (xml)));
  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (GString) document = g_string_new (xml);

      for (int n = g_rand_int_range (rand, 1, 4); n > 0; n--)
        protocol_fixture_mutate (rand, document, pieces);
      n_sound += read_mutation (document->str, document->len) ? 1 : 0;
    }

  /* Some changes, such as one letter of a text, leave it sound: else this would only test the XML reader. */
  g_test_message ("%u of %d were still sound", n_sound, ROUNDS);
  g_assert_cmpuint (n_sound, >, 10);
  g_assert_cmpuint (n_sound, <, ROUNDS);
}

/* Whole attributes exchanged for others: well-formed, and wrong in meaning. */
static void
test_exchanged_values (void)
{
  g_autofree char *entries = g_strconcat (protocol_fixture_article, protocol_fixture_everything, NULL);
  g_autofree char *xml = protocol_fixture_wrap (entries);
  g_auto (GStrv) parts = g_strsplit (xml, "'", -1);
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED + 1);
  guint n_values = g_strv_length (parts) / 2;

  g_test_message ("seed %d", SEED + 1);
  for (guint round = 0; round < ROUNDS; round++)
    {
      guint at = 2 * g_rand_int_range (rand, 1, n_values) + 1;
      guint from = 2 * g_rand_int_range (rand, 1, n_values) + 1;
      char *kept = parts[at];
      g_autofree char *document = NULL;

      parts[at] = parts[from];
      document = g_strjoinv ("'", parts);
      parts[at] = kept;
      read_mutation (document, strlen (document));
    }
}

static void
test_every_truncation (void)
{
  g_autofree char *xml = protocol_fixture_wrap (protocol_fixture_everything);
  gsize length = strlen (xml);

  /* Only the white space behind the root may be missing. */
  for (gsize i = 0; i < length - 1; i += 3)
    {
      g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_protocol_document_free);
      g_autoptr (GBytes) bytes = g_bytes_new (xml, i);
      g_autoptr (GPtrArray) faults = NULL;

      g_ptr_array_add (documents, meso_protocol_document_new ("t.xml", bytes));
      faults = meso_protocol_validate (documents);
      g_assert_cmpuint (faults->len, ==, 1);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/protocol-mutations/mutations", test_mutations);
  g_test_add_func ("/protocol-mutations/exchanged-values", test_exchanged_values);
  g_test_add_func ("/protocol-mutations/every-truncation", test_every_truncation);

  return g_test_run ();
}
