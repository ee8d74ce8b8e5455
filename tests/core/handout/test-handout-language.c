/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* No sheet changes its language on the way: content that isn't whole in a language makes none in it. */

#include <string.h>

#include "handout-fixture.h"
#include "meso-core-error.h"

/* (transfer full): the content that ships, without the Persian of this English text */
static MesoProtocol *
new_protocol_without (const char *file,
                      const char *english)
{
  g_autoptr (GPtrArray) documents = handout_fixture_documents ();
  g_autoptr (GError) error = NULL;
  MesoProtocol *protocol;
  gboolean found = FALSE;

  for (guint i = 0; i < documents->len; i++)
    {
      MesoProtocolDocument *document = g_ptr_array_index (documents, i);
      g_autoptr (GString) text = NULL;
      gsize length;
      const char *bytes = g_bytes_get_data (document->bytes, &length);
      const char *twin;

      if (!g_str_equal (document->name, file))
        continue;
      text = g_string_new_len (bytes, length);
      twin = strstr (text->str, english);
      g_assert_nonnull (twin);
      twin = strstr (twin, "<text xml:lang=\"fa\">");
      g_assert_nonnull (twin);
      g_string_erase (text, twin - text->str, strstr (twin, "</text>") + strlen ("</text>") - twin);
      g_bytes_unref (document->bytes);
      document->bytes = g_bytes_new (text->str, text->len);
      found = TRUE;
    }
  g_assert_true (found);

  protocol = meso_protocol_new (documents, &error);
  g_assert_no_error (error);

  return protocol;
}

static void
assert_refused (const char *file,
                const char *english)
{
  g_autoptr (MesoProtocol) protocol = new_protocol_without (file, english);
  g_autoptr (MesoHandoutContext) persian = handout_fixture_full ("fa", "2026-11-23T14:00");
  g_autoptr (MesoHandoutContext) in_english = handout_fixture_full ("en", "2026-11-23T14:00");
  g_autoptr (MesoHandoutSheet) sheet = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (meso_handout_assemble (protocol, "aftercare", persian, &error));
  g_assert_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, english));
  g_assert_nonnull (strstr (error->message, "fa"));
  g_clear_error (&error);

  sheet = meso_handout_assemble (protocol, "aftercare", in_english, &error);
  g_assert_no_error (error);
  g_assert_nonnull (sheet);
}

static void
test_instruction (void)
{
  assert_refused ("handouts.xml", "Do not wash your hair or get it wet.");
}

static void
test_phrase (void)
{
  assert_refused ("phrases-paper.xml", "Call at once");
}

static void
test_name (void)
{
  g_autoptr (MesoProtocol) protocol = new_protocol_without ("lists.xml", "Itching or redness");
  g_autoptr (MesoHandoutContext) context = handout_fixture_context ("fa", "");
  g_autoptr (GError) error = NULL;

  g_assert_null (meso_handout_assemble (protocol, "side-effects", context, &error));
  g_assert_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "Itching or redness"));
}

/* What a sheet doesn't use may be missing. */
static void
test_of_another_sheet (void)
{
  g_autoptr (MesoProtocol) protocol = new_protocol_without ("handouts.xml", "Wash your hair and your scalp.");
  g_autoptr (MesoHandoutContext) context = handout_fixture_full ("fa", "2026-11-23T14:00");
  g_autoptr (GError) error = NULL;
  g_autoptr (MesoHandoutSheet) sheet = meso_handout_assemble (protocol, "aftercare", context, &error);

  g_assert_no_error (error);
  g_assert_nonnull (sheet);
  g_assert_null (meso_handout_assemble (protocol, "before", context, &error));
  g_assert_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/handout-language/instruction", test_instruction);
  g_test_add_func ("/handout-language/phrase", test_phrase);
  g_test_add_func ("/handout-language/name", test_name);
  g_test_add_func ("/handout-language/of-another-sheet", test_of_another_sheet);

  status = g_test_run ();
  handout_fixture_clear ();

  return status;
}
