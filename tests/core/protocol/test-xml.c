/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-xml.h"

#include <string.h>

#include "meso-core-error.h"

#define NAMESPACE "urn:t"
#define ROOT "<r xmlns='urn:t'>"
#define SEED 20261122

static MesoXmlElement *
parse_bytes (const char  *data,
             gsize        length,
             GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);

  return meso_xml_parse ("t.xml", bytes, NAMESPACE, error);
}

static void
assert_error (const char *data,
              gsize       length,
              const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MesoXmlElement) root = parse_bytes (data, length, &error);

  g_assert_null (root);
  g_assert_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_SYNTAX);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  if (!g_str_has_prefix (error->message, message))
    g_assert_cmpstr (error->message, ==, message);
}

static MesoXmlElement *
parse (const char *xml)
{
  g_autoptr (GError) error = NULL;
  MesoXmlElement *root = parse_bytes (xml, strlen (xml), &error);

  g_assert_no_error (error);
  return root;
}

static void
test_tree (void)
{
  g_autoptr (MesoXmlElement) root = parse ("<?xml version='1.0' encoding='utf-8'?>\n<!-- c -->\n"
                                           "<r xmlns='urn:t' a='1 &amp; &quot;2&quot;'>\n  one<b xml:lang='fa'/>two\n"
                                           "  <c xmlns='urn:t'>&lt;&#x645;&#1586;&gt;<![CDATA[<&>]]><![CDATA[]]>!</c>\n</r>\n");
  const MesoXmlElement *b;
  const MesoXmlElement *c;

  g_assert_cmpstr (root->name, ==, "r");
  g_assert_cmpuint (root->line, ==, 3);
  g_assert_cmpuint (root->column, ==, 1);
  g_assert_cmpuint (root->attributes->len, ==, 1);
  g_assert_cmpstr (meso_xml_element_get (root, "a"), ==, "1 & \"2\"");
  g_assert_null (meso_xml_element_get (root, "xmlns"));
  g_assert_cmpstr (root->text->str, ==, "\n  onetwo\n  \n");
  g_assert_cmpuint (root->text_line, ==, 4);
  g_assert_cmpuint (root->text_column, ==, 3);
  g_assert_cmpuint (root->children->len, ==, 2);

  b = g_ptr_array_index (root->children, 0);
  g_assert_cmpstr (b->name, ==, "b");
  g_assert_cmpstr (meso_xml_element_get (b, "xml:lang"), ==, "fa");
  g_assert_cmpuint (b->line, ==, 4);
  g_assert_cmpuint (b->column, ==, 6);
  g_assert_cmpuint (b->text_line, ==, 0);

  c = g_ptr_array_index (root->children, 1);
  g_assert_cmpuint (c->line, ==, 5);
  g_assert_cmpuint (c->column, ==, 3);
  g_assert_cmpstr (c->text->str, ==, "<مز><&>!");
}

static void
test_columns_are_characters (void)
{
  g_autoptr (MesoXmlElement) root = parse (ROOT "فارسی و «متن»<b/>\r\n\t𝒳<c/><d>\u200c</d></r>");
  const MesoXmlElement *b = g_ptr_array_index (root->children, 0);
  const MesoXmlElement *c = g_ptr_array_index (root->children, 1);
  const MesoXmlElement *d = g_ptr_array_index (root->children, 2);

  g_assert_cmpuint (b->line, ==, 1);
  g_assert_cmpuint (b->column, ==, strlen (ROOT) + 13 + 1);
  g_assert_cmpuint (c->line, ==, 2);
  g_assert_cmpuint (c->column, ==, 3);
  g_assert_cmpuint (d->column, ==, 7);
  g_assert_cmpuint (d->text_column, ==, 10);
}

static void
test_byte_order_mark (void)
{
  g_autoptr (MesoXmlElement) root = parse ("\xef\xbb\xbf" ROOT "<b/></r>");
  const MesoXmlElement *b = g_ptr_array_index (root->children, 0);

  g_assert_cmpuint (root->column, ==, 1);
  g_assert_cmpuint (b->column, ==, strlen (ROOT) + 1);
}

typedef struct
{
  const char *name;
  const char *xml;
  const char *message;
} Fault;

/* Columns are those of the tag or the character at fault; Persian before it counts in characters. */
static const Fault faults[] = {
  { "empty", "", "t.xml:1:1: the file holds no element" },
  { "only-space", " \n ", "t.xml:2:2: the file holds no element" },
  { "no-element", "<!-- x -->", "t.xml:1:11: the file holds no element" },
  { "plain-text", "hello", "t.xml:1:1: text isn't allowed outside of the root element" },
  { "text-before-root", "\n x <r xmlns='urn:t'/>", "t.xml:2:2: " },
  { "text-behind-root", ROOT "</r>\n یک", "t.xml:2:2: text isn't allowed outside of the root element" },
  { "second-root", ROOT "</r><b/>", "t.xml:1:22: a second root element <b> follows the first" },
  { "end-of-nothing", ROOT "</r></r>", "t.xml:1:22: " },
  { "other-end", ROOT "سلام <b></c></r>", "t.xml:1:26: Element “c” was closed, but the currently open element is “b”" },
  { "missing-end", ROOT "\n<b>x</r>", "t.xml:2:5: Element “r” was closed, but the currently open element is “b”" },
  { "cut-between", ROOT "\n<b>سلام", "t.xml:2:8: the file ends while <b> of line 2 is still open" },
  { "cut-in-tag", ROOT "\nسلام<b a='1", "t.xml:2:5: " },
  { "cut-in-comment", ROOT "\n<!-- x", "t.xml:2:1: " },
  { "unquoted", ROOT "\nسلام <b a=1/></r>", "t.xml:2:6: " },
  { "no-value", ROOT "\nسلام <b a/></r>", "t.xml:2:6: " },
  { "no-space", ROOT "\nسلام <b a='1'c='2'/></r>", "t.xml:2:14: a space is missing behind the attribute's value" },
  { "less-in-value", ROOT "\n<b a='م<'/></r>", "t.xml:2:8: “<” isn't allowed in the value of an attribute" },
  { "open-quote", ROOT "\n<b a='1>م</b></r>", "t.xml:2:10: “<” isn't allowed in the value of an attribute" },
  { "bare-ampersand", ROOT "\nگرم & سرد</r>", "t.xml:2:5: “&” begins no reference here; write it as &amp;" },
  { "unknown-entity", ROOT "\nگرم &nbsp;</r>", "t.xml:2:5: “&nbsp;” stands for no character" },
  { "entity-in-value", ROOT "\nگرم <b a='م &x;'/></r>", "t.xml:2:13: “&x;” stands for no character" },
  { "reference-to-nul", ROOT "&#0;</r>", "t.xml:1:18: “&#0;” stands for no character" },
  { "reference-to-control", ROOT "&#x1;</r>", "t.xml:1:18: “&#x1;” stands for no character" },
  { "reference-to-surrogate", ROOT "&#xd800;</r>", "t.xml:1:18: “&#xd800;” stands for no character" },
  { "reference-too-great", ROOT "&#x110000;</r>", "t.xml:1:18: “&#x110000;” stands for no character" },
  { "doubled-attribute", ROOT "\nگرم <b a='1' c='2' a='3'/></r>", "t.xml:2:5: the attribute “a” is given twice" },
  { "doctype", "<!DOCTYPE r [<!ENTITY a 'b'>]>\n" ROOT "</r>", "t.xml:1:1: declarations such as DOCTYPE aren't allowed" },
  { "doctype-inside", ROOT "\n <!DOCTYPE r></r>", "t.xml:2:2: declarations such as DOCTYPE aren't allowed" },
  { "instruction", "\n<?php x ?>" ROOT "</r>", "t.xml:2:1: processing instructions aren't allowed" },
  { "instruction-inside", ROOT "<?x?></r>", "t.xml:1:18: processing instructions aren't allowed" },
  { "late-declaration", "\n<?xml version='1.0'?>" ROOT "</r>", "t.xml:2:1: processing instructions aren't allowed" },
  { "two-declarations", "<?xml version='1.0'?><?xml version='1.0'?>" ROOT "</r>",
    "t.xml:1:22: processing instructions aren't allowed" },
  { "other-encoding", "<?xml version='1.0' encoding='ISO-8859-6'?>" ROOT "</r>",
    "t.xml:1:1: the file says that it isn't UTF-8" },
  { "dashes", ROOT "\n<!-- م -- --></r>", "t.xml:2:8: “--” isn't allowed inside a comment" },
  { "brackets", ROOT "\nم]]></r>", "t.xml:2:2: “]]>” isn't allowed in text" },
  { "no-namespace", "<r/>", "t.xml:1:1: <r> needs the namespace xmlns=\"urn:t\"" },
  { "other-namespace", "<r xmlns='urn:x'/>", "t.xml:1:1: the namespace “urn:x” isn't known here" },
  { "other-inside", ROOT "\n<b xmlns='urn:x'/></r>", "t.xml:2:1: the namespace “urn:x” isn't known here" },
  { "prefix-declared", "<r xmlns='urn:t' xmlns:x='urn:x'/>", "t.xml:1:1: the attribute “xmlns:x” is of a namespace" },
  { "prefixed-element", ROOT "\n<x:b/></r>", "t.xml:2:1: the element <x:b> is of a namespace that isn't known here" },
  { "prefixed-attribute", ROOT "\n<b x:c='1'/></r>", "t.xml:2:1: the attribute “x:c” is of a namespace" },
  { "invalid-utf8", ROOT "\nگرم \xff</r>", "t.xml:2:5: the byte 0xff isn't valid UTF-8" },
  { "cut-utf8", ROOT "\nگرم \xd8", "t.xml:2:5: the byte 0xd8 isn't valid UTF-8" },
  { "control-character", ROOT "\nگ\x01</r>", "t.xml:2:2: the control character U+0001 isn't allowed in XML" },
  { "noncharacter", ROOT "\nگ\xef\xbf\xbe</r>", "t.xml:2:2: the control character U+FFFE isn't allowed in XML" },
  { "utf16", "\xff\xfe<", "t.xml:1:1: the file is UTF-16; save it as UTF-8" },
  { "not-closed-cdata", ROOT "<![CDATA[x</r>", "t.xml:1:18: " },
};

static void
test_fault (gconstpointer data)
{
  const Fault *fault = data;

  assert_error (fault->xml, strlen (fault->xml), fault->message);
}

static void
test_nul_byte (void)
{
  static const char xml[] = ROOT "\nگ\0</r>";

  assert_error (xml, sizeof xml - 1, "t.xml:2:2: the file holds a NUL byte");
}

/* (transfer full): @piece, @times times, between @before and @after */
static char *
repeat (const char *before,
        const char *piece,
        guint       times,
        const char *after)
{
  GString *text = g_string_new (before);

  for (guint i = 0; i < times; i++)
    g_string_append (text, piece);
  g_string_append (text, after);
  return g_string_free_and_steal (text);
}

static void
assert_limit (const char *before,
              const char *piece,
              guint       times,
              const char *after,
              const char *message)
{
  g_autofree char *xml = repeat (before, piece, times, after);

  if (message)
    assert_error (xml, strlen (xml), message);
  else
    {
      g_autoptr (MesoXmlElement) root = parse (xml);

      g_assert_nonnull (root);
    }
}

static void
test_limits (void)
{
  gint64 start = g_get_monotonic_time ();

  assert_limit (ROOT, "<b>", 1000000, "", "t.xml:1:111: elements are nested deeper than 32");
  assert_limit (ROOT "\n", "<b/>", 300000, "</r>", "t.xml:2:799997: the file has more than 200000 elements");
  assert_limit (ROOT, "<b/>", 199999, "</r>", NULL);
  assert_limit (ROOT, "x", 65536, "</r>", NULL);
  assert_limit (ROOT, "x", 65537, "</r>", "t.xml:1:18: the text of <r> is longer than 65536 bytes");
  assert_limit (ROOT "<b a='", "x", 4096, "'/></r>", NULL);
  assert_limit (ROOT "<b a='", "x", 4097, "'/></r>", "t.xml:1:18: the attribute “a” is too long");
  assert_limit (ROOT "<", "م", 33, "/></r>", "t.xml:1:18: the element <مممممم");
  assert_limit (ROOT, "     \n", 9 * 1024 * 1024 / 6, "</r>", "t.xml:1:1: the file is 943");
  assert_limit (ROOT, " \n", 4 * 1024 * 1024 - 100, "</r>", "t.xml:1:18: the text of <r> is longer than 65536 bytes");

  /* Counting is linear, however long the lines: the whole takes a fraction of this on the slowest machine. */
  g_assert_cmpint (g_get_monotonic_time () - start, <, 60 * G_USEC_PER_SEC);
}

static void
test_many_attributes (void)
{
  for (guint n = 64; n <= 65; n++)
    {
      g_autoptr (GString) xml = g_string_new (ROOT "<b");

      for (guint i = 0; i < n; i++)
        g_string_append_printf (xml, " a%u='1'", i);
      g_string_append (xml, "/></r>");

      if (n == 64)
        meso_xml_element_free (parse (xml->str));
      else
        assert_error (xml->str, xml->len, "t.xml:1:18: <b> has more than 64 attributes");
    }
}

/* Writes a random document and, apart from any parser, the place of each of its start tags. */
static char *
write_random (GRand  *rand,
              GArray *places)
{
  static const char *const fillers[] = { "", "x", "فا", "\n", " \t", "<!-- a>b <c 'é -->", "<![CDATA[<q>'\"]]>", "\r\n", "𝒳", "&amp;" };
  g_autoptr (GString) xml = g_string_new ("<?xml version=\"1.0\"?>\n");
  guint line = 2;
  guint column = 1;
  guint depth = 0;

  for (guint i = 0; i < 60 || depth > 0; i++)
    {
      const char *piece;
      gboolean opens = i < 60 && (i == 0 || (depth < 30 && g_rand_boolean (rand)));
      gsize start = xml->len;

      if (i > 0 && depth == 0)
        break;

      if (opens)
        {
          guint place[] = { line, column };

          g_array_append_vals (places, place, 2);
          piece = i == 0 ? "<r xmlns='urn:t'\n a='م>'>" : g_rand_boolean (rand) ? "<b  a=\"'/>\" \n>" : "<b ض='1'>";
          depth++;
        }
      else
        {
          depth--;
          piece = depth == 0 ? "</r>" : "</b >";
        }

      g_string_append (xml, piece);
      if (depth > 0)
        g_string_append (xml, fillers[g_rand_int_range (rand, 0, G_N_ELEMENTS (fillers))]);

      for (const char *p = xml->str + start; *p != '\0'; p = g_utf8_next_char (p))
        {
          column = *p == '\n' ? 1 : column + 1;
          line += *p == '\n' ? 1 : 0;
        }
    }

  return g_strdup (xml->str);
}

static void
compare_places (const MesoXmlElement *element,
                const guint         **place)
{
  g_assert_cmpuint (element->line, ==, (*place)[0]);
  g_assert_cmpuint (element->column, ==, (*place)[1]);
  *place += 2;

  for (guint i = 0; i < element->children->len; i++)
    compare_places (g_ptr_array_index (element->children, i), place);
}

static void
test_random_places (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  g_test_message ("seed %d", SEED);
  for (guint round = 0; round < 500; round++)
    {
      g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
      g_autofree char *xml = write_random (rand, places);
      g_autoptr (MesoXmlElement) root = parse (xml);
      const guint *place = (const guint *) places->data;

      compare_places (root, &place);
      g_assert_true (place == (const guint *) places->data + places->len);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/xml/tree", test_tree);
  g_test_add_func ("/xml/columns-are-characters", test_columns_are_characters);
  g_test_add_func ("/xml/byte-order-mark", test_byte_order_mark);
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strconcat ("/xml/fault/", faults[i].name, NULL);

      g_test_add_data_func (path, &faults[i], test_fault);
    }
  g_test_add_func ("/xml/nul-byte", test_nul_byte);
  g_test_add_func ("/xml/limits", test_limits);
  g_test_add_func ("/xml/many-attributes", test_many_attributes);
  g_test_add_func ("/xml/random-places", test_random_places);

  return g_test_run ();
}
