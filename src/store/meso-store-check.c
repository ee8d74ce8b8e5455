/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-store-check.h"

#include "meso-audit-chain.h"
#include "meso-patient-index.h"
#include "meso-patient-twin-index.h"
#include "meso-stock-check.h"
#include "meso-store-private.h"
#include "meso-store-shape.h"

/* Pages, indexes, CHECKs and the search index's own structure. */
static gboolean
check_integrity (MesoSqliteConnection *connection, GPtrArray *problems, GError **error)
{
  g_autoptr(MesoSqliteStatement) statement =
    meso_sqlite_connection_query (connection, "PRAGMA integrity_check", meso_sqlite_no_values, error);

  if (statement == NULL)
    return FALSE;
  while (meso_sqlite_statement_next (statement))
    {
      const char *answer = meso_sqlite_statement_peek_text (statement, 0);

      if (g_strcmp0 (answer, "ok") != 0)
        g_ptr_array_add (problems, g_strdup_printf ("the file is damaged: %s", answer));
    }
  return meso_sqlite_statement_finish (statement, error);
}

static gboolean
check_references (MesoSqliteConnection *connection, GPtrArray *problems, GError **error)
{
  g_autoptr(MesoSqliteStatement) statement =
    meso_sqlite_connection_query (connection, "SELECT \"table\", rowid, parent FROM pragma_foreign_key_check",
                                  meso_sqlite_no_values, error);

  if (statement == NULL)
    return FALSE;
  while (meso_sqlite_statement_next (statement))
    g_ptr_array_add (problems, g_strdup_printf ("a row of “%s” (%" G_GINT64_FORMAT ") names a “%s” that isn't there",
                                                meso_sqlite_statement_peek_text (statement, 0),
                                                meso_sqlite_statement_get_int (statement, 1),
                                                meso_sqlite_statement_peek_text (statement, 2)));
  return meso_sqlite_statement_finish (statement, error);
}

static gboolean
check_sheets (MesoSqliteConnection *connection, GPtrArray *problems, GError **error)
{
  g_autoptr(MesoSqliteStatement) statement =
    meso_sqlite_connection_query (connection, "SELECT id, sha256, pdf FROM handout_issue", meso_sqlite_no_values, error);

  if (statement == NULL)
    return FALSE;
  while (meso_sqlite_statement_next (statement))
    {
      g_autoptr(GBytes) pdf = meso_sqlite_statement_dup_blob (statement, 2);
      g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf);

      if (g_strcmp0 (sha256, meso_sqlite_statement_peek_text (statement, 1)) != 0)
        g_ptr_array_add (problems, g_strdup_printf ("the sheet “%s” isn't what was printed",
                                                    meso_sqlite_statement_peek_text (statement, 0)));
    }
  return meso_sqlite_statement_finish (statement, error);
}

static gboolean
check_photo (MesoSqliteConnection *connection, const char *id, const char *sha256, GPtrArray *problems, GError **error)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr(MesoSqliteStatement) pieces = meso_sqlite_connection_query (connection,
    "SELECT bytes FROM photo_piece WHERE photo = $1 ORDER BY n", meso_sqlite_values (T (id)), error);

  if (pieces == NULL)
    return FALSE;
  while (meso_sqlite_statement_next (pieces))
    {
      g_autoptr(GBytes) piece = meso_sqlite_statement_dup_blob (pieces, 0);

      g_checksum_update (checksum, g_bytes_get_data (piece, NULL), (gssize) g_bytes_get_size (piece));
    }
  if (g_strcmp0 (sha256, g_checksum_get_string (checksum)) != 0)
    g_ptr_array_add (problems, g_strdup_printf ("the photo “%s” isn't what was stored", id));
  return meso_sqlite_statement_finish (pieces, error);
}

/* A copy that an earlier version made has none. */
static gboolean
check_photos (MesoSqliteConnection *connection, GPtrArray *problems, GError **error)
{
  g_autoptr(MesoSqliteStatement) photos = NULL;
  gint64 has_photos = 0;

  if (!meso_sqlite_connection_get_int (connection, "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'photo'",
                                       &has_photos, error))
    return FALSE;
  if (!has_photos)
    return TRUE;
  photos = meso_sqlite_connection_query (connection, "SELECT id, sha256 FROM photo", meso_sqlite_no_values, error);
  if (photos == NULL)
    return FALSE;
  while (meso_sqlite_statement_next (photos))
    if (!check_photo (connection, meso_sqlite_statement_peek_text (photos, 0), meso_sqlite_statement_peek_text (photos, 1),
                      problems, error))
      return FALSE;
  return meso_sqlite_statement_finish (photos, error);
}

/* The same. */
static gboolean
check_clearance_files (MesoSqliteConnection *connection, GPtrArray *problems, GError **error)
{
  g_autoptr(MesoSqliteStatement) files = NULL;
  gint64 has_files = 0;

  if (!meso_sqlite_connection_get_int (connection, "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'clearance_file'",
                                       &has_files, error))
    return FALSE;
  if (!has_files)
    return TRUE;
  files = meso_sqlite_connection_query (connection, "SELECT decision, sha256, bytes FROM clearance_file", meso_sqlite_no_values, error);
  if (files == NULL)
    return FALSE;
  while (meso_sqlite_statement_next (files))
    {
      g_autoptr(GBytes) bytes = meso_sqlite_statement_dup_blob (files, 2);
      g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

      if (g_strcmp0 (sha256, meso_sqlite_statement_peek_text (files, 1)) != 0)
        g_ptr_array_add (problems, g_strdup_printf ("the file of the clearance “%s” isn't what was stored",
                                                    meso_sqlite_statement_peek_text (files, 0)));
    }
  return meso_sqlite_statement_finish (files, error);
}

static gboolean
check_audit (MesoSqliteConnection *connection, GPtrArray *problems, GError **error)
{
  g_autoptr(MesoAuditVerification) verification = meso_audit_chain_verify (connection, error);

  if (verification == NULL)
    return FALSE;
  if (verification->problem != NULL)
    g_ptr_array_add (problems, g_strdup_printf ("audit row %" G_GINT64_FORMAT ": %s", verification->first_bad,
                                                verification->problem));
  return TRUE;
}

/**
 * meso_store_check_connection:
 * @connection: an open file, with nobody else writing to it
 *
 * The same as meso_store_check(), of any open file.
 *
 * Returns: (transfer full) (element-type utf8): what is wrong, empty when the file is sound; %NULL
 *   when it could not be looked at
 */
GPtrArray *
meso_store_check_connection (MesoSqliteConnection *connection, GError **error)
{
  g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  gboolean readable = FALSE;

  if (!check_integrity (connection, problems, error))
    return NULL;
  /* What is damaged can't be read further without surprises. */
  if (problems->len > 0)
    return g_steal_pointer (&problems);
  if (!meso_store_shape_check (connection, problems, &readable, error))
    return NULL;
  if (readable
      && !(check_references (connection, problems, error) && check_sheets (connection, problems, error)
           && check_photos (connection, problems, error)
           && check_clearance_files (connection, problems, error) && meso_stock_check (connection, problems, error)
           && meso_patient_index_check (connection, problems, error)
           && meso_patient_twin_index_check (connection, problems, error) && check_audit (connection, problems, error)))
    return NULL;
  return g_steal_pointer (&problems);
}

static gboolean
check_unit (MesoStoreContext *context, gpointer data, GError **error)
{
  GPtrArray **problems_out = data;

  *problems_out = meso_store_check_connection (context->connection, error);
  return *problems_out != NULL;
}

/**
 * meso_store_check:
 *
 * Looks through the whole file: takes seconds on a large one.
 *
 * Returns: (transfer full) (element-type utf8): what is wrong, empty when the file is sound
 */
GPtrArray *
meso_store_check (MesoStore *self, GError **error)
{
  GPtrArray *problems = NULL;

  if (!meso_store_run (self, MESO_STORE_READ, check_unit, &problems, error))
    g_clear_pointer (&problems, g_ptr_array_unref);
  return problems;
}
