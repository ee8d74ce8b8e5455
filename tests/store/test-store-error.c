/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include <gio/gio.h>
#include <sqlite3.h>
#include <string.h>

#include "meso-sqlite-error.h"
#include "meso-store-error.h"

/* None without text, and no two causes with the same code of ours that should differ. */
static void
test_every_code_has_a_sentence (void)
{
  for (int code = 0; code < MESO_STORE_N_ERRORS; code++)
    {
      const char *sentence = meso_store_error_get_sentence ((MesoStoreError) code);

      g_assert_nonnull (sentence);
      g_assert_cmpuint (strlen (sentence), >=, strlen ("Nothing was changed."));
      g_assert_true (g_ascii_isupper (sentence[0]));
      g_assert_true (g_str_has_suffix (sentence, "."));
    }
}

static void
test_every_sqlite_code_is_mapped (void)
{
  static const struct { int sqlite; MesoStoreError ours; } codes[] = {
    { SQLITE_BUSY, MESO_STORE_ERROR_BUSY }, { SQLITE_BUSY_RECOVERY, MESO_STORE_ERROR_BUSY },
    { SQLITE_LOCKED, MESO_STORE_ERROR_BUSY }, { SQLITE_NOMEM, MESO_STORE_ERROR_NO_MEMORY },
    { SQLITE_IOERR_NOMEM, MESO_STORE_ERROR_IO }, { SQLITE_READONLY, MESO_STORE_ERROR_READ_ONLY },
    { SQLITE_IOERR_FSYNC, MESO_STORE_ERROR_IO }, { SQLITE_CORRUPT_VTAB, MESO_STORE_ERROR_DAMAGED },
    { SQLITE_NOTADB, MESO_STORE_ERROR_NOT_A_DATABASE }, { SQLITE_FULL, MESO_STORE_ERROR_FULL },
    { SQLITE_CANTOPEN, MESO_STORE_ERROR_FOLDER }, { SQLITE_CONSTRAINT_TRIGGER, MESO_STORE_ERROR_REFUSED },
    { SQLITE_CONSTRAINT_CHECK, MESO_STORE_ERROR_REFUSED }, { SQLITE_CONSTRAINT_UNIQUE, MESO_STORE_ERROR_DUPLICATE },
    { SQLITE_CONSTRAINT_PRIMARYKEY, MESO_STORE_ERROR_DUPLICATE }, { SQLITE_CONSTRAINT_FOREIGNKEY, MESO_STORE_ERROR_NO_RECORD },
    { SQLITE_TOOBIG, MESO_STORE_ERROR_REFUSED }, { SQLITE_ERROR, MESO_STORE_ERROR_INTERNAL },
    { SQLITE_MISUSE, MESO_STORE_ERROR_INTERNAL }, { SQLITE_RANGE, MESO_STORE_ERROR_INTERNAL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr(GError) error = NULL;

      meso_sqlite_error_set (&error, NULL, codes[i].sqlite, "saving");
      g_assert_error (error, MESO_STORE_ERROR, (int) codes[i].ours);
      g_assert_true (g_str_has_suffix (error->message, meso_store_error_get_sentence (codes[i].ours)));
    }
  {
    g_autoptr(GError) error = NULL;

    meso_sqlite_error_set (&error, NULL, SQLITE_INTERRUPT, NULL);
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store-error/every-code-has-a-sentence", test_every_code_has_a_sentence);
  g_test_add_func ("/store-error/every-sqlite-code-is-mapped", test_every_sqlite_code_is_mapped);
  return g_test_run ();
}
