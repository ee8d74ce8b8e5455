/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * BenchBareStore:
 *
 * A clinic's file under bare SQLite: no thread, no folding, no hashing, no identifiers to make; one connection with the
 * settings that the program uses, and statements prepared once. What it takes is what SQLite itself takes.
 */
typedef struct _BenchBareStore BenchBareStore;

BenchBareStore *bench_bare_store_open  (const char *path);
void            bench_bare_store_close (BenchBareStore *self);
gint64          bench_bare_store_count (BenchBareStore *self, const char *sql);

/* One statement, prepared; ended by bench_bare_store_close (). */
sqlite3_stmt   *bench_bare_store_prepare (BenchBareStore *self, const char *sql);

/**
 * BenchBareSave:
 *
 * The rows that entering one patient wrote: the record, its search words, the audit and its values.
 */
typedef struct _BenchBareSave BenchBareSave;

/* (transfer full) (element-type BenchBareSave): what was entered after that patient and that audit row, in order */
GPtrArray      *bench_bare_store_read_saves (BenchBareStore *self, gint64 after_patient, gint64 after_audit);
/* The same rows once more, in a transaction that is on the disk when this returns. */
void            bench_bare_store_save       (BenchBareStore *self, const BenchBareSave *save);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchBareStore, bench_bare_store_close)

G_END_DECLS
