/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-store-shape.h"

#include <string.h>

#include "meso-store-schema.h"

static int
compare_keys (gconstpointer a, gconstpointer b, gpointer data)
{
  return strcmp (a, b);
}

/* (transfer full) (nullable): "trigger audit_update" → how it is made, in the order of those names. What SQLite makes for the
 * search index may be worded anew by another version of SQLite; its own indexes follow from the tables, and its statistics may
 * come and go. */
static GTree *
read_shape (MesoSqliteConnection *connection, GError **error)
{
  g_autoptr(GTree) shape = g_tree_new_full (compare_keys, NULL, g_free, g_free);
  g_autoptr(MesoSqliteStatement) rows = meso_sqlite_connection_query (connection,
    "SELECT type, name, tbl_name || char (10) || CASE WHEN type = 'table' AND name IN"
    " (SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow') THEN '' ELSE coalesce (sql, '') END"
    " FROM sqlite_schema WHERE name NOT GLOB 'sqlite_*'", meso_sqlite_no_values, error);

  if (rows == NULL)
    return NULL;
  while (meso_sqlite_statement_next (rows))
    g_tree_insert (shape,
                   g_strconcat (meso_sqlite_statement_peek_text (rows, 0), " “", meso_sqlite_statement_peek_text (rows, 1), "”",
                                NULL),
                   meso_sqlite_statement_dup_text (rows, 2));
  return meso_sqlite_statement_finish (rows, error) ? g_steal_pointer (&shape) : NULL;
}

static GTree *
make_expected (int version, GError **error)
{
  g_autofree MesoSqliteMigration *steps = g_new0 (MesoSqliteMigration, (gsize) version + 1);
  g_autoptr(MesoSqliteConnection) fresh = meso_sqlite_connection_new (":memory:", MESO_SQLITE_OPEN_MAKE, error);

  memcpy (steps, meso_store_schema_get_migrations (), sizeof *steps * (gsize) version);
  if (fresh == NULL || !meso_sqlite_migrator_run (fresh, steps, error))
    return NULL;
  return read_shape (fresh, error);
}

static void
compare (GTree *expected, GTree *found, GPtrArray *problems, gboolean *readable_out)
{
  for (GTreeNode *node = g_tree_node_first (expected); node != NULL; node = g_tree_node_next (node))
    {
      const char *what = g_tree_node_key (node);
      const char *how = g_tree_lookup (found, what);

      if (g_strcmp0 (how, g_tree_node_value (node)) == 0)
        continue;
      g_ptr_array_add (problems, g_strdup_printf (how == NULL ? "the %s is missing" : "the %s isn't as this program makes it",
                                                  what));
      if (g_str_has_prefix (what, "table "))
        *readable_out = FALSE;
    }
  for (GTreeNode *node = g_tree_node_first (found); node != NULL; node = g_tree_node_next (node))
    if (g_tree_lookup (expected, g_tree_node_key (node)) == NULL)
      g_ptr_array_add (problems, g_strdup_printf ("the %s isn't this program's", (char *) g_tree_node_key (node)));
}

/**
 * meso_store_shape_check:
 * @problems: (element-type utf8): what is wrong is added, one for each table, index or trigger
 * @readable_out: whether the tables are right, so that the content can be looked at
 *
 * Compares the file's schema with what the migrations up to its version make in a new database: a
 * trigger that keeps signed rows as they are may be gone from a file that is sound otherwise.
 *
 * Returns: whether it could be looked at
 */
gboolean
meso_store_shape_check (MesoSqliteConnection *connection, GPtrArray *problems, gboolean *readable_out, GError **error)
{
  g_autoptr(GTree) expected = NULL;
  g_autoptr(GTree) found = NULL;
  int version = 0;

  *readable_out = FALSE;
  if (!meso_sqlite_migrator_get_version (connection, &version, error))
    return FALSE;
  if (version < 1 || version > meso_store_schema_get_version ())
    {
      g_ptr_array_add (problems, g_strdup_printf ("its version, %d, isn't one that this program knows", version));
      return TRUE;
    }
  expected = make_expected (version, error);
  found = expected != NULL ? read_shape (connection, error) : NULL;
  if (found == NULL)
    return FALSE;
  *readable_out = TRUE;
  compare (expected, found, problems, readable_out);
  return TRUE;
}
