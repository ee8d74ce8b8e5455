/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-clearance-file.h"

#include <string.h>

#include "meso-core-error.h"

static const struct
{
  const char *bytes;
  gsize length;
  gboolean fine;
  MesoClearanceFileType type;
  const char *name;
  const char *extension;
} samples[] = {
  { "%PDF-1.7\n", 9, TRUE, MESO_CLEARANCE_FILE_PDF, "application/pdf", ".pdf" },
  { "\xff\xd8\xff\xe0 JFIF", 9, TRUE, MESO_CLEARANCE_FILE_JPEG, "image/jpeg", ".jpg" },
  { "\x89PNG\r\n\x1a\n\0", 9, TRUE, MESO_CLEARANCE_FILE_PNG, "image/png", ".png" },
  { "", 0, FALSE, MESO_CLEARANCE_FILE_PDF, NULL, NULL },
  { "%PDF-", 5, FALSE, MESO_CLEARANCE_FILE_PDF, NULL, NULL },
  { " %PDF-1.7", 9, FALSE, MESO_CLEARANCE_FILE_PDF, NULL, NULL },
  { "MZ\x90\0\3\0\0\0", 8, FALSE, MESO_CLEARANCE_FILE_PDF, NULL, NULL },
  { "<svg></svg>", 11, FALSE, MESO_CLEARANCE_FILE_PDF, NULL, NULL },
  { "GIF89a\1\0", 8, FALSE, MESO_CLEARANCE_FILE_PDF, NULL, NULL },
};

static void
test_types (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (samples[i].bytes, samples[i].length);
      g_autoptr (GError) error = NULL;
      g_autoptr (MesoClearanceFile) file = meso_clearance_file_new ("letter.exe", bytes, &error);
      MesoClearanceFileType again;

      if (!samples[i].fine)
        {
          g_assert_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID);
          g_assert_true (g_str_has_prefix (error->message, "clearance_file: "));
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpint (file->type, ==, samples[i].type);
      g_assert_cmpstr (meso_clearance_file_type_to_string (file->type), ==, samples[i].name);
      g_assert_cmpstr (meso_clearance_file_type_get_extension (file->type), ==, samples[i].extension);
      g_assert_true (meso_clearance_file_type_from_string (samples[i].name, &again) && again == file->type);
      g_assert_cmpint (file->size, ==, samples[i].length);
      g_assert_cmpuint (strlen (file->sha256), ==, 64);
    }
  g_assert_false (meso_clearance_file_type_from_string ("image/gif", &(MesoClearanceFileType) { 0 }));
}

static GBytes *
make_bytes (gsize size)
{
  char *data = g_malloc0 (size);

  memcpy (data, "%PDF-", 5);
  return g_bytes_new_take (data, size);
}

static void
test_size (void)
{
  g_autoptr (GBytes) most = make_bytes (MESO_CLEARANCE_FILE_MAX_BYTES);
  g_autoptr (GBytes) more = make_bytes (MESO_CLEARANCE_FILE_MAX_BYTES + 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (MesoClearanceFile) file = meso_clearance_file_new ("a.pdf", most, &error);

  g_assert_no_error (error);
  g_assert_cmpint (file->size, ==, MESO_CLEARANCE_FILE_MAX_BYTES);
  g_assert_null (meso_clearance_file_new ("a.pdf", more, &error));
  g_assert_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE);
  g_assert_nonnull (strstr (error->message, "10 MB"));
}

/* A name that could spoil what it is shown in isn't kept; the file is. */
static void
test_names (void)
{
  g_autofree char *long_name = g_strnfill (MESO_CLEARANCE_FILE_MAX_NAME + 1, 'a');
  const struct { const char *name; const char *kept; } names[] = {
    { "letter.pdf", "letter.pdf" }, { "نامهٔ پزشک.pdf", "نامهٔ پزشک.pdf" }, { "", "" }, { "a\nb.pdf", "" }, { "\xff.pdf", "" },
    { long_name, "" },
  };
  g_autoptr (GBytes) bytes = make_bytes (20);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (MesoClearanceFile) file = meso_clearance_file_new (names[i].name, bytes, NULL);
      g_autoptr (MesoClearanceFile) copy = meso_clearance_file_copy (file);

      g_assert_cmpstr (copy->name, ==, names[i].kept);
      g_assert_cmpstr (copy->sha256, ==, file->sha256);
      g_assert_true (g_bytes_equal (copy->bytes, bytes));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clearance-file/types", test_types);
  g_test_add_func ("/clearance-file/size", test_size);
  g_test_add_func ("/clearance-file/names", test_names);

  return g_test_run ();
}
