/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-photo-service.h"

#include <string.h>

#include "clinic-fixture.h"
#include "meso-core-error.h"
#include "meso-patient-service.h"

static GBytes *
load (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("MESO_SOURCE_ROOT"), "tests", "fixtures", "photos", name, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  GBytes *bytes = meso_photo_service_read_file (file, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

static MesoPhoto *
set (ClinicFixture     *fixture,
     const MesoPatient *patient,
     const char        *name,
     const char        *thumbnail)
{
  g_autoptr(GBytes) bytes = load (name);
  g_autoptr(GBytes) small = thumbnail != NULL ? load (thumbnail) : NULL;
  g_autoptr(GError) error = NULL;
  MesoPhoto *photo = meso_photo_service_set (fixture->clinic, patient->id, bytes, small, &error);

  g_assert_no_error (error);
  return photo;
}

static gboolean
shows_photo (ClinicFixture     *fixture,
             const MesoPatient *patient)
{
  g_autoptr(MesoPatient) read = meso_patient_service_get (fixture->clinic, patient->id, NULL);

  return read->has_photo;
}

static gboolean
holds (GBytes     *bytes,
       const char *word)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return memmem (data, size, word, strlen (word)) != NULL;
}

static void
test_set_and_get (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) leila = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "", "");
  g_autoptr(MesoPhoto) stored = set (fixture, leila, "phone.jpg", "screen.png");
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GBytes) thumbnail = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoPhoto) read = meso_photo_service_get (fixture->clinic, leila->file_number, &bytes, &thumbnail, &error);
  g_autofree char *sha256 = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (read->id, ==, stored->id);
  g_assert_cmpint (read->width, ==, 48);
  g_assert_cmpint (read->height, ==, 32);
  g_assert_cmpint (read->orientation, ==, 6);
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_assert_cmpstr (read->sha256, ==, sha256);
  g_assert_false (holds (bytes, "Secret") || holds (thumbnail, "Secret"));
  g_assert_true (shows_photo (fixture, leila));
  g_assert_cmpuint (clinic_fixture_count_audit (fixture, "update", "patient", leila->id), ==, 1);
}

static void
test_replace_and_remove (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) leila = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "", "");
  g_autoptr(MesoPhoto) first = set (fixture, leila, "phone.jpg", NULL);
  g_autoptr(MesoPhoto) second = set (fixture, leila, "progressive.jpg", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) all = meso_photo_service_list (fixture->clinic, leila->id, &error);
  g_autoptr(GBytes) earlier = meso_photo_service_load (fixture->clinic, first->id, &error);
  g_autoptr(GBytes) thumbnail = NULL;
  g_autoptr(MesoPhoto) now = meso_photo_service_get (fixture->clinic, leila->id, NULL, &thumbnail, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpstr (((MesoPhoto *) g_ptr_array_index (all, 0))->id, ==, second->id);
  g_assert_nonnull (((MesoPhoto *) g_ptr_array_index (all, 1))->ended_at);
  g_assert_nonnull (earlier);
  g_assert_null (thumbnail);
  g_assert_cmpstr (now->id, ==, second->id);
  g_assert_true (meso_photo_service_remove (fixture->clinic, leila->id, "she asked", &error));
  g_clear_pointer (&now, meso_photo_free);
  now = meso_photo_service_get (fixture->clinic, leila->id, NULL, NULL, &error);
  g_assert_null (now);
  g_assert_no_error (error);
  g_assert_false (shows_photo (fixture, leila));
  /* Once more: nothing is left to do. */
  g_assert_true (meso_photo_service_remove (fixture->clinic, leila->id, NULL, &error));
  g_assert_cmpuint (clinic_fixture_count_audit (fixture, "update", "patient", leila->id), ==, 3);
}

/* A form that was open meanwhile is no worse for it. */
static void
test_revision_stays (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) leila = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "", "");
  g_autoptr(MesoPhoto) photo = set (fixture, leila, "phone.jpg", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoPatient) stored = NULL;

  g_set_str (&leila->phone, "0912 345 6789");
  stored = meso_patient_service_update (fixture->clinic, leila, clinic_fixture_day (TODAY), &error);
  g_assert_no_error (error);
  g_assert_true (stored->has_photo);
}

static void
assert_refused (ClinicFixture     *fixture,
                const MesoPatient *patient,
                GBytes            *bytes,
                GBytes            *thumbnail,
                MesoCoreError      code)
{
  g_autofree char *before = clinic_fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_null (meso_photo_service_set (fixture->clinic, patient->id, bytes, thumbnail, &error));
  g_assert_error (error, MESO_CORE_ERROR, (int) code);
  after = clinic_fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
}

static guint32
compute_crc (const guint8 *bytes,
             gsize         length)
{
  guint32 crc = ~0u;

  for (gsize i = 0; i < length; i++)
    {
      crc ^= bytes[i];
      for (guint bit = 0; bit < 8; bit++)
        crc = crc & 1 ? (crc >> 1) ^ 0xedb88320u : crc >> 1;
    }
  return ~crc;
}

/* A PNG whose header says another width, with a checksum that fits. */
static GBytes *
widen (const char *name,
       guint32     width)
{
  g_autoptr(GBytes) bytes = load (name);
  GByteArray *array = g_bytes_unref_to_array (g_steal_pointer (&bytes));
  guint32 crc;

  width = GUINT32_TO_BE (width);
  memcpy (array->data + 16, &width, 4);
  crc = GUINT32_TO_BE (compute_crc (array->data + 12, 17));
  memcpy (array->data + 29, &crc, 4);
  return g_byte_array_free_to_bytes (array);
}

/* Data that inflates to more or less than the header says, down to one pixel; and a bomb of that kind is not unpacked. */
static void
test_png_lies_about_its_size (void)
{
  static const guint32 widths[] = { 1, 24, 39, 41, 5000 };
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) leila = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "", "");
  g_autoptr(GBytes) wide = widen ("screen.png", 40);
  g_autoptr(MesoPhotoFile) fine = meso_photo_service_examine (wide, NULL);

  g_assert_nonnull (fine);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr(GBytes) lie = widen ("screen.png", widths[i]);

      assert_refused (fixture, leila, lie, NULL, MESO_CORE_ERROR_SYNTAX);
    }
}

static void
test_refused (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) leila = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "", "");
  g_autoptr(GBytes) photo = load ("phone.jpg");
  g_autoptr(GBytes) text = g_bytes_new_static ("not a photo", 11);
  g_autoptr(GBytes) large = g_bytes_new_take (g_malloc0 (MESO_PHOTO_THUMBNAIL_MAX_BYTES + 1), MESO_PHOTO_THUMBNAIL_MAX_BYTES + 1);
  g_autoptr(GError) error = NULL;

  assert_refused (fixture, leila, text, NULL, MESO_CORE_ERROR_INVALID);
  assert_refused (fixture, leila, photo, text, MESO_CORE_ERROR_INVALID);
  assert_refused (fixture, leila, photo, large, MESO_CORE_ERROR_RANGE);
  g_assert_null (meso_photo_service_set (fixture->clinic, "4711", photo, NULL, &error));
  g_assert_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND);
}

/* Of a file without end, no more is read than it takes to know that. */
static void
test_read_file (void)
{
  g_autoptr(GFile) endless = g_file_new_for_path ("/dev/zero");
  g_autoptr(GFile) nothing = g_file_new_for_path ("/nowhere/at/all");
  g_autoptr(GError) error = NULL;

  g_assert_null (meso_photo_service_read_file (endless, NULL, &error));
  g_assert_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE);
  g_clear_error (&error);
  g_assert_null (meso_photo_service_read_file (nothing, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* More than one piece, and damage behind our back. */
static void
test_pieces (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) leila = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "", "");
  g_autoptr(GBytes) small = load ("phone.jpg");
  GByteArray *large = g_byte_array_new ();
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GBytes) loaded = NULL;
  g_autoptr(MesoPhoto) stored = NULL;
  g_autoptr(GError) error = NULL;
  const guint8 *data = g_bytes_get_data (small, NULL);
  const guint8 *end = memmem (data, g_bytes_get_size (small), "\xff\xd9SecretTrailer", 15);
  g_autofree char *counted = NULL;

  g_byte_array_append (large, data, (guint) (end - data));
  while (large->len < 2500000)
    g_byte_array_append (large, (const guint8 *) "picture", 7);
  g_byte_array_append (large, (const guint8 *) "\xff\xd9", 2);
  bytes = g_byte_array_free_to_bytes (large);
  stored = meso_photo_service_set (fixture->clinic, leila->id, bytes, NULL, &error);
  g_assert_no_error (error);
  loaded = meso_photo_service_load (fixture->clinic, stored->id, &error);
  g_assert_no_error (error);
  g_assert_cmpint ((gint64) g_bytes_get_size (loaded), ==, stored->size);

  clinic_fixture_close (fixture);
  counted = clinic_fixture_shell (fixture->path, "SELECT count(*), max (length (bytes)) FROM photo_piece; DROP TRIGGER photo_piece_update;"
                                                 " UPDATE photo_piece SET bytes = x'00' WHERE n = 2;");
  g_assert_cmpstr (counted, ==, "3|1048576");
  clinic_fixture_open (fixture, NULL);
  g_clear_pointer (&loaded, g_bytes_unref);
  loaded = meso_photo_service_load (fixture->clinic, stored->id, &error);
  g_assert_null (loaded);
  g_assert_nonnull (error);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/photo/set-and-get", test_set_and_get);
  g_test_add_func ("/services/photo/replace-and-remove", test_replace_and_remove);
  g_test_add_func ("/services/photo/revision-stays", test_revision_stays);
  g_test_add_func ("/services/photo/png-lies-about-its-size", test_png_lies_about_its_size);
  g_test_add_func ("/services/photo/refused", test_refused);
  g_test_add_func ("/services/photo/read-file", test_read_file);
  g_test_add_func ("/services/photo/pieces", test_pieces);

  return g_test_run ();
}
