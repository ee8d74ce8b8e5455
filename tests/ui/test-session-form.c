/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-session-form-reading.h"

#include "meso-time-text.h"
#include "ui-fixture.h"

static const MesoCalendarDate today = { 2026, 11, 22 };

/* A chart of a patient whose formula makes volume_ul, of one ingredient. */
static MesoChart *
make_chart (const char *ingredient,
            gint64      volume_ul)
{
  MesoChart *chart = g_new0 (MesoChart, 1);
  MesoFormulaLine *line = g_new0 (MesoFormulaLine, 1);

  chart->patient = meso_patient_new ();
  chart->patient->id = g_uuid_string_random ();
  chart->formula = meso_formula_version_new ();
  chart->formula->formula_id = g_uuid_string_random ();
  chart->formula->version = 3;
  chart->formula->check = g_new0 (MesoFormulaCheck, 1);
  chart->formula->check->total_volume_ul = volume_ul;
  chart->formula->check->lines = g_ptr_array_new ();
  line->ingredient = g_strdup (ingredient);
  g_ptr_array_add (chart->formula->check->lines, line);
  return chart;
}

static void
free_chart (MesoChart *chart)
{
  MesoFormulaLine *line = g_ptr_array_index (chart->formula->check->lines, 0);

  meso_patient_free (chart->patient);
  g_free (line->ingredient);
  g_free (line);
  g_ptr_array_unref (chart->formula->check->lines);
  g_free (chart->formula->check);
  chart->formula->check = NULL;
  meso_formula_version_free (chart->formula);
  g_free (chart);
}

static MesoSessionForm *
make_form (void)
{
  MesoSessionForm *form = meso_session_form_new ();

  form->date = today;
  form->operator_id = g_strdup ("6f1f6d5c-3f0e-4d8a-9a55-0d2f7b2f9b11");
  g_set_str (&form->time, "10:30");
  g_set_str (&form->points, "50");
  g_set_str (&form->volume, "5 mL");
  return form;
}

static void
assert_only_fault (const MesoSessionForm *form,
                   const MesoChart       *chart,
                   int                    wrong)
{
  char *faults[MESO_SESSION_N_FIELDS] = { NULL };
  g_autoptr(MesoTreatmentSession) session = meso_session_form_build (form, chart, today, faults);

  g_assert_true ((session == NULL) == (wrong >= 0));
  for (int i = 0; i < MESO_SESSION_N_FIELDS; i++)
    {
      if (i == wrong)
        g_assert_nonnull (faults[i]);
      else
        g_assert_null (faults[i]);
      g_free (faults[i]);
    }
}

static void
test_builds (void)
{
  g_autoptr(MesoSessionForm) form = make_form ();
  MesoChart *chart = make_chart ("biotin", 5000);
  char *faults[MESO_SESSION_N_FIELDS] = { NULL };
  g_autoptr(MesoTreatmentSession) session = meso_session_form_build (form, chart, today, faults);

  g_assert_nonnull (session);
  g_assert_cmpint (session->minute, ==, 10 * 60 + 30);
  g_assert_cmpint (session->points, ==, 50);
  g_assert_cmpint (session->volume_ul, ==, 5000);
  g_assert_cmpint (session->wasted_ul, ==, 0);
  g_assert_cmpint (session->pain, ==, MESO_PAIN_NOT_ASKED);
  g_assert_cmpint (session->formula_version, ==, 3);
  free_chart (chart);
}

static void
test_reads_persian (void)
{
  g_autoptr(MesoSessionForm) form = make_form ();
  MesoChart *chart = make_chart ("biotin", 5000);
  char *faults[MESO_SESSION_N_FIELDS] = { NULL };
  g_autoptr(MesoTreatmentSession) session = NULL;

  g_set_str (&form->time, "۱۰:۳۰");
  g_set_str (&form->points, "۵۰");
  g_set_str (&form->volume, "۴٫۸");
  g_set_str (&form->wasted, "۰٫۲ mL");
  session = meso_session_form_build (form, chart, today, faults);
  g_assert_nonnull (session);
  g_assert_cmpint (session->minute, ==, 630);
  g_assert_cmpint (session->points, ==, 50);
  g_assert_cmpint (session->volume_ul, ==, 4800);
  g_assert_cmpint (session->wasted_ul, ==, 200);
  free_chart (chart);
}

static void
test_each_field_is_told (void)
{
  static const struct
  {
    gsize offset;
    const char *text;
    int wrong;
  } cases[] = {
    { G_STRUCT_OFFSET (MesoSessionForm, time), "25:00", MESO_SESSION_FIELD_TIME },
    { G_STRUCT_OFFSET (MesoSessionForm, time), "soon", MESO_SESSION_FIELD_TIME },
    { G_STRUCT_OFFSET (MesoSessionForm, time), "", -1 },
    { G_STRUCT_OFFSET (MesoSessionForm, points), "", MESO_SESSION_FIELD_POINTS },
    { G_STRUCT_OFFSET (MesoSessionForm, points), "-5", MESO_SESSION_FIELD_POINTS },
    { G_STRUCT_OFFSET (MesoSessionForm, points), "1001", MESO_SESSION_FIELD_POINTS },
    { G_STRUCT_OFFSET (MesoSessionForm, points), "1000", -1 },
    { G_STRUCT_OFFSET (MesoSessionForm, volume), "", MESO_SESSION_FIELD_VOLUME },
    { G_STRUCT_OFFSET (MesoSessionForm, volume), "5 mg", MESO_SESSION_FIELD_VOLUME },
    { G_STRUCT_OFFSET (MesoSessionForm, volume), "5.1 mL", MESO_SESSION_FIELD_VOLUME },
    { G_STRUCT_OFFSET (MesoSessionForm, volume), "5.01 mL", -1 },
    { G_STRUCT_OFFSET (MesoSessionForm, wasted), "a little", MESO_SESSION_FIELD_WASTED },
    { G_STRUCT_OFFSET (MesoSessionForm, wasted), "0", -1 },
  };
  MesoChart *chart = make_chart ("biotin", 5000);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(MesoSessionForm) form = make_form ();

      g_test_message ("“%s”", cases[i].text);
      g_set_str ((char **) G_STRUCT_MEMBER_P (form, cases[i].offset), cases[i].text);
      assert_only_fault (form, chart, cases[i].wrong);
    }
  free_chart (chart);
}

static void
test_who_and_when (void)
{
  g_autoptr(MesoSessionForm) form = make_form ();
  MesoChart *chart = make_chart ("biotin", 5000);

  form->date = meso_calendar_date_add_days (today, 1);
  assert_only_fault (form, chart, MESO_SESSION_FIELD_DATE);
  form->date = MESO_CALENDAR_DATE_NONE;
  assert_only_fault (form, chart, MESO_SESSION_FIELD_DATE);
  form->date = meso_calendar_date_add_days (today, -30);
  assert_only_fault (form, chart, -1);
  g_clear_pointer (&form->operator_id, g_free);
  assert_only_fault (form, chart, MESO_SESSION_FIELD_OPERATOR);
  free_chart (chart);
}

static void
test_pressure_with_minoxidil (void)
{
  g_autoptr(MesoSessionForm) form = make_form ();
  MesoChart *chart = make_chart ("minoxidil", 5000);
  char *faults[MESO_SESSION_N_FIELDS] = { NULL };
  g_autoptr(MesoTreatmentSession) missing = meso_session_form_build (form, chart, today, faults);

  g_assert_null (missing);
  g_assert_nonnull (faults[MESO_SESSION_FIELD_BEFORE]);
  g_assert_nonnull (faults[MESO_SESSION_FIELD_AFTER]);
  g_free (faults[MESO_SESSION_FIELD_BEFORE]);
  g_free (faults[MESO_SESSION_FIELD_AFTER]);
  g_set_str (&form->before[0], "120");
  g_set_str (&form->before[1], "80");
  g_set_str (&form->after[0], "۱۱۸");
  g_set_str (&form->after[1], "۷۹");
  assert_only_fault (form, chart, -1);
  g_set_str (&form->after[1], "");
  assert_only_fault (form, chart, MESO_SESSION_FIELD_AFTER);
  g_set_str (&form->after[1], "130");
  assert_only_fault (form, chart, MESO_SESSION_FIELD_AFTER);
  free_chart (chart);
}

static void
test_reactions_and_reason (void)
{
  g_autoptr(MesoSessionForm) form = make_form ();
  MesoChart *chart = make_chart ("biotin", 5000);
  MesoReaction *other = meso_reaction_new (MESO_REACTION_OTHER, 1, " ");

  g_ptr_array_add (form->reactions, other);
  assert_only_fault (form, chart, MESO_SESSION_FIELD_REACTIONS);
  g_set_str (&other->note, "a tingling");
  assert_only_fault (form, chart, -1);
  form->amends = g_uuid_string_random ();
  assert_only_fault (form, chart, MESO_SESSION_FIELD_REASON);
  g_set_str (&form->reason, "the wrong volume was typed");
  assert_only_fault (form, chart, -1);
  free_chart (chart);
}

/* Whatever was typed comes back word for word. */
static void
test_draft (void)
{
  g_autoptr(MesoSessionForm) form = make_form ();
  g_autoptr(MesoSessionForm) again = NULL;
  g_autofree char *json = NULL;
  g_autofree char *json_again = NULL;

  g_set_str (&form->points, "fifty, I think");
  g_set_str (&form->notes, "A & B <i> \"quoted\" \\ \n یادداشت");
  g_set_str (&form->before[1], "80");
  form->pain = 0;
  g_ptr_array_add (form->reactions, meso_reaction_new ("effect-nausea", 2, ""));
  json = meso_session_form_to_json (form);
  again = meso_session_form_from_json (json);
  g_assert_nonnull (again);
  json_again = meso_session_form_to_json (again);
  g_assert_cmpstr (json, ==, json_again);
  g_assert_cmpstr (again->notes, ==, form->notes);
  g_assert_cmpint (again->pain, ==, 0);
  g_assert_cmpint (((MesoReaction *) g_ptr_array_index (again->reactions, 0))->grade, ==, 2);
  g_assert_false (again->no_reactions);
  g_ptr_array_set_size (form->reactions, 0);
  form->no_reactions = TRUE;
  g_clear_pointer (&json, g_free);
  g_clear_pointer (&again, meso_session_form_free);
  json = meso_session_form_to_json (form);
  again = meso_session_form_from_json (json);
  g_assert_true (again->no_reactions);
  g_assert_null (meso_session_form_from_json ("not JSON"));
  g_assert_null (meso_session_form_from_json ("[1]"));
}

static void
test_sum (void)
{
  g_autoptr(MesoSessionForm) form = make_form ();
  MesoChart *chart = make_chart ("biotin", 5000);
  MesoSessionSum sum = meso_session_form_sum (form, chart);

  g_assert_true (sum.known);
  g_assert_cmpint (sum.per_point_nl, ==, 100000);
  g_assert_cmpint (sum.left_ul, ==, 0);
  g_set_str (&form->volume, "4.5");
  g_assert_cmpint (meso_session_form_sum (form, chart).left_ul, ==, 500);
  g_set_str (&form->wasted, "0.5");
  g_assert_cmpint (meso_session_form_sum (form, chart).left_ul, ==, 0);
  g_set_str (&form->points, "many");
  g_assert_false (meso_session_form_sum (form, chart).known);
  free_chart (chart);
}

static void
test_times (void)
{
  static const struct
  {
    const char *text;
    int minute;          /* -2: no time of day */
  } cases[] = {
    { "10:30", 630 }, { "1030", 630 }, { "9:05", 545 }, { "905", 545 }, { "10.30", 630 }, { "۰۰:۰۰", 0 }, { "23:59", 1439 },
    { " ", -1 }, { "24:00", -2 }, { "10:60", -2 }, { "10", -2 }, { "10:3", -2 }, { "1:2:3", -2 }, { "-1:30", -2 }, { "99999", -2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int minute;
      gboolean read = meso_time_text_read (cases[i].text, &minute);

      g_test_message ("“%s”", cases[i].text);
      g_assert_true (read == (cases[i].minute != -2));
      if (read)
        g_assert_cmpint (minute, ==, cases[i].minute);
    }
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/session-form/builds", test_builds);
  g_test_add_func ("/session-form/reads-persian", test_reads_persian);
  g_test_add_func ("/session-form/each-field-is-told", test_each_field_is_told);
  g_test_add_func ("/session-form/who-and-when", test_who_and_when);
  g_test_add_func ("/session-form/pressure-with-minoxidil", test_pressure_with_minoxidil);
  g_test_add_func ("/session-form/reactions-and-reason", test_reactions_and_reason);
  g_test_add_func ("/session-form/draft", test_draft);
  g_test_add_func ("/session-form/sum", test_sum);
  g_test_add_func ("/session-form/times", test_times);
  return g_test_run ();
}
