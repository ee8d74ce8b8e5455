/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* From the start of the process to the first painted frame: the program with a clinic, beside a bare window, in turn.
 *
 * bench-start PROGRAM BARE [PATIENTS [ROUNDS]] */

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "bench-clinic.h"
#include "meso-bench.h"

#define PATIENTS 100000
#define ROUNDS 20
#define WARM_UP 2

/* What both programs say when they have painted, and the clinic when its first page is in the window, too. */
#define FRAME "First frame painted"
#define PLACE "First place painted"

/* Nanoseconds to the last of the news; ends the benchmark when the program ends before. */
static gint64
start (const char *const *words, const char *news, gint64 *frame_out)
{
  g_auto(GStrv) environment = g_environ_setenv (g_get_environ (), "G_MESSAGES_DEBUG", "MesoClinic", TRUE);
  g_autoptr(GError) error = NULL;
  gint64 begin = meso_bench_now ();
  gint64 end = 0;
  char line[1000];
  GPid program;
  FILE *lines;
  int output;

  bench_check (g_spawn_async_with_pipes (NULL, (char **) words, environment, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &program, NULL,
                                         &output, NULL, &error), &error);
  lines = fdopen (output, "r");
  while (end == 0 && fgets (line, sizeof line, lines) != NULL)
    {
      if (strstr (line, FRAME) != NULL)
        *frame_out = meso_bench_now () - begin;
      if (strstr (line, news) != NULL)
        end = meso_bench_now ();
    }
  /* Asked, not forced: after a sudden end the next start reads the whole file to see that it is sound. */
  kill (program, SIGTERM);
  waitpid (program, NULL, 0);
  fclose (lines);
  if (end == 0)
    g_error ("%s ended before its first frame.", words[0]);
  return end - begin;
}

int
main (int argc, char **argv)
{
  guint patients = argc > 3 ? (guint) strtoul (argv[3], NULL, 10) : PATIENTS;
  guint rounds = argc > 4 ? (guint) strtoul (argv[4], NULL, 10) : ROUNDS;
  g_autoptr(BenchFolder) folder = bench_folder_new ();
  g_autoptr(MesoBenchSeries) bare = meso_bench_series_new ("a bare window");
  g_autoptr(MesoBenchSeries) clinic = meso_bench_series_new ("the clinic's window");
  g_autoptr(MesoBenchSeries) place = meso_bench_series_new ("the same, with Today in it");
  g_autofree char *title = NULL;
  g_autofree char *path = bench_folder_get_file (folder, "clinic.db");
  const char *const bare_words[] = { argv[2], NULL };
  const char *const clinic_words[] = { argv[1], path, NULL };

  bench_clinic_make (folder, "clinic.db", patients);
  for (guint i = 0; i < WARM_UP + rounds; i++)
    {
      gint64 bare_frame = 0, frame = 0, with_place = 0;

      /* Whoever is second finds a warmer machine: they take turns at that, too. */
      if (i % 2 == 0)
        start (bare_words, FRAME, &bare_frame);
      with_place = start (clinic_words, PLACE, &frame);
      if (i % 2 == 1)
        start (bare_words, FRAME, &bare_frame);
      if (i < WARM_UP)
        continue;
      meso_bench_series_add (bare, bare_frame);
      meso_bench_series_add (clinic, frame);
      meso_bench_series_add (place, with_place);
    }
  title = g_strdup_printf ("Process start to first frame, %u patients on file", patients);
  meso_bench_print_head (title);
  meso_bench_print (bare, NULL, (MesoBenchGoal) { 0 });
  meso_bench_print (clinic, bare, (MesoBenchGoal) { .ratio = 1.5 });
  meso_bench_print (place, bare, (MesoBenchGoal) { 0 });
  meso_bench_print_load ();
  return 0;
}
