/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-import-fault.h"

#include <string.h>

/* None without a name of its own and a whole sentence. */
static void
test_every_kind (void)
{
  g_autoptr(GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint kind = MESO_IMPORT_FAULT_NONE + 1; kind < MESO_N_IMPORT_FAULT_KINDS; kind++)
    {
      MesoImportFault fault = { .kind = kind, .text = (char *) "it doesn't go.", .expected = 12, .found = 34 };
      g_autofree char *sentence = meso_import_fault_to_english (&fault);

      g_assert_true (g_hash_table_add (names, (gpointer) meso_import_fault_kind_to_string (kind)));
      g_assert_true (g_str_has_suffix (sentence, "."));
      g_assert_null (strchr (sentence, '%'));
      g_assert_false (meso_import_fault_kind_is_fatal (kind) && meso_import_fault_kind_is_remark (kind));
    }
}

static void
test_sentences (void)
{
  MesoImportFault width = { .kind = MESO_IMPORT_FAULT_ROW_WIDTH, .expected = 3, .found = 4 };
  MesoImportFault sex = { .kind = MESO_IMPORT_FAULT_SEX, .text = (char *) "100 %s" };
  g_autofree char *a = meso_import_fault_to_english (&width);
  g_autofree char *b = meso_import_fault_to_english (&sex);

  g_assert_cmpstr (a, ==, "The row has 4 cells, the header 3.");
  g_assert_true (g_str_has_prefix (b, "“100 %s” isn't a sex"));
}

static void
test_severity (void)
{
  g_assert_true (meso_import_fault_kind_is_fatal (MESO_IMPORT_FAULT_QUOTE_OPEN));
  g_assert_true (meso_import_fault_kind_is_fatal (MESO_IMPORT_FAULT_ENCODING));
  g_assert_true (meso_import_fault_kind_is_fatal (MESO_IMPORT_FAULT_NUL));
  g_assert_false (meso_import_fault_kind_is_fatal (MESO_IMPORT_FAULT_ROW_WIDTH));
  g_assert_false (meso_import_fault_kind_is_fatal (MESO_IMPORT_FAULT_CELL_TOO_LONG));
  g_assert_true (meso_import_fault_kind_is_remark (MESO_IMPORT_FAULT_NATIONAL_ID));
  g_assert_true (meso_import_fault_kind_is_remark (MESO_IMPORT_FAULT_FILE_NUMBER_TAKEN));
  g_assert_true (meso_import_fault_kind_is_remark (MESO_IMPORT_FAULT_PHONE_LENGTH));
  g_assert_false (meso_import_fault_kind_is_remark (MESO_IMPORT_FAULT_OTHER));
}

static void
test_copy (void)
{
  MesoImportFault fault = { .kind = MESO_IMPORT_FAULT_SEX, .line = 7, .text = (char *) "x" };
  g_autoptr(MesoImportFault) copy = meso_import_fault_copy (&fault);

  g_assert_cmpstr (copy->text, ==, "x");
  g_assert_true (copy->text != fault.text);
  g_assert_cmpuint (copy->line, ==, 7);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-fault/every-kind", test_every_kind);
  g_test_add_func ("/import-fault/sentences", test_sentences);
  g_test_add_func ("/import-fault/severity", test_severity);
  g_test_add_func ("/import-fault/copy", test_copy);
  return g_test_run ();
}
