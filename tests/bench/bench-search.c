/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* How long each keystroke takes while someone types names, parts of phone numbers and IDs: until the store has the rows, and
 * until the list on the screen has them; beside the same FTS5 query ordered by name in the plain way. How many patients, and
 * how many of them are typed, may be given as arguments. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench-bare-store.h"
#include "bench-people.h"
#include "bench-rows.h"
#include "meso-bench.h"
#include "meso-patient-service.h"
#include "meso-patient-terms.h"

#define PATIENTS 1000000
#define SAMPLES 1000
#define SEED 20261122
#define ROWS 50               /* what fills a window, and mesoclinicctl's own limit */
#define GOAL_STORE_MS 8
#define GOAL_MODEL_MS 16
#define DIGITS 7              /* typed of a number, from anywhere in it */
#define MIN_DIGITS 3
#define MOST_REFERENCE 2      /* seconds for each kind: the plain way takes a second for a letter */
#define NUMBERS_OF 3          /* of one person in so many, numbers are typed too */

/* Keys follow one another at once: the list asks for everyone who matches only after a moment. One in so many comes while it is at that,
 * and one in so many when all are there. */
#define AMID_REST 32
#define AFTER_ALL 128

enum { ONE_LETTER, TWO_LETTERS, MORE_LETTERS, SECOND_WORD, PHONE, ID, ALL, N_KINDS };

static const char *const kinds[N_KINDS] = {
  "one letter", "two letters", "three letters and more", "in the second word", "part of a phone number", "part of a national ID",
  "every keystroke",
};

typedef struct
{
  MesoClinic *clinic;
  BenchRows *rows;
  BenchBareStore *bare;
  sqlite3_stmt *by_name;
  MesoBenchSeries *store[N_KINDS];
  MesoBenchSeries *model[N_KINDS];
  MesoBenchSeries *reference[N_KINDS];
  MesoBenchSeries *amid;
  gint64 reference_took[N_KINDS];
  guint n_keys;
} Typing;

static void
add (MesoBenchSeries **series, int kind, gint64 took)
{
  meso_bench_series_add (series[kind], took);
  meso_bench_series_add (series[ALL], took);
}

static gint64
run_store (Typing *self, const char *text)
{
  gint64 start = meso_bench_now ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = meso_patient_service_search (self->clinic, text, ROWS, &error);
  gint64 took = meso_bench_now () - start;

  bench_check (found != NULL, &error);
  g_assert_cmpuint (found->len, >, 0);
  return took;
}

static gint64
run_bare (Typing *self, const char *text)
{
  g_autofree char *query = meso_patient_terms_make_query (text);
  gint64 start = meso_bench_now ();
  guint rows = 0;

  sqlite3_bind_text (self->by_name, 1, query, -1, SQLITE_STATIC);
  while (sqlite3_step (self->by_name) == SQLITE_ROW)
    {
      g_autofree char *name = g_strdup ((const char *) sqlite3_column_text (self->by_name, 2));

      rows += name != NULL;
    }
  sqlite3_reset (self->by_name);
  g_assert_cmpuint (rows, >, 0);
  return meso_bench_now () - start;
}

/* The store is asked last: only then what the list asked for before is still under way. */
static void
search (Typing *self, const char *text, int kind)
{
  gboolean amid = self->n_keys % AMID_REST == 0 && !bench_rows_has_all (self->rows);
  gint64 took = bench_rows_search (self->rows, text, ROWS);

  add (self->model, kind, took);
  if (amid)
    meso_bench_series_add (self->amid, took);
  add (self->store, kind, run_store (self, text));
  self->n_keys++;
  if (self->n_keys % AFTER_ALL == AFTER_ALL / 2)
    bench_rows_wait_for_all (self->rows);
  else if (self->n_keys % AMID_REST == 0)
    bench_rows_wait_for_rest (self->rows);
}

static void
press_key (Typing *self, const char *text, int kind)
{
  search (self, text, kind);
  if (self->reference_took[kind] < MOST_REFERENCE * G_GINT64_CONSTANT (1000000000))
    {
      gint64 took = run_bare (self, text);

      self->reference_took[kind] += took;
      add (self->reference, kind, took);
    }
}

static void
type_name (Typing *self, const char *name)
{
  const char *space = strchr (name, ' ');
  glong length = g_utf8_strlen (name, -1);

  for (glong typed = 1; typed <= length; typed++)
    {
      g_autofree char *text = g_utf8_substring (name, 0, typed);
      int kind = typed == 1 ? ONE_LETTER : typed == 2 ? TWO_LETTERS : MORE_LETTERS;

      /* A space alone asks for nothing new. */
      if (g_str_has_suffix (text, " "))
        continue;
      press_key (self, text, space != NULL && strlen (text) > (gsize) (space - name) ? SECOND_WORD : kind);
    }
}

/* Of a number with digits alone behind its first skip characters. */
static void
type_number (Typing *self, const char *number, gsize skip, int kind, GRand *rand)
{
  gsize length = strlen (number), start;

  if (length < skip + DIGITS || strspn (number + skip, "0123456789") < length - skip)
    return;
  start = (gsize) g_rand_int_range (rand, (int) skip, (int) (length - DIGITS) + 1);
  for (gsize typed = MIN_DIGITS; typed <= DIGITS; typed++)
    {
      g_autofree char *text = g_strndup (number + start, typed);

      press_key (self, text, kind);
    }
}

/* In turn: a name of one word, one of two, the same in the other script where it is on file. */
static void
type_patient (Typing *self, const MesoPatient *patient, guint n, GRand *rand)
{
  gboolean other = n % 4 >= 2 && *patient->other_given_name != '\0' && *patient->other_family_name != '\0';
  const char *given = other ? patient->other_given_name : patient->given_name;
  const char *family = other ? patient->other_family_name : patient->family_name;
  g_autofree char *both = g_strconcat (given, " ", family, NULL);

  type_name (self, n % 2 == 0 ? both : family);
  if (n % NUMBERS_OF != 0)
    return;
  type_number (self, patient->phone, 1, PHONE, rand);
  type_number (self, patient->national_id, 0, ID, rand);
}

static void
type_everything (Typing *self, guint samples)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (SEED);
  g_autoptr(GPtrArray) patients = bench_people_pick (self->clinic, samples);

  for (guint i = 0; i < patients->len; i++)
    type_patient (self, g_ptr_array_index (patients, i), i, rand);
}

static void
typing_init (Typing *self, BenchPeople *people)
{
  g_autofree char *copy = bench_folder_get_file (people->folder, people->copy);

  self->clinic = bench_clinic_open (people->folder, people->clinic);
  self->rows = bench_rows_new (self->clinic);
  self->bare = bench_bare_store_open (copy);
  self->by_name = bench_bare_store_prepare (self->bare,
    "SELECT p.id, p.file_number, p.given_name, p.family_name, p.phone FROM patient_search s"
    " JOIN patient_order o ON o.place = s.rowid JOIN patient p ON p.number = o.patient"
    " WHERE patient_search MATCH ?1 ORDER BY p.sort_key LIMIT " G_STRINGIFY (ROWS));
  self->amid = meso_bench_series_new ("a key amid asking for all, to the list");
  for (int i = 0; i < N_KINDS; i++)
    {
      g_autofree char *model = g_strconcat (kinds[i], ", to the list", NULL);

      self->store[i] = meso_bench_series_new (kinds[i]);
      self->model[i] = meso_bench_series_new (model);
      self->reference[i] = meso_bench_series_new ("  reference: FTS5 ordered by name");
    }
}

static void
typing_clear (Typing *self)
{
  bench_rows_free (self->rows);
  bench_clinic_close (self->clinic);
  bench_bare_store_close (self->bare);
  meso_bench_series_free (self->amid);
  for (int i = 0; i < N_KINDS; i++)
    {
      meso_bench_series_free (self->store[i]);
      meso_bench_series_free (self->model[i]);
      meso_bench_series_free (self->reference[i]);
    }
}

int
main (int argc, char **argv)
{
  guint patients = argc > 1 ? (guint) strtoul (argv[1], NULL, 10) : PATIENTS;
  guint samples = argc > 2 ? (guint) strtoul (argv[2], NULL, 10) : SAMPLES;
  g_autoptr(BenchPeople) people = bench_people_new (patients);
  g_autofree char *title = g_strdup_printf ("Search among %u patients, %u people typed", patients, samples);
  Typing typing = { 0 };

  typing_init (&typing, people);
  type_everything (&typing, samples);
  meso_bench_print_head (title);
  for (int i = 0; i < N_KINDS; i++)
    {
      meso_bench_print (typing.store[i], typing.reference[i], (MesoBenchGoal) { .p99_ms = GOAL_STORE_MS });
      meso_bench_print (typing.model[i], typing.reference[i], (MesoBenchGoal) { .p99_ms = GOAL_MODEL_MS });
      meso_bench_print (typing.reference[i], NULL, (MesoBenchGoal) { 0 });
    }
  if (meso_bench_series_get_percentile (typing.amid, 100) > 0)
    meso_bench_print (typing.amid, NULL, (MesoBenchGoal) { .p99_ms = GOAL_MODEL_MS });
  bench_rows_print (typing.rows);
  meso_bench_print_load ();
  typing_clear (&typing);
  return 0;
}
