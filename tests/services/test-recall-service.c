/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-recall-service.h"

#include <string.h>

#include "meso-record-service.h"
#include "meso-session-service.h"
#include "meso-stock-service.h"
#include "stock-case.h"

#define NOT_FOUND MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND

static MesoRecall *
trace (ClinicFixture *fixture,
       const char    *lot)
{
  g_autoptr(GError) error = NULL;
  MesoRecall *recall = meso_recall_service_trace (fixture->clinic, lot, &error);

  g_assert_no_error (error);
  return recall;
}

static void
test_trace (void)
{
  g_auto(Visit) visit = stock_begin_visit ("biotin");
  g_autofree char *nurse = clinic_fixture_employ (visit.fixture, "Maryam", MESO_ROLE_NURSE);
  g_autofree char *lot = stock_receive (visit.fixture, stock_type_lot ("AB 12-3", "biotin"));
  g_autoptr(MesoPreparation) draft = stock_type_preparation (&visit, nurse);
  g_autoptr(MesoPreparation) given = stock_prepare (&visit, draft);
  g_autoptr(MesoTreatmentSession) session = visit_type_session (&visit);
  g_autoptr(MesoRecall) recall = NULL;
  g_autoptr(MesoRecall) lots = NULL;
  g_autofree char *id = NULL;
  g_autoptr(GError) error = NULL;
  const MesoRecallEntry *entry;

  session->preparation = g_strdup (given->id);
  session->minute = 9 * 60;
  id = visit_record (&visit, session);
  recall = trace (visit.fixture, "ab۱۲-3");
  g_assert_cmpuint (recall->lots->len, ==, 1);
  g_assert_cmpuint (recall->entries->len, ==, 1);
  entry = g_ptr_array_index (recall->entries, 0);
  g_assert_cmpstr (entry->preparation, ==, given->id);
  g_assert_cmpstr (entry->session, ==, id);
  g_assert_cmpstr (entry->file_number, ==, visit.patient->file_number);
  g_assert_cmpint (entry->volume_ul, ==, 1000);
  g_assert_cmpuint (clinic_fixture_count_audit (visit.fixture, "read", "lot", lot), ==, 1);
  lots = meso_recall_service_list_lots_of_patient (visit.fixture->clinic, visit.patient->file_number, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lots->lots->len, ==, 1);
  g_assert_cmpstr (((MesoLot *) g_ptr_array_index (lots->lots, 0))->id, ==, lot);
}

static void
test_unknown (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(GError) error = NULL;
  guint before = clinic_fixture_count_audit (fixture, NULL, NULL, NULL);

  g_assert_null (meso_recall_service_trace (fixture->clinic, "no-such", &error));
  clinic_fixture_assert_error (&error, NOT_FOUND, "no-such");
  g_assert_cmpuint (clinic_fixture_count_audit (fixture, NULL, NULL, NULL), ==, before);
}

static MesoRecall *
make_recall (const char *family)
{
  MesoRecall *recall = meso_recall_new ();
  MesoLot *lot = stock_type_lot ("=1+1", "biotin");
  MesoRecallEntry *entry = g_new0 (MesoRecallEntry, 1);

  lot->id = g_strdup ("the-lot");
  entry->lot = g_strdup ("the-lot");
  entry->family_name = g_strdup (family);
  entry->phone = g_strdup ("+989121234567");
  entry->volume_ul = 1000;
  entry->discarded = TRUE;
  entry->mixed_on = clinic_fixture_day (TODAY);
  g_ptr_array_add (recall->lots, lot);
  g_ptr_array_add (recall->entries, entry);
  return recall;
}

/* What a name or a number says is never run by a spreadsheet, and breaks no row. */
static void
test_csv (void)
{
  g_autoptr(MesoRecall) recall = make_recall ("=HYPERLINK(\"http://x\",\"y\")");
  g_autoptr(GBytes) csv = meso_recall_service_write_csv (recall, ';', TRUE);
  g_autofree char *text = g_strndup (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv));
  g_auto(GStrv) rows = g_strsplit (text, "\r\n", -1);
  g_auto(GStrv) cells = NULL;

  g_assert_cmpuint (g_strv_length (rows), ==, 3);
  g_assert_true (g_str_has_prefix (rows[0], "\xEF\xBB\xBFlot_number;lot_name;"));
  cells = g_strsplit (rows[1], ";", -1);
  g_assert_cmpuint (g_strv_length (cells), ==, 19);
  g_assert_cmpstr (cells[0], ==, "'=1+1");
  g_assert_cmpstr (cells[7], ==, "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
  g_assert_cmpstr (cells[8], ==, "+989121234567");
  g_assert_cmpstr (cells[10], ==, TODAY);
  g_assert_cmpstr (cells[12], ==, "");
  g_assert_cmpstr (cells[14], ==, "yes");
}

static void
test_file (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *lot = stock_receive (fixture, stock_type_lot ("A-1", "biotin"));
  g_autofree char *path = g_build_filename (fixture->folder, "recall.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr(MesoRecall) recall = trace (fixture, lot);
  g_autoptr(GError) error = NULL;

  g_assert_true (meso_recall_service_write_file (fixture->clinic, recall, path, ',', FALSE, FALSE, "The maker", "Their letter", &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, &error));
  g_assert_true (g_str_has_prefix (text, "lot_number,"));
  g_assert_cmpuint (clinic_fixture_count_audit (fixture, "export", "lot", lot), ==, 1);
  g_assert_false (meso_recall_service_write_file (fixture->clinic, recall, path, ',', FALSE, FALSE, NULL, NULL, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (clinic_fixture_count_audit (fixture, "export", "lot", lot), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/services/recall/trace", test_trace);
  g_test_add_func ("/services/recall/unknown", test_unknown);
  g_test_add_func ("/services/recall/csv", test_csv);
  g_test_add_func ("/services/recall/file", test_file);
  return g_test_run ();
}
