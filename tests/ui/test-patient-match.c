/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-match.h"

#include "meso-patient-glance.h"
#include "ui-fixture.h"

/* (transfer full): the text with what is marked in brackets */
static char *
draw (const char    *text,
      PangoAttrList *list)
{
  g_autoptr(PangoAttrIterator) iterator = pango_attr_list_get_iterator (list);
  GString *drawn = g_string_new (NULL);
  int length = (int) strlen (text);

  do
    {
      gboolean marked = pango_attr_iterator_get (iterator, PANGO_ATTR_WEIGHT) != NULL;
      int start;
      int end;

      pango_attr_iterator_range (iterator, &start, &end);
      if (start >= length)
        break;
      g_string_append (drawn, marked ? "[" : "");
      g_string_append_len (drawn, text + start, MIN (end, length) - start);
      g_string_append (drawn, marked ? "]" : "");
    }
  while (pango_attr_iterator_next (iterator));
  g_string_replace (drawn, "][", "", 0);
  return g_string_free (drawn, FALSE);
}

static void
assert_marked (const char    *typed,
               MesoMatchKind  kind,
               const char    *text,
               const char    *expected)
{
  g_autoptr(MesoMatch) match = meso_match_new (typed);
  g_autoptr(PangoAttrList) list = pango_attr_list_new ();
  MesoMatchTerms terms = meso_match_choose (match, meso_match_find (match, text, kind));
  g_autofree char *drawn = NULL;

  meso_match_mark (match, terms, text, kind, list, 0);
  drawn = draw (text, list);
  g_assert_cmpstr (drawn, ==, expected);
}

static void
test_words (void)
{
  assert_marked ("ahm", MESO_MATCH_WORDS, "Leila Ahmadi", "Leila [Ahm]adi");
  assert_marked ("zoe", MESO_MATCH_WORDS, "Zoë", "[Zoë]");
  assert_marked ("strasse", MESO_MATCH_WORDS, "Anna Straße", "Anna [Straße]");
  assert_marked ("obr", MESO_MATCH_WORDS, "O’Brien", "[O’Br]ien");
  assert_marked ("ahm", MESO_MATCH_WORDS, "Zahra El-Ahmar", "Zahra El-[Ahm]ar");
  /* Letters that stand for one another, a name in two pieces, and marks that show nothing. */
  assert_marked ("علیرضا", MESO_MATCH_WORDS, "علي‌رضا", "[علي‌رضا]");
  assert_marked ("علی رضا", MESO_MATCH_WORDS, "عليرضا", "[عليرضا]");
  assert_marked ("کریم", MESO_MATCH_WORDS, "\xe2\x81\xa8ليلا كَريمي\xe2\x81\xa9", "\xe2\x81\xa8ليلا [كَريم]ي\xe2\x81\xa9");
  /* The middle of a word was not what found it. */
  assert_marked ("eila", MESO_MATCH_WORDS, "Leila", "Leila");
  assert_marked ("b", MESO_MATCH_WORDS, "<b>&amp;", "<[b]>&amp;");
  assert_marked ("b", MESO_MATCH_WORDS, "", "");
  assert_marked ("", MESO_MATCH_WORDS, "Leila", "Leila");
}

static void
test_numbers (void)
{
  assert_marked ("0912", MESO_MATCH_PHONE, "+98 912 555 0142", "+98 [912] 555 0142");
  assert_marked ("98912", MESO_MATCH_PHONE, "+98 912 555 0142", "+[98 912] 555 0142");
  assert_marked ("0098912", MESO_MATCH_PHONE, "+98 912 555 0142", "+[98 912] 555 0142");
  assert_marked ("+98 912", MESO_MATCH_PHONE, "+98 912 555 0142", "+[98 912] 555 0142");
  assert_marked ("5550", MESO_MATCH_PHONE, "+98 912 555 0142", "+98 912 [555 0]142");
  assert_marked ("۵۵۵۰", MESO_MATCH_PHONE, "+98 912 555 0142", "+98 912 [555 0]142");
  assert_marked ("5550", MESO_MATCH_PHONE, "+۹۸ ۹۱۲ ۵۵۵ ۰۱۴۲", "+۹۸ ۹۱۲ [۵۵۵ ۰]۱۴۲");
  /* A 0 in front stands for the country's number only at its beginning. */
  assert_marked ("0555", MESO_MATCH_PHONE, "+98 912 555 0142", "+98 912 555 0142");
  assert_marked ("417", MESO_MATCH_FILE_NUMBER, "0417", "0[417]");
  assert_marked ("0417", MESO_MATCH_FILE_NUMBER, "0417", "[0417]");
  assert_marked ("17", MESO_MATCH_FILE_NUMBER, "0417", "0417");
  assert_marked ("4567", MESO_MATCH_ID, "1234567891", "123[4567]891");
  /* Two digits are no part of a number. */
  assert_marked ("45", MESO_MATCH_ID, "1234567891", "1234567891");
}

static const MesoGlance *
glance (UiFixture   *fixture,
        GObject     *item,
        MesoPatient *patient,
        const char  *typed)
{
  g_autoptr(MesoSought) sought = meso_sought_new (fixture->context, typed);
  MesoGlanceSource source = { .context = fixture->context, .patient = patient, .sought = sought };

  return meso_glance_get (item, &source);
}

static void
assert_text (const MesoMarkedText *text,
             const char           *expected)
{
  g_autofree char *drawn = draw (text->text->str, text->marks);
  g_autoptr(GString) plain = g_string_new (drawn);

  /* Without the marks of direction, which nobody sees. */
  g_string_replace (plain, "\xe2\x80\x8e", "", 0);
  g_string_replace (plain, "\xe2\x80\x8f", "", 0);
  g_string_replace (plain, "\xe2\x81\xa6", "", 0);
  g_string_replace (plain, "\xe2\x81\xa8", "", 0);
  g_string_replace (plain, "\xe2\x81\xa9", "", 0);
  g_string_replace (plain, "\xc2\xa0", " ", 0);
  g_assert_cmpstr (plain->str, ==, expected);
}

static MesoPatient *
make_patient (void)
{
  MesoPatient *patient = meso_patient_new ();

  g_set_str (&patient->file_number, "0417");
  g_set_str (&patient->given_name, "Leila");
  g_set_str (&patient->family_name, "Ahmadi");
  g_set_str (&patient->other_given_name, "لیلا");
  g_set_str (&patient->other_family_name, "احمدی");
  g_set_str (&patient->phone, "+989125550142");
  g_set_str (&patient->second_phone, "+982188440000");
  g_set_str (&patient->email, "sina.karimi@example.org");
  g_set_str (&patient->notes, "Comes with her sister <b>Mina</b>\nPrefers mornings & short visits, and always brings her own list of "
                              "medicines along, which is long.");
  patient->birth_date = (MesoCalendarDate) { 1992, 5, 12 };
  return patient;
}

static void
test_glance (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  g_autoptr(GObject) item = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr(MesoPatient) patient = make_patient ();
  const MesoGlance *words = glance (fixture, item, patient, "");

  assert_text (words->name, "Leila Ahmadi  لیلا احمدی");
  g_assert_true (meso_marked_text_is_empty (words->why));
  words = glance (fixture, item, patient, "ahm");
  assert_text (words->name, "Leila [Ahm]adi  لیلا احمدی");
  words = glance (fixture, item, patient, "احم");
  assert_text (words->name, "Leila Ahmadi  لیلا [احم]دی");
  words = glance (fixture, item, patient, "lei 0912");
  assert_text (words->name, "[Lei]la Ahmadi  لیلا احمدی");
  assert_text (words->phone, "+98 [912] 555 0142");
  g_assert_true (meso_marked_text_is_empty (words->why));
  words = glance (fixture, item, patient, "417");
  assert_text (words->file, "0[417]");
  ui_fixture_free (fixture);
}

/* What the list doesn't show, it says. */
static void
test_why (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  g_autoptr(GObject) item = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr(MesoPatient) patient = make_patient ();

  assert_text (glance (fixture, item, patient, "kari")->why, "E-mail: sina.[kari]mi@example.org");
  assert_text (glance (fixture, item, patient, "8844")->why, "Second phone: +9821[8844]0000");
  assert_text (glance (fixture, item, patient, "mina")->why,
               "Notes: …with her sister <b>[Mina]</b> Prefers mornings & short visits, and always brings her own lis…");
  /* One word in sight, the other one not. */
  assert_text (glance (fixture, item, patient, "leila morn")->why,
               "Notes: …<b>Mina</b> Prefers [morn]ings & short visits, and always brings her own list of medicines a…");
  assert_text (glance (fixture, item, patient, "nobody")->why, "Found in a record that was merged into this one");
  ui_fixture_free (fixture);
}

static void
test_birth_date (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  g_autoptr(GObject) item = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr(MesoPatient) patient = make_patient ();
  const MesoGlance *words = glance (fixture, item, patient, "1992-05-12");

  assert_text (words->line, "File 0417 · born [12 May 1992] · +98 912 555 0142");
  g_assert_true (meso_marked_text_is_empty (words->why));
  /* In the other calendar, and with a name beside it. */
  words = glance (fixture, item, patient, "ahm ۱۳۷۱/۲/۲۲");
  assert_text (words->name, "Leila [Ahm]adi  لیلا احمدی");
  assert_text (words->line, "File 0417 · born [12 May 1992] · +98 912 555 0142");
  assert_text (words->why, "Born: [22 Ordibehesht 1371]");
  ui_fixture_free (fixture);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/patient-match/words", test_words);
  g_test_add_func ("/patient-match/numbers", test_numbers);
  g_test_add_func ("/patient-match/glance", test_glance);
  g_test_add_func ("/patient-match/why", test_why);
  g_test_add_func ("/patient-match/birth-date", test_birth_date);
  return g_test_run ();
}
