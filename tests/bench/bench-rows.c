/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "bench-rows.h"

#include <stdio.h>
#include <time.h>

#include "meso-bench.h"
#include "meso-patient-list.h"

/* Milliseconds after which the list asks for who else matches, and a moment more */
#define REST_DUE 42
#define GOAL_BUSY_MS 16

struct _BenchRows
{
  MesoPatientList *list;
  GPtrArray *held;              /* as the rows on a screen hold their items */
  MesoBenchSeries *busy;        /* the main thread between two waits */
};

static gint64
get_cpu_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * G_GINT64_CONSTANT (1000000000) + time.tv_nsec;
}

/* Waiting takes no processor time. */
static void
turn (BenchRows *self)
{
  gint64 start = get_cpu_time ();

  g_main_context_iteration (NULL, TRUE);
  meso_bench_series_add (self->busy, get_cpu_time () - start);
}

gboolean
bench_rows_has_all (BenchRows *self)
{
  return !meso_patient_list_get_loading (self->list) && meso_patient_list_get_complete (self->list);
}

void
bench_rows_wait_for_all (BenchRows *self)
{
  while (!bench_rows_has_all (self))
    turn (self);
}

static void
note_due (gpointer data)
{
  *(gboolean *) data = TRUE;
}

void
bench_rows_wait_for_rest (BenchRows *self)
{
  gboolean due = FALSE;

  if (bench_rows_has_all (self))
    return;
  g_timeout_add_once (REST_DUE, note_due, &due);
  while (!due)
    turn (self);
}

BenchRows *
bench_rows_new (MesoClinic *clinic)
{
  BenchRows *self = g_new0 (BenchRows, 1);

  self->list = meso_patient_list_new (clinic);
  self->held = g_ptr_array_new_with_free_func (g_object_unref);
  self->busy = meso_bench_series_new ("main thread busy at a time");
  bench_rows_wait_for_all (self);
  return self;
}

void
bench_rows_free (BenchRows *self)
{
  g_ptr_array_unref (self->held);
  g_object_unref (self->list);
  meso_bench_series_free (self->busy);
  g_free (self);
}

guint
bench_rows_count (BenchRows *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->list));
}

static void
hold (BenchRows *self, guint first, guint rows)
{
  guint last = MIN (first + rows, bench_rows_count (self));

  g_ptr_array_set_size (self->held, 0);
  for (guint i = first; i < last; i++)
    g_ptr_array_add (self->held, g_list_model_get_item (G_LIST_MODEL (self->list), i));
}

static void
wait_for_rows (BenchRows *self)
{
  for (guint i = 0; i < self->held->len; i++)
    while (meso_patient_item_get_patient (g_ptr_array_index (self->held, i)) == NULL)
      turn (self);
}

gint64
bench_rows_search (BenchRows *self, const char *text, guint rows)
{
  gint64 start = meso_bench_now ();

  meso_patient_list_set_text (self->list, text);
  while (meso_patient_list_get_loading (self->list))
    turn (self);
  hold (self, 0, rows);
  wait_for_rows (self);
  return meso_bench_now () - start;
}

gint64
bench_rows_show (BenchRows *self, guint first, guint rows)
{
  gint64 start = meso_bench_now ();

  hold (self, first, rows);
  wait_for_rows (self);
  return meso_bench_now () - start;
}

void
bench_rows_print (BenchRows *self)
{
  double longest_ms = meso_bench_series_get_percentile (self->busy, 100) / 1e6;

  meso_bench_print (self->busy, NULL, (MesoBenchGoal) { .p99_ms = GOAL_BUSY_MS });
  printf ("  longest: %.2f ms, goal %d: %s\n", longest_ms, GOAL_BUSY_MS, longest_ms <= GOAL_BUSY_MS ? "met" : "MISSED");
}
