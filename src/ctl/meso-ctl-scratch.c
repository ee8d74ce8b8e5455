/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-ctl-scratch.h"

#include <gio/gio.h>
#include <gio/gunixinputstream.h>
#include <gio/gunixoutputstream.h>
#include <glib/gstdio.h>

MesoCtlScratch *
meso_ctl_scratch_new (GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("mesoclinicctl-XXXXXX", error);
  MesoCtlScratch *self;

  if (folder == NULL)
    return NULL;
  self = g_new0 (MesoCtlScratch, 1);
  self->path = g_build_filename (folder, "clinic.db", NULL);
  self->folder = g_steal_pointer (&folder);
  return self;
}

void
meso_ctl_scratch_free (MesoCtlScratch *self)
{
  if (self == NULL)
    return;
  g_unlink (self->path);
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
  g_free (self);
}

static gboolean
copy (GInputStream   *from,
      GOutputStream  *to,
      GError        **error)
{
  return g_output_stream_splice (to, from, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                 NULL, error) >= 0;
}

gboolean
meso_ctl_scratch_read_from (MesoCtlScratch  *self,
                            int              descriptor,
                            GError         **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (self->path);
  g_autoptr(GInputStream) from = g_unix_input_stream_new (descriptor, FALSE);
  g_autoptr(GFileOutputStream) to = g_file_create (file, G_FILE_CREATE_PRIVATE, NULL, error);

  return to != NULL && copy (from, G_OUTPUT_STREAM (to), error);
}

gboolean
meso_ctl_scratch_write_to (MesoCtlScratch  *self,
                           int              descriptor,
                           GError         **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (self->path);
  g_autoptr(GOutputStream) to = g_unix_output_stream_new (descriptor, FALSE);
  g_autoptr(GFileInputStream) from = g_file_read (file, NULL, error);

  /* whatever ends the program while it writes, no copy of the records stays behind */
  g_unlink (self->path);
  return from != NULL && copy (G_INPUT_STREAM (from), to, error);
}
