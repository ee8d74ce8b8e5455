/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* The scan of a clearance's paper: kept as it came, never changed, gone with the person. */

#include <string.h>

#include "meso-patient-erasure.h"
#include "meso-screening-repository.h"
#include "meso-store-check.h"
#include "session-world.h"

#define SCAN "%PDF-1.7 the letter of Dr Karimi\n"

typedef struct
{
  SessionWorld *world;
  char *screening;
  char *clearance;
  MesoClearanceFile *file;
  GPtrArray *decisions;
} Case;

static MesoClearanceFile *
make_scan (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (SCAN, sizeof SCAN - 1);
  g_autoptr(GError) error = NULL;
  MesoClearanceFile *file = meso_clearance_file_new ("letter & <b>.pdf", bytes, &error);

  g_assert_no_error (error);
  return file;
}

static Case
begin (void)
{
  Case self = { .world = session_world_new () };
  MesoScreeningDecision *decision = session_world_decision (MESO_DECISION_CLEARANCE, NULL);

  self.screening = session_world_screen (self.world, self.world->leila, MESO_OUTCOME_CLEARANCE);
  decision->clearance_file = make_scan ();
  self.clearance = session_world_decide (self.world, self.screening, decision);
  return self;
}

static void
end (Case *self)
{
  g_clear_pointer (&self->file, meso_clearance_file_free);
  g_clear_pointer (&self->decisions, g_ptr_array_unref);
  g_clear_pointer (&self->screening, g_free);
  g_clear_pointer (&self->clearance, g_free);
  g_clear_pointer (&self->world, session_world_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Case, end)

static gboolean
load (MesoStoreContext *context, gpointer data, GError **error)
{
  Case *self = data;

  g_clear_pointer (&self->file, meso_clearance_file_free);
  self->file = meso_screening_repository_load_clearance_file (context, self->clearance, error);
  return self->file != NULL;
}

static gboolean
list (MesoStoreContext *context, gpointer data, GError **error)
{
  Case *self = data;

  self->decisions = meso_screening_repository_list_decisions (context, self->screening, error);
  return self->decisions != NULL;
}

static void
test_kept (void)
{
  g_auto(Case) self = begin ();
  g_autoptr(MesoClearanceFile) scan = make_scan ();
  g_autofree char *sign = session_world_decide (self.world, self.screening, session_world_decision (MESO_DECISION_SIGN, NULL));
  const MesoScreeningDecision *clearance;

  meso_test_store_read (self.world->store, load, &self);
  g_assert_true (g_bytes_equal (self.file->bytes, scan->bytes));
  g_assert_cmpstr (self.file->name, ==, "letter & <b>.pdf");
  g_assert_cmpint (self.file->type, ==, MESO_CLEARANCE_FILE_PDF);

  /* What is known of it comes with the decision; the bytes only when somebody looks. */
  meso_test_store_read (self.world->store, list, &self);
  clearance = g_ptr_array_index (self.decisions, 0);
  g_assert_cmpstr (clearance->clearance_file->sha256, ==, scan->sha256);
  g_assert_cmpint (clearance->clearance_file->size, ==, scan->size);
  g_assert_null (clearance->clearance_file->bytes);
  g_assert_null (((const MesoScreeningDecision *) g_ptr_array_index (self.decisions, 1))->clearance_file);

  g_set_str (&self.clearance, sign);
  meso_test_store_refuse (self.world->store, load, &self, MESO_STORE_ERROR_NO_RECORD);
  meso_test_store_check (self.world->store);
}

#define REST "added_at, added_zone, added_by, bytes"

static void
test_refused (void)
{
  g_auto(Case) self = begin ();
  g_autofree char *sign = session_world_decide (self.world, self.screening, session_world_decision (MESO_DECISION_SIGN, NULL));
  g_autofree char *other = session_world_decide (self.world, self.screening, session_world_decision (MESO_DECISION_CLEARANCE, NULL));
  const struct { const char *columns; const char *decision; const char *why; } rows[] = {
    { "name, content_type, sha256, size, " REST, sign, "only a clearance has a file" },
    { "name, content_type, sha256, size, " REST, "nothing", "only a clearance has a file" },
    { "name, 'text/html', sha256, size, " REST, other, "PDF, JPEG or PNG" },
    { "name, content_type, 'ab', size, " REST, other, "64 hexadecimal digits" },
    { "name, content_type, sha256, size + 1, " REST, other, "1 byte to 10 MB" },
    { "name, content_type, sha256, 10000001, added_at, added_zone, added_by, zeroblob (10000001)", other, "1 byte to 10 MB" },
    { "name, content_type, sha256, 0, added_at, added_zone, added_by, x''", other, "1 byte to 10 MB" },
    { "printf ('%.201c', 'x'), content_type, sha256, size, " REST, other, "a name is short" },
    { "name, content_type, sha256, size, 'today', added_zone, added_by, bytes", other, "a moment is UTC" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *sql = g_strdup_printf ("INSERT INTO clearance_file SELECT '%s', %s FROM clearance_file LIMIT 1",
                                              rows[i].decision, rows[i].columns);

      session_world_refuse_sql (self.world, sql, rows[i].why);
    }
  session_world_refuse_sql (self.world, "UPDATE clearance_file SET name = 'another'", "a stored file never changes");
  session_world_refuse_sql (self.world, "DELETE FROM clearance_file", "a stored file is never deleted");
  meso_test_store_read (self.world->store, load, &self);
}

/* Changed behind our back: said by whoever reads it, and by the check. */
static void
test_damaged (void)
{
  g_auto(Case) self = begin ();
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(GError) error = NULL;

  meso_test_store_close (self.world->store);
  meso_test_sqlite_write (self.world->store->path,
                          "DROP TRIGGER clearance_file_update; UPDATE clearance_file SET bytes = CAST (replace (CAST (bytes AS TEXT), 'Karimi', 'Karami') AS BLOB);"
                          " CREATE TRIGGER clearance_file_update BEFORE UPDATE ON clearance_file\n"
                          "BEGIN SELECT RAISE (ABORT, 'a stored file never changes'); END;");
  meso_test_store_open (self.world->store);
  meso_test_store_refuse (self.world->store, load, &self, MESO_STORE_ERROR_DAMAGED);
  problems = meso_store_check (self.world->store->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (problems, 0), self.clearance));
}

static gboolean
erase (MesoStoreContext *context, gpointer data, GError **error)
{
  Case *self = data;
  g_autoptr(MesoErasureRow) row = meso_patient_erasure_erase (context, self->world->store->staff, "1", self->world->leila, "asked",
                                                              "the law", error);

  return row != NULL;
}

static void
test_erased (void)
{
  g_auto(Case) self = begin ();
  g_autofree char *left = NULL;
  g_autofree char *anywhere = NULL;

  meso_test_store_write (self.world->store, erase, &self);
  meso_test_store_refuse (self.world->store, load, &self, MESO_STORE_ERROR_NO_RECORD);
  meso_test_store_check (self.world->store);
  meso_test_store_close (self.world->store);
  left = meso_test_sqlite (self.world->store->path, "SELECT count(*) FROM clearance_file");
  g_assert_cmpstr (left, ==, "0");
  anywhere = meso_test_sqlite (self.world->store->path, ".dump");
  g_assert_null (strstr (anywhere, "letter & <b>"));
  meso_test_store_open (self.world->store);
}

/* What shows as nothing is no reason, in none of the tables. */

#define ROW(table, columns, values) "INSERT INTO " table " (" columns ") VALUES (" values ")"
#define AT "'2026-11-22T08:00:00.000000Z'"
#define BY "(SELECT id FROM staff WHERE role = 'physician')"
#define ID "'00000000-0000-4000-8000-000000000000'"
#define SCREENING "(SELECT id FROM screening)"

static const struct
{
  const char *sql;    /* %s: the reason, quoted */
  const char *why;
} reasons[] = {
  { ROW ("screening_decision", "id, screening, kind, reason, role, licence_number, decided_at, decided_zone, decided_by",
         ID ", " SCREENING ", 'override', %s, 'physician', '1', " AT ", '', " BY), "an override needs a reason" },
  { ROW ("screening_decision", "id, screening, kind, reason, role, licence_number, decided_at, decided_zone, decided_by",
         ID ", " SCREENING ", 'sign', %s, 'physician', '1', " AT ", '', " BY), "only a suitable verdict is signed without a reason" },
  { ROW ("screening_decision", "id, screening, kind, reason, role, licence_number, decided_at, decided_zone, decided_by,"
         " clearance_date, clearance_document, clearance_from",
         ID ", " SCREENING ", 'clearance', '', 'physician', '1', " AT ", '', " BY ", '2026-11-01', 'Letter', %s"),
    "a clearance needs who gave it" },
  { ROW ("entered_in_error", "entity, entity_id, marked_at, marked_zone, marked_by, reason",
         "'screening', " SCREENING ", " AT ", '', " BY ", %s"), "marking an error needs a reason" },
  { ROW ("patient_link", "id, duplicate, kept, linked_at, linked_by, reason",
         ID ", (SELECT min (id) FROM patient), (SELECT max (id) FROM patient), " AT ", " BY ", %s"), "merging needs a reason" },
  { "UPDATE plan SET status = 'suspended', status_reason = %s", "suspending or stopping a plan needs a reason" },
  { "UPDATE plan_session SET status = 'cancelled', reason = %s", "a cancelled session needs a reason" },
  { ROW ("patient_erasure", "patient, legal_basis, role, licence_number, erased_at, erased_zone, erased_by, reason",
         "(SELECT id FROM patient), 'law', 'physician', '1', " AT ", '', " BY ", %s"), "an erasure needs a reason" },
  { ROW ("patient_erasure", "patient, reason, role, licence_number, erased_at, erased_zone, erased_by, legal_basis",
         "(SELECT id FROM patient), 'asked', 'physician', '1', " AT ", '', " BY ", %s"), "an erasure needs its legal basis" },
};

static void
test_blank_reasons (void)
{
  static const char *const blanks[] = { "''", "' '", "char (9)", "char (13, 10, 32)", "char (160, 8203)", "char (8207, 65279)" };
  g_auto(Case) self = begin ();

  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      g_auto(GStrv) halves = g_strsplit (reasons[i].sql, "%s", 2);

      for (gsize j = 0; j < G_N_ELEMENTS (blanks); j++)
        {
          g_autofree char *sql = g_strconcat (halves[0], blanks[j], halves[1], NULL);

          g_test_message ("%s", sql);
          session_world_refuse_sql (self.world, sql, reasons[i].why);
        }
    }
  session_world_run_sql (self.world, "UPDATE plan SET status = 'suspended', status_reason = char (9) || 'swelling'");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clearance-file/kept", test_kept);
  g_test_add_func ("/clearance-file/refused", test_refused);
  g_test_add_func ("/clearance-file/damaged", test_damaged);
  g_test_add_func ("/clearance-file/erased", test_erased);
  g_test_add_func ("/clearance-file/blank-reasons", test_blank_reasons);

  return g_test_run ();
}
