/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* How long each keystroke takes while someone types a name, or a part of a phone number, until the rows are there; beside a bare
 * FTS5 query ordered by name over the same rows. How many patients may be given as the argument. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench-bare-store.h"
#include "bench-clinic.h"
#include "meso-bench.h"
#include "meso-clinic-private.h"
#include "meso-demo-person.h"
#include "meso-patient-repository.h"
#include "meso-patient-service.h"
#include "meso-text-fold.h"

#define PATIENTS 100000
#define SAMPLES 200
#define SEED 20261122
#define ROWS 50               /* what fills a window, and mesoclinicctl's own limit */
#define GOAL_MS 8
#define DIGITS 7              /* typed of a phone number, from anywhere in it */
#define MIN_DIGITS 3
#define MOST_SECONDS 15       /* of typing; names are in no order, so stopping early is fair */

#define CLINIC "clinic.db"
#define COPY "copy.db"

enum { ONE_LETTER, TWO_LETTERS, MORE_LETTERS, SECOND_WORD, PHONE, ALL, N_KINDS };

static const char *const kinds[N_KINDS] = {
  "one letter", "two letters", "three letters and more", "in the second word", "part of a phone number", "every keystroke",
};

typedef struct
{
  MesoClinic *clinic;
  BenchBareStore *bare;
  sqlite3_stmt *by_name;
  MesoBenchSeries *program[N_KINDS];
  MesoBenchSeries *reference[N_KINDS];
  guint64 keystrokes;
} Typing;

/* A clinic of that many people */

typedef struct
{
  const char *staff;
  guint patients;
} Fill;

static gboolean
fill (MesoStoreContext *context, gpointer data, GError **error)
{
  const Fill *self = data;
  g_autoptr(GRand) rand = g_rand_new_with_seed (SEED);

  for (guint i = 0; i < self->patients; i++)
    {
      g_autoptr(MesoPatient) person = meso_demo_person_new (rand, BENCH_TODAY);
      g_autoptr(MesoPatient) stored = meso_patient_repository_insert (context, self->staff, person, error);

      if (stored == NULL)
        return FALSE;
    }
  return TRUE;
}

/* Without the histories of a demo clinic: they would only take time to make. */
static void
make_clinic (BenchFolder *folder, guint patients)
{
  MesoClinic *clinic;
  Fill all = { .patients = patients };
  gint64 start = meso_bench_now ();
  g_autoptr(GError) error = NULL;

  bench_clinic_make (folder, CLINIC, 0);
  clinic = bench_clinic_open (folder, CLINIC);
  all.staff = meso_clinic_get_staff (clinic);
  bench_check (meso_clinic_run (clinic, MESO_STORE_WRITE, fill, &all, &error), &error);
  bench_clinic_close (clinic);
  printf ("%u patients entered in one unit of work: %.1f s\n", patients, (double) (meso_bench_now () - start) / 1e9);
}

/* Typing */

static void
run_program (Typing *self, const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = meso_patient_service_search (self->clinic, text, ROWS, &error);

  bench_check (found != NULL, &error);
  g_assert_cmpuint (found->len, >, 0);
}

/* Each folded word as a prefix. */
static char *
make_bare_query (const char *text, const char *column)
{
  g_autoptr(GPtrArray) words = meso_text_fold_words (text);
  GString *query = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (query, "%s%s : \"%s\" *", i > 0 ? " AND " : "", column, (char *) g_ptr_array_index (words, i));
  return g_string_free (query, FALSE);
}

static void
run_bare (Typing *self, const char *query)
{
  guint rows = 0;

  sqlite3_bind_text (self->by_name, 1, query, -1, SQLITE_STATIC);
  while (sqlite3_step (self->by_name) == SQLITE_ROW)
    {
      g_autofree char *name = g_strdup ((const char *) sqlite3_column_text (self->by_name, 2));

      rows += name != NULL;
    }
  sqlite3_reset (self->by_name);
  g_assert_cmpuint (rows, >, 0);
}

static void
press_key (Typing *self, const char *text, int kind)
{
  g_autofree char *query = make_bare_query (text, kind == PHONE ? "digits" : "name");
  gboolean bare_first = self->keystrokes++ % 2 == 0;

  for (int turn = 0; turn < 2; turn++)
    {
      gboolean bare = (turn == 0) == bare_first;
      gint64 start = meso_bench_now ();
      gint64 took;

      if (bare)
        run_bare (self, query);
      else
        run_program (self, text);
      took = meso_bench_now () - start;
      meso_bench_series_add ((bare ? self->reference : self->program)[kind], took);
      meso_bench_series_add ((bare ? self->reference : self->program)[ALL], took);
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

static void
type_phone (Typing *self, const char *phone, guint start)
{
  for (gsize typed = MIN_DIGITS; typed <= DIGITS; typed++)
    {
      g_autofree char *text = g_strndup (phone + start, typed);

      press_key (self, text, PHONE);
    }
}

/* The phone is "+98" and ten digits. */
static void
type_patient (Typing *self, const MesoPatient *patient, GRand *rand)
{
  g_autofree char *name = g_strconcat (patient->given_name, " ", patient->family_name, NULL);

  type_name (self, name);
  type_phone (self, patient->phone, (guint) g_rand_int_range (rand, 3, (int) strlen (patient->phone) - DIGITS + 1));
}

static guint
type_everything (Typing *self)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (SEED + 1);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) patients = meso_patient_service_list (self->clinic, 0, 0, &error);
  gint64 start;

  bench_check (patients != NULL, &error);
  start = meso_bench_now ();
  for (guint i = 0; i < SAMPLES; i++)
    {
      if (meso_bench_now () - start > MOST_SECONDS * G_GINT64_CONSTANT (1000000000))
        return i;
      type_patient (self, g_ptr_array_index (patients, (guint) g_rand_int_range (rand, 0, (int) patients->len)), rand);
    }
  return SAMPLES;
}

static void
typing_init (Typing *self, BenchFolder *folder)
{
  g_autofree char *copy = bench_folder_get_file (folder, COPY);

  bench_clinic_copy (folder, CLINIC, COPY);
  self->clinic = bench_clinic_open (folder, CLINIC);
  self->bare = bench_bare_store_open (copy);
  self->by_name = bench_bare_store_prepare (self->bare,
    "SELECT p.id, p.file_number, p.given_name, p.family_name, p.phone FROM patient_search s JOIN patient p ON p.number = s.rowid"
    " WHERE patient_search MATCH ?1 ORDER BY p.sort_key LIMIT " G_STRINGIFY (ROWS));
  for (int i = 0; i < N_KINDS; i++)
    {
      self->program[i] = meso_bench_series_new (kinds[i]);
      self->reference[i] = meso_bench_series_new ("  reference: FTS5 ordered by name");
    }
}

static void
typing_clear (Typing *self)
{
  bench_clinic_close (self->clinic);
  bench_bare_store_close (self->bare);
  for (int i = 0; i < N_KINDS; i++)
    {
      meso_bench_series_free (self->program[i]);
      meso_bench_series_free (self->reference[i]);
    }
}

int
main (int argc, char **argv)
{
  guint patients = argc > 1 ? (guint) strtoul (argv[1], NULL, 10) : PATIENTS;
  g_autoptr(BenchFolder) folder = bench_folder_new ();
  g_autofree char *title = NULL;
  Typing typing = { 0 };
  guint names;

  make_clinic (folder, patients);
  typing_init (&typing, folder);
  names = type_everything (&typing);
  title = g_strdup_printf ("Search among %u patients, %u names and phone numbers typed", patients, names);
  meso_bench_print_head (title);
  for (int i = 0; i < N_KINDS; i++)
    {
      meso_bench_print (typing.program[i], typing.reference[i], (MesoBenchGoal) { .p99_ms = GOAL_MS });
      meso_bench_print (typing.reference[i], NULL, (MesoBenchGoal) { 0 });
    }
  meso_bench_print_load ();
  typing_clear (&typing);
  return 0;
}
