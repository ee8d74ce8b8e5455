/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* The call list of a recall: everybody once, with all that went to them. */

#include <string.h>

#include "label-fixture.h"
#include "meso-recall-sheet.h"

static MesoCalendarDate
day (const char *text)
{
  MesoCalendarDate date;
  g_autoptr (GError) error = NULL;

  meso_calendar_date_parse (text, &date, &error);
  g_assert_no_error (error);
  return date;
}

static void
add_lot (MesoRecall *recall,
         const char *id,
         const char *number)
{
  MesoLot *lot = meso_lot_new ();

  lot->id = g_strdup (id);
  g_set_str (&lot->name, "Zinc sulfate");
  g_set_str (&lot->maker, "A & B <i>");
  g_set_str (&lot->number, number);
  g_set_str (&lot->state_reason, "Particles seen");
  lot->state = MESO_LOT_RECALLED;
  lot->expiry = day ("2027-11-30");
  lot->received_on = day ("2026-09-01");
  g_ptr_array_add (recall->lots, lot);
}

/* session: "" for none */
static MesoRecallEntry *
add_entry (MesoRecall *recall,
           const char *lot,
           const char *person,
           const char *mixed_at,
           const char *session)
{
  MesoRecallEntry *entry = g_new0 (MesoRecallEntry, 1);

  entry->lot = g_strdup (lot);
  entry->preparation = g_strdup_printf ("preparation-%u", recall->entries->len);
  entry->mixed_at = g_strdup (mixed_at);
  entry->mixed_on = label_fixture_time_of (mixed_at).date;
  entry->session = session[0] != '\0' ? g_strdup ("a") : NULL;
  entry->session_date = session[0] != '\0' ? day (session) : MESO_CALENDAR_DATE_NONE;
  entry->patient = g_strdup (person);
  entry->person = g_strdup (person);
  entry->file_number = g_strdup ("0417");
  entry->given_name = g_strdup (person);
  entry->family_name = g_strdup ("Karimi");
  entry->phone = g_strdup ("+98 912 345 6789");
  entry->second_phone = g_strdup ("");
  entry->language = g_strdup ("en");
  g_ptr_array_add (recall->entries, entry);
  return entry;
}

static MesoHandoutSheet *
assemble (const char       *language,
          const MesoRecall *recall,
          const char       *reason)
{
  g_autoptr (MesoHandoutContext) context = handout_fixture_context (language, "");
  const MesoRecallContents contents = { context, recall, reason, label_fixture_time_of };
  g_autoptr (GError) error = NULL;
  MesoHandoutSheet *sheet = meso_recall_sheet_assemble (handout_fixture_protocol (), &contents, &error);

  g_assert_no_error (error);
  return sheet;
}

static void
assert_says (const MesoHandoutSheet *sheet,
             const char             *words,
             gboolean                expected)
{
  g_autoptr (GPtrArray) strings = handout_fixture_strings (sheet, TRUE);
  g_autoptr (GString) text = g_string_new ("");

  for (guint i = 0; i < strings->len; i++)
    g_string_append_printf (text, "%s\n", (const char *) g_ptr_array_index (strings, i));
  g_string_replace (text, "\u2066", "", 0);
  g_string_replace (text, "\u2068", "", 0);
  g_string_replace (text, "\u2069", "", 0);
  g_string_replace (text, "\u00a0", " ", 0);
  if ((strstr (text->str, words) != NULL) != expected)
    g_error ("“%s” is %s in: %s", words, expected ? "not" : "wrongly", text->str);
}

static const MesoHandoutRow *
get_call (const MesoHandoutSheet *sheet,
          guint                   i)
{
  return g_ptr_array_index (handout_fixture_find (sheet, MESO_HANDOUT_BLOCK_GRID)->rows, i);
}

static void
test_people (void)
{
  g_autoptr (MesoRecall) recall = meso_recall_new ();
  g_autoptr (MesoHandoutSheet) sheet = NULL;
  MesoRecallEntry *entry;

  add_lot (recall, "a", "B24K118");
  add_entry (recall, "a", "Sara", "2026-10-01T10:00:00.000000Z", "2026-10-01");
  add_entry (recall, "a", "Leila", "2026-10-02T10:00:00.000000Z", "");
  entry = add_entry (recall, "a", "Sara", "2026-11-01T10:00:00.000000Z", "2026-11-01");
  g_set_str (&entry->phone, "");
  entry = add_entry (recall, "a", "Reza", "2026-09-30T10:00:00.000000Z", "");
  entry->discarded = TRUE;
  entry->amended = TRUE;
  g_set_str (&entry->phone, "");

  sheet = assemble ("en", recall, "The maker’s letter of today");
  g_assert_cmpuint (handout_fixture_find (sheet, MESO_HANDOUT_BLOCK_GRID)->rows->len, ==, 3);
  /* who was given it most recently first, and of one person the newest first */
  g_assert_nonnull (strstr (get_call (sheet, 0)->lead, "Sara"));
  g_assert_nonnull (strstr (get_call (sheet, 1)->lead, "Leila"));
  g_assert_nonnull (strstr (get_call (sheet, 2)->lead, "Reza"));
  assert_says (sheet, "Sun 1 Nov 2026, 10:00 · given in the session of Sun 1 Nov 2026\nprepared Thu 1 Oct 2026", TRUE);
  assert_says (sheet, "no session on record · corrected later · thrown away unused", TRUE);
  assert_says (sheet, "No phone number is on file", TRUE);
  assert_says (sheet, "+98 912 345 6789", TRUE);
  assert_says (sheet, "Patients to call: 3", TRUE);
  assert_says (sheet, "The maker’s letter of today", TRUE);
  assert_says (sheet, "A & B <i> · expires Tue 30 Nov 2027", TRUE);
  assert_says (sheet, "Lot B24K118", FALSE);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (get_call (sheet, i)->cells->len, ==, 4);
}

/* A number may be of several makers: each entry says which lot it was. */
static void
test_lots (void)
{
  g_autoptr (MesoRecall) recall = meso_recall_new ();
  g_autoptr (MesoHandoutSheet) sheet = NULL;

  add_lot (recall, "a", "B24K118");
  add_lot (recall, "b", "b24-k118");
  add_entry (recall, "b", "Sara", "2026-10-01T10:00:00.000000Z", "2026-10-01");
  sheet = assemble ("en", recall, "");
  assert_says (sheet, "Lot b24-k118 · prepared", TRUE);
  assert_says (sheet, "No reason was given", TRUE);
}

static void
test_erased (void)
{
  g_autoptr (MesoRecall) recall = meso_recall_new ();
  g_autoptr (MesoHandoutSheet) sheet = NULL;
  MesoRecallEntry *entry;

  add_lot (recall, "a", "B24K118");
  entry = add_entry (recall, "a", "Sara", "2026-10-01T10:00:00.000000Z", "2026-10-01");
  g_set_str (&entry->given_name, "");
  g_set_str (&entry->family_name, "");
  g_set_str (&entry->phone, "");
  sheet = assemble ("en", recall, "");
  assert_says (sheet, "File 0417, erased", TRUE);
  assert_says (sheet, "No phone number", FALSE);
}

static void
test_nobody (gconstpointer language)
{
  g_autoptr (MesoRecall) recall = meso_recall_new ();
  g_autoptr (MesoHandoutSheet) sheet = NULL;

  add_lot (recall, "a", "B24K118");
  sheet = assemble (language, recall, "");
  g_assert_null (handout_fixture_find (sheet, MESO_HANDOUT_BLOCK_GRID));
  assert_says (sheet, g_str_equal (language, "en") ? "Nothing was drawn from this lot." : "از این سری ساخت چیزی کشیده نشده است.", TRUE);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/recall-sheet/people", test_people);
  g_test_add_func ("/core/recall-sheet/lots", test_lots);
  g_test_add_func ("/core/recall-sheet/erased", test_erased);
  g_test_add_data_func ("/core/recall-sheet/nobody/en", "en", test_nobody);
  g_test_add_data_func ("/core/recall-sheet/nobody/fa", "fa", test_nobody);
  status = g_test_run ();
  handout_fixture_clear ();
  return status;
}
