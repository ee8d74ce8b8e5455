/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* How long entering a patient takes until it is safe on the disk, beside the very same rows from bare SQLite: a first clinic
 * enters everybody, and what that wrote is written again into a copy of its file, in turn with a second clinic that enters
 * them too. */

#include "bench-bare-store.h"
#include "bench-clinic.h"
#include "meso-bench.h"
#include "meso-demo-person.h"
#include "meso-patient-service.h"

#define PATIENTS_BEFORE 1000
#define WARM_UP 50
#define ROUNDS 1000
#define GOAL_RATIO 1.2

typedef struct
{
  MesoClinic *clinic;
  GPtrArray *people;    /* MesoPatient */
  guint next;
} Clinic;

typedef struct
{
  BenchBareStore *store;
  GPtrArray *saves;
  guint next;
} Bare;

static void
run_service (gpointer data, guint batch)
{
  Clinic *self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoPatient) stored =
    meso_patient_service_add (self->clinic, g_ptr_array_index (self->people, self->next++), BENCH_TODAY, &error);

  bench_check (stored != NULL, &error);
}

static void
run_bare (gpointer data, guint batch)
{
  Bare *self = data;

  bench_bare_store_save (self->store, g_ptr_array_index (self->saves, self->next++));
}

/* Records as full as a desk makes them. */
static GPtrArray *
make_people (guint n)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (n);
  GPtrArray *people = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_patient_free);

  for (guint i = 0; i < n; i++)
    {
      MesoPatient *person = meso_demo_person_new (rand, BENCH_TODAY);

      g_free (person->email);
      person->email = g_strdup_printf ("patient%u@example.org", i);
      g_set_str (&person->notes, "Prefers mornings; afraid of needles. Came with her sister.");
      g_ptr_array_add (people, person);
    }
  return people;
}

/* Enters everybody once, and gives back which rows that wrote. */
static GPtrArray *
record_saves (BenchFolder *folder, const char *name, GPtrArray *people)
{
  g_autofree char *path = bench_folder_get_file (folder, name);
  g_autoptr(BenchBareStore) before = bench_bare_store_open (path);
  gint64 last_patient = bench_bare_store_count (before, "SELECT max (number) FROM patient");
  gint64 last_audit = bench_bare_store_count (before, "SELECT max (seq) FROM audit");
  g_autoptr(BenchBareStore) after = NULL;
  Clinic clinic = { .people = people };

  g_clear_pointer (&before, bench_bare_store_close);
  clinic.clinic = bench_clinic_open (folder, name);
  for (guint i = 0; i < people->len; i++)
    run_service (&clinic, 1);
  bench_clinic_close (clinic.clinic);
  after = bench_bare_store_open (path);
  return bench_bare_store_read_saves (after, last_patient, last_audit);
}

static void
check_same_counts (BenchFolder *folder, const char *name, const char *other)
{
  static const char *const counts[] = {
    "SELECT count(*) FROM patient", "SELECT count(*) FROM patient_search", "SELECT count(*) FROM audit",
    "SELECT count(*) FROM audit_payload", "SELECT next FROM number_sequence",
  };
  g_autofree char *path = bench_folder_get_file (folder, name);
  g_autofree char *other_path = bench_folder_get_file (folder, other);
  g_autoptr(BenchBareStore) a = bench_bare_store_open (path);
  g_autoptr(BenchBareStore) b = bench_bare_store_open (other_path);

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    g_assert_cmpint (bench_bare_store_count (a, counts[i]), ==, bench_bare_store_count (b, counts[i]));
}

int
main (void)
{
  g_autoptr(BenchFolder) folder = bench_folder_new ();
  g_autoptr(GPtrArray) people = make_people (WARM_UP + ROUNDS);
  g_autoptr(GPtrArray) saves = NULL;
  g_autofree char *bare_path = bench_folder_get_file (folder, "bare.db");
  Clinic clinic = { .people = people };
  Bare bare = { 0 };
  MesoBenchCase cases[] = {
    { "reference: the same rows, bare SQLite", run_bare, &bare, 1 },
    { "enter a patient (service)", run_service, &clinic, 1, { .ratio = GOAL_RATIO } },
  };

  bench_clinic_make (folder, "first.db", PATIENTS_BEFORE);
  bench_clinic_copy (folder, "first.db", "second.db");
  bench_clinic_copy (folder, "first.db", "bare.db");
  saves = record_saves (folder, "first.db", people);
  clinic.clinic = bench_clinic_open (folder, "second.db");
  bare.store = bench_bare_store_open (bare_path);
  bare.saves = saves;
  meso_bench_compare ("Save a patient: record, search words, audit; synchronous=FULL", cases, G_N_ELEMENTS (cases),
                      WARM_UP, ROUNDS);
  bench_bare_store_close (bare.store);
  bench_clinic_close (clinic.clinic);
  check_same_counts (folder, "second.db", "bare.db");
  return 0;
}
