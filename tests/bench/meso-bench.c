/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-bench.h"

#include <stdio.h>
#include <sys/resource.h>
#include <time.h>

#define NS_PER_US 1e3
#define NS_PER_MS 1e6

/* Times that the processor may be taken away before it is told. */
#define QUIET 20

struct _MesoBenchSeries
{
  char *name;
  GArray *times;      /* gint64 */
  gboolean sorted;
};

MesoBenchSeries *
meso_bench_series_new (const char *name)
{
  MesoBenchSeries *self = g_new0 (MesoBenchSeries, 1);

  self->name = g_strdup (name);
  self->times = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

void
meso_bench_series_free (MesoBenchSeries *self)
{
  g_free (self->name);
  g_array_unref (self->times);
  g_free (self);
}

void
meso_bench_series_add (MesoBenchSeries *self, gint64 nanoseconds)
{
  g_array_append_val (self->times, nanoseconds);
  self->sorted = FALSE;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

/* By the nearest rank: always a time that was measured. */
double
meso_bench_series_get_percentile (MesoBenchSeries *self, guint percent)
{
  guint rank;

  if (self->times->len == 0)
    return 0;
  if (!self->sorted)
    g_array_sort (self->times, compare_times);
  self->sorted = TRUE;
  rank = (guint) (((guint64) self->times->len * percent + 99) / 100);
  return (double) g_array_index (self->times, gint64, MAX (rank, 1) - 1);
}

gint64
meso_bench_now (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);
  return (gint64) now.tv_sec * G_GINT64_CONSTANT (1000000000) + now.tv_nsec;
}

/* Columns are counted in characters, which printf () would count in bytes. */
static void
print_time (double nanoseconds)
{
  if (nanoseconds < NS_PER_US)
    printf ("%9.0f ns", nanoseconds);
  else if (nanoseconds < NS_PER_MS)
    printf ("%9.1f µs", nanoseconds / NS_PER_US);
  else
    printf ("%9.2f ms", nanoseconds / NS_PER_MS);
}

static void
print_goal (const char *what, double value, double limit)
{
  if (limit > 0)
    printf ("   %s, goal %g: %s", what, limit, value <= limit ? "met" : "MISSED");
}

void
meso_bench_print_head (const char *title)
{
  printf ("%s\n  %-44s %12s %12s %9s %9s %7s\n", title, "", "median", "p99", "x median", "x p99", "runs");
}

void
meso_bench_print (MesoBenchSeries *series, MesoBenchSeries *reference, MesoBenchGoal goal)
{
  double median = meso_bench_series_get_percentile (series, 50);
  double p99 = meso_bench_series_get_percentile (series, 99);
  double ratio = reference != NULL ? median / meso_bench_series_get_percentile (reference, 50) : 0;

  printf ("  %-44s ", series->name);
  print_time (median);
  printf (" ");
  print_time (p99);
  if (reference != NULL)
    printf (" %9.2f %9.2f", ratio, p99 / meso_bench_series_get_percentile (reference, 99));
  else
    printf (" %9s %9s", "-", "-");
  printf (" %7u", series->times->len);
  print_goal ("p99 in ms", p99 / NS_PER_MS, goal.p99_ms);
  print_goal ("x median", ratio, goal.ratio);
  printf ("\n");
}

void
meso_bench_print_load (void)
{
  static long told;
  struct rusage usage;
  long taken;

  getrusage (RUSAGE_SELF, &usage);
  taken = usage.ru_nivcsw - told;
  told = usage.ru_nivcsw;
  if (taken > QUIET)
    printf ("  (other programs took the processor away %ld times: the slowest times may be theirs)\n", taken);
}

static void
time_one (const MesoBenchCase *one, MesoBenchSeries *series)
{
  gint64 start = meso_bench_now ();

  one->run (one->data, one->batch);
  meso_bench_series_add (series, (meso_bench_now () - start) / one->batch);
}

void
meso_bench_compare (const char *title, const MesoBenchCase *cases, gsize n_cases, guint warm_up, guint rounds)
{
  g_autoptr(GPtrArray) series = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_bench_series_free);

  for (gsize i = 0; i < n_cases; i++)
    g_ptr_array_add (series, meso_bench_series_new (cases[i].name));
  for (guint round = 0; round < warm_up; round++)
    for (gsize i = 0; i < n_cases; i++)
      cases[i].run (cases[i].data, cases[i].batch);
  for (guint round = 0; round < rounds; round++)
    for (gsize i = 0; i < n_cases; i++)
      time_one (&cases[(round + i) % n_cases], series->pdata[(round + i) % n_cases]);
  meso_bench_print_head (title);
  for (gsize i = 0; i < n_cases; i++)
    meso_bench_print (series->pdata[i], i > 0 ? series->pdata[0] : NULL, cases[i].goal);
  meso_bench_print_load ();
}
