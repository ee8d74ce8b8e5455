/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-list.h"

#include "clinic-fixture.h"
#include "meso-clinic-call.h"
#include "meso-clinic-private.h"
#include "meso-demo-service.h"
#include "meso-patient-service.h"
#include "meso-plan-repository.h"

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

/* Until all who match are in the list. */
static void
wait_for_all (MesoPatientList *list)
{
  wait_for (list);
  while (!meso_patient_list_get_complete (list) && meso_patient_list_get_error (list) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* (transfer full): the id of who stands there, once it has come */
static char *
read_id (MesoPatientList *list,
         guint            i)
{
  g_autoptr(MesoPatientItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);

  g_assert_nonnull (item);
  while (meso_patient_item_get_patient (item) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return g_strdup (meso_patient_item_get_patient (item)->id);
}

/* The rows are those that the service gives, in its order. patients (transfer full) */
static void
assert_is (MesoPatientList *list,
           GPtrArray       *patients)
{
  g_assert_cmpuint (count_rows (list), ==, patients->len);
  for (guint i = 0; i < patients->len; i++)
    {
      g_autofree char *id = read_id (list, i);

      g_assert_cmpstr (id, ==, ((MesoPatient *) g_ptr_array_index (patients, i))->id);
    }
  g_ptr_array_unref (patients);
}

/* Everyone has a place at once; who it is comes when somebody looks. */
static void
test_window (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatientList) list = NULL;
  g_autoptr(MesoPatientItem) last = NULL;
  g_autoptr(MesoPatientItem) again = NULL;

  fill (fixture);
  settle ();
  list = meso_patient_list_new (fixture->clinic);
  g_assert_true (meso_patient_list_get_loading (list));
  wait_for (list);
  /* The first rows are there when the list tells of them. */
  for (guint i = 0; i < 40; i++)
    {
      g_autoptr(MesoPatientItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_assert_nonnull (meso_patient_item_get_patient (item));
    }
  wait_for_all (list);
  g_assert_cmpuint (count_rows (list), ==, PEOPLE);
  g_assert_cmpuint (meso_patient_list_get_total (list), ==, PEOPLE);
  last = g_list_model_get_item (G_LIST_MODEL (list), PEOPLE - 1);
  again = g_list_model_get_item (G_LIST_MODEL (list), PEOPLE - 1);
  g_assert_true (last == again);
  g_assert_null (meso_patient_item_get_patient (last));
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), PEOPLE));
  assert_is (list, meso_patient_service_list (fixture->clinic, 0, 0, NULL));
  g_assert_nonnull (meso_patient_item_get_patient (last));
}

static void
search_for (ClinicFixture   *fixture,
            MesoPatientList *list,
            const char      *text)
{
  meso_patient_list_set_text (list, text);
  wait_for_all (list);
  assert_is (list, meso_patient_service_search (fixture->clinic, text, 0, NULL));
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
  search_for (fixture, list, "karimi");
  g_assert_cmpuint (meso_patient_list_get_total (list), ==, PEOPLE);
  meso_patient_list_set_text (list, "karimi");
  g_assert_false (meso_patient_list_get_loading (list));

  /* More than the first who are asked for. */
  search_for (fixture, list, "989");
  g_assert_cmpuint (count_rows (list), >, 150);
  search_for (fixture, list, "nobody at all");
  g_assert_cmpuint (count_rows (list), ==, 0);
  meso_patient_list_set_text (list, "");
  wait_for_all (list);
  assert_is (list, meso_patient_service_list (fixture->clinic, 0, 0, NULL));
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
  wait_for_all (list);
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
  g_autoptr(MesoPatientItem) before = NULL;
  g_autoptr(MesoPatientItem) after = NULL;
  g_autoptr(MesoPatientItem) zand = NULL;
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
  zand = g_list_model_get_item (G_LIST_MODEL (list), 2);
  g_assert_cmpstr (meso_patient_item_get_patient (zand)->family_name, ==, "Zand");

  /* A record that changes where it is tells so, and nothing moves. */
  g_set_str (&renamed->notes, "likes tea");
  g_clear_pointer (&leila, meso_patient_free);
  leila = meso_patient_service_update (fixture->clinic, renamed, clinic_fixture_day (TODAY), NULL);
  g_assert_nonnull (leila);
  g_main_context_iteration (NULL, TRUE);
  wait_for (list);
  settle ();
  g_assert_cmpuint (came, ==, 2);
  g_assert_cmpstr (meso_patient_item_get_patient (zand)->notes, ==, "likes tea");
}

/* A mirror that believes what it is told. */

typedef struct
{
  GPtrArray *items;
  guint told;
} Mirror;

static void
follow (GListModel *model,
        guint       position,
        guint       removed,
        guint       added,
        Mirror     *mirror)
{
  g_assert_cmpuint (position + removed, <=, mirror->items->len);
  if (removed > 0)
    g_ptr_array_remove_range (mirror->items, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (mirror->items, (int) (position + i), g_list_model_get_item (model, position + i));
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, mirror->items->len);
  mirror->told++;
}

static void
assert_mirrors (Mirror          *mirror,
                MesoPatientList *list)
{
  g_assert_cmpuint (count_rows (list), ==, mirror->items->len);
  for (guint i = 0; i < mirror->items->len; i++)
    {
      g_autoptr(MesoPatientItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_assert_true (item == g_ptr_array_index (mirror->items, i));
    }
}

static void
change_anything (ClinicFixture *fixture,
                 GRand         *rand)
{
  static const char *const families[] = { "Karimi", "Rahimi", "Zand", "Abbasi", "Karimi-Nia" };
  g_autoptr(GPtrArray) all = meso_patient_service_list (fixture->clinic, 0, 0, NULL);
  MesoPatient *one = g_ptr_array_index (all, (guint) g_rand_int_range (rand, 0, (int) all->len));
  const char *family = families[g_rand_int_range (rand, 0, G_N_ELEMENTS (families))];
  g_autoptr(MesoPatient) result = NULL;

  switch (g_rand_int_range (rand, 0, 3))
    {
    case 0:
      result = clinic_fixture_add (fixture, "New", family, MESO_SEX_OTHER, "1980-01-01", "fa");
      break;
    case 1:
      g_set_str (&one->family_name, family);
      result = meso_patient_service_update (fixture->clinic, one, clinic_fixture_day (TODAY), NULL);
      break;
    default:
      one->archived = TRUE;
      result = meso_patient_service_update (fixture->clinic, one, clinic_fixture_day (TODAY), NULL);
    }
  g_assert_nonnull (result);
}

static void
test_anything (void)
{
  static const char *const texts[] = { "", "", "k", "kar", "98", "989", "new", "" };
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (20261122);
  g_autoptr(MesoPatientList) list = NULL;
  Mirror mirror = { .items = g_ptr_array_new_with_free_func (g_object_unref) };

  g_assert_true (meso_demo_service_fill (fixture->clinic, 60, 7, clinic_fixture_day (TODAY), NULL));
  settle ();
  list = meso_patient_list_new (fixture->clinic);
  g_signal_connect (list, "items-changed", G_CALLBACK (follow), &mirror);
  for (int i = 0; i < 60; i++)
    {
      if (g_rand_boolean (rand))
        change_anything (fixture, rand);
      meso_patient_list_set_text (list, texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))]);
      if (g_rand_int_range (rand, 0, 3) == 0)
        continue;
      settle ();
      wait_for_all (list);
      assert_mirrors (&mirror, list);
      assert_is (list, *meso_patient_list_get_text (list) != '\0'
                         ? meso_patient_service_search (fixture->clinic, meso_patient_list_get_text (list), 0, NULL)
                         : meso_patient_service_list (fixture->clinic, 0, 0, NULL));
    }
  g_clear_object (&list);
  g_ptr_array_unref (mirror.items);
}

/* Filters, beside what a look at each course says. */

typedef struct
{
  const char *patient;
  GPtrArray *courses;
} Courses;

static gboolean
list_courses (MesoStoreContext  *context,
              gpointer           data,
              GError           **error)
{
  Courses *courses = data;

  courses->courses = meso_plan_repository_list (context, courses->patient, error);
  return courses->courses != NULL;
}

static gboolean
passes (ClinicFixture     *fixture,
        const MesoPatient *patient,
        MesoPatientFilter  filter)
{
  Courses asked = { .patient = patient->id };
  g_autoptr(GPtrArray) courses = NULL;
  gboolean found = FALSE;

  g_assert_true (meso_clinic_run (fixture->clinic, MESO_STORE_READ, list_courses, &asked, NULL));
  courses = asked.courses;
  if (filter == MESO_PATIENT_FILTER_ARCHIVED || filter == MESO_PATIENT_FILTER_ALL || patient->archived)
    return patient->archived == (filter == MESO_PATIENT_FILTER_ARCHIVED);
  for (guint i = 0; i < courses->len; i++)
    {
      const MesoCourse *course = g_ptr_array_index (courses, i);
      gboolean due = FALSE;

      for (guint j = 0; j < course->sessions->len; j++)
        {
          const MesoPlannedSession *session = g_ptr_array_index (course->sessions, j);

          due = due || (session->status == MESO_PLANNED && meso_calendar_date_compare (session->date, clinic_fixture_day (TODAY)) <= 0);
        }
      if (filter == MESO_PATIENT_FILTER_SUSPENDED)
        found = found || course->status == MESO_COURSE_SUSPENDED;
      else
        found = found || (course->status == MESO_COURSE_ACTIVE && (filter == MESO_PATIENT_FILTER_ON_COURSE || due));
    }
  return found;
}

static void
assert_filter (ClinicFixture     *fixture,
               MesoPatientList   *list,
               GPtrArray         *everyone,
               MesoPatientFilter  filter)
{
  g_autoptr(GHashTable) shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  MesoPatientCounts counts = { 0 };

  meso_patient_list_set_filter (list, filter);
  wait_for_all (list);
  for (guint i = 0; i < count_rows (list); i++)
    g_hash_table_add (shown, read_id (list, i));
  for (guint i = 0; i < everyone->len; i++)
    {
      const MesoPatient *patient = g_ptr_array_index (everyone, i);

      g_assert_cmpint (g_hash_table_contains (shown, patient->id), ==, passes (fixture, patient, filter));
    }
  g_assert_true (meso_patient_service_count (fixture->clinic, clinic_fixture_day (TODAY), &counts, NULL));
  g_assert_cmpuint (counts.people[filter], ==, g_hash_table_size (shown));
  g_assert_cmpuint (g_hash_table_size (shown), >, 0);
}

/* Those who pass the filter among those whom the text finds. */
static void
assert_both (ClinicFixture   *fixture,
             MesoPatientList *list,
             const char      *text)
{
  g_autoptr(GPtrArray) found = meso_patient_service_search (fixture->clinic, text, 0, NULL);
  guint n = 0;

  meso_patient_list_set_text (list, text);
  wait_for_all (list);
  for (guint i = 0; i < found->len; i++)
    {
      const MesoPatient *patient = g_ptr_array_index (found, i);

      if (passes (fixture, patient, meso_patient_list_get_filter (list)))
        {
          g_autofree char *id = read_id (list, n++);

          g_assert_cmpstr (id, ==, patient->id);
        }
    }
  g_assert_cmpuint (count_rows (list), ==, n);
  meso_patient_list_set_text (list, "");
}

static void
test_filters (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatientList) list = NULL;
  g_autoptr(GPtrArray) everyone = NULL;
  g_autoptr(MesoPatient) archived = NULL;

  fill (fixture);
  everyone = meso_patient_service_list (fixture->clinic, 0, 0, NULL);
  ((MesoPatient *) g_ptr_array_index (everyone, 3))->archived = TRUE;
  archived = meso_patient_service_update (fixture->clinic, g_ptr_array_index (everyone, 3), clinic_fixture_day (TODAY), NULL);
  g_assert_nonnull (archived);
  settle ();
  list = meso_patient_list_new (fixture->clinic);
  meso_patient_list_set_today (list, clinic_fixture_day (TODAY));
  for (MesoPatientFilter filter = 0; filter < MESO_PATIENT_N_FILTERS; filter++)
    {
      assert_filter (fixture, list, everyone, filter);
      if (filter == MESO_PATIENT_FILTER_ALL)
        continue;
      assert_both (fixture, list, "a");
      assert_both (fixture, list, "098");
      assert_both (fixture, list, archived->file_number);
    }
  /* Among all, a search finds archived ones too. */
  meso_patient_list_set_filter (list, MESO_PATIENT_FILTER_ALL);
  search_for (fixture, list, archived->file_number);
  g_assert_cmpuint (count_rows (list), >, 0);
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

static gboolean
lists (MesoPatientList *list,
       const char      *id)
{
  for (guint i = 0; i < count_rows (list); i++)
    {
      g_autofree char *other = read_id (list, i);

      if (g_str_equal (other, id))
        return TRUE;
    }
  return FALSE;
}

/* Who is to be merged with somebody isn't merged with themselves, whatever is looked for. */
static void
test_leave_out (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatientList) list = NULL;
  g_autoptr(MesoPatient) leila = NULL;
  g_autoptr(MesoPatient) sister = NULL;
  guint n_found;

  fill (fixture);
  leila = clinic_fixture_add (fixture, "Zahra", "Zzyzx", MESO_SEX_FEMALE, "1990-05-01", "");
  sister = clinic_fixture_add (fixture, "Mina", "Zzyzx", MESO_SEX_FEMALE, "1990-05-01", "");
  settle ();
  list = meso_patient_list_new (fixture->clinic);
  wait_for_all (list);
  g_assert_true (lists (list, leila->id));
  meso_patient_list_leave_out (list, leila->id);
  wait_for_all (list);
  g_assert_cmpuint (count_rows (list), ==, PEOPLE + 1);
  g_assert_cmpuint (meso_patient_list_get_total (list), ==, PEOPLE + 2);
  g_assert_false (lists (list, leila->id));

  meso_patient_list_set_text (list, "Zzyzx");
  wait_for_all (list);
  g_assert_cmpuint (count_rows (list), ==, 1);
  g_assert_true (lists (list, sister->id));

  /* What passes a filter is kept from one text to the next. */
  meso_patient_list_set_filter (list, MESO_PATIENT_FILTER_ON_COURSE);
  clinic_fixture_plan (fixture, leila, "mild", TODAY);
  clinic_fixture_plan (fixture, sister, "mild", TODAY);
  settle ();
  wait_for_all (list);
  g_assert_false (lists (list, leila->id));
  g_assert_true (lists (list, sister->id));
  meso_patient_list_set_text (list, "");
  wait_for_all (list);
  n_found = count_rows (list);
  g_assert_false (lists (list, leila->id));
  meso_patient_list_leave_out (list, NULL);
  wait_for_all (list);
  g_assert_cmpuint (count_rows (list), ==, n_found + 1);
  g_assert_true (lists (list, leila->id));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/patient-list/window", test_window);
  g_test_add_func ("/services/patient-list/search", test_search);
  g_test_add_func ("/services/patient-list/only-the-newest-text", test_only_the_newest_text);
  g_test_add_func ("/services/patient-list/waits-for-no-sheet", test_waits_for_no_sheet);
  g_test_add_func ("/services/patient-list/follows", test_follows);
  g_test_add_func ("/services/patient-list/anything", test_anything);
  g_test_add_func ("/services/patient-list/filters", test_filters);
  g_test_add_func ("/services/patient-list/gone-before-the-answer", test_gone_before_the_answer);
  g_test_add_func ("/services/patient-list/closed-clinic", test_closed_clinic);
  g_test_add_func ("/services/patient-list/leave-out", test_leave_out);

  return g_test_run ();
}
