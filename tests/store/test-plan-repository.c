/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-plan-repository.h"

#include "meso-patient-repository.h"
#include "meso-store-private.h"
#include "meso-test-store.h"
#include "meso-test-values.h"

typedef struct
{
  MesoTestStore *store;
  char *patient;
  MesoPlan *plan;
  char *id;
  MesoCourse *course;
  GPtrArray *found;
  int n;
  MesoPlannedStatus status;
  MesoCourseStatus plan_status;
  MesoPlannedSession *next;
  MesoCalendarDate date;
  int minute;
  MesoCalendarDate to;
  const char *reason;
  const char *sql;
} World;

static gboolean
prepare (MesoStoreContext *context, gpointer data, GError **error)
{
  World *world = data;
  g_autoptr(MesoPatient) patient = meso_test_patient ("Leila", "Karimi");
  g_autoptr(MesoPatient) stored = meso_patient_repository_insert (context, world->store->staff, patient, error);

  world->patient = g_strdup (stored->id);
  return TRUE;
}

static gboolean
insert (MesoStoreContext *context, gpointer data, GError **error)
{
  World *world = data;

  g_free (world->id);
  world->id = meso_plan_repository_insert (context, world->store->staff, world->patient, world->plan, error);
  return world->id != NULL;
}

static gboolean
get (MesoStoreContext *context, gpointer data, GError **error)
{
  World *world = data;

  g_clear_pointer (&world->course, meso_course_free);
  world->course = meso_plan_repository_get (context, world->id, error);
  return world->course != NULL;
}

static gboolean
get_latest (MesoStoreContext *context, gpointer data, GError **error)
{
  World *world = data;

  g_clear_pointer (&world->course, meso_course_free);
  world->course = meso_plan_repository_latest_of_patient (context, world->patient, error);
  return error == NULL || *error == NULL;
}

static gboolean
list_between (MesoStoreContext *context, gpointer data, GError **error)
{
  World *world = data;

  g_clear_pointer (&world->found, g_ptr_array_unref);
  world->found = meso_plan_repository_list_between (context, world->date, world->to, error);
  return world->found != NULL;
}

static gboolean
set_status (MesoStoreContext *context, gpointer data, GError **error)
{
  World *world = data;

  return meso_plan_repository_set_status (context, world->store->nurse, world->id, world->n, world->status, world->reason, error);
}

static gboolean
move (MesoStoreContext *context, gpointer data, GError **error)
{
  World *world = data;

  return meso_plan_repository_move (context, world->store->nurse, world->id, world->n,
                                    (MesoCivilTime) { world->date, world->minute }, world->reason, error);
}

static gboolean
set_plan_status (MesoStoreContext *context, gpointer data, GError **error)
{
  World *world = data;

  return meso_plan_repository_set_plan_status (context, world->store->nurse, world->id, world->plan_status, world->reason, error);
}

static gboolean
get_next (MesoStoreContext *context, gpointer data, GError **error)
{
  World *world = data;

  g_clear_pointer (&world->next, meso_planned_session_free);
  world->next = meso_plan_repository_next_of_patient (context, world->patient, world->date, error);
  return error == NULL || *error == NULL;
}

static gboolean
run_sql (MesoStoreContext *context, gpointer data, GError **error)
{
  World *world = data;

  return meso_sqlite_connection_run_script (context->connection, world->sql, error);
}

static World *
world_new (void)
{
  World *world = g_new0 (World, 1);

  world->store = meso_test_store_new ();
  meso_test_store_write (world->store, prepare, world);
  world->plan = meso_test_plan (4);
  world->minute = MESO_CIVIL_TIME_NO_MINUTE;
  return world;
}

static void
world_free (World *world)
{
  g_clear_pointer (&world->course, meso_course_free);
  g_clear_pointer (&world->next, meso_planned_session_free);
  g_clear_pointer (&world->found, g_ptr_array_unref);
  meso_plan_free (world->plan);
  g_free (world->patient);
  g_free (world->id);
  meso_test_store_free (world->store);
  g_free (world);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (World, world_free)

static const MesoPlannedSession *
session (World *world, int n)
{
  return g_ptr_array_index (world->course->sessions, n - 1);
}

static void
test_plan (void)
{
  g_autoptr(World) world = world_new ();

  meso_test_store_read (world->store, get_latest, world);
  g_assert_null (world->course);
  meso_test_store_write (world->store, insert, world);
  meso_test_store_read (world->store, get, world);
  g_assert_cmpstr (world->course->template_id, ==, "noticeable");
  g_assert_cmpuint (world->course->sessions->len, ==, 4);
  for (int n = 1; n <= 4; n++)
    {
      const MesoPlanSession *laid_out = g_ptr_array_index (world->plan->sessions, n - 1);

      g_assert_cmpint (session (world, n)->n, ==, n);
      g_assert_cmpint (meso_calendar_date_compare (session (world, n)->date, laid_out->date), ==, 0);
      g_assert_cmpint (session (world, n)->kind, ==, laid_out->kind);
      g_assert_cmpint (session (world, n)->status, ==, MESO_PLANNED);
      g_assert_cmpint (session (world, n)->minute, ==, MESO_CIVIL_TIME_NO_MINUTE);
      g_assert_cmpint (session (world, n)->plan_status, ==, MESO_COURSE_ACTIVE);
    }
  g_assert_cmpint (world->course->status, ==, MESO_COURSE_ACTIVE);
  g_assert_cmpstr (world->course->status_reason, ==, "");
  /* Both days included. */
  world->date = (MesoCalendarDate) { 2026, 11, 24 };
  world->to = (MesoCalendarDate) { 2026, 12, 8 };
  meso_test_store_read (world->store, list_between, world);
  g_assert_cmpuint (world->found->len, ==, 2);
  world->to = (MesoCalendarDate) { 2026, 11, 23 };
  meso_test_store_read (world->store, list_between, world);
  g_assert_cmpuint (world->found->len, ==, 0);
  meso_test_store_check (world->store);
}

static void
test_status (void)
{
  g_autoptr(World) world = world_new ();
  MesoPlannedStatus status;

  for (MesoPlannedStatus i = MESO_PLANNED; i <= MESO_CANCELLED; i++)
    {
      g_assert_true (meso_planned_status_from_string (meso_planned_status_to_string (i), &status));
      g_assert_cmpint (status, ==, i);
    }
  g_assert_false (meso_planned_status_from_string ("gone", &status));

  meso_test_store_write (world->store, insert, world);
  world->n = 1;
  world->status = MESO_DONE;
  meso_test_store_write (world->store, set_status, world);
  world->n = 2;
  world->status = MESO_CANCELLED;
  meso_test_store_refuse (world->store, set_status, world, MESO_STORE_ERROR_REFUSED);
  world->reason = "pregnant";
  meso_test_store_write (world->store, set_status, world);
  world->n = 9;
  meso_test_store_refuse (world->store, set_status, world, MESO_STORE_ERROR_NO_RECORD);
  meso_test_store_read (world->store, get, world);
  g_assert_cmpint (session (world, 1)->status, ==, MESO_DONE);
  g_assert_cmpint (session (world, 2)->status, ==, MESO_CANCELLED);
  g_assert_cmpstr (session (world, 2)->reason, ==, "pregnant");
}

static void
test_move (void)
{
  g_autoptr(World) world = world_new ();

  meso_test_store_write (world->store, insert, world);
  world->n = 2;
  world->date = (MesoCalendarDate) { 2026, 12, 10 };
  world->reason = "holiday";
  meso_test_store_write (world->store, move, world);
  meso_test_store_write (world->store, move, world);
  meso_test_store_read (world->store, get, world);
  g_assert_cmpint (session (world, 2)->date.day, ==, 10);
  /* What is over isn't moved. */
  world->status = MESO_DONE;
  meso_test_store_write (world->store, set_status, world);
  world->date = (MesoCalendarDate) { 2026, 12, 11 };
  meso_test_store_refuse (world->store, move, world, MESO_STORE_ERROR_REFUSED);
  world->sql = "DELETE FROM plan_session";
  meso_test_store_refuse (world->store, run_sql, world, MESO_STORE_ERROR_REFUSED);
  world->sql = "DELETE FROM plan";
  meso_test_store_refuse (world->store, run_sql, world, MESO_STORE_ERROR_REFUSED);
  world->sql = "UPDATE plan SET status = 'suspended'";
  meso_test_store_refuse (world->store, run_sql, world, MESO_STORE_ERROR_REFUSED);
  meso_test_store_close (world->store);
  {
    g_autofree char *moves =
      meso_test_sqlite (world->store->path, "SELECT group_concat (reason || ' ' || (body ->> '$.date.new'), ';') FROM audit"
                                            " JOIN audit_payload USING (seq) WHERE body -> '$.date' IS NOT NULL");
    g_assert_cmpstr (moves, ==, "holiday 2026-12-10");
  }
}

/* A time of day comes, changes and goes with a move; each is one audited change. */
static void
test_time (void)
{
  g_autoptr(World) world = world_new ();

  meso_test_store_write (world->store, insert, world);
  world->n = 2;
  world->date = (MesoCalendarDate) { 2026, 12, 8 };
  world->minute = 0;
  meso_test_store_write (world->store, move, world);
  meso_test_store_read (world->store, get, world);
  g_assert_cmpint (session (world, 2)->minute, ==, 0);
  world->minute = 23 * 60 + 59;
  meso_test_store_write (world->store, move, world);
  meso_test_store_write (world->store, move, world);
  meso_test_store_read (world->store, get, world);
  g_assert_cmpint (session (world, 2)->minute, ==, 23 * 60 + 59);
  world->minute = 24 * 60;
  meso_test_store_refuse (world->store, move, world, MESO_STORE_ERROR_REFUSED);
  world->minute = -5;
  meso_test_store_refuse (world->store, move, world, MESO_STORE_ERROR_REFUSED);
  world->minute = MESO_CIVIL_TIME_NO_MINUTE;
  meso_test_store_write (world->store, move, world);
  meso_test_store_read (world->store, get, world);
  g_assert_cmpint (session (world, 2)->minute, ==, MESO_CIVIL_TIME_NO_MINUTE);
  meso_test_store_close (world->store);
  {
    g_autofree char *times =
      meso_test_sqlite (world->store->path, "SELECT group_concat (coalesce (body ->> '$.time.new', 'none'), ' ' ORDER BY seq)"
                                            " FROM audit JOIN audit_payload USING (seq) WHERE body -> '$.time' IS NOT NULL");
    g_assert_cmpstr (times, ==, "00:00 23:59 none");
  }
}

static void
test_plan_status (void)
{
  g_autoptr(World) world = world_new ();
  MesoCourseStatus status;

  for (MesoCourseStatus i = MESO_COURSE_ACTIVE; i <= MESO_COURSE_STOPPED; i++)
    {
      g_assert_true (meso_course_status_from_string (meso_course_status_to_string (i), &status));
      g_assert_cmpint (status, ==, i);
    }
  g_assert_false (meso_course_status_from_string ("gone", &status));

  meso_test_store_write (world->store, insert, world);
  world->plan_status = MESO_COURSE_SUSPENDED;
  meso_test_store_refuse (world->store, set_plan_status, world, MESO_STORE_ERROR_REFUSED);
  world->reason = "a new bald patch";
  meso_test_store_write (world->store, set_plan_status, world);
  meso_test_store_read (world->store, get, world);
  g_assert_cmpint (world->course->status, ==, MESO_COURSE_SUSPENDED);
  g_assert_cmpstr (world->course->status_reason, ==, "a new bald patch");
  g_assert_cmpint (session (world, 1)->plan_status, ==, MESO_COURSE_SUSPENDED);
  world->reason = NULL;
  world->plan_status = MESO_COURSE_STOPPED;
  meso_test_store_refuse (world->store, set_plan_status, world, MESO_STORE_ERROR_REFUSED);
  world->plan_status = MESO_COURSE_ACTIVE;
  meso_test_store_write (world->store, set_plan_status, world);
  world->plan_status = MESO_COURSE_FINISHED;
  meso_test_store_write (world->store, set_plan_status, world);
  meso_test_store_read (world->store, get, world);
  g_assert_cmpint (world->course->status, ==, MESO_COURSE_FINISHED);
  g_assert_cmpstr (world->course->status_reason, ==, "");
  g_set_str (&world->id, "nothing");
  meso_test_store_refuse (world->store, set_plan_status, world, MESO_STORE_ERROR_NO_RECORD);
}

static void
expect_next (World *world, MesoCalendarDate from, int n)
{
  world->date = from;
  meso_test_store_read (world->store, get_next, world);
  g_assert_cmpint (world->next != NULL ? world->next->n : 0, ==, n);
}

static void
test_next (void)
{
  g_autoptr(World) world = world_new ();

  expect_next (world, (MesoCalendarDate) { 2026, 11, 22 }, 0);
  meso_test_store_write (world->store, insert, world);
  expect_next (world, (MesoCalendarDate) { 2026, 11, 22 }, 1);
  expect_next (world, (MesoCalendarDate) { 2026, 11, 24 }, 1);
  expect_next (world, (MesoCalendarDate) { 2026, 11, 25 }, 2);
  expect_next (world, (MesoCalendarDate) { 2027, 11, 25 }, 0);
  world->n = 1;
  world->status = MESO_DONE;
  meso_test_store_write (world->store, set_status, world);
  expect_next (world, (MesoCalendarDate) { 2026, 11, 22 }, 2);
  /* The third is brought forward. */
  world->n = 3;
  world->date = (MesoCalendarDate) { 2026, 12, 1 };
  meso_test_store_write (world->store, move, world);
  expect_next (world, (MesoCalendarDate) { 2026, 11, 22 }, 3);
  world->plan_status = MESO_COURSE_SUSPENDED;
  world->reason = "a new bald patch";
  meso_test_store_write (world->store, set_plan_status, world);
  expect_next (world, (MesoCalendarDate) { 2026, 11, 22 }, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-repository/plan", test_plan);
  g_test_add_func ("/plan-repository/status", test_status);
  g_test_add_func ("/plan-repository/move", test_move);
  g_test_add_func ("/plan-repository/time", test_time);
  g_test_add_func ("/plan-repository/plan-status", test_plan_status);
  g_test_add_func ("/plan-repository/next", test_next);
  return g_test_run ();
}
