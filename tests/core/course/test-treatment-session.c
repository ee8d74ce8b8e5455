/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "../protocol/protocol-fixture.h"
#include "meso-core-error.h"
#include "meso-text.h"
#include "meso-treatment-session.h"

static const MesoCalendarDate today = { 2026, 11, 24 };

/* A session with something in every field that a person fills in. */
static MesoTreatmentSession *
new_session (void)
{
  MesoTreatmentSession *session = meso_treatment_session_new ();

  session->patient = g_strdup ("leila");
  session->plan = g_strdup ("a-plan");
  session->session_n = 3;
  session->date = today;
  session->minute = 14 * 60 + 30;
  session->operator = g_strdup ("mina");
  session->physician = g_strdup ("sara");
  session->screening = g_strdup ("a-screening");
  session->formula = g_strdup ("a-formula");
  session->formula_version = 2;
  session->points = 50;
  session->volume_ul = 5000;
  session->wasted_ul = 250;
  session->pain = 3;
  session->before = (MesoBloodPressure) { 121, 79 };
  session->after = (MesoBloodPressure) { 118, 80 };
  g_ptr_array_add (session->reactions, meso_reaction_new ("pain", 1, NULL));
  g_ptr_array_add (session->reactions, meso_reaction_new (MESO_REACTION_OTHER, 2, "dizzy for <1 min> & pale"));
  g_set_str (&session->notes, "Sat up slowly.\nآرام نشست");

  return session;
}

/* fault (nullable): how the message starts; NULL when nothing may be wrong */
static void
assert_check (const MesoTreatmentSession *session,
              MesoCoreError               code,
              const char                 *fault)
{
  g_autofree char *entries = g_strconcat (protocol_fixture_everything, "<entry id='shine' list='benefit'" FROM ">" TEXT "</entry>",
                                          NULL);
  g_autoptr (MesoProtocol) protocol = protocol_fixture_new (entries);
  g_autoptr (GError) error = NULL;
  gboolean fine = meso_treatment_session_check (session, protocol, today, &error);

  if (fault == NULL)
    {
      g_assert_no_error (error);
      g_assert_true (fine);
      return;
    }

  g_assert_false (fine);
  g_assert_error (error, MESO_CORE_ERROR, (int) code);
  if (!g_str_has_prefix (error->message, fault))
    g_error ("“%s” doesn't start with “%s”", error->message, fault);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

#define ACCEPT(change) \
  G_STMT_START { \
    g_autoptr (MesoTreatmentSession) s = new_session (); \
    change; \
    assert_check (s, MESO_CORE_ERROR_INVALID, NULL); \
  } G_STMT_END
#define REFUSE(code, fault, change) \
  G_STMT_START { \
    g_autoptr (MesoTreatmentSession) s = new_session (); \
    change; \
    assert_check (s, MESO_CORE_ERROR_##code, fault); \
  } G_STMT_END

static MesoReaction *
reaction (MesoTreatmentSession *session,
          guint                 index)
{
  return g_ptr_array_index (session->reactions, index);
}

static void
test_new_and_copy (void)
{
  g_autoptr (MesoTreatmentSession) empty = meso_treatment_session_new ();
  g_autoptr (MesoTreatmentSession) session = new_session ();
  g_autoptr (MesoTreatmentSession) copy = NULL;

  g_assert_null (empty->id);
  g_assert_cmpint (empty->minute, ==, MESO_CIVIL_TIME_NO_MINUTE);
  g_assert_cmpint (empty->pain, ==, MESO_PAIN_NOT_ASKED);
  g_assert_cmpstr (empty->notes, ==, "");
  g_assert_cmpstr (empty->reason, ==, "");
  g_assert_cmpuint (empty->reactions->len, ==, 0);

  session->id = g_strdup ("id");
  session->operator_role = MESO_ROLE_NURSE;
  session->operator_licence = g_strdup ("12345");
  session->amends = g_strdup ("before");
  g_set_str (&session->reason, "why");
  session->amended_by = g_strdup ("after");
  session->entered_in_error = g_strdup ("another's");
  session->recorded_at = g_strdup ("then");
  session->recorded_by = g_strdup ("desk");
  copy = meso_treatment_session_copy (session);
  g_clear_pointer (&session, meso_treatment_session_free);

  g_assert_cmpstr (copy->id, ==, "id");
  g_assert_cmpstr (copy->patient, ==, "leila");
  g_assert_cmpstr (copy->plan, ==, "a-plan");
  g_assert_cmpint (copy->session_n, ==, 3);
  g_assert_cmpint (copy->minute, ==, 870);
  g_assert_cmpstr (copy->operator, ==, "mina");
  g_assert_cmpint (copy->operator_role, ==, MESO_ROLE_NURSE);
  g_assert_cmpstr (copy->operator_licence, ==, "12345");
  g_assert_cmpstr (copy->physician, ==, "sara");
  g_assert_cmpstr (copy->screening, ==, "a-screening");
  g_assert_cmpstr (copy->formula, ==, "a-formula");
  g_assert_cmpint (copy->before.systolic, ==, 121);
  g_assert_cmpuint (copy->reactions->len, ==, 2);
  g_assert_cmpstr (reaction (copy, 1)->note, ==, "dizzy for <1 min> & pale");
  g_assert_cmpstr (copy->notes, ==, "Sat up slowly.\nآرام نشست");
  g_assert_cmpstr (copy->amends, ==, "before");
  g_assert_cmpstr (copy->reason, ==, "why");
  g_assert_cmpstr (copy->amended_by, ==, "after");
  g_assert_cmpstr (copy->entered_in_error, ==, "another's");
  g_assert_cmpstr (copy->recorded_at, ==, "then");
  g_assert_cmpstr (copy->recorded_by, ==, "desk");
}

static void
test_counts (void)
{
  g_autoptr (MesoTreatmentSession) session = new_session ();

  g_assert_true (meso_treatment_session_counts (session));
  g_set_str (&session->amended_by, "another");
  g_assert_false (meso_treatment_session_counts (session));
  g_set_str (&session->amended_by, NULL);
  g_set_str (&session->entered_in_error, "another's");
  g_assert_false (meso_treatment_session_counts (session));
}

static void
test_date (void)
{
  ACCEPT ((void) s);
  ACCEPT (s->date.day = 23);
  ACCEPT (s->date = ((MesoCalendarDate) { 1850, 1, 1 }));
  REFUSE (INVALID, "date: ", s->date = MESO_CALENDAR_DATE_NONE);
  REFUSE (RANGE, "date: The day 2026-11-25 is in the future", s->date.day = 25);
  REFUSE (RANGE, "date: The day 1849-12-31 is before 1850", s->date = ((MesoCalendarDate) { 1849, 12, 31 }));
  /* A Persian year, typed as it is. */
  REFUSE (RANGE, "date: The day 1405-09-03 is before 1850", s->date = ((MesoCalendarDate) { 1405, 9, 3 }));

  ACCEPT (s->minute = MESO_CIVIL_TIME_NO_MINUTE);
  ACCEPT (s->minute = 0);
  ACCEPT (s->minute = 1439);
  REFUSE (RANGE, "minute: ", s->minute = 1440);
  REFUSE (RANGE, "minute: ", s->minute = -2);
}

static void
test_references (void)
{
  REFUSE (INVALID, "operator: ", g_set_str (&s->operator, NULL));
  REFUSE (INVALID, "operator: ", g_set_str (&s->operator, " "));
  ACCEPT (g_set_str (&s->physician, NULL));
  REFUSE (INVALID, "screening: ", g_set_str (&s->screening, NULL));

  ACCEPT (g_set_str (&s->plan, NULL); s->session_n = 0);
  REFUSE (INVALID, "session_n: ", s->session_n = 0);
  REFUSE (INVALID, "session_n: ", s->session_n = -1);
  REFUSE (INVALID, "session_n: ", g_set_str (&s->plan, NULL));
  REFUSE (INVALID, "session_n: ", g_set_str (&s->plan, NULL); s->session_n = -1);

  ACCEPT (g_set_str (&s->formula, NULL); s->formula_version = 0);
  REFUSE (INVALID, "formula_version: ", s->formula_version = 0);
  REFUSE (INVALID, "formula_version: ", g_set_str (&s->formula, NULL));
  REFUSE (INVALID, "formula_version: ", g_set_str (&s->formula, NULL); s->formula_version = -1);
}

static void
test_amounts (void)
{
  ACCEPT (s->points = 0; s->volume_ul = 0);
  ACCEPT (s->points = 1);
  ACCEPT (s->points = 5000);
  REFUSE (RANGE, "points: ", s->points = -1);
  REFUSE (RANGE, "points: ", s->points = 5001);
  /* What went in went in somewhere; what was thrown away didn't. */
  REFUSE (INVALID, "points: ", s->points = 0);
  ACCEPT (s->points = 0; s->volume_ul = 0; s->wasted_ul = 5000);

  ACCEPT (s->volume_ul = 0);
  ACCEPT (s->volume_ul = 100000);
  REFUSE (RANGE, "volume_ul: ", s->volume_ul = -1);
  REFUSE (RANGE, "volume_ul: ", s->volume_ul = 100001);
  REFUSE (RANGE, "volume_ul: ", s->volume_ul = G_MAXINT64);
  ACCEPT (s->wasted_ul = 0);
  REFUSE (RANGE, "wasted_ul: ", s->wasted_ul = -1);
  REFUSE (RANGE, "wasted_ul: ", s->wasted_ul = 100001);
}

static void
test_pain (void)
{
  ACCEPT (s->pain = MESO_PAIN_NOT_ASKED);
  ACCEPT (s->pain = 0);
  ACCEPT (s->pain = 10);
  REFUSE (RANGE, "pain: ", s->pain = -2);
  REFUSE (RANGE, "pain: ", s->pain = 11);
}

static void
test_blood_pressure (void)
{
  g_assert_false (meso_blood_pressure_is_set ((MesoBloodPressure) { 0, 0 }));
  g_assert_true (meso_blood_pressure_is_set ((MesoBloodPressure) { 120, 0 }));
  g_assert_true (meso_blood_pressure_is_set ((MesoBloodPressure) { 0, 80 }));

  ACCEPT (s->before = s->after = ((MesoBloodPressure) { 0, 0 }));
  ACCEPT (s->before = ((MesoBloodPressure) { 300, 20 }));
  ACCEPT (s->before = ((MesoBloodPressure) { 81, 80 }));
  REFUSE (INVALID, "before: ", s->before.diastolic = 0);
  REFUSE (INVALID, "before: ", s->before.systolic = 0);
  REFUSE (INVALID, "after: ", s->after.systolic = 0);
  REFUSE (RANGE, "before: ", s->before = ((MesoBloodPressure) { 301, 80 }));
  REFUSE (RANGE, "before: ", s->before = ((MesoBloodPressure) { 120, 19 }));
  REFUSE (RANGE, "before: ", s->before = ((MesoBloodPressure) { -5, -6 }));
  REFUSE (RANGE, "after: ", s->after = ((MesoBloodPressure) { 80, 80 }));
  REFUSE (RANGE, "after: ", s->after = ((MesoBloodPressure) { 80, 120 }));
}

static void
test_reactions (void)
{
  ACCEPT (g_ptr_array_set_size (s->reactions, 0));
  ACCEPT (G_STMT_START { g_ptr_array_set_size (s->reactions, 0); s->no_reactions = TRUE; } G_STMT_END);
  REFUSE (INVALID, "no_reactions: ", s->no_reactions = TRUE);
  REFUSE (INVALID, "reactions[0].term: “ache” isn't one of", g_set_str (&reaction (s, 0)->term, "ache"));
  REFUSE (INVALID, "reactions[0].term: ", g_set_str (&reaction (s, 0)->term, NULL));
  /* Of the content, but of another list. */
  REFUSE (INVALID, "reactions[0].term: ", g_set_str (&reaction (s, 0)->term, "shine"));
  REFUSE (INVALID, "reactions[1].term: ", g_set_str (&reaction (s, 1)->term, "pain"));
  ACCEPT (g_ptr_array_add (s->reactions, meso_reaction_new (MESO_REACTION_OTHER, 1, "sneezed")));

  ACCEPT (reaction (s, 0)->grade = 5);
  REFUSE (RANGE, "reactions[0].grade: ", reaction (s, 0)->grade = 0);
  REFUSE (RANGE, "reactions[1].grade: ", reaction (s, 1)->grade = 6);

  REFUSE (INVALID, "reactions[1].note: ", g_set_str (&reaction (s, 1)->note, ""));
  REFUSE (INVALID, "reactions[1].note: ", g_set_str (&reaction (s, 1)->note, " \n"));
  REFUSE (INVALID, "reactions[0].note: ", g_set_str (&reaction (s, 0)->note, "\x01"));
}

static void
test_notes (void)
{
  g_autofree char *much = g_strnfill (MESO_TEXT_NOTE_MAX_BYTES + 1, 'x');

  ACCEPT (g_set_str (&s->notes, ""));
  ACCEPT (g_set_str (&s->notes, "<b>50 %s</b>"));
  REFUSE (INVALID, "notes: ", g_set_str (&s->notes, "\xff"));
  REFUSE (RANGE, "notes: ", g_set_str (&s->notes, much));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/treatment-session/new-and-copy", test_new_and_copy);
  g_test_add_func ("/treatment-session/counts", test_counts);
  g_test_add_func ("/treatment-session/date", test_date);
  g_test_add_func ("/treatment-session/references", test_references);
  g_test_add_func ("/treatment-session/amounts", test_amounts);
  g_test_add_func ("/treatment-session/pain", test_pain);
  g_test_add_func ("/treatment-session/blood-pressure", test_blood_pressure);
  g_test_add_func ("/treatment-session/reactions", test_reactions);
  g_test_add_func ("/treatment-session/notes", test_notes);

  return g_test_run ();
}
