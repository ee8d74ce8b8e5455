/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include <string.h>

#include "meso-csv-reader.h"

/* What a reader says, as one line a row: "line:column text|line:column text", or "! kind line:column". */

static void
tell_row (MesoCsvReader *reader, GString *said)
{
  guint n_cells;
  const MesoCsvCell *cells = meso_csv_reader_get_row (reader, &n_cells);

  for (guint i = 0; i < n_cells; i++)
    {
      g_assert_cmpuint (strlen (cells[i].text), ==, cells[i].length);
      g_assert_true (g_utf8_validate (cells[i].text, -1, NULL));
      g_string_append_printf (said, "%s%" G_GUINT64_FORMAT ":%u %s", i > 0 ? "|" : "", cells[i].line, cells[i].column, cells[i].text);
    }
  g_string_append_c (said, '\n');
}

static void
tell_fault (MesoCsvReader *reader, GString *said)
{
  const MesoImportFault *fault = meso_csv_reader_get_fault (reader);

  g_assert_cmpint (fault->kind, !=, MESO_IMPORT_FAULT_NONE);
  g_string_append_printf (said, "! %s %" G_GUINT64_FORMAT ":%u\n", meso_import_fault_kind_to_string (fault->kind), fault->line,
                          fault->column);
}

static MesoCsvStep
tell_all (MesoCsvReader *reader, GString *said)
{
  MesoCsvStep step;

  while ((step = meso_csv_reader_next (reader)) == MESO_CSV_ROW || step == MESO_CSV_FAULT)
    {
      if (step == MESO_CSV_ROW)
        tell_row (reader, said);
      else
        tell_fault (reader, said);
    }
  return step;
}

static char *
read_in_blocks (const char *file, gsize length, char separator, gsize block)
{
  g_autoptr(MesoCsvReader) reader = meso_csv_reader_new (separator);
  GString *said = g_string_new (NULL);
  MesoCsvStep step = MESO_CSV_MORE;

  for (gsize at = 0; at < length && step == MESO_CSV_MORE; at += block)
    {
      meso_csv_reader_feed (reader, file + at, MIN (block, length - at));
      step = tell_all (reader, said);
    }
  if (step == MESO_CSV_MORE)
    {
      meso_csv_reader_end (reader);
      g_assert_cmpint (tell_all (reader, said), ==, MESO_CSV_END);
    }
  g_assert_cmpint (meso_csv_reader_next (reader), ==, MESO_CSV_END);
  return g_string_free (said, FALSE);
}

/* However the file comes in, it says the same. */
static void
assert_says_of (const char *file, gsize length, char separator, const char *expected)
{
  const gsize blocks[] = { 1, 2, 3, 7, 64, MAX (length, 1) };

  for (gsize i = 0; i < G_N_ELEMENTS (blocks); i++)
    {
      g_autofree char *said = read_in_blocks (file, length, separator, blocks[i]);

      g_assert_cmpstr (said, ==, expected);
    }
}

static void
assert_says (const char *file, const char *expected)
{
  assert_says_of (file, strlen (file), 0, expected);
}

static void
test_rows (void)
{
  assert_says ("a,b\n1,2\n", "1:1 a|1:3 b\n2:1 1|2:3 2\n");
  assert_says ("a,b\n1,2", "1:1 a|1:3 b\n2:1 1|2:3 2\n");
  assert_says ("a,b\n,\n", "1:1 a|1:3 b\n2:1 |2:2 \n");
  assert_says ("a,b\n1,", "1:1 a|1:3 b\n2:1 1|2:3 \n");
  assert_says ("a\nx\n", "1:1 a\n2:1 x\n");
  assert_says ("", "");
  assert_says ("\n\r\n", "");
}

static void
test_line_breaks (void)
{
  const char *expected = "1:1 a|1:3 b\n2:1 1|2:3 2\n3:1 3|3:3 4\n";

  assert_says ("a,b\n1,2\n3,4\n", expected);
  assert_says ("a,b\r\n1,2\r\n3,4\r\n", expected);
  assert_says ("a,b\r1,2\r3,4\r", expected);
  assert_says ("a,b\n1,2\r3,4\r\n", expected);
  /* Blank lines count, and are passed over. */
  assert_says ("\n\na,b\n\n1,2\r\n\r\n\r3,4", "3:1 a|3:3 b\n5:1 1|5:3 2\n8:1 3|8:3 4\n");
}

static void
test_quotes (void)
{
  assert_says ("a,b\n\"1\",\"2\"\n", "1:1 a|1:3 b\n2:1 1|2:5 2\n");
  assert_says ("a,b\n\"x, \"\"y\"\"\",z\n", "1:1 a|1:3 b\n2:1 x, \"y\"|2:12 z\n");
  assert_says ("a,b\n\"\",\"\"\n", "1:1 a|1:3 b\n2:1 |2:4 \n");
  assert_says ("a,b\n\"1\n2\r\n3\r4\",x\ny,z", "1:1 a|1:3 b\n2:1 1\n2\r\n3\r4|5:4 x\n6:1 y|6:3 z\n");
}

static void
test_columns_are_characters (void)
{
  assert_says ("نام,تلفن\nعلی‌رضا,۰۹۱۲\n", "1:1 نام|1:5 تلفن\n2:1 علی‌رضا|2:9 ۰۹۱۲\n");
  assert_says ("a,b\n😀,x\n", "1:1 a|1:3 b\n2:1 😀|2:3 x\n");
}

static void
test_separators (void)
{
  assert_says ("a;b\n1,5;2\n", "1:1 a|1:3 b\n2:1 1,5|2:5 2\n");
  assert_says ("a\tb\n1;2\t3\n", "1:1 a|1:3 b\n2:1 1;2|2:5 3\n");
  assert_says ("\"a;b;c\",d\n1,2\n", "1:1 a;b;c|1:9 d\n2:1 1|2:3 2\n");
  assert_says ("sep=;\r\na;b\r\n1;2\r\n", "2:1 a|2:3 b\n3:1 1|3:3 2\n");
  assert_says ("sep=\t\na\tb\n", "2:1 a|2:3 b\n");
  assert_says_of ("a;b,c\n1;2,3\n", 12, ';', "1:1 a|1:3 b,c\n2:1 1|2:3 2,3\n");
}

static void
test_byte_order_mark (void)
{
  assert_says ("\xEF\xBB\xBF" "a,b\n1,2\n", "1:1 a|1:3 b\n2:1 1|2:3 2\n");
  assert_says ("\xEF\xBB\xBF\"a\",b\n", "1:1 a|1:5 b\n");
  assert_says ("\xEF\xBB\xBFsep=;\na;b\n", "2:1 a|2:3 b\n");
  assert_says ("\xEF\xBB\xBF", "");
}

static void
test_wrong_quotes (void)
{
  assert_says ("a,b\n\"x\"y,2\n3,4\n", "1:1 a|1:3 b\n! text-after-quote 2:4\n");
  assert_says ("a,b\n1,\"x\" \n3,4\n", "1:1 a|1:3 b\n! text-after-quote 2:6\n");
  assert_says ("a,b\nx\"y,2\n3,4\n", "1:1 a|1:3 b\n! quote-inside 2:2\n");
  assert_says ("a,b\n1, \"2\"\n", "1:1 a|1:3 b\n! quote-inside 2:4\n");
  assert_says ("a,b\n1,2\n3,\"x\ny\nz", "1:1 a|1:3 b\n2:1 1|2:3 2\n! quote-open 3:3\n");
  assert_says ("a,\"b", "! quote-open 1:3\n");
}

static void
test_broken_bytes (void)
{
  const char nul[] = "a,b\n1,x\0y\n";

  assert_says_of (nul, sizeof nul - 1, 0, "1:1 a|1:3 b\n! nul 2:4\n");
  assert_says ("a,b\nعلی,\xE7\n", "1:1 a|1:3 b\n! encoding 2:5\n");
  assert_says ("a,b\n1,\xC0\x80\n", "1:1 a|1:3 b\n! encoding 2:3\n");
  assert_says ("a,b\n1,\xED\xA0\x80\n", "1:1 a|1:3 b\n! encoding 2:3\n");
  assert_says ("a,b\n1,\xF4\x90\x80\x80\n", "1:1 a|1:3 b\n! encoding 2:3\n");
  assert_says ("a,b\n1,\xE0\x9F\xBF\n", "1:1 a|1:3 b\n! encoding 2:3\n");
  assert_says ("a,b\n1,\xF0\x8F\x80\x80\n", "1:1 a|1:3 b\n! encoding 2:3\n");
  assert_says ("a,b\n\"x\xD8", "1:1 a|1:3 b\n! encoding 2:3\n");
  assert_says ("a,b\n1,\xD8,\n", "1:1 a|1:3 b\n! encoding 2:3\n");
  assert_says ("\xFF\xFE" "a", "! encoding 1:1\n");
}

static void
test_row_width (void)
{
  assert_says ("a,b\n1\n3,4\n", "1:1 a|1:3 b\n! row-width 2:2\n3:1 3|3:3 4\n");
  assert_says ("a,b\n1,2,3,4\n5,6\n", "1:1 a|1:3 b\n! row-width 2:5\n3:1 5|3:3 6\n");
  assert_says ("a,b\n1,2\nx", "1:1 a|1:3 b\n2:1 1|2:3 2\n! row-width 3:2\n");
}

static void
test_row_width_says_how_many (void)
{
  g_autoptr(MesoCsvReader) reader = meso_csv_reader_new (',');
  const MesoImportFault *fault;

  meso_csv_reader_feed (reader, "a,b\n1,2,3,4\n", 12);
  g_assert_cmpint (meso_csv_reader_next (reader), ==, MESO_CSV_ROW);
  g_assert_cmpint (meso_csv_reader_next (reader), ==, MESO_CSV_FAULT);
  fault = meso_csv_reader_get_fault (reader);
  g_assert_cmpuint (fault->expected, ==, 2);
  g_assert_cmpuint (fault->found, ==, 4);
  g_assert_cmpint (meso_csv_reader_get_separator (reader), ==, ',');
}

/* Ten megabytes in a cell, quoted or not, closed or not: told with the place where the cell begins, and never kept. */
static void
test_long_cells (void)
{
  gsize length = 10 * 1024 * 1024;
  g_autofree char *long_text = g_strnfill (length, 'x');
  g_autofree char *plain = g_strconcat ("a,b\n1,", long_text, "\n3,4\n", NULL);
  g_autofree char *quoted = g_strconcat ("a,b\n1,\"", long_text, "\"\n3,4\n", NULL);
  g_autofree char *open = g_strconcat ("a,b\n1,\"", long_text, NULL);
  const char *files[] = { plain, quoted, open };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *said = read_in_blocks (files[i], strlen (files[i]), 0, 65536);

      g_assert_cmpstr (said, ==, i < 2 ? "1:1 a|1:3 b\n! cell-too-long 2:3\n3:1 3|3:3 4\n" : "1:1 a|1:3 b\n! quote-open 2:3\n");
    }
}

static void
test_longest_cell (void)
{
  g_autofree char *text = g_strnfill (MESO_CSV_CELL_MAX_BYTES, 'x');
  g_autofree char *file = g_strconcat ("a\n", text, "\n", NULL);
  g_autofree char *expected = g_strconcat ("1:1 a\n2:1 ", text, "\n", NULL);
  g_autofree char *said = read_in_blocks (file, strlen (file), 0, 4096);

  g_assert_cmpstr (said, ==, expected);
}

static void
test_long_rows (void)
{
  g_autofree char *cell = g_strnfill (MESO_CSV_CELL_MAX_BYTES - 1, 'x');
  g_autofree char *file = g_strconcat ("a,b,c,d,e\n", cell, ",", cell, ",", cell, ",", cell, ",", cell, "\n1,2,3,4,5\n", NULL);
  g_autofree char *said = read_in_blocks (file, strlen (file), 0, 65536);

  g_assert_true (strstr (said, "! row-too-long 2:") != NULL);
  g_assert_true (g_str_has_suffix (said, "\n3:1 1|3:3 2|3:5 3|3:7 4|3:9 5\n"));
}

static void
test_too_many_columns (void)
{
  g_autofree char *separators = g_strnfill (MESO_CSV_MAX_COLUMNS, ',');
  g_autofree char *place = g_strdup_printf ("! too-many-columns 1:%d\n", MESO_CSV_MAX_COLUMNS + 1);

  assert_says (separators, place);
}

static void
test_place_in_cell (void)
{
  g_autoptr(MesoCsvReader) reader = meso_csv_reader_new (',');
  const char *file = "a,b\nعلی,\"x\"\"y\nعz\"\n";
  const MesoCsvCell *cells;
  guint64 line;
  guint column, n_cells;

  meso_csv_reader_feed (reader, file, strlen (file));
  g_assert_cmpint (meso_csv_reader_next (reader), ==, MESO_CSV_ROW);
  g_assert_cmpint (meso_csv_reader_next (reader), ==, MESO_CSV_ROW);
  cells = meso_csv_reader_get_row (reader, &n_cells);
  meso_csv_cell_get_place (&cells[0], strlen ("عل"), &line, &column);
  g_assert_cmpuint (line, ==, 2);
  g_assert_cmpuint (column, ==, 3);
  meso_csv_cell_get_place (&cells[1], strlen ("x\""), &line, &column);
  g_assert_cmpuint (line, ==, 2);
  g_assert_cmpuint (column, ==, 9);
  meso_csv_cell_get_place (&cells[1], strlen ("x\"y\nع"), &line, &column);
  g_assert_cmpuint (line, ==, 3);
  g_assert_cmpuint (column, ==, 2);
}

/* Whatever bytes come: rows and faults, in the end an end, and the same however they come. */
static void
test_mutations (void)
{
  const char *seed = "\xEF\xBB\xBFنام,تلفن,\"یادداشت\"\r\nعلی‌رضا,\"۰۹۱۲ 345\",\"a \"\"b\"\"\r\nc\"\n\n\"x\",,\r\"y\nz\",1,2";
  const char spice[] = ",;\t\"\r\n\0'= a\x80\xD8\xE2\xF0\xFF";
  guint32 random_seed = g_test_rand_int ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (random_seed);
  gint64 end = g_get_monotonic_time () + 2 * G_USEC_PER_SEC;

  g_test_message ("seed %u", random_seed);
  for (int turn = 0; turn < 20000 && g_get_monotonic_time () < end; turn++)
    {
      g_autoptr(GString) file = g_string_new (seed);
      g_autofree char *whole = NULL;
      g_autofree char *pieces = NULL;

      for (int n = g_rand_int_range (rand, 1, 8); n > 0; n--)
        {
          gsize at = (gsize) g_rand_int_range (rand, 0, (gint32) file->len);

          if (g_rand_boolean (rand))
            file->str[at] = spice[g_rand_int_range (rand, 0, sizeof spice - 1)];
          else
            g_string_insert_c (file, (gssize) at, spice[g_rand_int_range (rand, 0, sizeof spice - 1)]);
        }
      whole = read_in_blocks (file->str, file->len, 0, file->len);
      pieces = read_in_blocks (file->str, file->len, 0, (gsize) g_rand_int_range (rand, 1, 9));
      g_assert_cmpstr (whole, ==, pieces);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-reader/rows", test_rows);
  g_test_add_func ("/csv-reader/line-breaks", test_line_breaks);
  g_test_add_func ("/csv-reader/quotes", test_quotes);
  g_test_add_func ("/csv-reader/columns-are-characters", test_columns_are_characters);
  g_test_add_func ("/csv-reader/separators", test_separators);
  g_test_add_func ("/csv-reader/byte-order-mark", test_byte_order_mark);
  g_test_add_func ("/csv-reader/wrong-quotes", test_wrong_quotes);
  g_test_add_func ("/csv-reader/broken-bytes", test_broken_bytes);
  g_test_add_func ("/csv-reader/row-width", test_row_width);
  g_test_add_func ("/csv-reader/row-width-says-how-many", test_row_width_says_how_many);
  g_test_add_func ("/csv-reader/long-cells", test_long_cells);
  g_test_add_func ("/csv-reader/longest-cell", test_longest_cell);
  g_test_add_func ("/csv-reader/long-rows", test_long_rows);
  g_test_add_func ("/csv-reader/too-many-columns", test_too_many_columns);
  g_test_add_func ("/csv-reader/place-in-cell", test_place_in_cell);
  g_test_add_func ("/csv-reader/mutations", test_mutations);
  return g_test_run ();
}
