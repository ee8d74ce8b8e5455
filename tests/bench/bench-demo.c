/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* How long it takes to make a demo clinic up, people and histories, until its file is whole; and how long to make up the people
 * alone, which nobody stores. How many patients may be given as the argument. */

#include <stdio.h>
#include <stdlib.h>

#include <glib/gstdio.h>

#include "bench-clinic.h"
#include "meso-bench.h"
#include "meso-demo-mix.h"
#include "meso-demo-people.h"
#include "meso-demo-service.h"

#define PATIENTS 20000
#define SEED 22

static void
print_rate (const char *what, guint patients, gint64 nanoseconds)
{
  double seconds = (double) nanoseconds / 1e9;

  printf ("%-28s %9.1f s %12.0f patients a second\n", what, seconds, patients / seconds);
}

static void
make_people (guint patients)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (SEED);
  g_autoptr(MesoDemoPeople) people = meso_demo_people_new (rand, "en");
  gint64 start = meso_bench_now ();

  for (guint i = 0; i < patients; i++)
    meso_patient_record_free (meso_demo_people_next (people, BENCH_TODAY));
  print_rate ("people alone", patients, meso_bench_now () - start);
}

static void
make_clinic (BenchFolder *folder, guint patients)
{
  g_autofree char *path = bench_folder_get_file (folder, "demo.db");
  gint64 start = meso_bench_now ();
  g_autoptr(GError) error = NULL;
  GStatBuf status;

  bench_check (meso_demo_service_make (path, folder->content, NULL, patients, SEED, BENCH_TODAY, NULL, &error), &error);
  print_rate ("a demo clinic", patients, meso_bench_now () - start);
  if (g_stat (path, &status) == 0)
    printf ("%-28s %9.1f MB\n", "its file", (double) status.st_size / 1e6);
}

int
main (int argc, char **argv)
{
  guint patients = argc > 1 ? (guint) strtoul (argv[1], NULL, 10) : PATIENTS;
  MesoDemoMix mix = meso_demo_mix_new (MIN (patients, MESO_DEMO_MAX_PATIENTS));
  g_autoptr(BenchFolder) folder = bench_folder_new ();

  printf ("A demo of %u patients: %u with whole histories, %u with a course, %u screened, %u records\n",
          patients, mix.whole, mix.courses, mix.screened, mix.records);
  make_people (patients);
  make_clinic (folder, patients);
  meso_bench_print_load ();
  return 0;
}
