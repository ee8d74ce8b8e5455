/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-daily-backup.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "meso-backup-service.h"

MesoDailyBackup *
meso_daily_backup_new (const char *folder,
                       const char *day)
{
  MesoDailyBackup *self = g_new0 (MesoDailyBackup, 1);

  self->folder = g_strdup (folder);
  self->day = g_strdup (day);
  return self;
}

void
meso_daily_backup_free (MesoDailyBackup *self)
{
  g_free (self->folder);
  g_free (self->day);
  g_free (self->outside);
  g_clear_object (&self->operation);
  g_free (self);
}

char *
meso_daily_backup_dup_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "mesoclinic", "backups", NULL);
}

/* The file's name without its ending; a file that is not the clinic's own one is told apart by where it lies. */
static char *
make_stem (const char *path)
{
  g_autofree char *own = meso_clinic_dup_default_path ();
  g_autofree char *stem = g_path_get_basename (path);
  g_autofree char *hash = NULL;
  char *dot = strrchr (stem, '.');

  if (dot != NULL && dot != stem)
    *dot = '\0';
  if (g_str_equal (path, own))
    return g_steal_pointer (&stem);
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);
  return g_strdup_printf ("%s-%.8s", stem, hash);
}

char *
meso_daily_backup_make_path (MesoClinic  *clinic,
                             const char  *folder,
                             const char  *when,
                             GError     **error)
{
  g_autoptr(MesoClinicInfo) info = meso_clinic_get_info (clinic, error);
  g_autofree char *stem = info != NULL ? make_stem (info->path) : NULL;
  g_autofree char *name = info != NULL ? g_strdup_printf ("%s-%s.db", stem, when) : NULL;

  return info != NULL ? g_build_filename (folder, name, NULL) : NULL;
}

/* Whether name differs from that of the copy only in its day. */
static gboolean
is_daily (const char *name,
          const char *copy,
          const char *day)
{
  gsize length = strlen (copy);
  gsize before = length - strlen (day) - strlen (".db");

  if (strlen (name) != length || strncmp (name, copy, before) != 0 || !g_str_has_suffix (name, ".db"))
    return FALSE;
  for (gsize i = 0; i < strlen (day); i++)
    {
      if (g_ascii_isdigit (day[i]) ? !g_ascii_isdigit (name[before + i]) : name[before + i] != day[i])
        return FALSE;
    }
  return TRUE;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char *const *) b, *(char *const *) a);
}

/* One that can't be removed takes space, and harms nothing. */
static void
remove_oldest (const char *path,
               const char *day)
{
  g_autofree char *folder_path = g_path_get_dirname (path);
  g_autoptr(GDir) folder = g_dir_open (folder_path, 0, NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *copy_name = g_path_get_basename (path);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      if (is_daily (name, copy_name, day))
        g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_sort (names, compare_names);
  for (guint i = MESO_DAILY_BACKUPS_KEPT; i < names->len; i++)
    {
      g_autofree char *old = g_build_filename (folder_path, g_ptr_array_index (names, i), NULL);

      g_unlink (old);
    }
}

static char *
dup_failure_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "mesoclinic", "backup-failed", NULL);
}

static void
note_failure (const GError *error,
              gboolean      outside)
{
  g_autofree char *path = dup_failure_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *text = g_strdup_printf ("%d %d\n", (int) meso_services_error_classify (error), outside);

  if (g_mkdir_with_parents (folder, 0700) != 0 || !g_file_set_contents (path, text, -1, NULL))
    g_printerr ("mesoclinic: the daily backup failed: %s\n", error->message);
}

gboolean
meso_daily_backup_has_failed (MesoProblem *problem_out,
                              gboolean    *outside_out)
{
  g_autofree char *path = dup_failure_path ();
  g_autofree char *text = NULL;
  int problem = -1;
  int outside = 0;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return FALSE;
  sscanf (text, "%d %d", &problem, &outside);
  *problem_out = problem >= 0 && problem < MESO_N_PROBLEMS ? (MesoProblem) problem : MESO_PROBLEM_BACKUP;
  *outside_out = outside != 0;
  return TRUE;
}

void
meso_daily_backup_forget_failure (void)
{
  g_autofree char *path = dup_failure_path ();

  g_unlink (path);
}

static gboolean
write_one (const MesoDailyBackup  *self,
           MesoClinic             *clinic,
           const char             *folder,
           GError                **error)
{
  g_autoptr(MesoBackupResult) result = NULL;
  g_autofree char *path = meso_daily_backup_make_path (clinic, folder, self->day, error);

  if (path == NULL)
    return FALSE;
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  result = meso_backup_service_write_watched (clinic, path, self->operation, error);
  if (result != NULL)
    remove_oldest (path, self->day);
  return result != NULL;
}

/* A folder that isn't there is a disk that isn't plugged in: one made in its place would lie on this computer. */
static gboolean
write_outside (const MesoDailyBackup  *self,
               MesoClinic             *clinic,
               GError                **error)
{
  if (self->outside == NULL || *self->outside == '\0')
    return TRUE;
  if (!g_file_test (self->outside, G_FILE_TEST_IS_DIR))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "The folder outside isn't there.");
      return FALSE;
    }
  return write_one (self, clinic, self->outside, error);
}

gpointer
meso_daily_backup_write (MesoClinic  *clinic,
                         gpointer     request,
                         GError     **error)
{
  MesoDailyBackup *self = request;
  g_autoptr(GError) own_error = NULL;
  g_autoptr(GError) outside_error = NULL;

  /* A folder that can't be made is what the backup then speaks of. */
  g_mkdir_with_parents (self->folder, 0700);
  write_one (self, clinic, self->folder, &own_error);
  write_outside (self, clinic, &outside_error);
  if (own_error == NULL && outside_error == NULL)
    {
      meso_daily_backup_forget_failure ();
      return NULL;
    }
  note_failure (own_error != NULL ? own_error : outside_error, own_error == NULL);
  g_propagate_error (error, own_error != NULL ? g_steal_pointer (&own_error) : g_steal_pointer (&outside_error));
  return NULL;
}
