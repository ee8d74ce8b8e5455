/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-next-step.h"

#include <stdlib.h>
#include <string.h>

#define TODAY "2026-11-22"

static MesoCalendarDate
day (const char *text)
{
  MesoCalendarDate parsed = MESO_CALENDAR_DATE_NONE;

  g_assert_true (*text == '\0' || meso_calendar_date_parse (text, &parsed, NULL));
  return parsed;
}

/* "2026-11-22 treatment planned", "2026-11-22 treatment planned at-630" */
static MesoPlannedSession *
read_session (const char *text,
              int         n)
{
  g_auto(GStrv) words = g_strsplit (text, " ", 4);
  MesoPlannedSession *session = g_new0 (MesoPlannedSession, 1);

  session->n = n;
  session->date = day (words[0]);
  session->minute = words[3] != NULL ? atoi (words[3] + strlen ("at-")) : MESO_CIVIL_TIME_NO_MINUTE;
  session->kind = g_str_equal (words[1], "check") ? MESO_PLAN_CHECK
                  : g_str_equal (words[1], "maintenance") ? MESO_PLAN_MAINTENANCE : MESO_PLAN_TREATMENT;
  g_assert_true (meso_planned_status_from_string (words[2], &session->status));
  return session;
}

/* "active: 2026-11-22 treatment done; …"; "" for no course */
static MesoCourse *
read_course (const char *text)
{
  g_auto(GStrv) head = g_strsplit (text, ": ", 2);
  g_auto(GStrv) parts = NULL;
  MesoCourse *course;

  if (*text == '\0')
    return NULL;
  course = g_new0 (MesoCourse, 1);
  course->sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_planned_session_free);
  g_assert_true (meso_course_status_from_string (head[0], &course->status));
  parts = g_strsplit (head[1], "; ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (course->sessions, read_session (parts[i], (int) i + 1));
  return course;
}

#define DUE "active: 2026-11-22 treatment planned; 2026-12-06 treatment planned"
#define OVERDUE "active: 2026-11-10 treatment planned; 2026-12-06 treatment planned"
#define LATER "active: 2026-11-08 treatment done; 2026-12-06 treatment planned; 2027-01-03 check planned"
#define BOOKED "active: 2026-11-08 treatment done; 2026-12-06 treatment planned at-630"
#define OVER "active: 2026-11-22 treatment done; 2026-12-20 check planned; 2027-11-22 check planned"

typedef struct
{
  MesoEligibility eligibility;
  MesoEligibility short_eligibility;
  const char *course;
  gboolean has_formula;
  const char *screened_on;
  const char *treated_on;
  const char *aftercare_on;
  const char *expected;
} Row;

#define NO_SHORT MESO_ELIGIBILITY_UNSCREENED
#define OK MESO_ELIGIBILITY_SIGNED

static const Row rows[] = {
  /* One visit of a new patient, from the door to the next date. */
  { MESO_ELIGIBILITY_UNSCREENED, NO_SHORT, "", FALSE, "", "", "", "screen" },
  { MESO_ELIGIBILITY_INCOMPLETE, MESO_ELIGIBILITY_INCOMPLETE, "", FALSE, TODAY, "", "", "screen" },
  { MESO_ELIGIBILITY_TO_CLEAR, NO_SHORT, "", FALSE, TODAY, "", "", "decide" },
  { MESO_ELIGIBILITY_TO_DECIDE, NO_SHORT, "", FALSE, TODAY, "", "", "decide" },
  { MESO_ELIGIBILITY_TO_SIGN, MESO_ELIGIBILITY_TO_SIGN, "", FALSE, TODAY, "", "", "sign" },
  { OK, OK, "", FALSE, TODAY, "", "", "plan" },
  { OK, OK, DUE, FALSE, TODAY, "", "", "formula" },
  { OK, OK, DUE, TRUE, TODAY, "", "", "session" },
  { OK, OK, LATER, TRUE, TODAY, TODAY, "", "aftercare" },
  { OK, OK, LATER, TRUE, TODAY, TODAY, TODAY, "book" },
  { OK, OK, BOOKED, TRUE, TODAY, TODAY, TODAY, "none" },
  { OK, OK, OVER, TRUE, TODAY, TODAY, TODAY, "none" },

  /* Nothing is offered to whom nobody may treat. */
  { MESO_ELIGIBILITY_BLOCKED, NO_SHORT, DUE, TRUE, TODAY, "", "", "none" },
  { MESO_ELIGIBILITY_WAIT, NO_SHORT, DUE, TRUE, TODAY, "", "", "none" },
  { OK, MESO_ELIGIBILITY_BLOCKED, DUE, TRUE, "2026-10-01", "", "", "none" },
  { OK, MESO_ELIGIBILITY_WAIT, DUE, TRUE, "2026-10-01", "", "", "none" },
  { OK, MESO_ELIGIBILITY_INCOMPLETE, DUE, TRUE, "2026-10-01", "", "", "screen" },
  { OK, MESO_ELIGIBILITY_TO_DECIDE, DUE, TRUE, "2026-10-01", "", "", "decide" },
  { OK, MESO_ELIGIBILITY_TO_SIGN, DUE, TRUE, "2026-10-01", "", "", "sign" },
  { MESO_ELIGIBILITY_UNSCREENED, NO_SHORT, DUE, TRUE, "2025-10-01", "", "", "screen" },
  { MESO_ELIGIBILITY_BLOCKED, NO_SHORT, LATER, TRUE, TODAY, TODAY, TODAY, "none" },

  /* Later visits. */
  { OK, NO_SHORT, DUE, TRUE, "2026-10-01", "", "", "session" },
  { OK, NO_SHORT, OVERDUE, TRUE, "2026-10-01", "", "", "session" },
  { OK, NO_SHORT, OVERDUE, TRUE, "2026-10-01", TODAY, TODAY, "book" },
  { OK, NO_SHORT, LATER, TRUE, "2026-10-01", "2026-11-08", "2026-11-08", "book" },
  { OK, NO_SHORT, LATER, TRUE, "2026-10-01", "2026-11-21", "", "book" },
  { OK, NO_SHORT, LATER, TRUE, "2026-10-01", TODAY, "2026-11-08", "aftercare" },
  { OK, NO_SHORT, LATER, FALSE, "2026-10-01", "2026-11-08", "", "formula" },
  { OK, NO_SHORT, BOOKED, TRUE, "2026-10-01", "2026-11-08", "2026-11-08", "none" },
  { OK, NO_SHORT, BOOKED, FALSE, "2026-10-01", "2026-11-08", "2026-11-08", "formula" },

  /* Who was treated today hears what to do, whatever else is the matter. */
  { MESO_ELIGIBILITY_BLOCKED, NO_SHORT, LATER, TRUE, TODAY, TODAY, "", "aftercare" },
  { OK, OK, "suspended: 2026-11-22 treatment done; 2026-12-06 treatment planned", TRUE, TODAY, TODAY, "", "aftercare" },
  { OK, OK, "suspended: 2026-11-22 treatment done; 2026-12-06 treatment planned", TRUE, TODAY, TODAY, TODAY, "review" },
  { MESO_ELIGIBILITY_UNSCREENED, NO_SHORT, "suspended: 2026-11-22 treatment planned", TRUE, "", "", "", "review" },

  /* A course that is over, and a screening since then. */
  { OK, NO_SHORT, OVER, TRUE, "2026-10-01", "2026-11-20", "2026-11-20", "none" },
  { OK, NO_SHORT, OVER, TRUE, TODAY, "2026-11-20", "2026-11-20", "plan" },
  { OK, NO_SHORT, "stopped: 2026-11-22 treatment planned", TRUE, TODAY, "2026-11-20", "", "plan" },
  { OK, NO_SHORT, "finished: 2026-11-22 treatment planned", TRUE, "2026-11-20", "2026-11-20", "", "none" },
  { OK, NO_SHORT, "active: 2026-11-22 treatment missed", TRUE, "2026-11-20", "", "", "plan" },
  { OK, NO_SHORT, "active: 2026-11-22 maintenance planned", TRUE, "2026-11-20", "2026-06-01", "", "session" },
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const Row *row = &rows[i];
      g_autoptr(MesoCourse) course = read_course (row->course);
      const MesoCareFacts facts = {
        .eligibility = row->eligibility, .short_eligibility = row->short_eligibility, .course = course,
        .has_formula = row->has_formula, .screened_on = day (row->screened_on), .treated_on = day (row->treated_on),
        .aftercare_on = day (row->aftercare_on),
      };
      const char *step = meso_next_step_to_string (meso_next_step_choose (&facts, day (TODAY)));

      if (!g_str_equal (step, row->expected))
        g_error ("row %u: %s, not %s", i, step, row->expected);
    }
}

/* Where the clinic keeps its stock here, what would be a session is prepared first; nothing else changes. */
static void
test_prepare (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const Row *row = &rows[i];
      g_autoptr(MesoCourse) course = read_course (row->course);
      MesoCareFacts facts = {
        .eligibility = row->eligibility, .short_eligibility = row->short_eligibility, .course = course,
        .has_formula = row->has_formula, .screened_on = day (row->screened_on), .treated_on = day (row->treated_on),
        .aftercare_on = day (row->aftercare_on), .keeps_stock = TRUE,
      };
      const char *unprepared = g_str_equal (row->expected, "session") ? "prepare" : row->expected;

      g_assert_cmpstr (meso_next_step_to_string (meso_next_step_choose (&facts, day (TODAY))), ==, unprepared);
      facts.has_preparation = TRUE;
      g_assert_cmpstr (meso_next_step_to_string (meso_next_step_choose (&facts, day (TODAY))), ==, row->expected);
    }
}

/* Whatever else is known: nobody who isn't signed is offered a course, a formula, a session or a date. */
static void
test_unsigned_is_offered_no_treatment (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (int eligibility = MESO_ELIGIBILITY_UNSCREENED; eligibility < MESO_ELIGIBILITY_SIGNED; eligibility++)
      {
        g_autoptr(MesoCourse) course = read_course (rows[i].course);
        const MesoCareFacts facts = {
          .eligibility = (MesoEligibility) eligibility, .short_eligibility = rows[i].short_eligibility, .course = course,
          .has_formula = rows[i].has_formula, .treated_on = day (rows[i].treated_on),
          .aftercare_on = day (rows[i].aftercare_on),
        };
        MesoNextStep step = meso_next_step_choose (&facts, day (TODAY));

        g_assert_true (step != MESO_NEXT_STEP_PLAN && step != MESO_NEXT_STEP_FORMULA && step != MESO_NEXT_STEP_SESSION
                       && step != MESO_NEXT_STEP_BOOK);
      }
}

/* Nor is anybody whose unfinished screening says: do not treat. What was done today and a suspension come before it. */
static void
test_draft_that_forbids (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(MesoCourse) course = read_course (rows[i].course);
      const MesoCareFacts facts = {
        .eligibility = rows[i].eligibility, .short_eligibility = rows[i].short_eligibility, .course = course,
        .has_formula = rows[i].has_formula, .screened_on = day (rows[i].screened_on), .treated_on = day (rows[i].treated_on),
        .aftercare_on = day (rows[i].aftercare_on), .draft_forbids = TRUE,
      };
      const char *step = meso_next_step_to_string (meso_next_step_choose (&facts, day (TODAY)));
      gboolean first = g_str_equal (rows[i].expected, "aftercare") || g_str_equal (rows[i].expected, "review");

      g_assert_cmpstr (step, ==, first ? rows[i].expected : "screen");
    }
}

static void
assert_next (const char *text,
             int         n)
{
  g_autoptr(MesoCourse) course = read_course (text);
  const MesoPlannedSession *next = meso_course_get_next_session (course);

  g_assert_cmpint (next != NULL ? next->n : 0, ==, n);
}

static void
test_next_session (void)
{
  assert_next ("", 0);
  assert_next (DUE, 1);
  assert_next (LATER, 2);
  assert_next (OVER, 0);
  assert_next ("active: 2026-11-30 treatment planned; 2026-11-24 treatment planned", 2);
  assert_next ("active: 2026-11-24 treatment cancelled; 2026-11-24 treatment planned; 2026-11-24 treatment planned", 2);
  assert_next ("active: 2026-11-23 check planned; 2026-11-24 maintenance planned", 2);
  assert_next ("suspended: 2026-11-24 treatment planned", 1);
  assert_next ("stopped: 2026-11-24 treatment planned", 0);
  assert_next ("finished: 2026-11-24 treatment planned", 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/next-step/rows", test_rows);
  g_test_add_func ("/core/next-step/prepare", test_prepare);
  g_test_add_func ("/core/next-step/unsigned-is-offered-no-treatment", test_unsigned_is_offered_no_treatment);
  g_test_add_func ("/core/next-step/draft-that-forbids", test_draft_that_forbids);
  g_test_add_func ("/core/next-step/next-session", test_next_session);

  return g_test_run ();
}
