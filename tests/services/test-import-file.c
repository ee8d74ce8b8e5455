/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-import-file.h"

#include <glib/gstdio.h>

/* A file of these bytes, read in this encoding: its cells with | between them, a line a row; faults as "! kind line:column". */
static char *
read_bytes (const char         *bytes,
            gsize               length,
            MesoImportEncoding  encoding,
            MesoImportEncoding *guess_out)
{
  g_autofree char *path = NULL;
  GString *said = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoImportFile) file = NULL;
  MesoCsvStep step;
  int fd = g_file_open_tmp ("meso-XXXXXX.csv", &path, NULL);

  g_assert_true (g_close (fd, NULL));
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  file = meso_import_file_open (path, encoding, 0, &error);
  g_assert_no_error (error);
  while ((step = meso_import_file_next (file, &error)) != MESO_CSV_END)
    {
      MesoCsvReader *reader = meso_import_file_get_reader (file);
      guint n_cells;
      const MesoCsvCell *cells;

      g_assert_no_error (error);
      if (step == MESO_CSV_FAULT)
        {
          const MesoImportFault *fault = meso_csv_reader_get_fault (reader);

          g_string_append_printf (said, "! %s %" G_GUINT64_FORMAT ":%u\n", meso_import_fault_kind_to_string (fault->kind), fault->line,
                                  fault->column);
          continue;
        }
      cells = meso_csv_reader_get_row (reader, &n_cells);
      for (guint i = 0; i < n_cells; i++)
        g_string_append_printf (said, "%s%s", i > 0 ? "|" : "", cells[i].text);
      g_string_append_c (said, '\n');
    }
  if (guess_out != NULL)
    *guess_out = meso_import_file_get_guess (file);
  g_assert_cmpuint (meso_import_file_get_size (file), ==, length);
  g_unlink (path);
  return g_string_free (said, FALSE);
}

static void
assert_reads (const char         *text,
              const char         *charset,
              const char         *mark,
              gsize               mark_length,
              MesoImportEncoding  encoding)
{
  gsize length;
  g_autofree char *converted = g_convert (text, -1, charset, "UTF-8", NULL, &length, NULL);
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  g_autofree char *said = NULL;
  MesoImportEncoding guess;

  g_assert_nonnull (converted);
  g_byte_array_append (bytes, (const guint8 *) mark, (guint) mark_length);
  g_byte_array_append (bytes, (const guint8 *) converted, (guint) length);
  said = read_bytes ((const char *) bytes->data, bytes->len, encoding, &guess);
  g_assert_cmpstr (said, ==, "نام|تلفن\nعلی 😀|1\n");
  g_assert_cmpint (guess, ==, encoding);
}

static const char people[] = "نام,تلفن\r\nعلی 😀,1\r\n";

static void
test_unicode (void)
{
  assert_reads (people, "UTF-8", "", 0, MESO_IMPORT_UTF8);
  assert_reads (people, "UTF-8", "\xEF\xBB\xBF", 3, MESO_IMPORT_UTF8);
  assert_reads (people, "UTF-16LE", "\xFF\xFE", 2, MESO_IMPORT_UTF16);
  assert_reads (people, "UTF-16BE", "\xFE\xFF", 2, MESO_IMPORT_UTF16);
  assert_reads (people, "UTF-16LE", "", 0, MESO_IMPORT_UTF16);
}

/* As Excel on a Persian PC writes: with the Arabic forms of two letters, which search takes for the Persian ones. */
static void
test_windows_1256 (void)
{
  gsize length;
  g_autofree char *bytes = g_convert ("نام,تلفن\r\nعلي پژ,1\r\n", -1, "WINDOWS-1256", "UTF-8", NULL, &length, NULL);
  g_autofree char *right = read_bytes (bytes, length, MESO_IMPORT_WINDOWS_1256, NULL);
  MesoImportEncoding guess;
  g_autofree char *wrong = read_bytes (bytes, length, MESO_IMPORT_UTF8, &guess);

  g_assert_cmpstr (right, ==, "نام|تلفن\nعلي پژ|1\n");
  g_assert_cmpstr (wrong, ==, "! encoding 1:1\n");
  g_assert_cmpint (guess, ==, MESO_IMPORT_WINDOWS_1256);
}

static void
test_broken (void)
{
  static const char odd[] = "\xFF\xFE" "a\0,\0b\0\n\0x";
  static const char lone[] = "\xFF\xFE" "a\0,\0b\0\n\0x\0,\0\x00\xDC\n\0";
  MesoImportEncoding guess;
  g_autofree char *a = read_bytes (odd, sizeof odd - 1, MESO_IMPORT_UTF16, NULL);
  g_autofree char *b = read_bytes (lone, sizeof lone - 1, MESO_IMPORT_UTF16, NULL);
  g_autofree char *c = read_bytes (odd, sizeof odd - 1, MESO_IMPORT_UTF8, &guess);

  g_assert_cmpstr (a, ==, "a|b\n! encoding 2:1\n");
  g_assert_cmpstr (b, ==, "a|b\n! encoding 2:3\n");
  g_assert_cmpstr (c, ==, "! encoding 1:1\n");
  g_assert_cmpint (guess, ==, MESO_IMPORT_UTF16);
}

/* A character of several bytes at the end of each block. */
static void
test_blocks (void)
{
  g_autoptr(GString) text = g_string_new ("name\n");
  g_autofree char *utf16 = NULL;
  g_autofree char *said = NULL;
  gsize length;

  while (text->len < 300000)
    g_string_append (text, "aعلی😀x\n");
  utf16 = g_convert (text->str, (gssize) text->len, "UTF-16LE", "UTF-8", NULL, &length, NULL);
  said = read_bytes (utf16, length, MESO_IMPORT_UTF16, NULL);
  g_assert_cmpstr (said, ==, text->str);
}

static void
test_digest (void)
{
  g_autofree char *path = NULL;
  g_autofree char *expected = g_compute_checksum_for_string (G_CHECKSUM_SHA256, people, -1);
  g_autofree char *digest = NULL;
  g_autoptr(MesoImportFile) file = NULL;
  int fd = g_file_open_tmp ("meso-XXXXXX.csv", &path, NULL);

  g_assert_true (g_close (fd, NULL));
  g_assert_true (g_file_set_contents (path, people, -1, NULL));
  file = meso_import_file_open (path, MESO_IMPORT_UTF8, 0, NULL);
  while (meso_import_file_next (file, NULL) != MESO_CSV_END)
    continue;
  digest = meso_import_file_dup_sha256 (file);
  g_assert_cmpstr (digest, ==, expected);
  g_unlink (path);
}

static void
test_names (void)
{
  for (guint encoding = 0; encoding <= MESO_IMPORT_WINDOWS_1256; encoding++)
    {
      MesoImportEncoding found;

      g_assert_true (meso_import_encoding_from_string (meso_import_encoding_to_string (encoding), &found));
      g_assert_cmpint (found, ==, encoding);
    }
  g_assert_false (meso_import_encoding_from_string ("latin-1", NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-file/unicode", test_unicode);
  g_test_add_func ("/import-file/windows-1256", test_windows_1256);
  g_test_add_func ("/import-file/broken", test_broken);
  g_test_add_func ("/import-file/blocks", test_blocks);
  g_test_add_func ("/import-file/digest", test_digest);
  g_test_add_func ("/import-file/names", test_names);
  return g_test_run ();
}
