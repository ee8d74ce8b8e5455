/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "handout-case.h"

#include "meso-core-error.h"
#include "meso-patient-repository.h"

static void
assert_refused (ClinicFixture            *fixture,
                const MesoHandoutRequest *request,
                GQuark                    domain,
                int                       code,
                const char               *text)
{
  g_autofree char *before = clinic_fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_null (meso_handout_service_issue (fixture->clinic, request, &error));
  clinic_fixture_assert_error (&error, domain, code, text);
  after = clinic_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
test_nothing_is_stored_on_error (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_auto(MesoHandoutRequest) request = handout_request_for (patient, "aftercare");

  request.patient = "999";
  assert_refused (fixture, &request, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND, "999");
  request.patient = patient->id;
  request.kind = "recipe";
  assert_refused (fixture, &request, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID, "recipe");
  request.kind = "aftercare";
  request.paper = "a3";
  assert_refused (fixture, &request, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "a3");
  request.paper = NULL;
  request.language = "tlh";
  assert_refused (fixture, &request, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID, "tlh");
}

static void
test_lists (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) leila = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autoptr(MesoPatient) reza = clinic_fixture_add (fixture, "Reza", "Rahimi", MESO_SEX_MALE, "1980-05-01", "");
  g_auto(MesoHandoutRequest) before = handout_request_for (leila, "before");
  g_auto(MesoHandoutRequest) information = handout_request_for (reza, "information");
  g_autoptr(MesoIssuedHandout) first = handout_issue (fixture, &before);
  g_autoptr(MesoIssuedHandout) second = handout_issue (fixture, &information);
  g_autoptr(GPtrArray) hers = NULL;
  g_autoptr(GPtrArray) recent = NULL;
  g_autoptr(GPtrArray) last = NULL;
  g_autoptr(MesoHandoutIssue) kept = NULL;
  g_autoptr(GError) error = NULL;
  const MesoHandoutIssue *newest;

  hers = meso_handout_service_list (fixture->clinic, leila->file_number, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hers->len, ==, 1);
  g_assert_cmpstr (((MesoHandoutIssue *) g_ptr_array_index (hers, 0))->id, ==, first->issue);
  recent = meso_handout_service_list_recent (fixture->clinic, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (recent->len, ==, 2);
  newest = g_ptr_array_index (recent, 0);
  g_assert_cmpstr (newest->id, ==, second->issue);
  g_assert_null (newest->pdf);
  last = meso_handout_service_list_recent (fixture->clinic, 1, &error);
  g_assert_cmpuint (last->len, ==, 1);
  kept = meso_handout_service_get (fixture->clinic, first->issue, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (kept->pdf, first->pdf));
  g_assert_null (meso_handout_service_get (fixture->clinic, leila->id, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND, leila->id);
}

/**
 * Meddler:
 * @units: how many units of work have begun since it was let loose
 * @meddled: how often the record was changed; @wanted: how often it is to be
 *
 * Somebody who changes the record right after each time it was read.
 */
typedef struct
{
  ClinicFixture *fixture;
  const MesoPatient *patient;
  guint units;
  guint meddled;
  guint wanted;
} Meddler;

static gboolean
rename_patient (MesoStoreContext  *context,
                gpointer           data,
                GError           **error)
{
  Meddler *meddler = data;
  g_autoptr(MesoPatient) patient = meso_patient_repository_get (context, meddler->patient->id, error);

  g_free (patient->given_name);
  patient->given_name = g_strdup_printf ("Leila %u", ++meddler->meddled);
  return meso_patient_repository_update (context, meso_clinic_get_staff (meddler->fixture->clinic), patient, "", error);
}

/* The clock is read when a unit of work begins, on the store's thread: what is queued now is done right after it. Units are read,
 * change, write, read, change, write. */
static char *
meddle (gpointer data)
{
  Meddler *meddler = data;
  guint unit = meddler->units++;

  if (unit % 3 == 0 && unit / 3 < meddler->wanted)
    meso_store_run_async (meso_clinic_get_store (meddler->fixture->clinic), MESO_STORE_WRITE, rename_patient, meddler, NULL, NULL,
                          NULL, NULL);
  return g_strdup_printf ("2026-11-22T08:00:%02u.000000Z", unit);
}

/* A sheet never says what the record said before. */
static void
test_record_changes_meanwhile (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_auto(MesoHandoutRequest) request = handout_request_for (patient, "aftercare");
  Meddler meddler = { .fixture = fixture, .patient = patient, .wanted = 1 };
  g_autoptr(MesoIssuedHandout) once = NULL;
  g_autoptr(GPtrArray) kept = NULL;
  g_autoptr(GError) error = NULL;

  meso_store_set_clock (meso_clinic_get_store (fixture->clinic), meddle, &meddler);
  once = handout_issue (fixture, &request);
  g_assert_cmpuint (meddler.meddled, ==, 1);
  handout_assert_words (fixture, once, "Leila 1 Karimi", TRUE);

  meddler.units = 0;
  meddler.wanted = 2;
  g_assert_null (meso_handout_service_issue (fixture->clinic, &request, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "changed while");
  g_assert_cmpuint (meddler.meddled, ==, 3);
  kept = meso_handout_service_list (fixture->clinic, patient->id, &error);
  g_assert_cmpuint (kept->len, ==, 1);
  /* What is told of the changes goes to this thread. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
fail_to_deliver (GBytes   *pdf,
                 gpointer  calls,
                 GError  **error)
{
  (*(int *) calls)++;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "The disk is full.");
  return FALSE;
}

static void
assert_sheets (ClinicFixture *fixture,
               const char    *patient,
               guint          expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) own = meso_handout_service_list (fixture->clinic, patient, &error);
  g_autoptr(GPtrArray) recent = meso_handout_service_list_recent (fixture->clinic, 10, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (own->len, ==, expected);
  g_assert_cmpuint (recent->len, ==, expected);
}

/* A sheet that can't be written was handed to nobody. */
static void
test_failed_delivery (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_auto(MesoHandoutRequest) request = handout_request_for (patient, "aftercare");
  g_autoptr(GError) error = NULL;
  int calls = 0;

  request.deliver = fail_to_deliver;
  request.deliver_data = &calls;
  g_assert_null (meso_handout_service_issue (fixture->clinic, &request, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_cmpint (calls, ==, 1);
  assert_sheets (fixture, patient->id, 0);
}

/* One that the printer didn't take is marked, stays on file, and counts no more. */
static void
test_take_back (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_auto(MesoHandoutRequest) request = handout_request_for (patient, "aftercare");
  g_autoptr(MesoIssuedHandout) handout = handout_issue (fixture, &request);
  g_autoptr(MesoHandoutIssue) kept = NULL;
  g_autoptr(GError) error = NULL;

  assert_sheets (fixture, patient->id, 1);
  g_assert_false (meso_handout_service_take_back (fixture->clinic, handout->issue, " ", &error));
  g_clear_error (&error);
  g_assert_true (meso_handout_service_take_back (fixture->clinic, handout->issue, "The printer is out of paper.", &error));
  g_assert_no_error (error);
  assert_sheets (fixture, patient->id, 0);
  kept = meso_handout_service_get (fixture->clinic, handout->issue, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (kept->pdf, handout->pdf));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/handout/nothing-is-stored-on-error", test_nothing_is_stored_on_error);
  g_test_add_func ("/services/handout/lists", test_lists);
  g_test_add_func ("/services/handout/record-changes-meanwhile", test_record_changes_meanwhile);
  g_test_add_func ("/services/handout/failed-delivery", test_failed_delivery);
  g_test_add_func ("/services/handout/take-back", test_take_back);

  return g_test_run ();
}
