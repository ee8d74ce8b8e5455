/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "frozen-file.h"

#include <gio/gio.h>

char *
frozen_file_unpack (const char *folder, int version)
{
  g_autofree char *name = g_strdup_printf ("v%04d.sqlite", version);
  g_autofree char *packed_name = g_strconcat (name, ".gz", NULL);
  g_autofree char *packed = g_build_filename (g_getenv ("MESO_SOURCE_ROOT"), "tests", "fixtures", "db", packed_name, NULL);
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GFile) from = g_file_new_for_path (packed);
  g_autoptr(GFile) to = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  g_autoptr(GInputStream) in = G_INPUT_STREAM (g_file_read (from, NULL, &error));
  g_autoptr(GConverter) unzip = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  g_autoptr(GInputStream) unzipped = NULL;
  g_autoptr(GOutputStream) out = NULL;

  g_assert_no_error (error);
  unzipped = g_converter_input_stream_new (in, unzip);
  out = G_OUTPUT_STREAM (g_file_create (to, G_FILE_CREATE_NONE, NULL, &error));
  g_assert_no_error (error);
  g_output_stream_splice (out, unzipped, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &error);
  g_assert_no_error (error);
  return path;
}
