/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* How long a screen of rows takes at any place in the list of all patients, and what memory the list holds; beside the same rows
 * asked of SQLite by their number in the list. How many patients may be given as the argument. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench-bare-store.h"
#include "bench-people.h"
#include "bench-rows.h"
#include "meso-bench.h"

#define PATIENTS 1000000
#define PLACES 500
#define REFERENCES 10         /* the plain way takes as long as the list is */
#define SEED 20261122
#define ROWS 64               /* a tall window, and what GTK keeps around it */
#define GOAL_MS 16

typedef struct
{
  BenchRows *rows;
  BenchBareStore *bare;
  sqlite3_stmt *by_number;
  MesoBenchSeries *jump;
  MesoBenchSeries *scroll;
  MesoBenchSeries *reference;
} Scrolling;

/* Of this process: what it wrote into, not what it mapped. */
static double
get_memory_mb (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL) || (line = strstr (status, "RssAnon:")) == NULL)
    return 0;
  return (double) g_ascii_strtoull (line + strlen ("RssAnon:"), NULL, 10) / 1024;
}

static gint64
run_bare (Scrolling *self, guint first)
{
  gint64 start = meso_bench_now ();
  guint rows = 0;

  sqlite3_bind_int64 (self->by_number, 1, first);
  while (sqlite3_step (self->by_number) == SQLITE_ROW)
    {
      g_autofree char *name = g_strdup ((const char *) sqlite3_column_text (self->by_number, 2));

      rows += name != NULL;
    }
  sqlite3_reset (self->by_number);
  g_assert_cmpuint (rows, >, 0);
  return meso_bench_now () - start;
}

static void
scroll (Scrolling *self, gboolean timed)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (SEED);
  guint people = bench_rows_count (self->rows);

  for (guint i = 0; i < PLACES; i++)
    {
      guint first = (guint) g_rand_int_range (rand, 0, (int) people);

      gint64 jumped = bench_rows_show (self->rows, first, ROWS);
      gint64 scrolled = bench_rows_show (self->rows, MIN (first + ROWS, people - 1), ROWS);

      if (!timed)
        continue;
      meso_bench_series_add (self->jump, jumped);
      meso_bench_series_add (self->scroll, scrolled);
      if (i < REFERENCES)
        meso_bench_series_add (self->reference, run_bare (self, first));
    }
}

int
main (int argc, char **argv)
{
  guint patients = argc > 1 ? (guint) strtoul (argv[1], NULL, 10) : PATIENTS;
  g_autoptr(BenchPeople) people = bench_people_new (patients);
  g_autofree char *copy = bench_folder_get_file (people->folder, people->copy);
  g_autofree char *title = g_strdup_printf ("The list of %u patients, a screen of %d at a time", patients, ROWS);
  double before = get_memory_mb ();
  MesoClinic *clinic = bench_clinic_open (people->folder, people->clinic);
  Scrolling scrolling = { 0 };

  scrolling.rows = bench_rows_new (clinic);
  /* Until what SQLite keeps in memory is full. */
  scroll (&scrolling, FALSE);
  printf ("memory: %.1f MB for the clinic and the list, after %d places were looked at\n", get_memory_mb () - before, PLACES);
  scrolling.bare = bench_bare_store_open (copy);
  scrolling.by_number = bench_bare_store_prepare (scrolling.bare,
    "SELECT id, file_number, given_name, family_name, phone FROM patient ORDER BY sort_key, file_number"
    " LIMIT " G_STRINGIFY (ROWS) " OFFSET ?1");
  scrolling.jump = meso_bench_series_new ("any place");
  scrolling.scroll = meso_bench_series_new ("the next screen");
  scrolling.reference = meso_bench_series_new ("  reference: SELECT with LIMIT and OFFSET");
  scroll (&scrolling, TRUE);
  meso_bench_print_head (title);
  meso_bench_print (scrolling.jump, scrolling.reference, (MesoBenchGoal) { .p99_ms = GOAL_MS });
  meso_bench_print (scrolling.scroll, scrolling.reference, (MesoBenchGoal) { .p99_ms = GOAL_MS });
  meso_bench_print (scrolling.reference, NULL, (MesoBenchGoal) { 0 });
  bench_rows_print (scrolling.rows);
  meso_bench_print_load ();
  bench_rows_free (scrolling.rows);
  bench_clinic_close (clinic);
  bench_bare_store_close (scrolling.bare);
  meso_bench_series_free (scrolling.jump);
  meso_bench_series_free (scrolling.scroll);
  meso_bench_series_free (scrolling.reference);
  return 0;
}
