/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "bench-people.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "meso-bench.h"
#include "meso-clinic-private.h"
#include "meso-demo-people.h"
#include "meso-patient-bulk.h"
#include "meso-patient-index.h"
#include "meso-patient-search.h"
#include "meso-store-schema.h"

#define SEED 20261122
#define FOLDER "bench-clinics"
#define KIND "-version-%d-index-%s.db"    /* what would make a file come out otherwise */
#define HALF_MADE "half-made.db"

typedef struct
{
  const char *staff;
  guint patients;
  GPtrArray *picked;
} Work;

static gboolean
fill (MesoStoreContext *context, gpointer data, GError **error)
{
  const Work *self = data;
  g_autoptr(GRand) rand = g_rand_new_with_seed (SEED);
  g_autoptr(MesoDemoPeople) people = meso_demo_people_new (rand, "fa");
  g_autoptr(MesoPatientBulk) bulk = meso_patient_bulk_begin (context, self->staff, self->patients, error);

  if (bulk == NULL)
    return FALSE;
  for (guint i = 0; i < self->patients; i++)
    {
      g_autoptr(MesoPatientRecord) record = meso_demo_people_next (people, BENCH_TODAY);

      if (!meso_patient_bulk_add (bulk, record->patient, NULL, NULL, error))
        return FALSE;
    }
  return meso_patient_bulk_finish (bulk, NULL, NULL, error);
}

static char *
name_kind (void)
{
  return g_strdup_printf (KIND, meso_store_schema_get_version (), MESO_PATIENT_INDEX_VERSION);
}

/* Of a run that was ended in between, and of other versions: they take gigabytes. */
static void
remove_leftovers (BenchFolder *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder->path, 0, NULL);
  g_autofree char *kind = name_kind ();
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = bench_folder_get_file (folder, name);

      if (strstr (name, kind) == NULL)
        g_remove (file);
    }
}

static void
make (BenchPeople *self, guint patients)
{
  g_autofree char *half_made = bench_folder_get_file (self->folder, HALF_MADE);
  g_autofree char *made = bench_folder_get_file (self->folder, self->clinic);
  Work work = { .patients = patients };
  gint64 start = meso_bench_now ();
  g_autoptr(GError) error = NULL;
  MesoClinic *clinic;

  remove_leftovers (self->folder);
  bench_clinic_make (self->folder, HALF_MADE, 0);
  clinic = bench_clinic_open (self->folder, HALF_MADE);
  work.staff = meso_clinic_get_staff (clinic);
  bench_check (meso_clinic_run (clinic, MESO_STORE_WRITE, fill, &work, &error), &error);
  bench_clinic_close (clinic);
  printf ("%u patients entered in one unit of work: %.1f s\n", patients, (double) (meso_bench_now () - start) / 1e9);
  bench_clinic_copy (self->folder, HALF_MADE, self->copy);
  if (g_rename (half_made, made) != 0)
    g_error ("%s can't be written", made);
}

BenchPeople *
bench_people_new (guint patients)
{
  BenchPeople *self = g_new0 (BenchPeople, 1);
  g_autofree char *kind = name_kind ();
  g_autofree char *made = NULL;

  self->folder = bench_folder_keep (FOLDER);
  self->clinic = g_strdup_printf ("people-%u%s", patients, kind);
  self->copy = g_strconcat ("copy-of-", self->clinic, NULL);
  made = bench_folder_get_file (self->folder, self->clinic);
  if (!g_file_test (made, G_FILE_TEST_EXISTS))
    make (self, patients);
  return self;
}

void
bench_people_free (BenchPeople *self)
{
  bench_folder_free (self->folder);
  g_free (self->clinic);
  g_free (self->copy);
  g_free (self);
}

static gboolean
pick (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *self = data;
  g_autoptr(GRand) rand = g_rand_new_with_seed (SEED + 1);
  g_autoptr(GArray) places = meso_patient_search_some_places (context, 0, 0, error);
  g_autofree gint64 *chosen = g_new (gint64, self->patients);

  if (places == NULL)
    return FALSE;
  for (guint i = 0; i < self->patients; i++)
    chosen[i] = g_array_index (places, gint64, g_rand_int_range (rand, 0, (int) places->len));
  self->picked = meso_patient_search_read (context, chosen, self->patients, error);
  return self->picked != NULL;
}

GPtrArray *
bench_people_pick (MesoClinic *clinic, guint samples)
{
  Work work = { .patients = samples };
  g_autoptr(GError) error = NULL;

  bench_check (meso_clinic_run (clinic, MESO_STORE_READ, pick, &work, &error), &error);
  return work.picked;
}
