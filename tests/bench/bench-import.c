/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* How long a file of comma-separated values takes to come in, checked, compared, in the log and in the search; beside the sqlite3
 * shell's .import of the same file plus the rebuilding of an FTS5 index of it. How many patients may be given as the argument. */

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

#include "bench-clinic.h"
#include "meso-bench.h"
#include "meso-demo-person.h"
#include "meso-import-service.h"
#include "meso-patient-csv.h"

#define PATIENTS 100000
#define SEED 20261122
#define GOAL 2.0

#define CLINIC "clinic.db"
#define FILE_NAME "patients.csv"

static void
write_file (const char *path, guint patients)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (SEED);
  g_autoptr(GString) text = g_string_new (NULL);
  FILE *file = g_fopen (path, "w");

  g_assert_nonnull (file);
  meso_patient_csv_append_header (text, ',');
  for (guint i = 0; i < patients; i++)
    {
      g_autoptr(MesoPatientRecord) record = meso_patient_record_new (meso_demo_person_new (rand, BENCH_TODAY));

      g_clear_pointer (&record->patient->file_number, g_free);
      meso_patient_csv_append_row (text, record, ',');
      if (text->len > 65536)
        {
          g_assert_cmpuint (fwrite (text->str, 1, text->len, file), ==, text->len);
          g_string_truncate (text, 0);
        }
    }
  g_assert_cmpuint (fwrite (text->str, 1, text->len, file), ==, text->len);
  g_assert_cmpint (fclose (file), ==, 0);
}

/* Seconds by the clock, and on the processor, which says more where other programs run. */
typedef struct
{
  double clock;
  double processor;
} Taken;

static Taken
read_clocks (int whose)
{
  struct rusage usage;

  getrusage (whose, &usage);
  return (Taken) {
    (double) meso_bench_now () / 1e9,
    (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6,
  };
}

static Taken
taken_since (int whose, Taken start)
{
  Taken now = read_clocks (whose);

  return (Taken) { now.clock - start.clock, now.processor - start.processor };
}

static void
print_taken (const char *what, Taken taken)
{
  printf ("  %-58s %8.1f s, %8.1f s on the processor\n", what, taken.clock, taken.processor);
}

static Taken
run_program (BenchFolder *folder, const char *file, guint patients)
{
  MesoClinic *clinic = bench_clinic_open (folder, CLINIC);
  g_autoptr(MesoOperation) operation = meso_operation_new ();
  MesoImportChoices choices = { FALSE, FALSE };
  MesoImportResult result;
  g_autoptr(GError) error = NULL;
  Taken start = read_clocks (RUSAGE_SELF), storing, all;
  g_autoptr(MesoImportSample) sample = meso_import_service_sample (file, MESO_IMPORT_UTF8, 0, 1000, &error);
  MesoImportCheck *check;

  bench_check (sample != NULL, &error);
  check = meso_import_service_check (clinic, file, MESO_IMPORT_UTF8, 0, sample->mapping, BENCH_TODAY, operation, &error);
  bench_check (check != NULL, &error);
  print_taken ("read, checked, compared, laid ready", taken_since (RUSAGE_SELF, start));
  storing = read_clocks (RUSAGE_SELF);
  bench_check (meso_import_service_store (clinic, check, &choices, operation, &result, &error), &error);
  print_taken ("stored, in one unit of work", taken_since (RUSAGE_SELF, storing));
  meso_import_check_free (check);
  all = taken_since (RUSAGE_SELF, start);
  g_assert_cmpuint (result.n_imported, ==, patients);
  bench_clinic_close (clinic);
  return all;
}

/* arguments: of the shell */
static Taken
run_shell (const char *const *arguments)
{
  Taken start = read_clocks (RUSAGE_CHILDREN);
  int status = 1;
  g_autoptr(GError) error = NULL;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL, &status,
                &error);
  bench_check (error == NULL, &error);
  g_assert_cmpint (status, ==, 0);
  return taken_since (RUSAGE_CHILDREN, start);
}

static Taken
add (Taken a, Taken b)
{
  return (Taken) { a.clock + b.clock, a.processor + b.processor };
}

static void
compare (const char *what, Taken program, Taken reference)
{
  print_taken (what, reference);
  printf ("    ratio %.2f, on the processor %.2f; goal %.1f\n", program.clock / reference.clock, program.processor / reference.processor,
          GOAL);
}

/* The same file into a table of texts, and an index of it as the shell makes one unless told otherwise; or the clinic's own index,
 * which finds parts of words and numbers, made again from its words. */
static void
run_references (BenchFolder *folder, const char *file, Taken program)
{
  g_autofree char *database = bench_folder_get_file (folder, "reference.db");
  g_autofree char *clinic = bench_folder_get_file (folder, CLINIC);
  g_autofree char *import = g_strdup_printf (".import --csv \"%s\" p", file);
  Taken imported = run_shell ((const char *const[]) { "sqlite3", database, "PRAGMA synchronous = FULL", import, NULL });
  Taken plain = run_shell ((const char *const[]) {
    "sqlite3", database, "PRAGMA synchronous = FULL",
    "CREATE VIRTUAL TABLE f USING fts5 (given_name, family_name, phone, email, national_id, notes, content = 'p')",
    "INSERT INTO f (f) VALUES ('rebuild')", NULL });
  Taken own = run_shell ((const char *const[]) {
    "sqlite3", clinic, "PRAGMA synchronous = FULL", "INSERT INTO patient_search (patient_search) VALUES ('rebuild')", NULL });

  compare ("sqlite3 .import + rebuild of a plain FTS5 index", program, add (imported, plain));
  compare ("sqlite3 .import + rebuild of the clinic's own FTS5 index", program, add (imported, own));
  g_unlink (database);
}

int
main (int argc, char **argv)
{
  guint patients = argc > 1 ? (guint) strtoul (argv[1], NULL, 10) : PATIENTS;
  g_autoptr(BenchFolder) folder = bench_folder_new ();
  g_autofree char *file = bench_folder_get_file (folder, FILE_NAME);
  Taken program;

  setvbuf (stdout, NULL, _IOLBF, 0);
  write_file (file, patients);
  bench_clinic_make (folder, CLINIC, 0);
  printf ("Import of %u patients from a file\n", patients);
  program = run_program (folder, file, patients);
  print_taken ("the program", program);
  run_references (folder, file, program);
  meso_bench_print_load ();
  g_unlink (file);
  return 0;
}
