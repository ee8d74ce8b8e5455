/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-content.h"

#include <glib/gstdio.h>
#include <string.h>

#include "clinic-fixture.h"

static const char *
get_hash (MesoContent *content)
{
  return meso_protocol_get_hash (meso_content_get_protocol (content));
}

static void
test_shipped (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoContent) content = meso_content_load (&error);
  g_autoptr(MesoContent) again = meso_content_load (&error);
  const GPtrArray *documents;

  g_assert_no_error (error);
  documents = meso_content_get_documents (content);
  g_assert_cmpuint (documents->len, >=, 8);
  for (guint i = 1; i < documents->len; i++)
    {
      const MesoProtocolDocument *before = g_ptr_array_index (documents, i - 1);
      const MesoProtocolDocument *document = g_ptr_array_index (documents, i);

      g_assert_cmpstr (before->name, <, document->name);
    }
  g_assert_cmpuint (strlen (get_hash (content)), ==, 64);
  g_assert_cmpstr (get_hash (content), ==, get_hash (again));
}

/* What is archived with a screening must give the same protocol again. */
static void
test_documents_are_the_protocol (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoContent) content = meso_content_load (&error);
  g_autoptr(MesoProtocol) again = meso_protocol_new (meso_content_get_documents (content), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (get_hash (content), ==, meso_protocol_get_hash (again));
}

static void
test_missing_folder (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *folder = g_build_filename (fixture->folder, "nowhere", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_null (meso_content_load_folder (folder, &error));
  g_assert_nonnull (strstr (error->message, "no record was touched"));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_CONTENT, folder);
}

static void
test_empty_folder (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *folder = g_build_filename (fixture->folder, "empty", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_null (meso_content_load_folder (folder, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_CONTENT, "What is wrong: ");
}

/* The variable of a build that isn't installed is heeded, and its fault is told as any other. */
static void
test_variable (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *before = g_strdup (g_getenv ("MESOCLINIC_DATA_DIR"));
  g_autofree char *copy = clinic_fixture_copy_content (fixture, "protocol", NULL, NULL, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoContent) content = NULL;

  g_setenv ("MESOCLINIC_DATA_DIR", fixture->folder, TRUE);
  content = meso_content_load (&error);
  g_setenv ("MESOCLINIC_DATA_DIR", before, TRUE);
  g_assert_no_error (error);
  g_assert_cmpstr (get_hash (content), ==, get_hash (fixture->content));
}

static void
test_faulty_meaning_has_its_place (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *folder = clinic_fixture_copy_content (fixture, "faulty", NULL, NULL, NULL);
  g_autofree char *path = g_build_filename (folder, "plans.xml", NULL);
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, "<protocol xmlns='https://example.org/mesoclinic/protocol' version='1.0.0'>\n"
                       "  <!-- سلام --> <nonsense/>\n</protocol>\n", -1, &error);
  g_assert_no_error (error);
  g_assert_null (meso_content_load_folder (folder, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_CONTENT, "plans.xml:2:17: ");
}

static void
test_faulty_form_has_its_place (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *folder = clinic_fixture_copy_content (fixture, "faulty", "screening.xml", "</rule>", "</role>");
  g_autoptr(GError) error = NULL;

  g_assert_null (meso_content_load_folder (folder, &error));
  g_assert_true (g_regex_match_simple ("screening\\.xml:[0-9]+:[0-9]+: ", error->message, 0, 0));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_CONTENT, "The clinical content can't be used");
}

static void
test_unreadable_file (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *folder = clinic_fixture_copy_content (fixture, "odd", NULL, NULL, NULL);
  g_autofree char *path = g_build_filename (folder, "zzz.xml", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  g_assert_null (meso_content_load_folder (folder, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_CONTENT, "zzz.xml");
}

/* An editor's backup or a schema beside the content is no content. */
static void
test_other_files_are_left_out (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *folder = clinic_fixture_copy_content (fixture, "more", NULL, NULL, NULL);
  g_autofree char *backup = g_build_filename (folder, "plans.xml~", NULL);
  g_autofree char *schema = g_build_filename (folder, "protocol.rng", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoContent) content = NULL;

  g_file_set_contents (backup, "<", -1, &error);
  g_assert_no_error (error);
  g_file_set_contents (schema, "<", -1, &error);
  g_assert_no_error (error);
  content = meso_content_load_folder (folder, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get_hash (content), ==, get_hash (fixture->content));
}

static void
test_a_change_changes_the_hash (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *folder = clinic_fixture_copy_content (fixture, "changed", "screening.xml", "days=\"7\"", "days=\"8\"");
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoContent) content = meso_content_load_folder (folder, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (get_hash (content), !=, get_hash (fixture->content));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/content/shipped", test_shipped);
  g_test_add_func ("/services/content/documents-are-the-protocol", test_documents_are_the_protocol);
  g_test_add_func ("/services/content/missing-folder", test_missing_folder);
  g_test_add_func ("/services/content/empty-folder", test_empty_folder);
  g_test_add_func ("/services/content/variable", test_variable);
  g_test_add_func ("/services/content/faulty-meaning-has-its-place", test_faulty_meaning_has_its_place);
  g_test_add_func ("/services/content/faulty-form-has-its-place", test_faulty_form_has_its_place);
  g_test_add_func ("/services/content/unreadable-file", test_unreadable_file);
  g_test_add_func ("/services/content/other-files-are-left-out", test_other_files_are_left_out);
  g_test_add_func ("/services/content/a-change-changes-the-hash", test_a_change_changes_the_hash);

  return g_test_run ();
}
