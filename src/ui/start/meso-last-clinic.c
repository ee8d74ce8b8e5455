/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-last-clinic.h"

#include <glib/gstdio.h>

#include "meso-clinic.h"

static char *
dup_note_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "mesoclinic", "last-clinic", NULL);
}

char *
meso_last_clinic_dup_path (void)
{
  g_autofree char *note = dup_note_path ();
  g_autofree char *own = meso_clinic_dup_default_path ();
  char *path = NULL;

  /* A file that was chosen and is gone is not passed over in silence: opening it says so. */
  if (g_file_get_contents (note, &path, NULL, NULL))
    return g_strchomp (path);
  return g_file_test (own, G_FILE_TEST_EXISTS) ? g_steal_pointer (&own) : NULL;
}

void
meso_last_clinic_remember (const char *path)
{
  g_autofree char *note = dup_note_path ();
  g_autofree char *folder = g_path_get_dirname (note);
  g_autofree char *own = meso_clinic_dup_default_path ();
  g_autofree char *before = NULL;

  if (g_str_equal (path, own))
    {
      g_unlink (note);
      return;
    }
  if (g_file_get_contents (note, &before, NULL, NULL) && g_str_equal (before, path))
    return;
  /* Where it can't be noted down, it is chosen again next time. */
  if (g_mkdir_with_parents (folder, 0700) == 0)
    g_file_set_contents (note, path, -1, NULL);
}
