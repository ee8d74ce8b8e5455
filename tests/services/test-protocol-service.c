/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-protocol-service.h"

#include <string.h>

#include "clinic-fixture.h"
#include "meso-screening-service.h"
#include "meso-staff-service.h"

#define HEAD "<protocol xmlns='https://example.org/mesoclinic/protocol' version='1'>\n"
#define TATTOO HEAD \
  "<question id='tattoo' type='answer' forms='full' origin='clinic' source='ours' grade='GK' review='unreviewed'>" \
  "<text>A tattoo?</text><text xml:lang='fa'>خالکوبی؟</text><find-out>Look.</find-out></question>\n" \
  "<rule id='TATTOO' origin='clinic' source='ours' grade='GK' review='unreviewed'><case outcome='block'>" \
  "<when question='tattoo' is='yes'/><reason>R</reason><advice>A</advice></case></rule>\n</protocol>"

static GPtrArray *
make_edits (MesoProtocolEdit *edit)
{
  GPtrArray *edits = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_protocol_edit_free);

  if (edit != NULL)
    g_ptr_array_add (edits, edit);
  return edits;
}

static MesoProtocolEdit *
wait_days (int days)
{
  return meso_protocol_edit_new_change ("MENS", 1, MESO_OUTCOME_DEFER, days, "a week is too short");
}

static guint
apply (ClinicFixture    *fixture,
       MesoProtocolEdit *edit,
       guint             number)
{
  g_autoptr(GPtrArray) edits = make_edits (edit);
  g_autoptr(GError) error = NULL;

  g_assert_true (meso_protocol_service_apply_edits (fixture->clinic, edits, &number, "meeting", &error));
  g_assert_no_error (error);
  return number;
}

static void
refuse (ClinicFixture    *fixture,
        MesoProtocolEdit *edit,
        guint             number,
        const char       *reason,
        int               code,
        const char       *text)
{
  g_autoptr(GPtrArray) edits = make_edits (edit);
  g_autofree char *before = clinic_fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;
  guint same = number;

  g_assert_false (meso_protocol_service_apply_edits (fixture->clinic, edits, &same, reason, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, code, text);
  g_assert_cmpuint (same, ==, number);
  after = clinic_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

static guint
count_versions (ClinicFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) versions = meso_protocol_service_list_versions (fixture->clinic, &error);

  g_assert_no_error (error);
  return versions->len;
}

static int
get_days (MesoProtocol *protocol)
{
  const MesoProtocolChange *change = meso_protocol_lookup_change (protocol, "MENS", 1);

  return change != NULL ? change->days : 7;
}

static void
note_change (MesoClinic *clinic,
             const char *what,
             const char *id,
             GPtrArray  *told)
{
  /* Whoever is told asks for the content, and must get the new one. */
  if (g_str_equal (what, "protocol") && *id == '\0')
    g_ptr_array_add (told, GINT_TO_POINTER (get_days (meso_clinic_get_protocol (clinic))));
}

static void
test_apply (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);
  MesoProtocol *before = meso_clinic_get_protocol (fixture->clinic);
  g_autoptr(GPtrArray) told = g_ptr_array_new ();
  g_autoptr(GPtrArray) versions = NULL;
  const MesoProtocolVersion *version;

  g_signal_connect (fixture->clinic, "changed", G_CALLBACK (note_change), told);
  g_assert_cmpuint (count_versions (fixture), ==, 0);
  g_assert_cmpuint (apply (fixture, wait_days (9), 0), ==, 1);
  g_assert_cmpint (get_days (meso_clinic_get_protocol (fixture->clinic)), ==, 9);
  while (told->len == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (GPOINTER_TO_INT (told->pdata[0]), ==, 9);

  /* Who was at work with the old content goes on with it. */
  g_assert_true (before != meso_clinic_get_protocol (fixture->clinic));
  g_assert_true (before == meso_protocol_service_get_shipped (fixture->clinic));
  g_assert_cmpint (get_days (before), ==, 7);

  g_assert_cmpuint (apply (fixture, wait_days (10), 1), ==, 2);
  versions = meso_protocol_service_list_versions (fixture->clinic, NULL);
  version = g_ptr_array_index (versions, 0);
  g_assert_cmpuint (versions->len, ==, 2);
  g_assert_cmpstr (version->author, ==, physician);
  g_assert_cmpstr (version->action, ==, "change");
  g_assert_cmpstr (version->reason, ==, "meeting");
  g_assert_cmpstr (version->hash, ==, meso_protocol_get_hash (meso_clinic_get_protocol (fixture->clinic)));
  g_assert_cmpuint (clinic_fixture_count_audit (fixture, "change", "protocol", "2"), ==, 1);
}

static void
test_same_after_opening (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);
  g_autofree char *hash = NULL;

  apply (fixture, wait_days (9), 0);
  hash = g_strdup (meso_protocol_get_hash (meso_clinic_get_protocol (fixture->clinic)));
  clinic_fixture_close (fixture);
  clinic_fixture_open (fixture, NULL);
  g_assert_cmpstr (meso_protocol_get_hash (meso_clinic_get_protocol (fixture->clinic)), ==, hash);
  g_assert_cmpuint (meso_protocol_service_get_set_aside (fixture->clinic)->len, ==, 0);
  g_assert_cmpuint (apply (fixture, wait_days (10), 1), ==, 2);
}

static void
test_refused (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *nurse = clinic_fixture_employ (fixture, "Nurse", MESO_ROLE_NURSE);
  g_autofree char *physician = NULL;

  refuse (fixture, wait_days (9), 0, "meeting", MESO_SERVICES_ERROR_REFUSED, "Only a physician");
  physician = clinic_fixture_seat_physician (fixture);
  refuse (fixture, wait_days (9), 0, " ", MESO_SERVICES_ERROR_INVALID, "needs a reason");
  refuse (fixture, wait_days (5), 0, "meeting", MESO_SERVICES_ERROR_INVALID, "5 days can't be set for this case of MENS");
  refuse (fixture, meso_protocol_edit_new_switch_off ("PREG", "why"), 0, "meeting", MESO_SERVICES_ERROR_INVALID,
          "PREG comes from the article");
  refuse (fixture, meso_protocol_edit_new_change ("MENS", 1, MESO_OUTCOME_BLOCK, -1, ""), 0, "meeting", MESO_SERVICES_ERROR_INVALID,
          "<why> is empty");
  refuse (fixture, meso_protocol_edit_new_change ("MENS", 1, MESO_OUTCOME_BLOCK, -1, "\001"), 0, "meeting",
          MESO_SERVICES_ERROR_INVALID, "clinic.xml:");
  apply (fixture, wait_days (9), 0);
  refuse (fixture, wait_days (10), 0, "meeting", MESO_SERVICES_ERROR_REFUSED, "changed meanwhile");
}

static void
test_nothing_changes (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);

  g_assert_cmpuint (apply (fixture, NULL, 0), ==, 0);
  g_assert_cmpuint (apply (fixture, meso_protocol_edit_new_restore ("MENS", 1), 0), ==, 0);
  g_assert_cmpuint (apply (fixture, wait_days (9), 0), ==, 1);
  g_assert_cmpuint (apply (fixture, wait_days (9), 1), ==, 1);
  g_assert_cmpuint (apply (fixture, meso_protocol_edit_new_restore ("MENS", 1), 1), ==, 2);
  g_assert_cmpint (get_days (meso_clinic_get_protocol (fixture->clinic)), ==, 7);
}

static void
test_preview (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autoptr(GPtrArray) edits = make_edits (wait_days (9));
  g_autoptr(GPtrArray) wrong = make_edits (wait_days (4));
  g_autoptr(MesoProtocolPreview) preview = meso_protocol_service_preview_edits (fixture->clinic, edits);
  g_autoptr(MesoProtocolPreview) faulty = meso_protocol_service_preview_edits (fixture->clinic, wrong);
  const MesoProtocolDifference *difference = g_ptr_array_index (preview->differences, 0);

  g_assert_true (preview->changes);
  g_assert_cmpuint (preview->number, ==, 0);
  g_assert_cmpuint (preview->faults->len, ==, 0);
  g_assert_cmpuint (preview->differences->len, ==, 1);
  g_assert_cmpint (difference->new_days, ==, 9);
  g_assert_false (faulty->changes);
  g_assert_cmpuint (faulty->faults->len, ==, 1);
  g_assert_cmpuint (faulty->differences->len, ==, 0);
  g_assert_cmpuint (count_versions (fixture), ==, 0);
}

static gboolean
is_reviewed (ClinicFixture *fixture,
             const char    *rule)
{
  const MesoProtocolReview *review = meso_protocol_lookup_review (meso_clinic_get_protocol (fixture->clinic), rule);

  return review != NULL && review->current;
}

static void
test_review (void)
{
  static const char *const rules[] = { "MENS", "PREG", NULL };
  static const char *const unknown[] = { "NO-SUCH", NULL };
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *physician = NULL;
  g_autoptr(GError) error = NULL;
  const MesoProtocolReview *review;
  guint number = 0;

  g_assert_false (meso_protocol_service_review (fixture->clinic, rules, &number, "", &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED, "Only a physician");
  physician = clinic_fixture_seat_physician (fixture);
  clinic_fixture_set_clock (fixture, TODAY);
  g_assert_true (meso_protocol_service_review (fixture->clinic, rules, &number, "", &error));
  g_assert_cmpuint (number, ==, 1);
  g_assert_true (is_reviewed (fixture, "MENS") && is_reviewed (fixture, "PREG"));
  g_assert_false (is_reviewed (fixture, "LACT"));
  review = meso_protocol_lookup_review (meso_clinic_get_protocol (fixture->clinic), "MENS");
  g_assert_cmpstr (review->on, ==, TODAY);

  /* Signed once is enough. */
  g_assert_true (meso_protocol_service_review (fixture->clinic, rules, &number, "", &error));
  g_assert_cmpuint (number, ==, 1);
  apply (fixture, wait_days (9), 1);
  g_assert_false (is_reviewed (fixture, "MENS"));
  g_assert_true (is_reviewed (fixture, "PREG"));
  number = 2;
  g_assert_false (meso_protocol_service_review (fixture->clinic, unknown, &number, "", &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "NO-SUCH");
}

static guint
import (ClinicFixture *fixture,
        GBytes        *bytes,
        guint          number)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (meso_protocol_service_apply_file (fixture->clinic, "ours.xml", bytes, &number, "ours", &error));
  g_assert_no_error (error);
  return number;
}

/* (transfer full): the ids of all rules in use */
static GStrv
dup_rules (ClinicFixture *fixture)
{
  const GPtrArray *rules = meso_protocol_get_rules (meso_clinic_get_protocol (fixture->clinic));
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < rules->len; i++)
    g_strv_builder_add (ids, ((const MesoScreeningRule *) g_ptr_array_index (rules, i))->id);
  return g_strv_builder_end (ids);
}

/* One rule without a signature, were it the article's, and the whole protocol is unreviewed again; a file doesn't bring the
 * signature back. What was judged meanwhile was judged by reviewed rules, and stays so. */
static void
test_withdraw (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "en");
  g_auto(GStrv) rules = dup_rules (fixture);
  g_autofree char *screening = NULL;
  g_autoptr(MesoScreening) kept = NULL;
  g_autoptr(GBytes) exported = NULL;
  g_autoptr(GPtrArray) differences = NULL;
  g_autoptr(GPtrArray) versions = NULL;
  g_autoptr(GError) error = NULL;
  const MesoProtocolVersion *version;
  guint number = 0;

  g_assert_true (meso_protocol_service_review (fixture->clinic, (const char *const *) rules, &number, "", &error));
  g_assert_true (meso_protocol_get_reviewed (meso_clinic_get_protocol (fixture->clinic)));
  screening = clinic_fixture_screen (fixture, patient, TODAY, "pregnant=yes");
  exported = meso_protocol_service_export (fixture->clinic, &error);
  refuse (fixture, meso_protocol_edit_new_withdraw ("PREG"), 1, "", MESO_SERVICES_ERROR_INVALID, "needs a reason");
  g_assert_cmpuint (apply (fixture, meso_protocol_edit_new_withdraw ("PREG"), 1), ==, 2);

  g_assert_false (is_reviewed (fixture, "PREG"));
  g_assert_true (is_reviewed (fixture, "MENS"));
  g_assert_false (meso_protocol_get_reviewed (meso_clinic_get_protocol (fixture->clinic)));
  versions = meso_protocol_service_list_versions (fixture->clinic, &error);
  version = g_ptr_array_index (versions, 0);
  g_assert_cmpstr (version->author, ==, physician);
  g_assert_cmpstr (version->reason, ==, "meeting");
  differences = meso_protocol_service_compare (fixture->clinic, 1, 2, &error);
  g_assert_cmpuint (differences->len, ==, 1);
  g_assert_cmpint (((MesoProtocolDifference *) differences->pdata[0])->kind, ==, MESO_PROTOCOL_DIFFERENCE_UNREVIEWED);

  kept = meso_screening_service_get (fixture->clinic, screening, NULL, &error);
  g_assert_true (kept->verdict->protocol_reviewed);
  g_assert_cmpuint (apply (fixture, meso_protocol_edit_new_withdraw ("PREG"), 2), ==, 2);
  g_assert_cmpuint (import (fixture, exported, 2), ==, 2);
  g_assert_false (is_reviewed (fixture, "PREG"));
}

static void
test_withdraw_is_for_physicians (void)
{
  static const char *const rules[] = { "PREG", NULL };
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);
  g_autofree char *nurse = NULL;
  g_autoptr(GError) error = NULL;
  guint number = 0;

  g_assert_true (meso_protocol_service_review (fixture->clinic, rules, &number, "", &error));
  nurse = clinic_fixture_employ (fixture, "Nurse", MESO_ROLE_NURSE);
  g_assert_true (meso_staff_service_take_desk (fixture->clinic, nurse, &error));
  refuse (fixture, meso_protocol_edit_new_withdraw ("PREG"), 1, "meeting", MESO_SERVICES_ERROR_REFUSED, "Only a physician");
  g_assert_true (is_reviewed (fixture, "PREG"));
}

/* What was given out changes nothing when it comes back; without its signatures neither, and with others' neither. */
static void
test_file (void)
{
  static const char *const rules[] = { "TATTOO", NULL };
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);
  g_autoptr(GBytes) file = g_bytes_new_static (TATTOO, strlen (TATTOO));
  g_autoptr(GBytes) exported = NULL;
  g_autoptr(MesoProtocolPreview) preview = NULL;
  g_autoptr(GError) error = NULL;
  guint number = import (fixture, file, 0);

  g_assert_cmpuint (number, ==, 1);
  g_assert_nonnull (meso_protocol_lookup_question (meso_clinic_get_protocol (fixture->clinic), "tattoo"));
  g_assert_true (meso_protocol_service_review (fixture->clinic, rules, &number, "", &error));
  g_assert_true (is_reviewed (fixture, "TATTOO"));
  exported = meso_protocol_service_export (fixture->clinic, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (clinic_fixture_count_audit (fixture, "export", "protocol", "2"), ==, 1);
  preview = meso_protocol_service_preview_file (fixture->clinic, "back.xml", exported);
  g_assert_false (preview->changes);
  g_assert_cmpuint (import (fixture, exported, 2), ==, 2);
  g_assert_cmpuint (import (fixture, file, 2), ==, 2);
  g_assert_true (is_reviewed (fixture, "TATTOO"));
}

static void
test_signatures_do_not_come_in_files (void)
{
  static const char xml[] = HEAD "<review rule='MENS' by='Dr Elsewhere' on='2026-11-22'/></protocol>";
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);
  g_autoptr(GBytes) file = g_bytes_new_static (xml, strlen (xml));
  g_autoptr(MesoProtocolPreview) preview = meso_protocol_service_preview_file (fixture->clinic, "x.xml", file);

  g_assert_false (preview->changes);
  g_assert_cmpuint (preview->remarks->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (preview->remarks, 0), "MENS"));
  g_assert_cmpuint (import (fixture, file, 0), ==, 0);
}

static void
test_bad_file (void)
{
  static const char *const files[] = { "", "<", HEAD "<rule/></protocol>", "<!DOCTYPE x>" TATTOO, "\xff", HEAD "</protocol>x" };
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);
  g_autofree char *before = clinic_fixture_dump (fixture);
  g_autofree char *after = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr(GBytes) file = g_bytes_new_static (files[i], strlen (files[i]));
      g_autoptr(MesoProtocolPreview) preview = meso_protocol_service_preview_file (fixture->clinic, "bad.xml", file);
      g_autoptr(GError) error = NULL;
      guint number = 0;

      g_assert_cmpuint (preview->faults->len, >, 0);
      g_assert_true (g_str_has_prefix (g_ptr_array_index (preview->faults, 0), "bad.xml:"));
      g_assert_false (meso_protocol_service_apply_file (fixture->clinic, "bad.xml", file, &number, "why", &error));
      clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "bad.xml:");
    }
  after = clinic_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

/* A verdict keeps the protocol that it was given by. */
static void
test_old_verdicts_keep_theirs (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);
  g_autoptr(MesoPatient) patient = clinic_fixture_add (fixture, "Leila", "Karimi", MESO_SEX_FEMALE, "1990-05-01", "en");
  g_autofree char *first = clinic_fixture_screen (fixture, patient, TODAY, "menstruating=yes period-started-on=2026-11-20");
  g_autofree char *second = NULL;
  g_autoptr(MesoScreening) old = NULL;
  g_autoptr(MesoScreening) young = NULL;
  g_autoptr(GPtrArray) differences = NULL;
  guint replayed = 0;

  apply (fixture, wait_days (9), 0);
  second = clinic_fixture_screen (fixture, patient, TODAY, "menstruating=yes period-started-on=2026-11-20");
  old = meso_screening_service_get (fixture->clinic, first, NULL, NULL);
  young = meso_screening_service_get (fixture->clinic, second, NULL, NULL);
  g_assert_cmpint (old->verdict->until.day, ==, 27);
  g_assert_cmpint (young->verdict->until.day, ==, 29);
  g_assert_cmpstr (old->verdict->protocol_hash, !=, young->verdict->protocol_hash);
  differences = meso_screening_service_replay (fixture->clinic, NULL, NULL, &replayed, NULL);
  g_assert_cmpuint (replayed, ==, 2);
  g_assert_cmpuint (differences->len, ==, 0);
}

static void
test_compare_versions (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);
  g_autoptr(GPtrArray) differences = NULL;
  g_autoptr(GError) error = NULL;
  const MesoProtocolDifference *difference;

  apply (fixture, wait_days (9), 0);
  apply (fixture, wait_days (12), 1);
  differences = meso_protocol_service_compare (fixture->clinic, 1, 2, &error);
  g_assert_no_error (error);
  difference = g_ptr_array_index (differences, 0);
  g_assert_cmpint (difference->old_days, ==, 9);
  g_assert_cmpint (difference->new_days, ==, 12);
  g_clear_pointer (&differences, g_ptr_array_unref);
  differences = meso_protocol_service_compare (fixture->clinic, 2, 0, &error);
  g_assert_cmpint (((MesoProtocolDifference *) differences->pdata[0])->new_days, ==, 7);
  g_assert_null (meso_protocol_service_compare (fixture->clinic, 0, 3, &error));
  clinic_fixture_assert_error (&error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND, "3");
}

/* A new version of the program: what still fits is laid over it again, what doesn't is told until somebody has settled it. */
static void
test_other_content (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);
  g_autoptr(GBytes) file = g_bytes_new_static (TATTOO, strlen (TATTOO));
  g_autofree char *folder = clinic_fixture_copy_content (fixture, "newer", "screening.xml",
                                                         "event=\"period-started-on\" days=\"7\"",
                                                         "event=\"period-started-on\" days=\"14\"");
  g_autoptr(GError) error = NULL;
  g_autoptr(MesoContent) newer = meso_content_load_folder (folder, &error);
  const GPtrArray *set_aside;

  g_assert_no_error (error);
  import (fixture, file, 0);
  apply (fixture, wait_days (9), 1);
  clinic_fixture_close (fixture);
  clinic_fixture_open (fixture, newer);

  set_aside = meso_protocol_service_get_set_aside (fixture->clinic);
  g_assert_cmpuint (set_aside->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (set_aside, 0), "MENS"));
  g_assert_null (meso_protocol_lookup_change (meso_clinic_get_protocol (fixture->clinic), "MENS", 1));
  g_assert_nonnull (meso_protocol_lookup_question (meso_clinic_get_protocol (fixture->clinic), "tattoo"));

  g_assert_cmpuint (apply (fixture, NULL, 2), ==, 3);
  g_assert_cmpuint (meso_protocol_service_get_set_aside (fixture->clinic)->len, ==, 0);
  clinic_fixture_close (fixture);
  clinic_fixture_open (fixture, newer);
  g_assert_cmpuint (meso_protocol_service_get_set_aside (fixture->clinic)->len, ==, 0);
  g_assert_cmpuint (count_versions (fixture), ==, 3);
}

static gpointer
read_on (gpointer data)
{
  MesoClinic *clinic = data;
  guint n = 0;

  for (guint i = 0; i < 20000; i++)
    {
      MesoProtocol *protocol = meso_clinic_get_protocol (clinic);

      n += meso_protocol_get_rules (protocol)->len > 0 && get_days (protocol) >= 7;
    }
  return GUINT_TO_POINTER (n);
}

/* Others read all the while, on any thread. */
static void
test_swap_under_readers (void)
{
  g_autoptr(ClinicFixture) fixture = clinic_fixture_new ();
  g_autofree char *physician = clinic_fixture_seat_physician (fixture);
  GThread *readers[3];

  for (gsize i = 0; i < G_N_ELEMENTS (readers); i++)
    readers[i] = g_thread_new ("reader", read_on, fixture->clinic);
  for (guint i = 0; i < 5; i++)
    g_assert_cmpuint (apply (fixture, wait_days (8 + i), i), ==, i + 1);
  for (gsize i = 0; i < G_N_ELEMENTS (readers); i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (readers[i])), ==, 20000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/protocol-service/apply", test_apply);
  g_test_add_func ("/protocol-service/same-after-opening", test_same_after_opening);
  g_test_add_func ("/protocol-service/refused", test_refused);
  g_test_add_func ("/protocol-service/nothing-changes", test_nothing_changes);
  g_test_add_func ("/protocol-service/preview", test_preview);
  g_test_add_func ("/protocol-service/review", test_review);
  g_test_add_func ("/protocol-service/withdraw", test_withdraw);
  g_test_add_func ("/protocol-service/withdraw-is-for-physicians", test_withdraw_is_for_physicians);
  g_test_add_func ("/protocol-service/file", test_file);
  g_test_add_func ("/protocol-service/signatures-do-not-come-in-files", test_signatures_do_not_come_in_files);
  g_test_add_func ("/protocol-service/bad-file", test_bad_file);
  g_test_add_func ("/protocol-service/old-verdicts-keep-theirs", test_old_verdicts_keep_theirs);
  g_test_add_func ("/protocol-service/compare-versions", test_compare_versions);
  g_test_add_func ("/protocol-service/other-content", test_other_content);
  g_test_add_func ("/protocol-service/swap-under-readers", test_swap_under_readers);
  return g_test_run ();
}
