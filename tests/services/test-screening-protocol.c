/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-screening-protocol.h"

#include <glib/gstdio.h>
#include <string.h>

#include "clinic-fixture.h"
#include "meso-screening-service.h"

/* One more question: other content than that which ships. */
static const char more[] =
  "<protocol xmlns='https://example.org/mesoclinic/protocol' version='1.0.0'>"
  "<question id='x-more' type='answer' forms='full' origin='clinic' source='GK' grade='GK' review='unreviewed'>"
  "<text>More?</text><help>Why</help><find-out>How</find-out></question></protocol>";

static void
write_document (const char *folder,
                const char *name,
                const char *bytes,
                gsize       length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, bytes, (gssize) length, &error);
  g_assert_no_error (error);
}

static MesoContent *
make_newer_content (ClinicFixture *fixture)
{
  const GPtrArray *documents = meso_content_get_documents (fixture->content);
  g_autofree char *folder = g_build_filename (fixture->folder, "newer", NULL);
  g_autoptr(GError) error = NULL;
  MesoContent *content;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  for (guint i = 0; i < documents->len; i++)
    {
      const MesoProtocolDocument *document = g_ptr_array_index (documents, i);

      write_document (folder, document->name, g_bytes_get_data (document->bytes, NULL), g_bytes_get_size (document->bytes));
    }
  write_document (folder, "more.xml", more, strlen (more));
  content = meso_content_load_folder (folder, &error);
  g_assert_no_error (error);
  return content;
}

/* A verdict that was signed is read by its own rules, whatever is in use by then. */
static void
test_older (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autofree char *id = clinic_fixture_screen (fixture, patient, TODAY, "breastfeeding=yes");
  g_autoptr(MesoContent) newer = make_newer_content (fixture);
  g_autoptr(MesoScreening) screening = NULL;
  g_autoptr(MesoProtocol) protocol = NULL;
  g_autoptr(MesoProtocol) in_use = NULL;
  g_autoptr(GError) error = NULL;

  clinic_fixture_close (fixture);
  clinic_fixture_open (fixture, newer);
  g_assert_nonnull (meso_protocol_lookup_question (meso_clinic_get_protocol (fixture->clinic), "x-more"));
  screening = meso_screening_service_get (fixture->clinic, id, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (screening->verdict->outcome, ==, MESO_OUTCOME_BLOCK);
  protocol = meso_screening_protocol_load (fixture->clinic, screening->verdict->protocol_hash, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (meso_protocol_get_hash (protocol), ==, screening->verdict->protocol_hash);
  g_assert_null (meso_protocol_lookup_question (protocol, "x-more"));
  g_assert_nonnull (meso_protocol_lookup_question (protocol, "breastfeeding"));
  in_use = meso_screening_protocol_load (fixture->clinic, meso_protocol_get_hash (meso_content_get_protocol (newer)), &error);
  g_assert_no_error (error);
  g_assert_true (in_use == meso_clinic_get_protocol (fixture->clinic));
}

static void
test_unknown (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(GError) error = NULL;

  g_assert_null (meso_screening_protocol_load (fixture->clinic, "00", &error));
  g_assert_nonnull (error);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/screening-protocol/older", test_older);
  g_test_add_func ("/screening-protocol/unknown", test_unknown);
  return g_test_run ();
}
