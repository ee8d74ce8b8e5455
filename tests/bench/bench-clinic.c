/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "bench-clinic.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#include "meso-demo-service.h"

#define SEED 20261122

void
bench_check (gboolean done, GError **error)
{
  if (done)
    return;
  g_printerr ("%s\n", *error != NULL ? (*error)->message : "Failed without an error.");
  exit (EXIT_FAILURE);
}

static void
load_content (BenchFolder *self)
{
  g_autoptr(GError) error = NULL;

  self->content = meso_content_load (&error);
  bench_check (self->content != NULL, &error);
}

BenchFolder *
bench_folder_new (void)
{
  BenchFolder *self = g_new0 (BenchFolder, 1);
  g_autofree char *here = g_get_current_dir ();

  self->path = g_build_filename (here, "bench-XXXXXX", NULL);
  if (g_mkdtemp (self->path) == NULL)
    g_error ("%s can't be written", here);
  load_content (self);
  return self;
}

BenchFolder *
bench_folder_keep (const char *name)
{
  BenchFolder *self = g_new0 (BenchFolder, 1);
  g_autofree char *here = g_get_current_dir ();
  const char *cache = g_getenv ("MESO_BENCH_CACHE");

  self->path = g_build_filename (cache != NULL ? cache : here, name, NULL);
  self->kept = TRUE;
  if (g_mkdir_with_parents (self->path, 0700) != 0)
    g_error ("%s can't be written", self->path);
  load_content (self);
  return self;
}

void
bench_folder_free (BenchFolder *self)
{
  g_autoptr(GDir) dir = self->kept ? NULL : g_dir_open (self->path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = bench_folder_get_file (self, name);

      g_unlink (file);
    }
  if (!self->kept)
    g_rmdir (self->path);
  meso_content_unref (self->content);
  g_free (self->path);
  g_free (self);
}

char *
bench_folder_get_file (BenchFolder *self, const char *name)
{
  return g_build_filename (self->path, name, NULL);
}

void
bench_clinic_make (BenchFolder *folder, const char *name, guint patients)
{
  g_autofree char *path = bench_folder_get_file (folder, name);
  g_autoptr(GError) error = NULL;
  MesoClinic *clinic = meso_clinic_create (path, folder->content, &error);

  bench_check (clinic != NULL, &error);
  bench_check (meso_demo_service_fill (clinic, patients, SEED, BENCH_TODAY, &error), &error);
  bench_clinic_close (clinic);
}

MesoClinic *
bench_clinic_open (BenchFolder *folder, const char *name)
{
  g_autofree char *path = bench_folder_get_file (folder, name);
  g_autoptr(GError) error = NULL;
  MesoClinic *clinic = meso_clinic_open (path, folder->content, &error);

  bench_check (clinic != NULL, &error);
  return clinic;
}

void
bench_clinic_close (MesoClinic *clinic)
{
  g_autoptr(GError) error = NULL;

  bench_check (meso_clinic_close (clinic, &error), &error);
  g_object_unref (clinic);
}

void
bench_clinic_copy (BenchFolder *folder, const char *name, const char *copy)
{
  g_autofree char *from_path = bench_folder_get_file (folder, name);
  g_autofree char *to_path = bench_folder_get_file (folder, copy);
  g_autoptr(GFile) from = g_file_new_for_path (from_path);
  g_autoptr(GFile) to = g_file_new_for_path (to_path);
  g_autoptr(GError) error = NULL;

  bench_check (g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error), &error);
}
