/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"

G_BEGIN_DECLS

/* The list of patients as a window has it, driven by a main loop; waiting for what is on the screen. */
typedef struct _BenchRows BenchRows;

BenchRows *bench_rows_new    (MesoClinic *clinic);
void       bench_rows_free   (BenchRows *self);
/* Nanoseconds from the key press until the first rows are there, or all of fewer. The next key may follow at once: who else matches is
 * asked for later. */
gint64     bench_rows_search (BenchRows *self, const char *text, guint rows);
/* Until the list is amid asking for who else matches; nothing to wait for where those were few. */
void       bench_rows_wait_for_rest (BenchRows *self);
void       bench_rows_wait_for_all  (BenchRows *self);
gboolean   bench_rows_has_all (BenchRows *self);
/* Nanoseconds until all rows of a screen that begins there are. */
gint64     bench_rows_show   (BenchRows *self, guint first, guint rows);
guint      bench_rows_count  (BenchRows *self);
/* How long the main thread was busy at a time. */
void       bench_rows_print  (BenchRows *self);

G_END_DECLS
