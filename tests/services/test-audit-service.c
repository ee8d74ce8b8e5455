/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-audit-service.h"

#include "clinic-fixture.h"
#include "meso-patient-service.h"

static GPtrArray *
list (ClinicFixture *fixture,
      guint          limit)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *rows = meso_audit_service_list (fixture->clinic, limit, &error);

  g_assert_no_error (error);
  return rows;
}

static MesoAuditReport *
verify (ClinicFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  MesoAuditReport *report = meso_audit_service_verify (fixture->clinic, &error);

  g_assert_no_error (error);
  return report;
}

static void
test_list (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoPatient) read = meso_patient_service_get (fixture->clinic, patient->id, &error);
  g_autoptr(GPtrArray) rows = list (fixture, 0);
  g_autoptr(GPtrArray) newest = list (fixture, 1);
  const MesoAuditRow *row = g_ptr_array_index (rows, 0);

  g_assert_no_error (error);
  g_assert_cmpstr (row->action, ==, "read");
  g_assert_cmpstr (row->entity, ==, "patient");
  g_assert_cmpstr (row->entity_id, ==, patient->id);
  g_assert_cmpstr (row->reason, ==, "");
  g_assert_cmpstr (row->staff, ==, "Front desk");
  g_assert_true (g_regex_match_simple ("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z$", row->at_utc, 0, 0));
  g_assert_true (g_regex_match_simple ("^[0-9a-f]{64}$", row->hash, 0, 0));

  /* The first row of all is that somebody works here. */
  for (guint i = 0; i < rows->len; i++)
    g_assert_cmpint (((MesoAuditRow *) g_ptr_array_index (rows, i))->seq, ==, rows->len - i);
  row = g_ptr_array_index (rows, rows->len - 1);
  g_assert_cmpstr (row->entity, ==, "staff");
  g_assert_cmpstr (row->staff, ==, "Front desk");

  g_assert_cmpuint (newest->len, ==, 1);
  g_assert_cmpint (((MesoAuditRow *) g_ptr_array_index (newest, 0))->seq, ==, rows->len);
}

static void
test_verify (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoAuditReport) empty = verify (fixture);
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autoptr(MesoAuditReport) report = verify (fixture);
  g_autoptr(GPtrArray) rows = list (fixture, 0);

  g_assert_cmpint (empty->first_bad, ==, 0);
  g_assert_cmpint (report->first_bad, ==, 0);
  g_assert_null (report->problem);
  g_assert_cmpuint (report->entries, ==, rows->len);
  g_assert_cmpuint (report->entries, >, empty->entries);
  g_assert_cmpstr (report->head, ==, ((MesoAuditRow *) g_ptr_array_index (rows, 0))->hash);
  g_assert_cmpstr (report->head, !=, empty->head);
}

static void
assert_found (const char *sql,
              gint64      first_bad)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "");
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoPatient) read = meso_patient_service_get (fixture->clinic, patient->id, &error);
  g_autoptr(MesoAuditReport) report = NULL;
  g_autofree char *answer = NULL;

  g_assert_no_error (error);
  clinic_fixture_close (fixture);
  answer = clinic_fixture_shell (fixture->path, sql);
  clinic_fixture_open (fixture, NULL);
  report = verify (fixture);
  g_assert_cmpint (report->first_bad, ==, first_bad);
  g_assert_nonnull (report->problem);
}

/* Rows 1 to 3 are: the first of the staff, the patient, the reading of the record. */
static void
test_tampering_is_found (void)
{
  assert_found ("DROP TRIGGER audit_update; UPDATE audit SET reason = 'nothing' WHERE seq = 2;", 2);
  assert_found ("DROP TRIGGER audit_update; UPDATE audit SET action = 'update' WHERE seq = 3;", 3);
  assert_found ("DROP TRIGGER audit_delete; DELETE FROM audit WHERE seq = 2;", 2);
  assert_found ("DROP TRIGGER audit_payload_update; UPDATE audit_payload SET body = '{}' WHERE seq = 2;", 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/audit/list", test_list);
  g_test_add_func ("/services/audit/verify", test_verify);
  g_test_add_func ("/services/audit/tampering-is-found", test_tampering_is_found);

  return g_test_run ();
}
