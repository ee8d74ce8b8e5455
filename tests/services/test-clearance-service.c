/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-clearance-service.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "clinic-fixture.h"
#include "meso-core-error.h"
#include "meso-decision-service.h"
#include "meso-patient-erasure-service.h"
#include "meso-patient-release-service.h"
#include "meso-screening-service.h"
#include "meso-store-error.h"

#define SCAN "%PDF-1.7 the letter\n"

typedef struct
{
  ClinicFixture *fixture;
  MesoPatient *patient;
  char *physician;
  char *screening;
  char *clearance;
} Case;

static GFile *
write_file (const Case *self,
            const char *name,
            const char *bytes,
            gsize       length)
{
  g_autofree char *path = g_build_filename (self->fixture->folder, name, NULL);
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, bytes, (gssize) length, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static MesoScreeningDecision *
make_clearance (const Case *self)
{
  MesoScreeningDecision *decision = meso_screening_decision_new ();
  g_autoptr(GFile) file = write_file (self, "letter.pdf", SCAN, sizeof SCAN - 1);
  g_autoptr(GError) error = NULL;

  decision->screening = g_strdup (self->screening);
  decision->kind = MESO_DECISION_CLEARANCE;
  decision->rule = g_strdup ("TUM-H");
  decision->clearance_from = g_strdup ("Dr Oncologist");
  decision->clearance_document = g_strdup ("Letter 12");
  decision->clearance_date = clinic_fixture_day ("2026-11-01");
  decision->clearance_expires = clinic_fixture_day ("2027-11-01");
  decision->clearance_file = meso_clearance_service_read_file (file, "letter.pdf", &error);
  g_assert_no_error (error);
  return decision;
}

static Case
begin (void)
{
  Case self = { clinic_fixture_new () };
  g_autoptr(MesoScreeningDecision) decision = NULL;
  g_autoptr(GError) error = NULL;

  self.patient = clinic_fixture_add (self.fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  self.physician = clinic_fixture_seat_physician (self.fixture);
  self.screening = clinic_fixture_screen (self.fixture, self.patient, TODAY, "tumour-history=yes");
  decision = make_clearance (&self);
  self.clearance = meso_decision_service_record (self.fixture->clinic, decision, clinic_fixture_day (TODAY), &error);
  g_assert_no_error (error);
  return self;
}

static void
end (Case *self)
{
  g_clear_pointer (&self->fixture, clinic_fixture_free);
  g_clear_pointer (&self->patient, meso_patient_free);
  g_clear_pointer (&self->physician, g_free);
  g_clear_pointer (&self->screening, g_free);
  g_clear_pointer (&self->clearance, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Case, end)

static void
test_read_again (void)
{
  g_auto(Case) self = begin ();
  g_autoptr(GPtrArray) decisions = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoScreening) screening = meso_screening_service_get (self.fixture->clinic, self.screening, &decisions, &error);
  g_autoptr(MesoClearanceFile) file = meso_clearance_service_load (self.fixture->clinic, self.clearance, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (file->bytes, NULL), g_bytes_get_size (file->bytes), SCAN, sizeof SCAN - 1);
  g_assert_cmpstr (((const MesoScreeningDecision *) g_ptr_array_index (decisions, 0))->clearance_file->name, ==, "letter.pdf");
  /* Who looks at it stands in the log. */
  g_assert_cmpuint (clinic_fixture_count_audit (self.fixture, "read", "screening-decision", self.clearance), ==, 1);
  g_assert_null (meso_clearance_service_load (self.fixture->clinic, self.screening, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND, self.screening);
  g_assert_cmpuint (clinic_fixture_count_audit (self.fixture, "read", "screening-decision", NULL), ==, 1);
}

static void
assert_refused (const Case            *self,
                MesoScreeningDecision *decision,
                const char            *text)
{
  g_autoptr(GError) error = NULL;
  guint before = clinic_fixture_count_audit (self->fixture, NULL, NULL, NULL);

  g_assert_null (meso_decision_service_record (self->fixture->clinic, decision, clinic_fixture_day (TODAY), &error));
  g_assert_nonnull (error);
  if (strstr (error->message, text) == NULL)
    g_error ("“%s” is not in: %s", text, error->message);
  g_assert_cmpuint (clinic_fixture_count_audit (self->fixture, NULL, NULL, NULL), ==, before);
}

/* What is kept is what it says it is, whoever calls. */
static void
test_refused (void)
{
  g_auto(Case) self = begin ();
  g_autoptr(MesoScreeningDecision) decision = make_clearance (&self);
  g_autoptr(GBytes) program = g_bytes_new_static ("MZ\x90\0\3", 5);

  decision->kind = MESO_DECISION_WAIT;
  assert_refused (&self, decision, "clearance_file: ");
  decision->kind = MESO_DECISION_CLEARANCE;
  decision->clearance_file->type = MESO_CLEARANCE_FILE_PNG;
  assert_refused (&self, decision, "clearance_file: ");
  decision->clearance_file->type = MESO_CLEARANCE_FILE_PDF;
  decision->clearance_file->sha256[0] = decision->clearance_file->sha256[0] == 'a' ? 'b' : 'a';
  assert_refused (&self, decision, "clearance_file: ");
  g_clear_pointer (&decision->clearance_file->bytes, g_bytes_unref);
  assert_refused (&self, decision, "clearance_file: ");
  decision->clearance_file->bytes = g_bytes_ref (program);
  assert_refused (&self, decision, "neither a PDF");
}

static void
test_reading (void)
{
  g_auto(Case) self = begin ();
  g_autofree char *much = g_malloc0 (MESO_CLEARANCE_FILE_MAX_BYTES + 2);
  g_autoptr(GFile) nothing = write_file (&self, "empty.pdf", "", 0);
  g_autoptr(GFile) too_much = NULL;
  g_autoptr(GFile) missing = g_file_new_for_path ("/nonexistent/letter.pdf");
  g_autoptr(GError) error = NULL;

  memcpy (much, "%PDF-", 5);
  too_much = write_file (&self, "much.pdf", much, MESO_CLEARANCE_FILE_MAX_BYTES + 2);
  g_assert_null (meso_clearance_service_read_file (nothing, "empty.pdf", &error));
  g_assert_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (meso_clearance_service_read_file (too_much, "much.pdf", &error));
  g_assert_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE);
  g_clear_error (&error);
  g_assert_null (meso_clearance_service_read_file (missing, "letter.pdf", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static JsonObject *
find_file (JsonNode *root)
{
  JsonArray *screenings = json_object_get_array_member (json_node_get_object (root), "screenings");
  JsonArray *decisions = json_object_get_array_member (json_array_get_object_element (screenings, 0), "decisions");

  return json_object_get_object_member (json_array_get_object_element (decisions, 0), "clearance_file");
}

/* Who is given the record is given the paper; once the person is erased, it is gone. */
static void
test_released_and_erased (void)
{
  g_auto(Case) self = begin ();
  g_autoptr(GDateTime) creation = g_date_time_new_utc (2026, 11, 22, 9, 0, 0);
  const MesoReleaseRequest request = {
    .patient = self.patient->id, .recipient = "Dr A", .reason = "second opinion", .language = "en", .paper = "a4",
    .printed_at = { clinic_fixture_day (TODAY), 12 * 60 }, .creation = creation,
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoRelease) release = meso_patient_release_service_make (self.fixture->clinic, &request, &error);
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(MesoErasure) erasure = NULL;
  g_autofree guchar *bytes = NULL;
  g_autofree char *dump = NULL;
  JsonObject *file;
  gsize length;

  g_assert_no_error (error);
  json_parser_load_from_data (parser, g_bytes_get_data (release->data, NULL), (gssize) g_bytes_get_size (release->data), &error);
  g_assert_no_error (error);
  file = find_file (json_parser_get_root (parser));
  bytes = g_base64_decode (json_object_get_string_member (file, "base64"), &length);
  g_assert_cmpmem (bytes, length, SCAN, sizeof SCAN - 1);
  g_assert_cmpstr (json_object_get_string_member (file, "content_type"), ==, "application/pdf");
  g_assert_cmpstr (json_object_get_string_member (file, "name"), ==, "letter.pdf");

  erasure = meso_patient_erasure_service_erase (self.fixture->clinic, self.patient->id, "asked for", "the law", &error);
  g_assert_no_error (error);
  g_assert_null (meso_clearance_service_load (self.fixture->clinic, self.clearance, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND, self.clearance);
  dump = clinic_fixture_dump (self.fixture);
  g_assert_null (strstr (dump, "letter.pdf"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/clearance/read-again", test_read_again);
  g_test_add_func ("/services/clearance/refused", test_refused);
  g_test_add_func ("/services/clearance/reading", test_reading);
  g_test_add_func ("/services/clearance/released-and-erased", test_released_and_erased);

  return g_test_run ();
}
