/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "handout-fixture.h"

static void
test_new_is_empty (void)
{
  g_autoptr (MesoHandoutContext) context = meso_handout_context_new ();

  g_assert_cmpstr (context->language, ==, "en");
  g_assert_false (meso_calendar_date_is_set (context->when.date));
  g_assert_cmpint (context->when.minute, ==, MESO_CIVIL_TIME_NO_MINUTE);
  g_assert_cmpstr (context->patient_name, ==, "");
  g_assert_cmpstr (context->letterhead->clinic_name, ==, "");
  g_assert_cmpstr (context->letterhead->phone, ==, "");
  g_assert_cmpuint (context->ingredients->len, ==, 0);
  g_assert_cmpuint (context->visits->len, ==, 0);
  g_assert_false (context->demo);
  g_assert_false (context->reviewed);
}

/* Only what is still to come; today's session is not. */
static void
test_add_plan (void)
{
  const MesoPlanTemplate *template = meso_protocol_lookup_plan (handout_fixture_protocol (), "noticeable");
  MesoPlanOptions options = { .start = { 2026, 11, 9 }, .sessions = 4, .interval_days = 14 };
  g_autoptr (MesoHandoutContext) context = meso_handout_context_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MesoPlan) plan = meso_plan_new (template, &options, &error);
  const MesoHandoutVisit *visit;
  guint treatments = 0;

  g_assert_no_error (error);
  meso_handout_context_add_plan (context, plan, (MesoCalendarDate) { 2026, 11, 23 });

  for (guint i = 0; i < context->visits->len; i++)
    {
      visit = g_ptr_array_index (context->visits, i);
      g_assert_cmpint (meso_calendar_date_compare (visit->when.date, (MesoCalendarDate) { 2026, 11, 23 }), >, 0);
      treatments += visit->kind == MESO_PLAN_TREATMENT;
    }
  g_assert_cmpuint (treatments, ==, 2);
  visit = g_ptr_array_index (context->visits, 0);
  g_assert_cmpint (visit->n, ==, 3);
  g_assert_cmpint (visit->when.minute, ==, MESO_CIVIL_TIME_NO_MINUTE);
  g_assert_cmpint (meso_calendar_date_compare (visit->when.date, (MesoCalendarDate) { 2026, 12, 7 }), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/handout-context/new-is-empty", test_new_is_empty);
  g_test_add_func ("/handout-context/add-plan", test_add_plan);

  status = g_test_run ();
  handout_fixture_clear ();

  return status;
}
