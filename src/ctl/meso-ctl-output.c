/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-ctl-output.h"

#include <errno.h>
#include <glib/gstdio.h>

/* The end of the year 9999, the last that a date can have. */
#define LAST_SECOND G_GINT64_CONSTANT (253402300799)

static GDateTime *
date_time_from (MesoCivilTime civil)
{
  int minute = MAX (civil.minute, 0);

  return g_date_time_new_utc (civil.date.year, civil.date.month, civil.date.day, minute / 60, minute % 60, 0);
}

GDateTime *
meso_ctl_choose_creation (const char     *date,
                          MesoCivilTime  *when,
                          MesoCivilTime  *printed_at,
                          GError        **error)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  g_autoptr(GDateTime) local = NULL;
  GDateTime *creation;
  gint64 seconds = 0;

  *when = *printed_at = MESO_CIVIL_TIME_NONE;
  if (date != NULL)
    {
      if (!meso_civil_time_parse (date, when, error))
        {
          g_prefix_error (error, "--date: ");
          return NULL;
        }
      return meso_ctl_check_year ("--date", when->date, error) ? date_time_from (*when) : NULL;
    }
  if (epoch != NULL && !g_ascii_string_to_signed (epoch, 10, 0, LAST_SECOND, &seconds, NULL))
    {
      g_set_error (error, MESO_CTL_ERROR, MESO_CTL_BAD_INPUT,
                   "SOURCE_DATE_EPOCH: “%s” is not a number of seconds since 1970.", epoch);
      return NULL;
    }
  creation = epoch != NULL ? g_date_time_new_from_unix_utc (seconds) : g_date_time_new_now_utc ();
  local = epoch != NULL ? g_date_time_ref (creation) : g_date_time_to_local (creation);
  *printed_at = meso_civil_time_from_date_time (local);
  return creation;
}

static gboolean
is_same_file (const GStatBuf *info,
              const char     *path)
{
  GStatBuf other;

  return g_stat (path, &other) == 0 && other.st_dev == info->st_dev && other.st_ino == info->st_ino;
}

/* Only their names are looked at: opening an open database drops its lock. */
gboolean
meso_ctl_check_output (MesoCtl     *ctl,
                       const char  *output,
                       GError     **error)
{
  static const char *const belongings[] = { "", "-wal", "-shm", "-journal", ".lock" };
  g_autofree char *database = meso_ctl_dup_database (ctl);
  GStatBuf info;

  if (g_str_equal (output, "-") || g_stat (output, &info) != 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (belongings); i++)
    {
      g_autofree char *path = g_strconcat (database, belongings[i], NULL);

      if (is_same_file (&info, path))
        {
          g_set_error (error, MESO_CTL_ERROR, MESO_CTL_BAD_INPUT,
                       "%s belongs to the clinic’s own file. Choose another name; nothing was changed.", output);
          return FALSE;
        }
    }
  return TRUE;
}

gboolean
meso_ctl_make_folder (const char  *folder,
                      GError     **error)
{
  if (g_mkdir_with_parents (folder, 0700) == 0 && g_file_test (folder, G_FILE_TEST_IS_DIR))
    return TRUE;
  g_set_error (error, MESO_CTL_ERROR, MESO_CTL_COULD_NOT, "The folder %s can't be made: %s.", folder, g_strerror (errno));
  return FALSE;
}
