/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"

G_BEGIN_DECLS

/* Clinics to measure on. What goes wrong here ends the benchmark with the message. */

#define BENCH_TODAY ((MesoCalendarDate) { 2026, 11, 22 })

/**
 * BenchFolder:
 *
 * A folder of its own in the current one, so that all files of a benchmark lie on the same disk as the build;
 * removed with what is in it, unless it is kept.
 */
typedef struct
{
  char *path;
  gboolean kept;
  MesoContent *content;
} BenchFolder;

BenchFolder *bench_folder_new  (void);
/* The one of that name, in MESO_BENCH_CACHE where that is set, with what an earlier run left in it. */
BenchFolder *bench_folder_keep (const char *name);
void         bench_folder_free (BenchFolder *self);
/* (transfer full) */
char        *bench_folder_get_file (BenchFolder *self, const char *name);

/* A demo clinic with so many patients and their histories; closed when done. */
void         bench_clinic_make  (BenchFolder *folder, const char *name, guint patients);
MesoClinic  *bench_clinic_open  (BenchFolder *folder, const char *name);
void         bench_clinic_close (MesoClinic *clinic);
/* Of a clinic that nobody has open. */
void         bench_clinic_copy  (BenchFolder *folder, const char *name, const char *copy);

void         bench_check        (gboolean done, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchFolder, bench_folder_free)

G_END_DECLS
