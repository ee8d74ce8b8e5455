/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-list.h"

#include "clinic-fixture.h"
#include "meso-clinic-call.h"
#include "meso-demo-service.h"
#include "meso-patient-service.h"

#define PEOPLE 230

static void
fill (ClinicFixture *fixture)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (meso_demo_service_fill (fixture->clinic, PEOPLE, 7, clinic_fixture_day (TODAY), &error));
  g_assert_no_error (error);
}

static void
wait_for (MesoPatientList *list)
{
  while (meso_patient_list_get_loading (list))
    g_main_context_iteration (NULL, TRUE);
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static guint
count_rows (MesoPatientList *list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (list));
}

static MesoPatient *
get_patient (MesoPatientList *list,
             guint            i)
{
  g_autoptr(MesoRow) row = g_list_model_get_item (G_LIST_MODEL (list), i);

  return meso_row_get_value (row);
}

/* The rows are those that the service gives, in its order. */
static void
assert_is (MesoPatientList *list,
           GPtrArray       *patients)
{
  g_assert_cmpuint (count_rows (list), ==, patients->len);
  for (guint i = 0; i < patients->len; i++)
    g_assert_cmpstr (get_patient (list, i)->id, ==, ((MesoPatient *) g_ptr_array_index (patients, i))->id);
  g_ptr_array_unref (patients);
}

static void
test_pages (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatientList) list = NULL;

  fill (fixture);
  settle ();
  list = meso_patient_list_new (fixture->clinic);
  g_assert_true (meso_patient_list_get_loading (list));
  wait_for (list);
  g_assert_cmpuint (meso_patient_list_get_total (list), ==, PEOPLE);
  g_assert_false (meso_patient_list_get_complete (list));
  assert_is (list, meso_patient_service_list (fixture->clinic, 0, 100, NULL));

  /* A scrolled list asks more than once. */
  meso_patient_list_load_more (list);
  meso_patient_list_load_more (list);
  wait_for (list);
  assert_is (list, meso_patient_service_list (fixture->clinic, 0, 200, NULL));
  g_assert_false (meso_patient_list_get_complete (list));
  meso_patient_list_load_more (list);
  wait_for (list);
  assert_is (list, meso_patient_service_list (fixture->clinic, 0, 0, NULL));
  g_assert_true (meso_patient_list_get_complete (list));
  meso_patient_list_load_more (list);
  g_assert_false (meso_patient_list_get_loading (list));
}

static void
test_search (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatientList) list = NULL;

  fill (fixture);
  settle ();
  list = meso_patient_list_new (fixture->clinic);
  wait_for (list);
  meso_patient_list_set_text (list, " karimi ");
  g_assert_cmpstr (meso_patient_list_get_text (list), ==, "karimi");
  g_assert_true (meso_patient_list_get_loading (list));
  wait_for (list);
  assert_is (list, meso_patient_service_search (fixture->clinic, "karimi", 200, NULL));
  g_assert_true (meso_patient_list_get_complete (list));
  g_assert_cmpuint (meso_patient_list_get_total (list), ==, PEOPLE);
  meso_patient_list_set_text (list, "karimi");
  g_assert_false (meso_patient_list_get_loading (list));

  /* No more than anyone reads. */
  meso_patient_list_set_text (list, "989");
  wait_for (list);
  g_assert_cmpuint (count_rows (list), ==, 200);
  meso_patient_list_set_text (list, "nobody at all");
  wait_for (list);
  g_assert_cmpuint (count_rows (list), ==, 0);
  g_assert_true (meso_patient_list_get_complete (list));
  meso_patient_list_set_text (list, "");
  wait_for (list);
  assert_is (list, meso_patient_service_list (fixture->clinic, 0, 100, NULL));
  g_assert_false (meso_patient_list_get_complete (list));
}

static void
count_change (GListModel *model,
              guint       position,
              guint       removed,
              guint       added,
              guint      *came)
{
  *came += added;
}

/* Typed faster than it is answered: only the newest text shows. */
static void
test_only_the_newest_text (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatientList) list = NULL;
  guint came = 0;

  fill (fixture);
  settle ();
  list = meso_patient_list_new (fixture->clinic);
  g_signal_connect (list, "items-changed", G_CALLBACK (count_change), &came);
  meso_patient_list_set_text (list, "k");
  meso_patient_list_set_text (list, "ka");
  meso_patient_list_set_text (list, "rah");
  meso_patient_list_set_text (list, "nobody at all");
  wait_for (list);
  settle ();
  g_assert_cmpuint (came, ==, 0);
  g_assert_cmpuint (count_rows (list), ==, 0);
  g_assert_null (meso_patient_list_get_error (list));
  g_assert_cmpuint (meso_patient_list_get_total (list), ==, PEOPLE);
}

static gpointer
draw_for_long (MesoClinic  *clinic,
               gpointer     gate,
               GError     **error)
{
  g_mutex_lock (gate);
  g_mutex_unlock (gate);
  return NULL;
}

/* While the clinic's own thread is busy with something long, the search goes on. */
static void
test_waits_for_no_sheet (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatientList) list = NULL;
  GMutex gate;

  g_mutex_init (&gate);
  fill (fixture);
  g_mutex_lock (&gate);
  meso_clinic_call_async (fixture->clinic, draw_for_long, &gate, NULL, NULL, NULL, NULL, NULL);
  list = meso_patient_list_new (fixture->clinic);
  meso_patient_list_set_text (list, "karimi");
  wait_for (list);
  g_assert_cmpuint (count_rows (list), >, 0);
  g_mutex_unlock (&gate);
  g_assert_true (meso_clinic_close (fixture->clinic, NULL));
  settle ();
  g_mutex_clear (&gate);
}

/* Somebody is entered, somebody is renamed: the rest keeps its rows. */
static void
test_follows (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) sara = clinic_fixture_add (fixture, "Sara", "Sharifi", MESO_SEX_FEMALE, "1990-05-01", "en");
  g_autoptr(MesoPatient) reza = clinic_fixture_add (fixture, "Reza", "Ahmadi", MESO_SEX_MALE, "1990-05-01", "en");
  g_autoptr(MesoPatientList) list = NULL;
  g_autoptr(MesoPatient) leila = NULL;
  g_autoptr(MesoPatient) renamed = NULL;
  g_autoptr(MesoRow) before = NULL;
  g_autoptr(MesoRow) after = NULL;
  guint came = 0;

  settle ();
  list = meso_patient_list_new (fixture->clinic);
  wait_for (list);
  before = g_list_model_get_item (G_LIST_MODEL (list), 1);
  g_signal_connect (list, "items-changed", G_CALLBACK (count_change), &came);
  leila = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "en");
  g_main_context_iteration (NULL, TRUE);
  wait_for (list);
  assert_is (list, meso_patient_service_list (fixture->clinic, 0, 0, NULL));
  g_assert_cmpuint (came, ==, 1);
  g_assert_cmpuint (meso_patient_list_get_total (list), ==, 3);
  after = g_list_model_get_item (G_LIST_MODEL (list), 2);
  g_assert_true (before == after);

  g_set_str (&reza->family_name, "Zand");
  renamed = meso_patient_service_update (fixture->clinic, reza, clinic_fixture_day (TODAY), NULL);
  g_main_context_iteration (NULL, TRUE);
  wait_for (list);
  assert_is (list, meso_patient_service_list (fixture->clinic, 0, 0, NULL));
  g_assert_cmpuint (came, ==, 2);
  g_assert_cmpstr (get_patient (list, 2)->family_name, ==, "Zand");
}

static void
test_gone_before_the_answer (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  MesoPatientList *list = meso_patient_list_new (fixture->clinic);

  g_object_add_weak_pointer (G_OBJECT (list), (gpointer *) &list);
  meso_patient_list_set_text (list, "karimi");
  g_object_unref (list);
  g_assert_null (list);
  settle ();
}

static void
test_closed_clinic (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) sara = clinic_fixture_add (fixture, "Sara", "Sharifi", MESO_SEX_FEMALE, "1990-05-01", "en");
  g_autoptr(MesoPatientList) list = meso_patient_list_new (fixture->clinic);

  wait_for (list);
  g_assert_true (meso_clinic_close (fixture->clinic, NULL));
  meso_patient_list_set_text (list, "sara");
  wait_for (list);
  g_assert_error (meso_patient_list_get_error (list), MESO_STORE_ERROR, MESO_STORE_ERROR_CLOSED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/patient-list/pages", test_pages);
  g_test_add_func ("/services/patient-list/search", test_search);
  g_test_add_func ("/services/patient-list/only-the-newest-text", test_only_the_newest_text);
  g_test_add_func ("/services/patient-list/waits-for-no-sheet", test_waits_for_no_sheet);
  g_test_add_func ("/services/patient-list/follows", test_follows);
  g_test_add_func ("/services/patient-list/gone-before-the-answer", test_gone_before_the_answer);
  g_test_add_func ("/services/patient-list/closed-clinic", test_closed_clinic);

  return g_test_run ();
}
