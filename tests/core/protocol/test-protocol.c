/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "protocol-fixture.h"

#include <string.h>

#include "meso-core-error.h"

#define HEAD(version) "<protocol xmlns='https://example.org/mesoclinic/protocol' version='" version "'>"
#define PHRASES(version, id) HEAD (version) "\n<phrase id='" id "'>" TEXT "</phrase></protocol>"

static GPtrArray *
documents_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) meso_protocol_document_free);
}

static void
add_article (GPtrArray  *documents,
             const char *name)
{
  g_autofree char *xml = protocol_fixture_wrap (protocol_fixture_article);

  protocol_fixture_add (documents, name, xml);
}

static void
assert_faults (GPtrArray  *documents,
               const char *expected)
{
  g_autoptr (GPtrArray) faults = meso_protocol_validate (documents);
  g_autofree char *joined = NULL;

  g_ptr_array_add (faults, NULL);
  joined = g_strjoinv ("\n", (char **) faults->pdata);
  g_assert_cmpstr (joined, ==, expected);
}

static void
test_everything (void)
{
  g_autoptr (MesoProtocol) protocol = protocol_fixture_new (protocol_fixture_everything);

  protocol_fixture_assert_sound (protocol_fixture_everything);
  g_assert_cmpstr (meso_protocol_get_version (protocol), ==, "1.0.0");
  g_assert_cmpuint (meso_protocol_get_questions (protocol)->len, ==, 7 + 4);
  g_assert_cmpuint (meso_protocol_get_rules (protocol)->len, ==, 6 + 2);
  g_assert_cmpuint (meso_protocol_get_ingredients (protocol)->len, ==, 4);
  g_assert_cmpuint (meso_protocol_get_pairs (protocol)->len, ==, 1);
  g_assert_cmpuint (meso_protocol_get_excipient_pairs (protocol)->len, ==, 1);
  g_assert_cmpuint (meso_protocol_get_products (protocol)->len, ==, 1);
  g_assert_cmpuint (meso_protocol_get_plans (protocol)->len, ==, 1);
  g_assert_cmpuint (meso_protocol_get_evidence (protocol)->len, ==, 2);
  g_assert_cmpuint (meso_protocol_get_lists (protocol)->len, ==, 2);
  g_assert_cmpuint (meso_protocol_get_handouts (protocol)->len, ==, 1);
}

static void
test_lookups (void)
{
  g_autoptr (MesoProtocol) protocol = protocol_fixture_new (protocol_fixture_everything);
  const MesoIngredientPair *pair = meso_protocol_lookup_pair (protocol, "zinc", "lidocaine");

  g_assert_cmpstr (meso_protocol_lookup_question (protocol, "ill")->id, ==, "ill");
  g_assert_null (meso_protocol_lookup_question (protocol, "Ill"));
  g_assert_cmpstr (meso_protocol_lookup_ingredient (protocol, "zinc")->id, ==, "zinc");
  g_assert_null (meso_protocol_lookup_ingredient (protocol, "mix-1"));
  g_assert_cmpstr (meso_protocol_lookup_product (protocol, "mix-1")->id, ==, "mix-1");
  g_assert_null (meso_protocol_lookup_product (protocol, "zinc"));
  g_assert_cmpstr (meso_protocol_lookup_plan (protocol, "mild")->id, ==, "mild");
  g_assert_null (meso_protocol_lookup_plan (protocol, ""));
  g_assert_cmpstr (meso_protocol_lookup_handout (protocol, "aftercare")->kind, ==, "aftercare");
  g_assert_null (meso_protocol_lookup_handout (protocol, "before"));

  g_assert_nonnull (pair);
  g_assert_true (meso_protocol_lookup_pair (protocol, "lidocaine", "zinc") == pair);
  g_assert_null (meso_protocol_lookup_pair (protocol, "zinc", "toxin"));
  g_assert_null (meso_protocol_lookup_pair (protocol, "zinc", "zinc"));
}

static void
test_phrases (void)
{
  g_autoptr (MesoProtocol) protocol = protocol_fixture_new (protocol_fixture_everything);

  g_assert_cmpstr (meso_protocol_get_phrase (protocol, "page-of", "en"), ==, "Page {n} of {total}");
  g_assert_cmpstr (meso_protocol_get_phrase (protocol, "page-of", "fa"), ==, "صفحهٔ {n} از {total}");
  g_assert_cmpstr (meso_protocol_get_phrase (protocol, "page-of", "de"), ==, "Page {n} of {total}");

  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*no phrase “no-such”*");
  g_assert_cmpstr (meso_protocol_get_phrase (protocol, "no-such", "en"), ==, "no-such");
  g_test_assert_expected_messages ();
}

static void
test_reviewed (void)
{
  g_auto (GStrv) parts = g_strsplit (protocol_fixture_article, "review='unreviewed'", -1);
  g_autofree char *reviewed = g_strjoinv ("review='reviewed'", parts);
  g_autoptr (GPtrArray) documents = documents_new ();
  g_autoptr (MesoProtocol) unsigned_protocol = protocol_fixture_new ("");
  g_autoptr (MesoProtocol) signed_protocol = NULL;
  g_autoptr (MesoProtocol) mixed_protocol = NULL;
  g_autofree char *xml = protocol_fixture_wrap (reviewed);

  protocol_fixture_add (documents, "a.xml", xml);
  signed_protocol = meso_protocol_new (documents, NULL);
  protocol_fixture_add (documents, "b.xml", HEAD ("1.0.0") ANSWER ("q") RULE ("", CASE ("outcome='caution'", YES ("q")))
                        "</protocol>");
  mixed_protocol = meso_protocol_new (documents, NULL);

  g_assert_false (meso_protocol_get_reviewed (unsigned_protocol));
  g_assert_true (meso_protocol_get_reviewed (signed_protocol));
  g_assert_false (meso_protocol_get_reviewed (mixed_protocol));
}

static char *
dup_hash (const char *first_name,
          const char *first_id,
          const char *second_name,
          const char *second_id)
{
  g_autoptr (GPtrArray) documents = documents_new ();
  g_autoptr (MesoProtocol) protocol = NULL;
  g_autofree char *first = g_strdup_printf (HEAD ("1.0.0") "<phrase id='%s'>" TEXT "</phrase></protocol>", first_id);
  g_autofree char *second = g_strdup_printf (HEAD ("1.0.0") "<phrase id='%s'>" TEXT "</phrase></protocol>", second_id);

  add_article (documents, "z.xml");
  protocol_fixture_add (documents, first_name, first);
  protocol_fixture_add (documents, second_name, second);
  protocol = meso_protocol_new (documents, NULL);
  g_assert_nonnull (protocol);
  return g_strdup (meso_protocol_get_hash (protocol));
}

static void
test_hash (void)
{
  g_autofree char *hash = dup_hash ("a.xml", "one", "b.xml", "two");
  g_autofree char *turned = dup_hash ("b.xml", "two", "a.xml", "one");
  g_autofree char *elsewhere = dup_hash ("/usr/share/x/a.xml", "one", "y/b.xml", "two");
  g_autofree char *exchanged = dup_hash ("a.xml", "two", "b.xml", "one");
  g_autofree char *renamed = dup_hash ("a.xml", "one", "c.xml", "two");
  g_autofree char *changed = dup_hash ("a.xml", "one", "b.xml", "three");

  g_assert_cmpuint (strlen (hash), ==, 64);
  g_assert_cmpuint (strspn (hash, "0123456789abcdef"), ==, 64);
  g_assert_cmpstr (turned, ==, hash);
  g_assert_cmpstr (elsewhere, ==, hash);
  g_assert_cmpstr (exchanged, !=, hash);
  g_assert_cmpstr (renamed, !=, hash);
  g_assert_cmpstr (changed, !=, hash);
}

static void
test_versions (void)
{
  g_autoptr (GPtrArray) documents = documents_new ();
  g_autoptr (GPtrArray) others = documents_new ();

  protocol_fixture_add (documents, "a.xml", PHRASES ("1.2.3", "a"));
  protocol_fixture_add (documents, "b.xml", PHRASES ("1.2.3", "b"));
  assert_faults (documents, "");
  protocol_fixture_add (documents, "c.xml", "\n" PHRASES ("1.2.4", "c"));
  assert_faults (documents, "c.xml:2:1: the version is “1.2.4” here and “1.2.3” in the files before: all files of a protocol "
                 "carry the same");

  protocol_fixture_add (others, "a.xml", PHRASES ("new", "a"));
  protocol_fixture_add (others, "b.xml", PHRASES ("", "b"));
  protocol_fixture_add (others, "c.xml", "<protocol xmlns='https://example.org/mesoclinic/protocol'/>");
  protocol_fixture_add (others, "d.xml", "<content xmlns='https://example.org/mesoclinic/protocol' version='1'/>");
  assert_faults (others, "a.xml:1:1: “new” isn't a version such as “1.0.0”\n"
                 "b.xml:1:1: the attribute “version” of <protocol> is empty\n"
                 "c.xml:1:1: <protocol> needs the attribute “version”\n"
                 "d.xml:1:1: the root element is <content>; it must be <protocol>");
}

/* The first fault of form of a document, all of meaning of the others, in the order of the documents. */
static void
test_form_and_meaning (void)
{
  g_autoptr (GPtrArray) documents = documents_new ();
  g_autoptr (GError) error = NULL;

  protocol_fixture_add (documents, "a.xml", HEAD ("1.0.0") "\n<phrase id='A'/>\n<pair/>\n</protocol>");
  protocol_fixture_add (documents, "b.xml", HEAD ("1.0.0") "\n<phrase id='A'>\n<text>سلام</txt></phrase>\n<x></y></protocol>");
  protocol_fixture_add (documents, "c.xml", PHRASES ("1.0.0", "C"));
  assert_faults (documents,
                 "a.xml:2:1: “A” can't be used as “id”: write lower-case letters a–z, digits and hyphens, at most 64\n"
                 "a.xml:2:1: <phrase> needs the element <text>\n"
                 "a.xml:3:1: <pair> needs the attribute “a”\n"
                 "a.xml:3:1: <pair> needs the attribute “b”\n"
                 "a.xml:3:1: <pair> needs the attribute “severity”\n"
                 "a.xml:3:1: <pair> needs the element <reason>\n"
                 "a.xml:3:1: <pair> needs the attribute “origin”\n"
                 "a.xml:3:1: <pair> needs the attribute “source”\n"
                 "a.xml:3:1: <pair> needs the attribute “grade”\n"
                 "a.xml:3:1: <pair> needs the attribute “review”\n"
                 "b.xml:3:11: Element “txt” was closed, but the currently open element is “text”\n"
                 "c.xml:2:1: “C” can't be used as “id”: write lower-case letters a–z, digits and hyphens, at most 64");

  g_assert_null (meso_protocol_new (documents, &error));
  g_assert_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_SYNTAX);
  g_assert_cmpstr (error->message, ==, "a.xml:2:1: “A” can't be used as “id”: write lower-case letters a–z, digits and "
                   "hyphens, at most 64");
}

static void
test_nothing_to_read (void)
{
  g_autoptr (GPtrArray) documents = documents_new ();
  g_autoptr (GPtrArray) faults = meso_protocol_validate (documents);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_null (meso_protocol_new (documents, &error));
  g_assert_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_SYNTAX);
}

/* A file alone isn't blamed for what stands in another; the whole content must hold all that it refers to. */
static void
test_references_between_files (void)
{
  static const char *const entries[] = {
    RULE ("", CASE ("outcome='exclude' ingredient='zinc'", WHEN ("fact='age' below='18'"))),
    RULE ("", CASE ("outcome='caution'", YES ("elsewhere"))),
    RULE ("", CASE ("outcome='defer' event='elsewhere' days='1'", WHEN ("fact='age' below='18'"))),
    "\n\n<pair a='zinc' b='iron' severity='caution'" FROM "><reason>R</reason></pair>",
  };
  static const char *const faults[] = {
    "b.xml:4:1: there is no ingredient “zinc”", "b.xml:5:1: there is no question “elsewhere”",
    "b.xml:4:1: there is no question “elsewhere”", "b.xml:4:1: there is no ingredient “zinc”",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autoptr (GPtrArray) documents = documents_new ();
      g_autoptr (MesoProtocol) protocol = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *xml = protocol_fixture_wrap (entries[i]);

      protocol_fixture_assert_sound (entries[i]);
      add_article (documents, "a.xml");
      protocol_fixture_add (documents, "b.xml", xml);
      protocol = meso_protocol_new (documents, &error);
      g_assert_null (protocol);
      g_assert_cmpstr (error->message, ==, faults[i]);
    }
}

/* Entries may stand before what they refer to, in any file; ids are unique among all files. */
static void
test_ids_between_files (void)
{
  g_autoptr (GPtrArray) documents = documents_new ();

  protocol_fixture_add (documents, "a.xml", HEAD ("1.0.0") RULE ("", CASE ("outcome='caution'", YES ("q"))) "</protocol>");
  protocol_fixture_add (documents, "b.xml", HEAD ("1.0.0") "\n" ANSWER ("q") "</protocol>");
  assert_faults (documents, "");
  protocol_fixture_add (documents, "c.xml", HEAD ("1.0.0") "\n\n" ANSWER ("q") "</protocol>");
  assert_faults (documents, "c.xml:3:1: “q” has been used before, in b.xml line 2");
}

static gpointer
use_from_thread (gpointer data)
{
  for (guint i = 0; i < 10000; i++)
    {
      g_autoptr (MesoProtocol) protocol = meso_protocol_ref (data);

      g_assert_nonnull (meso_protocol_lookup_ingredient (protocol, "zinc"));
    }

  meso_protocol_unref (data);
  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (MesoProtocol) protocol = protocol_fixture_new (protocol_fixture_everything);
  GThread *threads[4];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", use_from_thread, meso_protocol_ref (protocol));
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);

  g_assert_cmpstr (meso_protocol_get_version (protocol), ==, "1.0.0");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/protocol/everything", test_everything);
  g_test_add_func ("/protocol/lookups", test_lookups);
  g_test_add_func ("/protocol/phrases", test_phrases);
  g_test_add_func ("/protocol/reviewed", test_reviewed);
  g_test_add_func ("/protocol/hash", test_hash);
  g_test_add_func ("/protocol/versions", test_versions);
  g_test_add_func ("/protocol/form-and-meaning", test_form_and_meaning);
  g_test_add_func ("/protocol/nothing-to-read", test_nothing_to_read);
  g_test_add_func ("/protocol/references-between-files", test_references_between_files);
  g_test_add_func ("/protocol/ids-between-files", test_ids_between_files);
  g_test_add_func ("/protocol/threads", test_threads);

  return g_test_run ();
}
