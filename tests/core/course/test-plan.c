/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-core-error.h"
#include "meso-plan.h"

#include <string.h>

#define SEED 28
#define FRIDAY (1 << 4)

/* A template as the content has them; steps are triples of days, months and repeats, closed by three zeros. */
static MesoPlanTemplate *
new_template (const char *id,
              gboolean    maintenance,
              int         min_sessions,
              int         max_sessions,
              const int  *steps)
{
  MesoPlanTemplate *template = g_new0 (MesoPlanTemplate, 1);

  template->id = (char *) id;
  template->maintenance = maintenance;
  template->min_sessions = min_sessions;
  template->max_sessions = max_sessions;
  template->default_sessions = (min_sessions + max_sessions) / 2;
  template->steps = g_ptr_array_new_with_free_func (g_free);
  for (const int *step = steps; step[0] != 0 || step[1] != 0; step += 3)
    {
      MesoPlanStep *copy = g_new (MesoPlanStep, 1);

      *copy = (MesoPlanStep) { step[0], step[1], step[2] };
      g_ptr_array_add (template->steps, copy);
    }

  return template;
}

static void
free_template (MesoPlanTemplate *template)
{
  g_ptr_array_unref (template->steps);
  g_free (template);
}

static MesoCalendarDate
date (const char *text)
{
  MesoCalendarDate parsed = MESO_CALENDAR_DATE_NONE;

  g_assert_true (meso_calendar_date_parse (text, &parsed, NULL));

  return parsed;
}

/* "n date kind" for each session, a line each */
static char *
describe (const MesoPlan *plan)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < plan->sessions->len; i++)
    {
      const MesoPlanSession *session = g_ptr_array_index (plan->sessions, i);
      g_autofree char *day = meso_calendar_date_to_string (session->date);

      g_string_append_printf (text, "%d %s %s\n", session->n, day, meso_plan_kind_to_string (session->kind));
    }

  return g_string_free (text, FALSE);
}

static void
assert_plan (const MesoPlanTemplate *template,
             const MesoPlanOptions  *options,
             const char             *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MesoPlan) plan = meso_plan_new (template, options, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = describe (plan);
  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpstr (plan->template_id, ==, template->id);
}

static const int fortnightly[] = { 14, 0, 0, 0, 0, 0 };
static const int quarterly[] = { 0, 3, 0, 0, 0, 0 };
static const int trial[] = { 7, 0, 3, 14, 0, 2, 0, 1, 4, 0, 0, 0 };

static void
test_fortnightly (void)
{
  MesoPlanTemplate *template = new_template ("noticeable", FALSE, 4, 10, fortnightly);
  MesoPlanOptions options = { .start = date ("2026-11-24"), .sessions = 4 };

  assert_plan (template, &options,
               "1 2026-11-24 treatment\n2 2026-12-08 treatment\n3 2026-12-22 treatment\n4 2027-01-05 treatment\n"
               "5 2027-02-02 check\n6 2027-03-30 check\n7 2027-04-05 maintenance\n8 2028-01-05 check\n");
  free_template (template);
}

static void
test_maintenance_has_no_checks (void)
{
  MesoPlanTemplate *template = new_template ("maintenance", TRUE, 1, 12, quarterly);
  MesoPlanOptions options = { .start = date ("2026-11-30"), .sessions = 3 };

  assert_plan (template, &options,
               "1 2026-11-30 maintenance\n2 2027-02-28 maintenance\n3 2027-05-30 maintenance\n");
  free_template (template);
}

static void
test_pattern (void)
{
  MesoPlanTemplate *template = new_template ("trial", TRUE, 10, 12, trial);
  MesoPlanOptions options = { .start = date ("2026-11-24"), .sessions = 12 };

  /* Weekly four times, fortnightly twice, monthly from then on. */
  assert_plan (template, &options,
               "1 2026-11-24 maintenance\n2 2026-12-01 maintenance\n3 2026-12-08 maintenance\n4 2026-12-15 maintenance\n"
               "5 2026-12-29 maintenance\n6 2027-01-12 maintenance\n"
               "7 2027-02-12 maintenance\n8 2027-03-12 maintenance\n9 2027-04-12 maintenance\n10 2027-05-12 maintenance\n"
               "11 2027-06-12 maintenance\n12 2027-07-12 maintenance\n");
  free_template (template);
}

static void
test_closed_days_move_on (void)
{
  MesoPlanTemplate *template = new_template ("mild", TRUE, 1, 4, fortnightly);
  MesoPlanOptions options = { .start = date ("2026-11-27"), .sessions = 3, .closed = FRIDAY };

  /* From a Friday on: the whole pattern moves to Saturday, and no gap gets shorter. */
  assert_plan (template, &options,
               "1 2026-11-28 maintenance\n2 2026-12-12 maintenance\n3 2026-12-26 maintenance\n");
  options.interval_days = 6;
  assert_plan (template, &options,
               "1 2026-11-28 maintenance\n2 2026-12-05 maintenance\n3 2026-12-12 maintenance\n");
  free_template (template);
}

static void
test_not_before (void)
{
  MesoPlanTemplate *template = new_template ("mild", TRUE, 1, 4, fortnightly);
  MesoPlanOptions options = { .start = date ("2026-11-24"), .sessions = 1, .not_before = date ("2026-11-27") };

  assert_plan (template, &options, "1 2026-11-27 maintenance\n");
  options.closed = FRIDAY;
  assert_plan (template, &options, "1 2026-11-28 maintenance\n");
  options.not_before = date ("2026-11-20");
  assert_plan (template, &options, "1 2026-11-24 maintenance\n");
  free_template (template);
}

static void
test_defaults (void)
{
  MesoPlanTemplate *template = new_template ("noticeable", TRUE, 4, 10, fortnightly);
  MesoPlanOptions options = { .start = date ("2026-11-24") };
  g_autoptr (MesoPlan) plan = meso_plan_new (template, &options, NULL);

  g_assert_cmpuint (plan->sessions->len, ==, 7);
  free_template (template);
}

static void
assert_refused (const MesoPlanTemplate *template,
                const MesoPlanOptions  *options,
                MesoCoreError           code,
                const char             *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MesoPlan) plan = meso_plan_new (template, options, &error);

  g_assert_null (plan);
  g_assert_error (error, MESO_CORE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_refused (void)
{
  MesoPlanTemplate *template = new_template ("noticeable", FALSE, 4, 10, fortnightly);
  MesoPlanTemplate *fixed = new_template ("trial", FALSE, 10, 10, fortnightly);
  const MesoPlanOptions good = { .start = date ("2026-11-24"), .sessions = 4 };
  static const int counts[] = { -1, 1, 3, 11, G_MAXINT, G_MININT };
  static const int intervals[] = { -1, 3651, G_MAXINT, G_MININT };
  MesoPlanOptions options;

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      options = good;
      options.sessions = counts[i];
      assert_refused (template, &options, MESO_CORE_ERROR_RANGE, "“noticeable” has 4 to 10 sessions");
    }
  assert_refused (fixed, &good, MESO_CORE_ERROR_RANGE, "“trial” has 10 sessions");

  for (guint i = 0; i < G_N_ELEMENTS (intervals); i++)
    {
      options = good;
      options.interval_days = intervals[i];
      assert_refused (template, &options, MESO_CORE_ERROR_RANGE, "1 to 3650 days");
    }

  options = good;
  options.closed = 0x7F;
  assert_refused (template, &options, MESO_CORE_ERROR_INVALID, "All seven days");
  options = good;
  options.start = MESO_CALENDAR_DATE_NONE;
  assert_refused (template, &options, MESO_CORE_ERROR_INVALID, "first session");

  free_template (template);
  free_template (fixed);
}

static void
test_end_of_the_calendar (void)
{
  MesoPlanTemplate *template = new_template ("mild", FALSE, 1, 2, fortnightly);
  MesoPlanOptions options = { .start = date ("9999-12-31"), .sessions = 1 };

  assert_refused (template, &options, MESO_CORE_ERROR_RANGE, "year 9999");
  options.closed = FRIDAY;   /* that day is one */
  assert_refused (template, &options, MESO_CORE_ERROR_RANGE, "year 9999");
  options = (MesoPlanOptions) { .start = date ("9998-12-30"), .sessions = 1 };
  assert_plan (template, &options,
               "1 9998-12-30 treatment\n2 9999-01-27 check\n3 9999-03-24 check\n4 9999-03-30 maintenance\n5 9999-12-30 check\n");
  free_template (template);
}

/* What a plan must be, whatever was chosen, by days counted here. */
static void
assert_sound (const MesoPlan        *plan,
              const MesoPlanOptions *options,
              guint                  n_sessions,
              gboolean               maintenance)
{
  static const int follow_up_days[] = { 28, 84, 89, 365 };
  const MesoPlanSession *last = g_ptr_array_index (plan->sessions, n_sessions - 1);
  guint n_checks = 0;

  g_assert_cmpuint (plan->sessions->len, ==, n_sessions + (maintenance ? 0 : 4));
  for (guint i = 0; i < plan->sessions->len; i++)
    {
      const MesoPlanSession *session = g_ptr_array_index (plan->sessions, i);
      const MesoPlanSession *before = i > 0 ? g_ptr_array_index (plan->sessions, i - 1) : NULL;
      GDate gdate;

      g_date_clear (&gdate, 1);
      g_date_set_dmy (&gdate, session->date.day, session->date.month, session->date.year);
      g_assert_cmpint (options->closed & (1 << (g_date_get_weekday (&gdate) - 1)), ==, 0);
      g_assert_cmpint (session->n, ==, i + 1);
      n_checks += session->kind == MESO_PLAN_CHECK;

      if (before == NULL)
        {
          g_assert_cmpint (meso_calendar_date_compare (session->date, options->start), >=, 0);
          g_assert_cmpint (meso_calendar_date_compare (session->date, options->not_before), >=, 0);
        }
      else
        g_assert_cmpint (meso_calendar_date_compare (session->date, before->date), >=, 0);

      if (i < n_sessions)
        {
          g_assert_cmpint (session->kind, ==, maintenance ? MESO_PLAN_MAINTENANCE : MESO_PLAN_TREATMENT);
          if (before != NULL)
            {
              int gap = meso_calendar_date_days_between (before->date, session->date);

              g_assert_cmpint (gap, >=, options->interval_days > 0 ? options->interval_days : 14);
              g_assert_cmpint (gap, <=, (options->interval_days > 0 ? options->interval_days : 14) + 6);
            }
        }
      else
        g_assert_cmpint (meso_calendar_date_days_between (last->date, session->date), >=, follow_up_days[i - n_sessions]);
    }

  g_assert_cmpuint (n_checks, ==, maintenance ? 0 : 3);
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  g_test_message ("seed %d", SEED);
  for (int i = 0; i < 5000; i++)
    {
      gboolean maintenance = g_rand_boolean (rand);
      MesoPlanTemplate *template = new_template ("any", maintenance, 1, 30, fortnightly);
      MesoPlanOptions options = {
        .start = meso_calendar_date_add_days (date ("2020-01-01"), g_rand_int_range (rand, 0, 10000)),
        .sessions = g_rand_int_range (rand, 1, 31),
        .interval_days = g_rand_boolean (rand) ? g_rand_int_range (rand, 1, 400) : 0,
        .closed = g_rand_int_range (rand, 0, 0x7F),
      };
      g_autoptr (GError) error = NULL;
      g_autoptr (MesoPlan) plan = NULL;
      g_autoptr (MesoPlan) again = NULL;
      g_autofree char *text = NULL;
      g_autofree char *text_again = NULL;

      if (g_rand_boolean (rand))
        options.not_before = meso_calendar_date_add_days (options.start, g_rand_int_range (rand, -50, 50));

      plan = meso_plan_new (template, &options, &error);
      g_assert_no_error (error);
      assert_sound (plan, &options, options.sessions, maintenance);

      again = meso_plan_new (template, &options, NULL);
      text = describe (plan);
      text_again = describe (again);
      g_assert_cmpstr (text, ==, text_again);
      free_template (template);
    }
}

static void
test_closed_days (void)
{
  static const struct
  {
    const char *text;
    guint8 closed;
  } good[] = {
    { NULL, 0 }, { "", 0 }, { "mon", 1 }, { "fri", FRIDAY }, { "sun", 64 }, { "thu,fri", 24 }, { "Fri, SAT", 48 }, { "fri,fri", FRIDAY },
    { "mon,tue,wed,thu,fri,sat,sun", 0x7F }
  };
  static const char *const bad[] = { "friday", "fri,", ",", "fri;sat", "5", "fri sat", " ", "جمعه", "f\xff" };
  guint8 closed;

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      closed = 0x80;
      g_assert_true (meso_plan_parse_closed_days (good[i].text, &closed, NULL));
      g_assert_cmpint (closed, ==, good[i].closed);
    }

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      closed = 0x80;
      g_assert_false (meso_plan_parse_closed_days (bad[i], &closed, &error));
      g_assert_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID);
      g_assert_cmpint (closed, ==, 0x80);
    }
}

static void
test_day (void)
{
  static const struct { const char *day; MesoPlanDay fits; } cases[] = {
    { "2026-11-21", MESO_PLAN_DAY_PAST }, { "2020-01-01", MESO_PLAN_DAY_PAST }, { "1405-09-01", MESO_PLAN_DAY_PAST },
    { "2026-11-22", MESO_PLAN_DAY_FITS }, { "2027-11-22", MESO_PLAN_DAY_FITS }, { "2027-11-23", MESO_PLAN_DAY_FITS },
    { "2027-11-24", MESO_PLAN_DAY_FAR }, { "2099-01-01", MESO_PLAN_DAY_FAR }, { "9999-12-31", MESO_PLAN_DAY_FAR },
  };
  const MesoCalendarDate today = { 2026, 11, 22 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MesoCalendarDate day;

      g_assert_true (meso_calendar_date_parse (cases[i].day, &day, NULL));
      g_assert_cmpint (meso_plan_judge_day (day, today), ==, cases[i].fits);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/fortnightly", test_fortnightly);
  g_test_add_func ("/plan/maintenance-has-no-checks", test_maintenance_has_no_checks);
  g_test_add_func ("/plan/pattern", test_pattern);
  g_test_add_func ("/plan/closed-days-move-on", test_closed_days_move_on);
  g_test_add_func ("/plan/not-before", test_not_before);
  g_test_add_func ("/plan/defaults", test_defaults);
  g_test_add_func ("/plan/refused", test_refused);
  g_test_add_func ("/plan/end-of-the-calendar", test_end_of_the_calendar);
  g_test_add_func ("/plan/random", test_random);
  g_test_add_func ("/plan/closed-days", test_closed_days);
  g_test_add_func ("/plan/day", test_day);

  return g_test_run ();
}
