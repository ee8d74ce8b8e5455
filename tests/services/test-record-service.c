/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-record-service.h"

#include <string.h>

#include "clinic-fixture.h"
#include "meso-audit-service.h"
#include "meso-core-error.h"
#include "meso-patient-repository.h"
#include "meso-patient-service.h"

static MesoHealthItem *
list (MesoPatientRecord *record,
      MesoHealthKind     kind,
      const char        *what)
{
  MesoHealthItem *item = meso_health_item_new (kind, what);

  g_ptr_array_add (record->items, item);
  return item;
}

static MesoPatientRecord *
typed (void)
{
  MesoPatientRecord *record = meso_patient_record_new (meso_patient_new ());

  g_set_str (&record->patient->given_name, "Leila");
  return record;
}

/* Allergic to latex and lidocaine, on warfarin, no condition known */
static MesoPatientRecord *
add_leila (ClinicFixture *fixture)
{
  g_autoptr(MesoPatientRecord) record = typed ();
  g_autoptr(GError) error = NULL;
  MesoPatientRecord *stored;

  list (record, MESO_HEALTH_ALLERGY, "  Latex ");
  g_set_str (&list (record, MESO_HEALTH_ALLERGY, "لیدوکائین")->ingredient, "lidocaine");
  list (record, MESO_HEALTH_MEDICINE, "Warfarin")->origin = MESO_MEDICINE_PRESCRIBED;
  record->patient->conditions_asked = MESO_ASKED_NONE;
  stored = meso_record_service_add (fixture->clinic, record, clinic_fixture_day (TODAY), &error);
  g_assert_no_error (error);
  return stored;
}

/* record (transfer full); (transfer full): as stored */
static MesoPatientRecord *
update (ClinicFixture     *fixture,
        MesoPatientRecord *record)
{
  g_autoptr(GError) error = NULL;
  MesoPatientRecord *stored = meso_record_service_update (fixture->clinic, record, clinic_fixture_day (TODAY), &error);

  g_assert_no_error (error);
  meso_patient_record_free (record);
  return stored;
}

static void
assert_refused (ClinicFixture     *fixture,
                MesoPatientRecord *record,
                GQuark             domain,
                int                code,
                const char        *word)
{
  g_autofree char *before = clinic_fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_null (record->patient->id != NULL
                   ? meso_record_service_update (fixture->clinic, record, clinic_fixture_day (TODAY), &error)
                   : meso_record_service_add (fixture->clinic, record, clinic_fixture_day (TODAY), &error));
  g_assert_error (error, domain, code);
  g_assert_nonnull (strstr (error->message, word));
  after = clinic_fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
}

static MesoHealthItem *
get_item (const MesoPatientRecord *record,
          guint                    n,
          const char              *what,
          MesoHealthStatus         status)
{
  MesoHealthItem *item = g_ptr_array_index (record->items, n);

  g_assert_cmpstr (item->what, ==, what);
  g_assert_cmpint (item->status, ==, status);
  return item;
}

/* The audit's newest row of the patient holds this. */
static void
assert_audited (ClinicFixture *fixture,
                const char    *part)
{
  g_autofree char *body = NULL;

  clinic_fixture_close (fixture);
  body = clinic_fixture_shell (fixture->path, "SELECT body FROM audit_payload WHERE seq = (SELECT max (seq) FROM audit"
                                              " WHERE entity = 'patient' AND action <> 'read');");
  clinic_fixture_open (fixture, NULL);
  if (strstr (body, part) == NULL)
    g_error ("%s isn't in %s", part, body);
}

static void
test_add (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatientRecord) stored = add_leila (fixture);
  g_autoptr(MesoPatientRecord) read = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (stored->patient->revision, ==, 1);
  g_assert_cmpint (stored->patient->allergies_asked, ==, MESO_ASKED_LISTED);
  g_assert_cmpint (stored->patient->conditions_asked, ==, MESO_ASKED_NONE);
  assert_audited (fixture, "\"allergies\":{\"old\":\"\",\"new\":\"Latex\\u000aلیدوکائین · lidocaine\"}");
  read = meso_record_service_get (fixture->clinic, stored->patient->file_number, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (read->items->len, ==, 3);
  g_assert_cmpstr (get_item (read, 0, "Latex", MESO_HEALTH_ACTIVE)->noted_by, ==, meso_clinic_get_staff (fixture->clinic));
  g_assert_cmpstr (get_item (read, 1, "لیدوکائین", MESO_HEALTH_ACTIVE)->ingredient, ==, "lidocaine");
  g_assert_cmpint (get_item (read, 2, "Warfarin", MESO_HEALTH_ACTIVE)->origin, ==, MESO_MEDICINE_PRESCRIBED);
  g_assert_cmpuint (clinic_fixture_count_audit (fixture, "read", "patient", stored->patient->id), ==, 1);
}

static void
test_add_is_refused (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatientRecord) record = typed ();
  MesoHealthItem *item = list (record, MESO_HEALTH_ALLERGY, " ");

  assert_refused (fixture, record, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID, "allergies[0].what: ");
  g_set_str (&item->what, "Latex");
  record->patient->allergies_asked = MESO_ASKED_NONE;
  assert_refused (fixture, record, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID, "allergies_asked: ");
  record->patient->allergies_asked = MESO_ASKED_NOT;
  item->status = MESO_HEALTH_ENTERED_IN_ERROR;
  g_set_str (&item->reason, "r");
  assert_refused (fixture, record, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID, "allergies: ");
}

/* Who reads and stores the same changes nothing. */
static void
test_nothing_changed (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatientRecord) record = add_leila (fixture);
  g_autofree char *before = clinic_fixture_dump (fixture);
  g_autofree char *after = NULL;

  record = update (fixture, g_steal_pointer (&record));
  after = clinic_fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (record->patient->revision, ==, 1);
}

static void
test_change_an_item (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatientRecord) record = add_leila (fixture);
  g_autofree char *first = g_strdup (((MesoHealthItem *) g_ptr_array_index (record->items, 0))->id);

  get_item (record, 0, "Latex", MESO_HEALTH_ACTIVE)->severity = MESO_ALLERGY_SEVERE;
  g_set_str (&record->patient->phone, "0912 345 6789");
  record = update (fixture, g_steal_pointer (&record));
  g_assert_cmpint (record->patient->revision, ==, 2);
  g_assert_cmpuint (record->items->len, ==, 4);
  get_item (record, 0, "Latex", MESO_HEALTH_REPLACED);
  g_assert_cmpstr (get_item (record, 1, "Latex", MESO_HEALTH_ACTIVE)->replaces, ==, first);
  g_assert_cmpint (get_item (record, 1, "Latex", MESO_HEALTH_ACTIVE)->severity, ==, MESO_ALLERGY_SEVERE);
  get_item (record, 2, "لیدوکائین", MESO_HEALTH_ACTIVE);
  assert_audited (fixture, "\"phone\":{\"old\":\"\",\"new\":\"+989123456789\"}");
  assert_audited (fixture, "\"allergies\":{\"old\":\"Latex\\u000a");
  assert_audited (fixture, "\"new\":\"Latex · severe\\u000a");
  /* What was replaced stays so, whatever a list says of it. */
  get_item (record, 0, "Latex", MESO_HEALTH_REPLACED)->status = MESO_HEALTH_ACTIVE;
  record = update (fixture, g_steal_pointer (&record));
  get_item (record, 0, "Latex", MESO_HEALTH_REPLACED);
  g_assert_cmpint (record->patient->revision, ==, 2);
}

static void
test_end_items (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatientRecord) record = add_leila (fixture);
  MesoHealthItem *latex = get_item (record, 0, "Latex", MESO_HEALTH_ACTIVE);
  MesoHealthItem *lidocaine = get_item (record, 1, "لیدوکائین", MESO_HEALTH_ACTIVE);

  latex->status = MESO_HEALTH_ENDED;
  assert_refused (fixture, record, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID, "allergies[0].reason: ");
  g_set_str (&latex->reason, "tested");
  lidocaine->status = MESO_HEALTH_ENTERED_IN_ERROR;
  g_set_str (&lidocaine->reason, "another patient's");
  g_ptr_array_remove_index (record->items, 2);
  record = update (fixture, g_steal_pointer (&record));
  g_assert_cmpstr (get_item (record, 0, "Latex", MESO_HEALTH_ENDED)->reason, ==, "tested");
  get_item (record, 1, "لیدوکائین", MESO_HEALTH_ENTERED_IN_ERROR);
  get_item (record, 2, "Warfarin", MESO_HEALTH_ENDED);
  g_assert_cmpint (record->patient->allergies_asked, ==, MESO_ASKED_NOT);
  g_assert_cmpint (record->patient->medicines_asked, ==, MESO_ASKED_NOT);
  assert_audited (fixture, "Latex (ended: tested)");
  assert_audited (fixture, "(entered-in-error: another patient's)");
  assert_audited (fixture, "\"allergies_asked\":{\"old\":\"listed\",\"new\":\"not-asked\"}");
  /* Taken again: a new line that names the one that ended. */
  get_item (record, 2, "Warfarin", MESO_HEALTH_ENDED)->status = MESO_HEALTH_ACTIVE;
  record->patient->allergies_asked = MESO_ASKED_NONE;
  record = update (fixture, g_steal_pointer (&record));
  get_item (record, 2, "Warfarin", MESO_HEALTH_REPLACED);
  get_item (record, 3, "Warfarin", MESO_HEALTH_ACTIVE);
  g_assert_cmpint (record->patient->allergies_asked, ==, MESO_ASKED_NONE);
  g_assert_cmpint (record->patient->medicines_asked, ==, MESO_ASKED_LISTED);
}

/* Something that held once is written down as such. */
static void
test_past_items (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatientRecord) record = add_leila (fixture);
  MesoHealthItem *past = list (record, MESO_HEALTH_MEDICINE, "Finasteride");

  past->status = MESO_HEALTH_ENDED;
  record = update (fixture, g_steal_pointer (&record));
  g_assert_cmpint (record->patient->revision, ==, 2);
  g_assert_nonnull (get_item (record, 3, "Finasteride", MESO_HEALTH_ENDED)->ended_at);
  assert_audited (fixture, "Finasteride (ended)");
}

/* A form that has lost an allergy loses none on file. */
static void
test_an_allergy_is_never_lost (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatientRecord) record = add_leila (fixture);

  g_ptr_array_remove_index (record->items, 0);
  assert_refused (fixture, record, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID, "allergies: “Latex” is on file");
}

static void
test_lost_update (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatientRecord) first = add_leila (fixture);
  g_autoptr(MesoPatientRecord) second = meso_patient_record_copy (first);
  g_autoptr(MesoPatient) alone = NULL;

  list (first, MESO_HEALTH_ALLERGY, "Penicillin");
  first = update (fixture, g_steal_pointer (&first));
  list (second, MESO_HEALTH_MEDICINE, "Aspirin");
  assert_refused (fixture, second, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "someone else");
  /* A list that changed is a change of the patient too. */
  alone = meso_patient_copy (second->patient);
  g_set_str (&alone->phone, "0912 345 6789");
  {
    g_autoptr(GError) error = NULL;

    g_assert_null (meso_patient_service_update (fixture->clinic, alone, clinic_fixture_day (TODAY), &error));
    g_assert_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED);
  }
}

static void
test_foreign_items (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatientRecord) leila = add_leila (fixture);
  g_autoptr(MesoPatientRecord) other = add_leila (fixture);
  MesoHealthItem *item = g_ptr_array_index (leila->items, 2);

  g_set_str (&item->id, ((MesoHealthItem *) g_ptr_array_index (other->items, 2))->id);
  assert_refused (fixture, leila, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND, item->id);
}

/* Who changes the patient alone leaves the lists as they are, and can't say that none is known beside one. */
static void
test_patient_alone (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatientRecord) record = add_leila (fixture);
  g_autoptr(MesoPatient) patient = meso_patient_copy (record->patient);
  g_autoptr(MesoPatient) stored = NULL;
  g_autoptr(GError) error = NULL;

  patient->allergies_asked = MESO_ASKED_NOT;
  patient->medicines_asked = MESO_ASKED_LISTED;
  patient->weight_g = 61500;
  patient->weight_on = clinic_fixture_day (TODAY);
  stored = meso_patient_service_update (fixture->clinic, patient, clinic_fixture_day (TODAY), &error);
  g_assert_no_error (error);
  g_assert_cmpint (stored->allergies_asked, ==, MESO_ASKED_LISTED);
  g_assert_cmpint (stored->weight_g, ==, 61500);
  assert_audited (fixture, "{\"weight_g\":{\"old\":null,\"new\":\"61500\"},\"weight_on\":{\"old\":null,\"new\":\"2026-11-22\"}}");
  stored->allergies_asked = MESO_ASKED_NONE;
  g_assert_null (meso_patient_service_update (fixture->clinic, stored, clinic_fixture_day (TODAY), &error));
  g_assert_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED);
}

typedef struct
{
  ClinicFixture *fixture;
  const char *duplicate;
  const char *kept;
} Merge;

static gboolean
merge (MesoStoreContext  *context,
       gpointer           data,
       GError           **error)
{
  Merge *both = data;

  return meso_patient_repository_link (context, meso_clinic_get_staff (both->fixture->clinic), both->duplicate, both->kept,
                                       "same person", error);
}

/* What one record of a person lists, all of them do; it is changed where it stands. */
static void
test_merged (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatientRecord) duplicate = add_leila (fixture);
  g_autoptr(MesoPatient) kept = clinic_fixture_add (fixture, "Leyla", "Karimi", MESO_SEX_FEMALE, "", "");
  Merge both = { fixture, duplicate->patient->id, kept->id };
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoPatientRecord) record = NULL;

  g_assert_true (meso_clinic_run (fixture->clinic, MESO_STORE_WRITE, merge, &both, &error));
  record = meso_record_service_get (fixture->clinic, duplicate->patient->file_number, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (record->patient->id, ==, kept->id);
  g_assert_cmpuint (record->items->len, ==, 3);
  g_assert_cmpint (meso_patient_record_get_asked (record, MESO_HEALTH_ALLERGY), ==, MESO_ASKED_LISTED);
  record->patient->allergies_asked = MESO_ASKED_NONE;
  assert_refused (fixture, record, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID, "allergies_asked: ");
  record->patient->allergies_asked = MESO_ASKED_NOT;
  get_item (record, 0, "Latex", MESO_HEALTH_ACTIVE)->severity = MESO_ALLERGY_MILD;
  list (record, MESO_HEALTH_ALLERGY, "Penicillin");
  record = update (fixture, g_steal_pointer (&record));
  g_assert_cmpstr (get_item (record, 0, "Penicillin", MESO_HEALTH_ACTIVE)->patient, ==, kept->id);
  get_item (record, 1, "Latex", MESO_HEALTH_REPLACED);
  g_assert_cmpstr (get_item (record, 2, "Latex", MESO_HEALTH_ACTIVE)->patient, ==, duplicate->patient->id);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* (transfer full): what holds, in an order of its own */
static char *
dup_active (const MesoPatientRecord *record)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < record->items->len; i++)
    {
      const MesoHealthItem *item = g_ptr_array_index (record->items, i);
      g_autofree char *line = meso_health_item_dup_line (item);

      if (item->status == MESO_HEALTH_ACTIVE)
        g_ptr_array_add (lines, g_strdup_printf ("%s: %s", meso_health_kind_to_string (item->kind), line));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("; ", (GStrv) lines->pdata);
}

static void
change_at_random (MesoPatientRecord *record)
{
  static const char *const words[] = { "Latex", "Aspirin", "لیدوکائین", "Asthma" };
  guint at = (guint) g_test_rand_int_range (0, (gint32) record->items->len + 1);
  const char *word = words[g_test_rand_int_range (0, G_N_ELEMENTS (words))];
  MesoHealthItem *item = at < record->items->len ? g_ptr_array_index (record->items, at) : NULL;

  /* What has gone for good is left alone, as a form would. */
  if (item == NULL || item->status == MESO_HEALTH_REPLACED || item->status == MESO_HEALTH_ENTERED_IN_ERROR)
    {
      list (record, (MesoHealthKind) g_test_rand_int_range (0, MESO_HEALTH_N_KINDS), word);
      return;
    }
  /* Nor does a form mark what was never stored. */
  switch (g_test_rand_int_range (0, item->id != NULL ? 5 : 1))
    {
    case 0:
      g_set_str (&item->detail, word);
      item->status = MESO_HEALTH_ACTIVE;
      break;
    case 1:
      item->status = MESO_HEALTH_ENTERED_IN_ERROR;
      g_set_str (&item->reason, word);
      break;
    case 2:
      item->status = MESO_HEALTH_ENDED;
      g_set_str (&item->reason, word);
      break;
    case 3:
      item->status = MESO_HEALTH_ACTIVE;
      break;
    default:
      if (item->kind != MESO_HEALTH_ALLERGY)
        g_ptr_array_remove_index (record->items, at);
    }
}

/* Whatever is done to a list: what holds afterwards is what the form said, no line is ever lost, and the file is sound. */
static void
test_any_change (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatientRecord) record = add_leila (fixture);
  g_autofree char *rows = NULL;
  guint written = record->items->len;

  for (guint n = 0; n < 150; n++)
    {
      g_autofree char *wanted = NULL;
      g_autofree char *stored = NULL;
      gint64 revision = record->patient->revision;

      for (int i = g_test_rand_int_range (0, 4); i > 0; i--)
        change_at_random (record);
      for (MesoHealthKind kind = 0; kind < MESO_HEALTH_N_KINDS; kind++)
        *meso_patient_asked_of (record->patient, kind) = meso_patient_record_get_asked (record, kind) == MESO_ASKED_LISTED
                                                           ? MESO_ASKED_LISTED : (MesoAsked) g_test_rand_int_range (0, 2);
      wanted = dup_active (record);
      record = update (fixture, g_steal_pointer (&record));
      stored = dup_active (record);
      g_assert_cmpstr (stored, ==, wanted);
      g_assert_cmpuint (record->items->len, >=, written);
      g_assert_cmpint (record->patient->revision, <=, revision + 1);
      g_assert_true (record->items->len == written || record->patient->revision == revision + 1);
      written = record->items->len;
      for (MesoHealthKind kind = 0; kind < MESO_HEALTH_N_KINDS; kind++)
        g_assert_cmpint (*meso_patient_asked_of (record->patient, kind), ==, meso_patient_record_get_asked (record, kind));
    }
  clinic_fixture_close (fixture);
  rows = clinic_fixture_shell (fixture->path, "SELECT count(*) = (SELECT count(*) FROM health_item WHERE status <> 'replaced')"
                                              " + (SELECT count(replaces) FROM health_item) FROM health_item;");
  g_assert_cmpstr (rows, ==, "1");
  clinic_fixture_open (fixture, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/record/add", test_add);
  g_test_add_func ("/services/record/add-is-refused", test_add_is_refused);
  g_test_add_func ("/services/record/nothing-changed", test_nothing_changed);
  g_test_add_func ("/services/record/change-an-item", test_change_an_item);
  g_test_add_func ("/services/record/end-items", test_end_items);
  g_test_add_func ("/services/record/past-items", test_past_items);
  g_test_add_func ("/services/record/an-allergy-is-never-lost", test_an_allergy_is_never_lost);
  g_test_add_func ("/services/record/lost-update", test_lost_update);
  g_test_add_func ("/services/record/foreign-items", test_foreign_items);
  g_test_add_func ("/services/record/patient-alone", test_patient_alone);
  g_test_add_func ("/services/record/merged", test_merged);
  g_test_add_func ("/services/record/any-change", test_any_change);

  return g_test_run ();
}
