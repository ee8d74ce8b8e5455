/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-scan-copy.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "meso-clearance-service.h"
#include "meso-error-presenter.h"

/* In the user's cache, which is another program's to open also from inside of a sandbox. */
char *
meso_scan_copy_get_folder (void)
{
  return g_build_filename (g_get_user_cache_dir (), "mesoclinic", "opened", NULL);
}

void
meso_scan_copy_remove_all (void)
{
  g_autofree char *folder = meso_scan_copy_get_folder ();
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
}

/* Named by nothing that says whose it is. */
static GFile *
write_copy (const MesoClearanceFile  *file,
            GError                  **error)
{
  g_autofree char *folder = meso_scan_copy_get_folder ();
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *name = g_strconcat (id, meso_clearance_file_type_get_extension (file->type), NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  gsize length;
  const char *bytes = g_bytes_get_data (file->bytes, &length);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      int code = errno;

      g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (code), "%s: %s", folder, g_strerror (code));
      return NULL;
    }
  meso_scan_copy_remove_all ();
  return g_file_set_contents_full (path, bytes, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, error) ? g_file_new_for_path (path)
                                                                                                       : NULL;
}

static gpointer
load_copy (MesoClinic  *clinic,
           gpointer     decision,
           GError     **error)
{
  g_autoptr(MesoClearanceFile) file = meso_clearance_service_load (clinic, decision, error);

  return file != NULL ? write_copy (file, error) : NULL;
}

static void
launched (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GtkWidget) widget = user_data;
  g_autoptr(GError) error = NULL;

  if (!gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) && gtk_widget_get_root (widget) != NULL)
    meso_error_presenter_alert (widget, _("open the scan"), error);
}

static void
take_copy (GtkWidget    *widget,
           gpointer      result,
           const GError *error,
           gpointer      user_data)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autoptr(GtkFileLauncher) launcher = NULL;

  if (error != NULL)
    {
      meso_error_presenter_alert (widget, _("open the scan"), error);
      return;
    }
  launcher = gtk_file_launcher_new (result);
  gtk_file_launcher_launch (launcher, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, launched, g_object_ref (widget));
}

void
meso_scan_copy_open (MesoContext *context,
                     GtkWidget   *widget,
                     const char  *decision)
{
  meso_context_call (context, widget, load_copy, g_strdup (decision), g_free, g_object_unref, take_copy, NULL);
}
