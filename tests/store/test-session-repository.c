/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-session-repository.h"

#include "session-world.h"

static void
assert_same (const MesoTreatmentSession *a, const MesoTreatmentSession *b)
{
  g_assert_cmpstr (a->patient, ==, b->patient);
  g_assert_cmpstr (a->plan, ==, b->plan);
  g_assert_cmpint (a->session_n, ==, b->session_n);
  g_assert_cmpint (meso_calendar_date_compare (a->date, b->date), ==, 0);
  g_assert_cmpint (a->minute, ==, b->minute);
  g_assert_cmpstr (a->operator, ==, b->operator);
  g_assert_cmpstr (a->physician, ==, b->physician);
  g_assert_cmpstr (a->screening, ==, b->screening);
  g_assert_cmpstr (a->formula, ==, b->formula);
  g_assert_cmpint (a->formula_version, ==, b->formula_version);
  g_assert_cmpint (a->points, ==, b->points);
  g_assert_cmpint (a->volume_ul, ==, b->volume_ul);
  g_assert_cmpint (a->wasted_ul, ==, b->wasted_ul);
  g_assert_cmpint (a->pain, ==, b->pain);
  g_assert_cmpmem (&a->before, sizeof a->before, &b->before, sizeof b->before);
  g_assert_cmpmem (&a->after, sizeof a->after, &b->after, sizeof b->after);
  g_assert_cmpstr (a->notes, ==, b->notes);
  g_assert_cmpuint (a->reactions->len, ==, b->reactions->len);
  g_assert_cmpint (a->no_reactions, ==, b->no_reactions);
  for (guint i = 0; i < a->reactions->len; i++)
    {
      const MesoReaction *one = g_ptr_array_index (a->reactions, i), *other = g_ptr_array_index (b->reactions, i);

      g_assert_cmpstr (one->term, ==, other->term);
      g_assert_cmpint (one->grade, ==, other->grade);
      g_assert_cmpstr (one->note, ==, other->note);
    }
}

static void
test_keeps_everything (void)
{
  g_autoptr(SessionWorld) world = session_world_new ();
  g_autofree char *screening = session_world_screen (world, world->leila, MESO_OUTCOME_SUITABLE);
  g_autoptr(MesoTreatmentSession) session = session_world_session (world, screening);
  g_autofree char *id = session_world_record (world, session, NULL);
  g_autoptr(MesoTreatmentSession) stored = session_world_get (world, id);

  assert_same (stored, session);
  g_assert_cmpstr (stored->id, ==, id);
  g_assert_cmpint (stored->operator_role, ==, MESO_ROLE_NURSE);
  g_assert_cmpstr (stored->operator_licence, ==, "");
  g_assert_cmpstr (stored->recorded_by, ==, world->store->nurse);
  g_assert_true (g_str_has_prefix (stored->recorded_at, "2026-11-22T08:"));
  g_assert_null (stored->amends);
  g_assert_cmpstr (stored->reason, ==, "");
  g_assert_true (meso_treatment_session_counts (stored));
  meso_test_store_check (world->store);
}

static void
test_keeps_what_is_not_known (void)
{
  g_autoptr(SessionWorld) world = session_world_new ();
  g_autofree char *screening = session_world_screen (world, world->leila, MESO_OUTCOME_SUITABLE);
  g_autoptr(MesoTreatmentSession) session = meso_treatment_session_new ();
  g_autoptr(MesoTreatmentSession) stored = NULL;
  g_autofree char *id = NULL;

  session->patient = g_strdup (world->leila);
  session->date = SESSION_WORLD_DAY;
  session->operator = g_strdup (world->store->staff);
  session->screening = g_strdup (screening);
  id = session_world_record (world, session, NULL);
  stored = session_world_get (world, id);
  assert_same (stored, session);
  g_assert_cmpint (stored->operator_role, ==, MESO_ROLE_PHYSICIAN);
  g_assert_cmpstr (stored->operator_licence, ==, "12345");
  g_assert_false (stored->no_reactions);
}

/* That somebody looked and saw none is not the same as that nobody said. */
static void
test_keeps_no_reactions (void)
{
  g_autoptr(SessionWorld) world = session_world_new ();
  g_autofree char *screening = session_world_screen (world, world->leila, MESO_OUTCOME_SUITABLE);
  g_autoptr(MesoTreatmentSession) session = session_world_session (world, screening);
  g_autoptr(MesoTreatmentSession) stored = NULL;
  g_autofree char *id = NULL;

  session->no_reactions = TRUE;
  session_world_refuse (world, session, NULL, "a session with reactions can't say that there were none");
  g_ptr_array_set_size (session->reactions, 0);
  id = session_world_record (world, session, NULL);
  stored = session_world_get (world, id);
  assert_same (stored, session);
  g_assert_true (stored->no_reactions);
  meso_test_store_check (world->store);
}

static gboolean
get_nothing (MesoStoreContext *context, gpointer data, GError **error)
{
  g_autoptr(MesoTreatmentSession) found = meso_session_repository_get (context, "nothing", error);

  return found != NULL;
}

static void
test_nothing (void)
{
  g_autoptr(SessionWorld) world = session_world_new ();
  g_autoptr(GPtrArray) none = session_world_list (world, world->leila);

  meso_test_store_refuse (world->store, get_nothing, NULL, MESO_STORE_ERROR_NO_RECORD);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_null (session_world_latest (world, world->leila));
}

typedef struct
{
  SessionWorld *world;
  const MesoTreatmentSession *session;
} Insert;

static gboolean
insert (MesoStoreContext *context, gpointer data, GError **error)
{
  Insert *work = data;
  g_autofree char *id = meso_session_repository_insert (context, work->world->store->nurse, work->session, NULL, NULL, error);

  return id != NULL;
}

/* Whom and what a session names must be there. */
static void
test_names_what_is_there (void)
{
  g_autoptr(SessionWorld) world = session_world_new ();
  g_autofree char *screening = session_world_screen (world, world->leila, MESO_OUTCOME_SUITABLE);
  g_autoptr(MesoTreatmentSession) session = session_world_session (world, screening);
  Insert work = { .world = world, .session = session };

  g_set_str (&session->operator, "nobody");
  meso_test_store_refuse (world->store, insert, &work, MESO_STORE_ERROR_NO_RECORD);
  g_set_str (&session->operator, world->store->nurse);
  g_set_str (&session->physician, "nobody");
  meso_test_store_refuse (world->store, insert, &work, MESO_STORE_ERROR_NO_RECORD);
  g_set_str (&session->physician, NULL);
  session->session_n = 5;
  meso_test_store_refuse (world->store, insert, &work, MESO_STORE_ERROR_NO_RECORD);
  session->session_n = 3;
  session->formula_version = 2;
  meso_test_store_refuse (world->store, insert, &work, MESO_STORE_ERROR_NO_RECORD);
  session->formula_version = 1;
  meso_test_store_write (world->store, insert, &work);
}

static void
test_amend (void)
{
  g_autoptr(SessionWorld) world = session_world_new ();
  g_autofree char *screening = session_world_screen (world, world->leila, MESO_OUTCOME_SUITABLE);
  g_autoptr(MesoTreatmentSession) session = session_world_session (world, screening);
  g_autofree char *first = session_world_record (world, session, NULL);
  g_autofree char *second = NULL;
  g_autoptr(MesoTreatmentSession) amended = NULL;
  g_autoptr(MesoTreatmentSession) latest = NULL;
  g_autoptr(GPtrArray) all = NULL;

  /* Who they were then, although they aren't any more. */
  session_world_run_sql (world, "UPDATE staff SET role = 'desk', licence_number = 'X' WHERE role = 'nurse'");
  session->points = 48;
  second = session_world_record (world, session, first);
  amended = session_world_get (world, first);
  g_assert_cmpstr (amended->amended_by, ==, second);
  g_assert_false (meso_treatment_session_counts (amended));
  latest = session_world_latest (world, world->leila);
  g_assert_cmpstr (latest->id, ==, second);
  g_assert_cmpstr (latest->amends, ==, first);
  g_assert_cmpstr (latest->reason, ==, "counted again");
  g_assert_cmpint (latest->operator_role, ==, MESO_ROLE_NURSE);
  g_assert_cmpstr (latest->operator_licence, ==, "");
  all = session_world_list (world, world->leila);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpstr (((MesoTreatmentSession *) g_ptr_array_index (all, 0))->id, ==, second);
  meso_test_store_close (world->store);
  {
    g_autofree char *audit = meso_test_sqlite (world->store->path,
      "SELECT group_concat (action || ' ' || entity || ' ' || reason || ' ' || (body ->> '$.points.new'), ';' ORDER BY seq)"
      " FROM audit JOIN audit_payload USING (seq) WHERE entity = 'session'");
    g_assert_cmpstr (audit, ==, "create session  50;amend session counted again 48");
  }
}

static gboolean
amend_again (MesoStoreContext *context, gpointer data, GError **error)
{
  Insert *work = data;
  g_autofree char *id = meso_session_repository_insert (context, work->world->store->nurse, work->session, work->session->amends,
                                                        "again", error);

  return id != NULL;
}

/* Two people correct the same session: the second is told. */
static void
test_amended_once (void)
{
  g_autoptr(SessionWorld) world = session_world_new ();
  g_autofree char *screening = session_world_screen (world, world->leila, MESO_OUTCOME_SUITABLE);
  g_autoptr(MesoTreatmentSession) session = session_world_session (world, screening);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  Insert work = { .world = world, .session = session };

  g_set_str (&session->plan, NULL);
  session->session_n = 0;
  first = session_world_record (world, session, NULL);
  second = session_world_record (world, session, first);
  session->amends = g_strdup (first);
  meso_test_store_refuse (world->store, amend_again, &work, MESO_STORE_ERROR_DUPLICATE);
}

static void
test_entered_in_error (void)
{
  g_autoptr(SessionWorld) world = session_world_new ();
  g_autofree char *screening = session_world_screen (world, world->leila, MESO_OUTCOME_SUITABLE);
  g_autoptr(MesoTreatmentSession) session = session_world_session (world, screening);
  g_autofree char *first = session_world_record (world, session, NULL);
  g_autofree char *second = NULL;
  g_autoptr(MesoTreatmentSession) latest = NULL;
  g_autoptr(GPtrArray) all = NULL;

  session->session_n = 4;
  session->minute = MESO_CIVIL_TIME_NO_MINUTE;
  second = session_world_record (world, session, NULL);
  session_world_mark (world, first);
  latest = session_world_latest (world, world->leila);
  g_assert_cmpstr (latest->id, ==, second);
  all = session_world_list (world, world->leila);
  g_assert_cmpuint (all->len, ==, 2);
  /* The one with a time of day comes later that day. */
  g_assert_cmpstr (((MesoTreatmentSession *) g_ptr_array_index (all, 0))->entered_in_error, ==, "another patient's");
  g_assert_null (((MesoTreatmentSession *) g_ptr_array_index (all, 1))->entered_in_error);
}

typedef struct
{
  guint n;
  GString *told;
} Told;

static void
on_changed (MesoStore *store, const char *what, const char *id, gpointer data)
{
  Told *told = data;

  told->n++;
  g_string_append_printf (told->told, "%s;", what);
}

static void
test_tells (void)
{
  g_autoptr(SessionWorld) world = session_world_new ();
  g_autofree char *screening = session_world_screen (world, world->leila, MESO_OUTCOME_SUITABLE);
  g_autoptr(MesoTreatmentSession) session = session_world_session (world, screening);
  g_autoptr(GString) text = g_string_new (NULL);
  Told told = { .told = text };
  g_autofree char *id = NULL;

  while (g_main_context_iteration (NULL, FALSE));
  g_signal_connect (world->store->store, "changed", G_CALLBACK (on_changed), &told);
  id = session_world_record (world, session, NULL);
  session_world_mark (world, id);
  while (told.n < 2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (text->str, ==, "session;session;");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session-repository/keeps-everything", test_keeps_everything);
  g_test_add_func ("/session-repository/keeps-what-is-not-known", test_keeps_what_is_not_known);
  g_test_add_func ("/session-repository/keeps-no-reactions", test_keeps_no_reactions);
  g_test_add_func ("/session-repository/nothing", test_nothing);
  g_test_add_func ("/session-repository/names-what-is-there", test_names_what_is_there);
  g_test_add_func ("/session-repository/amend", test_amend);
  g_test_add_func ("/session-repository/amended-once", test_amended_once);
  g_test_add_func ("/session-repository/entered-in-error", test_entered_in_error);
  g_test_add_func ("/session-repository/tells", test_tells);
  return g_test_run ();
}
