/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-eligibility.h"
#include "meso-screening-change.h"
#include "screening-support.h"

#define BEFORE "2026-11-20T08:00:00.000Z"
#define RECORDED "2026-11-22T09:00:00.000Z"
#define AFTER "2026-11-23T10:00:00.000Z"
#define LATER "2026-11-24T10:00:00.000Z"

static const char body[] =
  "<question id='weight' type='number' forms='full' required='false' min='20' max='300' unit='kg' known='weight'" TEST_PROVENANCE ">"
  "<text>T</text></question>"
  "<rule id='LIGHT'" TEST_PROVENANCE "><case outcome='caution'><when question='weight' below='45'/><reason>R</reason>"
  "<advice>A</advice></case></rule>";

typedef struct
{
  MesoProtocol *protocol;
  MesoScreening *screening;
  MesoPatient *patient;
  GPtrArray *health;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->protocol = screening_support_protocol (body);
  fixture->screening = g_new0 (MesoScreening, 1);
  fixture->screening->date = (MesoCalendarDate) { 2026, 11, 22 };
  fixture->screening->recorded_at = g_strdup (RECORDED);
  fixture->screening->response = screening_support_response (MESO_SEX_FEMALE, "weight=#46000");
  fixture->screening->verdict = meso_verdict_new ();
  fixture->patient = meso_patient_new ();
  fixture->patient->sex = MESO_SEX_FEMALE;
  fixture->patient->birth_date = fixture->screening->response->birth_date;
  fixture->health = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_health_item_free);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  meso_protocol_unref (fixture->protocol);
  meso_screening_free (fixture->screening);
  meso_patient_free (fixture->patient);
  g_ptr_array_unref (fixture->health);
}

static MesoHealthItem *
note (Fixture        *fixture,
      MesoHealthKind  kind,
      const char     *what,
      const char     *noted_at)
{
  MesoHealthItem *item = meso_health_item_new (kind, what);

  item->id = g_strdup_printf ("item-%u", fixture->health->len);
  item->noted_at = g_strdup (noted_at);
  g_ptr_array_add (fixture->health, item);

  return item;
}

static MesoChangedFact
find (Fixture    *fixture,
      const char *until)
{
  return meso_screening_find_change (fixture->screening, fixture->patient, fixture->health, fixture->protocol, until, NULL);
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  const MesoHealthItem *item = (gpointer) fixture;

  note (fixture, MESO_HEALTH_MEDICINE, "Warfarin", BEFORE);
  note (fixture, MESO_HEALTH_MEDICINE, "Aspirin", RECORDED);
  g_assert_cmpint (meso_screening_find_change (fixture->screening, fixture->patient, fixture->health, fixture->protocol, NULL, &item),
                   ==, MESO_CHANGED_NOTHING);
  g_assert_null (item);
}

static void
test_sex (Fixture       *fixture,
          gconstpointer  data)
{
  fixture->patient->sex = MESO_SEX_MALE;
  g_assert_cmpint (find (fixture, NULL), ==, MESO_CHANGED_SEX);
}

static void
test_birth_date (Fixture       *fixture,
                 gconstpointer  data)
{
  fixture->patient->birth_date.year++;
  g_assert_cmpint (find (fixture, NULL), ==, MESO_CHANGED_BIRTH_DATE);

  /* A record that has forgotten it says nothing against the answers. */
  fixture->patient->birth_date = MESO_CALENDAR_DATE_NONE;
  g_assert_cmpint (find (fixture, NULL), ==, MESO_CHANGED_NOTHING);
}

static void
test_health (Fixture       *fixture,
             gconstpointer  data)
{
  for (int kind = 0; kind < MESO_HEALTH_N_KINDS; kind++)
    {
      const MesoHealthItem *found = NULL;
      const MesoHealthItem *item = note (fixture, (MesoHealthKind) kind, "Latex", AFTER);

      g_assert_cmpint (meso_screening_find_change (fixture->screening, fixture->patient, fixture->health, fixture->protocol, NULL,
                                                   &found), ==, MESO_CHANGED_HEALTH);
      g_assert_true (found == item);

      /* A session that had begun by then isn't touched by it. */
      g_assert_cmpint (find (fixture, AFTER), ==, MESO_CHANGED_NOTHING);
      g_assert_cmpint (find (fixture, LATER), ==, MESO_CHANGED_HEALTH);
      g_ptr_array_set_size (fixture->health, 0);
    }
}

static void
test_status (Fixture       *fixture,
             gconstpointer  data)
{
  MesoHealthItem *item = note (fixture, MESO_HEALTH_CONDITION, "Lupus", AFTER);

  for (int status = MESO_HEALTH_ENDED; status <= MESO_HEALTH_ENTERED_IN_ERROR; status++)
    {
      item->status = (MesoHealthStatus) status;
      g_assert_cmpint (find (fixture, NULL), ==, MESO_CHANGED_NOTHING);
    }

  /* That what was known has ended changes nothing either: whoever wants to be judged anew is screened anew. */
  g_ptr_array_set_size (fixture->health, 0);
  note (fixture, MESO_HEALTH_CONDITION, "Lupus", BEFORE)->status = MESO_HEALTH_ENDED;
  g_assert_cmpint (find (fixture, NULL), ==, MESO_CHANGED_NOTHING);
}

/* Mended letters are the same fact; another medicine, or another who chose it, isn't. */
static void
test_mended (Fixture       *fixture,
             gconstpointer  data)
{
  MesoHealthItem *before = note (fixture, MESO_HEALTH_MEDICINE, "warfarin", BEFORE);
  MesoHealthItem *between = note (fixture, MESO_HEALTH_MEDICINE, "Warfarin", AFTER);
  MesoHealthItem *now = note (fixture, MESO_HEALTH_MEDICINE, "WARFARIN", LATER);

  before->status = between->status = MESO_HEALTH_REPLACED;
  between->replaces = g_strdup (before->id);
  now->replaces = g_strdup (between->id);
  g_assert_cmpint (find (fixture, NULL), ==, MESO_CHANGED_NOTHING);

  now->origin = MESO_MEDICINE_PRESCRIBED;
  g_assert_cmpint (find (fixture, NULL), ==, MESO_CHANGED_HEALTH);
  now->origin = before->origin;
  g_set_str (&now->what, "Heparin");
  g_assert_cmpint (find (fixture, NULL), ==, MESO_CHANGED_HEALTH);
}

/* Only across a bound that a rule has, and only when it was weighed after the screening. */
static void
test_weight (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct { gint64 weight_g; int day; MesoChangedFact changed; } cases[] = {
    { 44999, 23, MESO_CHANGED_WEIGHT }, { 45000, 23, MESO_CHANGED_NOTHING }, { 90000, 23, MESO_CHANGED_NOTHING },
    { 44999, 22, MESO_CHANGED_NOTHING }, { 44999, 21, MESO_CHANGED_NOTHING }, { 0, 23, MESO_CHANGED_NOTHING },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      fixture->patient->weight_g = cases[i].weight_g;
      fixture->patient->weight_on = (MesoCalendarDate) { 2026, 11, (guint8) cases[i].day };
      g_assert_cmpint (find (fixture, NULL), ==, cases[i].changed);
    }

  /* Nobody answered it: nothing rests on it. */
  fixture->patient->weight_g = 44999;
  fixture->patient->weight_on = (MesoCalendarDate) { 2026, 11, 23 };
  meso_questionnaire_response_set (fixture->screening->response, "weight", NULL);
  g_assert_cmpint (find (fixture, NULL), ==, MESO_CHANGED_NOTHING);
}

static void
test_eligibility (void)
{
  for (int i = MESO_ELIGIBILITY_UNSCREENED; i <= MESO_ELIGIBILITY_SIGNED; i++)
    {
      gboolean stands = i == MESO_ELIGIBILITY_BLOCKED || i == MESO_ELIGIBILITY_INCOMPLETE;

      g_assert_cmpint (meso_eligibility_after_change ((MesoEligibility) i), ==, stands ? i : MESO_ELIGIBILITY_UNSCREENED);
    }
}

#define ADD(name, function) g_test_add ("/screening-change/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("nothing", test_nothing);
  ADD ("sex", test_sex);
  ADD ("birth-date", test_birth_date);
  ADD ("health", test_health);
  ADD ("status", test_status);
  ADD ("mended", test_mended);
  ADD ("weight", test_weight);
  g_test_add_func ("/screening-change/eligibility", test_eligibility);

  return g_test_run ();
}
