/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "stock-world.h"

/* What the schema says no to about lots and the ledger, each with its sentence, and the same that it takes. */

#define NURSE "(SELECT id FROM staff WHERE role = 'nurse')"
#define PHYSICIAN "(SELECT id FROM staff WHERE role = 'physician')"
#define ZINC "(SELECT id FROM lot WHERE number = 'zinc')"
#define NOW "'2026-11-22T08:30:00.000000Z'"
#define ID "'11111111-2222-4333-8444-555555555555'"

typedef struct
{
  const char *sql;
  const char *why;   /* NULL: it is taken */
} Case;

/* One after another in one world: what is taken stays. */
static void
run_cases (StockWorld *world, const Case *cases, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_test_message ("%s", cases[i].sql);
      if (cases[i].why != NULL)
        session_world_refuse_sql (world->sessions, cases[i].sql, cases[i].why);
      else
        session_world_run_sql (world->sessions, cases[i].sql);
    }
  meso_test_store_check (world->sessions->store);
}

/* A lot as it was received, with one thing otherwise. */
#define LOT(change) \
  "CREATE TEMP TABLE copy AS SELECT * FROM lot WHERE number = 'zinc'; UPDATE temp.copy SET id = " ID ", " change ";" \
  " INSERT INTO lot_component VALUES (" ID ", 1, 'zinc', '1 mg/mL', NULL); INSERT INTO lot SELECT * FROM temp.copy; DROP TABLE temp.copy"

static const Case lots[] = {
  { LOT ("name = ' '"), "a lot needs a name" },
  { LOT ("number = ''"), "a lot needs its number" },
  { LOT ("product = ''"), "a product has an id" },
  { LOT ("expiry = '2027-02-30'"), "a lot expires on a day" },
  { LOT ("expiry = '2027-05'"), "a lot expires on a day" },
  { LOT ("received_on = ''"), "a lot is received on a day" },
  { LOT ("container_ul = 0"), "a container holds 1 µL to 10 L" },
  { LOT ("container_ul = 10000001"), "a container holds 1 µL to 10 L" },
  { LOT ("containers = 0"), "1 to 100000 containers are received" },
  { LOT ("multi_dose = 2"), "multi_dose is 0 or 1" },
  { LOT ("opened_life_h = -1"), "an opened container is kept for a year at most" },
  { LOT ("price = -1"), "a price is never negative" },
  { LOT ("recorded_at = '2026-11-22'"), "a moment is UTC" },
  { "INSERT INTO lot_component VALUES (" ID ", 1, '', '1 mg/mL', NULL)", "a component is an ingredient" },
  { "INSERT INTO lot_component VALUES (" ID ", 1, 'zinc', '1 mg/mL', '')", "a salt has an id" },
  { "INSERT INTO lot_excipient VALUES (" ID ", 1, '')", "an excipient has an id" },
  { "CREATE TEMP TABLE copy AS SELECT * FROM lot WHERE number = 'zinc'; UPDATE temp.copy SET id = " ID "; INSERT INTO lot SELECT * FROM temp.copy",
    "a lot is of a product with its components, or of one ingredient" },
  { "INSERT INTO lot_component VALUES (" ID ", 2, 'copper', '1 mg/mL', NULL);" LOT ("price = 1"),
    "a lot is of a product with its components, or of one ingredient" },
  { "INSERT INTO lot_component VALUES (" ID ", 2, 'copper', '1 mg/mL', NULL);" LOT ("product = 'a-vial', number = 'two', price = 0"), NULL },
  { "INSERT INTO lot_component SELECT id, 9, 'x', '', NULL FROM lot", "what was received never changes" },
  { "INSERT INTO lot_excipient SELECT id, 9, 'x' FROM lot", "what was received never changes" },
  { "UPDATE lot SET number = 'other'", "what was received never changes" },
  { "DELETE FROM lot", "what was received is never deleted" },
  { "UPDATE lot_component SET strength = '2 mg/mL'", "what was received never changes" },
  { "DELETE FROM lot_component", "what was received is never deleted" },
  { "UPDATE lot_excipient SET excipient = 'x'", "what was received never changes" },
  { "DELETE FROM lot_excipient", "what was received is never deleted" },
};

#define AMEND(n, field, old, new, reason) \
  "INSERT INTO lot_amendment VALUES (" ZINC ", " #n ", '" field "', '" old "', '" new "', '" reason "', " NOW ", 'UTC', " NURSE ")"

static const Case amendments[] = {
  { AMEND (1, "number", "zink", "Z-9", "misread"), "a correction of a lot starts from what is known of it" },
  { AMEND (2, "number", "zinc", "Z-9", "misread"), "a correction of a lot starts from what is known of it" },
  { AMEND (1, "number", "zinc", "zinc", "misread"), "a correction changes something" },
  { AMEND (1, "number", "zinc", " ", "misread"), "a lot needs its name and its number" },
  { AMEND (1, "number", "zinc", "Z-9", " "), "a correction needs a reason" },
  { AMEND (1, "container_ul", "10000", "1000", "misread"), "only what was typed about a lot is corrected" },
  { AMEND (1, "expiry", "2027-05-31", "2027-05-32", "misread"), "a lot is received and expires on a day" },
  { AMEND (1, "number", "zinc", "Z-9", "misread"), NULL },
  { AMEND (2, "number", "zinc", "Z-8", "misread"), "a correction of a lot starts from what is known of it" },
  { AMEND (2, "number", "Z-9", "Z-8", "misread"), NULL },
  { AMEND (3, "expiry", "2027-05-31", "2026-05-31", "misread"), NULL },
  { AMEND (4, "storage", "", "2–8 °C", "was left out"), NULL },
  { "UPDATE lot_amendment SET new = 'x'", "a correction of a lot never changes" },
  { "DELETE FROM lot_amendment", "a correction of a lot is never deleted" },
};

#define STATE(n, state, reason, by) "INSERT INTO lot_event VALUES (" ZINC ", " #n ", '" state "', '" reason "', " NOW ", 'UTC', " by ")"

static const Case states[] = {
  { STATE (1, "available", "fine", PHYSICIAN), "the lot is in that state already" },
  { STATE (1, "sold", "fine", PHYSICIAN), "a lot's state is a known one" },
  { STATE (1, "quarantined", " ", NURSE), "a lot's state needs a reason" },
  { STATE (2, "quarantined", "cloudy", NURSE), "the states of a lot follow one another" },
  { STATE (1, "quarantined", "cloudy", NURSE), NULL },
  { STATE (2, "quarantined", "cloudy", NURSE), "the lot is in that state already" },
  { STATE (2, "available", "clear", NURSE), "only a physician who works here lifts a quarantine or a recall" },
  { STATE (2, "recalled", "a letter", NURSE), NULL },
  { STATE (3, "quarantined", "a letter", NURSE), "only a physician who works here lifts a quarantine or a recall" },
  { "UPDATE staff SET active = 0 WHERE role = 'physician';" STATE (3, "available", "clear", PHYSICIAN),
    "only a physician who works here lifts a quarantine or a recall" },
  { STATE (3, "available", "another letter", PHYSICIAN), NULL },
  { "UPDATE lot_event SET reason = 'x'", "what was decided about a lot never changes" },
  { "DELETE FROM lot_event", "what was decided about a lot is never deleted" },
};

/* opened: moment and day; of a lot of three containers of 10 mL. */
#define OPEN(id, n, held, at, on, discard_by) \
  "INSERT INTO opening VALUES ('" id "1111111-2222-4333-8444-555555555555', " ZINC ", " #n ", " #held ", '" at ":00.000000Z', '" on "', " NURSE \
  ", '" discard_by ":00.000000Z', " NOW ", 'UTC')"

static const Case openings[] = {
  { OPEN ("1", 1, 9999, "2026-11-22T08:00", "2026-11-22", "2026-11-23T08:00"), "no such unopened container is left of this lot" },
  { OPEN ("1", 1, 0, "2026-11-22T08:00", "2026-11-22", "2026-11-23T08:00"), "no such unopened container is left of this lot" },
  { OPEN ("1", 2, 10000, "2026-11-22T08:00", "2026-11-22", "2026-11-23T08:00"), "the opened containers of a lot are counted" },
  { OPEN ("1", 1, 10000, "2026-11-22T08:00", "2026-11-24", "2026-11-23T08:00"), "a container is opened on a day" },
  { OPEN ("1", 1, 10000, "2026-11-22T08:00", "2026-11-22", "2026-11-22T08:00"), "a container is opened before it is discarded" },
  { OPEN ("1", 1, 10000, "2026-11-22T08:31", "2026-11-22", "2026-11-23T08:00"), "what is recorded was done before" },
  { OPEN ("1", 1, 10000, "2026-11-22T08:00", "2026-11-22", "2026-12-20T08:01"), "the container would be kept for too long once it is opened" },
  { OPEN ("1", 1, 10000, "2026-10-31T08:00", "2026-10-31", "2026-11-01T08:00"), "the lot was received after that day" },
  { OPEN ("1", 1, 10000, "2026-11-22T08:00", "2026-11-22", "2026-12-20T08:00"), NULL },
  { STATE (1, "quarantined", "cloudy", NURSE), NULL },
  { OPEN ("2", 2, 10000, "2026-11-22T08:00", "2026-11-22", "2026-12-20T08:00"), "the lot is quarantined" },
  { STATE (2, "recalled", "cloudy", NURSE), NULL },
  { OPEN ("2", 2, 10000, "2026-11-22T08:00", "2026-11-22", "2026-12-20T08:00"), "the lot is recalled" },
  { STATE (3, "available", "clear", PHYSICIAN), NULL },
  { AMEND (1, "expiry", "2027-05-31", "2026-11-21", "misread"), NULL },
  { OPEN ("2", 2, 10000, "2026-11-22T08:00", "2026-11-22", "2026-12-20T08:00"), "the lot had expired on that day" },
  { OPEN ("2", 2, 10000, "2026-11-21T08:00", "2026-11-21", "2026-11-22T00:00"), NULL },
  { "UPDATE opening SET discard_by = '2026-12-31T00:00:00.000000Z'", "what was opened never changes" },
  { "DELETE FROM opening", "what was opened is never deleted" },
};

#define OPENING "'11111111-2222-4333-8444-555555555555'"
#define MOVE(opening, kind, volume, reason, preparation) \
  "INSERT INTO stock_movement VALUES (NULL, " ZINC ", " opening ", '" kind "', " #volume ", '" reason "', " preparation ", " NOW ", 'UTC', " NURSE ")"
#define END(reason) "INSERT INTO opening_end VALUES (" OPENING ", '" reason "', NULL, " NOW ", 'UTC', " NURSE ")"

static const Case movements[] = {
  { OPEN ("1", 1, 10000, "2026-11-22T08:00", "2026-11-22", "2026-12-20T08:00"), NULL },
  { MOVE ("NULL", "received", 30000, "", "NULL"), "a lot is received once, as it is" },
  { MOVE ("NULL", "received", -1, "", "NULL"), "a lot is received once, as it is" },
  { MOVE ("NULL", "given", -1, "to somebody", "NULL"), "stock is received, used, wasted or corrected" },
  { MOVE ("NULL", "wasted", 1, "fell", "NULL"), "stock is received, used, wasted or corrected" },
  { MOVE ("NULL", "corrected", 0, "counted", "NULL"), "stock is received, used, wasted or corrected" },
  { MOVE ("NULL", "used", -1, "", "NULL"), "what is used is what a preparation drew" },
  { MOVE (OPENING, "used", -1, "", "NULL"), "what is used is what a preparation drew" },
  { MOVE ("NULL", "wasted", -1, " ", "NULL"), "wasting and correcting need a reason" },
  { MOVE ("NULL", "corrected", -1, "", "NULL"), "wasting and correcting need a reason" },
  { MOVE ("NULL", "wasted", -20001, "fell", "NULL"), "there isn't as much left in unopened containers" },
  { MOVE (OPENING, "wasted", -10001, "fell", "NULL"), "there isn't as much left in the opened container" },
  { MOVE ("NULL", "wasted", -20000, "fell", "NULL"), NULL },
  { MOVE ("NULL", "corrected", -1, "counted", "NULL"), "there isn't as much left in unopened containers" },
  { MOVE ("NULL", "corrected", 500, "counted", "NULL"), NULL },
  { END ("over"), "what is left in the container has to be booked as wasted first" },
  { MOVE (OPENING, "wasted", -10000, "over", "NULL"), NULL },
  { END (" "), "throwing away needs a reason" },
  { END ("over"), NULL },
  { MOVE (OPENING, "corrected", 10, "counted", "NULL"), "the container is gone" },
  { "UPDATE opening_end SET reason = 'x'", "what was thrown away stays so" },
  { "DELETE FROM opening_end", "what was thrown away stays so" },
  { "UPDATE stock_movement SET volume_ul = volume_ul + 1", "what came and went never changes" },
  { "DELETE FROM stock_movement", "what came and went is never deleted" },
};

static const Case minimums[] = {
  { "INSERT INTO stock_minimum VALUES ('', 1)", "a minimum is of something" },
  { "INSERT INTO stock_minimum VALUES ('zinc', 0)", "a minimum is 1 to 100000 containers" },
  { "INSERT INTO stock_minimum VALUES ('zinc', 100001)", "a minimum is 1 to 100000 containers" },
  { "INSERT INTO stock_minimum VALUES ('zinc', 3)", NULL },
  { "UPDATE stock_minimum SET containers = 4", NULL },
  { "DELETE FROM stock_minimum", NULL },
};

static const struct { const char *name; const Case *cases; gsize n; } all[] = {
  { "/stock-rules/lots", lots, G_N_ELEMENTS (lots) },
  { "/stock-rules/amendments", amendments, G_N_ELEMENTS (amendments) },
  { "/stock-rules/states", states, G_N_ELEMENTS (states) },
  { "/stock-rules/openings", openings, G_N_ELEMENTS (openings) },
  { "/stock-rules/movements", movements, G_N_ELEMENTS (movements) },
  { "/stock-rules/minimums", minimums, G_N_ELEMENTS (minimums) },
};

static void
test_cases (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr(StockWorld) world = stock_world_new ();

  run_cases (world, all[i].cases, all[i].n);
}

/* What a file says that nobody wrote by the rules. */
static void
test_check (void)
{
  static const struct { const char *sql, *problem; } changes[] = {
    { "DELETE FROM stock_movement WHERE kind = 'received' AND lot = " ZINC, "the stock of the lot “" },
    { "UPDATE stock_movement SET volume_ul = -9999 WHERE kind = 'used' AND lot = " ZINC, "the preparation “" },
    { "UPDATE stock_movement SET volume_ul = -10001 WHERE kind = 'used' AND lot = " ZINC, "the opened container “" },
    { "UPDATE stock_movement SET volume_ul = volume_ul + 1 WHERE kind = 'wasted'", "the opened container “" },
    { "UPDATE stock_movement SET kind = 'corrected' WHERE kind = 'used'", "what the preparation “" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr(StockWorld) world = stock_world_new ();
      g_autofree char *id = stock_world_prepare (world, stock_world_draft (world));
      g_autofree char *sql = g_strconcat (
        "PRAGMA ignore_check_constraints = ON; DROP TRIGGER stock_movement_update; DROP TRIGGER stock_movement_delete;", changes[i].sql, NULL);
      g_autoptr(GPtrArray) problems = NULL;
      gboolean found = FALSE;

      meso_test_store_close (world->sessions->store);
      meso_test_sqlite_write (world->sessions->store->path, sql);
      meso_test_store_open (world->sessions->store);
      problems = meso_store_check (world->sessions->store->store, NULL);
      for (guint k = 0; k < problems->len; k++)
        found |= g_str_has_prefix (g_ptr_array_index (problems, k), changes[i].problem);
      g_assert_true (found);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    g_test_add_data_func (all[i].name, GSIZE_TO_POINTER (i), test_cases);
  g_test_add_func ("/stock-rules/check", test_check);
  return g_test_run ();
}
