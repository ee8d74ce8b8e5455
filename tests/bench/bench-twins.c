/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* How long it takes to find who a person that is being typed may be, and to list all twins of the clinic. How many patients may be
 * given as the argument. */

#include <stdio.h>
#include <stdlib.h>

#include "bench-people.h"
#include "meso-bench.h"
#include "meso-patient-twins-service.h"

#define PATIENTS 1000000
#define SAMPLES 500
#define LISTS 20
#define SHOWN 3
#define PAIRS 50

static void
type_each (MesoClinic *clinic, MesoBenchSeries *series)
{
  g_autoptr(GPtrArray) picked = bench_people_pick (clinic, SAMPLES);

  for (guint i = 0; i < picked->len; i++)
    {
      g_autoptr(MesoPatient) typed = meso_patient_copy (g_ptr_array_index (picked, i));
      g_autoptr(GPtrArray) matches = NULL;
      g_autoptr(GError) error = NULL;
      gint64 start;

      /* Somebody who comes again, and isn't found. */
      g_clear_pointer (&typed->id, g_free);
      start = meso_bench_now ();
      matches = meso_patient_twins_service_list_alike (clinic, typed, SHOWN, &error);
      meso_bench_series_add (series, meso_bench_now () - start);
      bench_check (matches != NULL, &error);
      g_assert_cmpuint (matches->len, >, 0);
    }
}

static guint
list_each (MesoClinic *clinic, MesoBenchSeries *series)
{
  guint pairs = 0;

  for (guint i = 0; i < LISTS; i++)
    {
      gint64 start = meso_bench_now ();
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) list = meso_patient_twins_service_list_pairs (clinic, PAIRS, &error);

      meso_bench_series_add (series, meso_bench_now () - start);
      bench_check (list != NULL, &error);
      pairs = list->len;
    }
  return pairs;
}

int
main (int argc, char **argv)
{
  guint patients = argc > 1 ? (guint) strtoul (argv[1], NULL, 10) : PATIENTS;
  g_autoptr(BenchPeople) people = bench_people_new (patients);
  g_autofree char *title = g_strdup_printf ("Twins among %u patients", patients);
  MesoClinic *clinic = bench_clinic_open (people->folder, people->clinic);
  g_autoptr(MesoBenchSeries) typing = meso_bench_series_new ("while a person is typed");
  g_autoptr(MesoBenchSeries) listing = meso_bench_series_new ("all of the clinic");
  guint pairs;

  type_each (clinic, typing);
  pairs = list_each (clinic, listing);
  meso_bench_print_head (title);
  meso_bench_print (typing, NULL, (MesoBenchGoal) { 0 });
  meso_bench_print (listing, NULL, (MesoBenchGoal) { 0 });
  printf ("pairs that were shown: %u\n", pairs);
  meso_bench_print_load ();
  bench_clinic_close (clinic);
  return 0;
}
