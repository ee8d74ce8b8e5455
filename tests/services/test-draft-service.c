/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-draft-service.h"

#include "clinic-fixture.h"

static void
test_keep_and_forget (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  guint audited = clinic_fixture_count_audit (fixture, NULL, NULL, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoDraft) first = NULL;
  g_autoptr(MesoDraft) second = NULL;

  g_assert_null (meso_draft_service_get (fixture->clinic, "patient", "new", &error));
  g_assert_no_error (error);
  g_assert_true (meso_draft_service_put (fixture->clinic, "patient", "new", "{\"given\":\"Leila\"}", &error));
  g_assert_true (meso_draft_service_put (fixture->clinic, "patient", "new", "{\"given\":\"Leila A & B\"}", &error));
  g_assert_true (meso_draft_service_put (fixture->clinic, "screening", "new", "{}", &error));

  /* A kill loses nothing of it. */
  clinic_fixture_close (fixture);
  clinic_fixture_open (fixture, NULL);
  first = meso_draft_service_get (fixture->clinic, "patient", "new", &error);
  g_assert_cmpstr (first->text, ==, "{\"given\":\"Leila A & B\"}");
  g_assert_cmpstr (first->staff, ==, meso_clinic_get_staff (fixture->clinic));
  g_assert_cmpstr (first->updated_at, >, "2026");

  g_assert_true (meso_draft_service_remove (fixture->clinic, "patient", "new", &error));
  g_assert_true (meso_draft_service_remove (fixture->clinic, "patient", "new", &error));
  g_assert_null (meso_draft_service_get (fixture->clinic, "patient", "new", &error));
  g_assert_no_error (error);
  second = meso_draft_service_get (fixture->clinic, "screening", "new", &error);
  g_assert_cmpstr (second->text, ==, "{}");
  /* Nothing of it is a record. */
  g_assert_cmpuint (clinic_fixture_count_audit (fixture, NULL, NULL, NULL), ==, audited);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/draft-service/keep-and-forget", test_keep_and_forget);

  return g_test_run ();
}
