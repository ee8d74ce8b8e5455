/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What every benchmark shares: a clock, a fair order, and one line a thing that was timed. A benchmark says what it measured and
 * how that compares with something bare in the same run; it never fails for being slow. */

/**
 * MesoBenchSeries:
 *
 * How long one thing took, time after time.
 */
typedef struct _MesoBenchSeries MesoBenchSeries;

/* name: ASCII, for the report */
MesoBenchSeries *meso_bench_series_new            (const char *name);
void             meso_bench_series_free           (MesoBenchSeries *self);
void             meso_bench_series_add            (MesoBenchSeries *self, gint64 nanoseconds);
/* Nanoseconds: the smallest time that so many of a hundred did not exceed. 0 without any. */
double           meso_bench_series_get_percentile (MesoBenchSeries *self, guint percent);

/* Nanoseconds since some moment; never goes back. */
gint64           meso_bench_now                   (void);

/**
 * MesoBenchGoal:
 * @p99_ms: most milliseconds that the slowest of a hundred may take; 0 for no such goal
 * @ratio: most that the median may be of the reference's; 0 for no such goal
 */
typedef struct
{
  double p99_ms;
  double ratio;
} MesoBenchGoal;

/* What the columns are. */
void             meso_bench_print_head            (const char *title);
/* reference (nullable): what it is compared with */
void             meso_bench_print                 (MesoBenchSeries *series, MesoBenchSeries *reference, MesoBenchGoal goal);

/* Tells when other programs took the processor away so often since the last time that slow times may be theirs. */
void             meso_bench_print_load            (void);

/**
 * MesoBenchCase:
 * @run: does the thing @batch times
 * @batch: more than 1 for what is too short for the clock; times are those of one
 *
 * One of the things that are compared.
 */
typedef struct
{
  const char *name;
  void (*run) (gpointer data, guint batch);
  gpointer data;
  guint batch;
  MesoBenchGoal goal;
} MesoBenchCase;

/* Times all cases in turn, round after round, so that whatever else the machine does meets them alike; each round begins with
 * another one. The first rounds, `warm_up` of them, don't count. Then prints all of them against the first. */
void             meso_bench_compare               (const char *title, const MesoBenchCase *cases, gsize n_cases,
                                                   guint warm_up, guint rounds);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoBenchSeries, meso_bench_series_free)

G_END_DECLS
