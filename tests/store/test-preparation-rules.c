/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-preparation-repository.h"
#include "stock-world.h"

/* What may not be, each with its sentence, and that nothing of it stays; and the same that may. */

static void
test_prepare (void)
{
  g_autoptr(StockWorld) world = stock_world_new ();
  g_autofree char *id = stock_world_prepare (world, stock_world_draft (world));
  g_autoptr(MesoPreparation) stored = stock_world_get (world, id);
  g_autoptr(MesoLot) vial = stock_world_get_lot (world, world->vial);
  g_autoptr(MesoLot) copper = stock_world_get_lot (world, world->copper);

  g_assert_cmpstr (stored->patient, ==, world->sessions->leila);
  g_assert_cmpstr (stored->checked_by, ==, world->sessions->store->staff);
  g_assert_cmpint (stored->wasted_ul, ==, 100);
  g_assert_cmpuint (stored->draws->len, ==, 5);
  g_assert_cmpint (vial->balance_ul, ==, 30000 - 1500);
  /* Two draws of one vial share it. */
  g_assert_cmpuint (vial->openings->len, ==, 1);
  g_assert_cmpint (vial->sealed, ==, 2);
  g_assert_cmpint (((MesoOpening *) g_ptr_array_index (vial->openings, 0))->left_ul, ==, 8500);
  /* What serves one preparation is used up by it. */
  g_assert_cmpint (copper->balance_ul, ==, 200000 - 2000);
  g_assert_cmpuint (copper->openings->len, ==, 0);
  g_assert_cmpint (copper->sealed, ==, 99);
  meso_test_store_check (world->sessions->store);
}


/* Each changes a draft that would be stored, so that it isn't. */

static MesoPreparationDraw *
get_draw (MesoPreparation *draft, guint n)
{
  return g_ptr_array_index (draft->draws, n);
}

static void
test_formula (void)
{
  g_autoptr(StockWorld) world = stock_world_new ();
  SessionWorld *sessions = world->sessions;
  g_autofree char *blocked = stock_world_add_formula (world, sessions->leila, FALSE);
  g_autofree char *of_clinic = stock_world_add_formula (world, NULL, TRUE);
  MesoPreparation *draft = stock_world_draft (world);

  g_set_str (&draft->formula, world->karims_formula);
  stock_world_refuse (world, draft, "the formula wasn't made for this patient");
  draft = stock_world_draft (world);
  g_set_str (&draft->formula, of_clinic);
  stock_world_refuse (world, draft, "the formula wasn't made for this patient");
  draft = stock_world_draft (world);
  g_set_str (&draft->formula, blocked);
  stock_world_refuse (world, draft, "this version of the formula is blocked");
  draft = stock_world_draft (world);
  draft->formula_version = 2;
  stock_world_refuse (world, draft, "what was drawn isn't what the formula says");
  /* The one of the sessions has a vial without a line: nobody knows how much that is. */
  draft = stock_world_draft (world);
  g_set_str (&draft->formula, sessions->leilas_formula);
  stock_world_refuse (world, draft, "what was drawn isn't what the formula says");
  session_world_run_sql (sessions, "INSERT INTO entered_in_error SELECT 'formula', id, 'r', created_at, 'UTC', created_by FROM formula");
  stock_world_refuse (world, stock_world_draft (world), "this formula was entered in error");
}

static void
test_volumes (void)
{
  g_autoptr(StockWorld) world = stock_world_new ();
  MesoPreparation *draft;

  for (guint n = 0; n < 5; n++)
    for (int more = -1; more <= 1; more += 2)
      {
        draft = stock_world_draft (world);
        get_draw (draft, n)->volume_ul += more;
        stock_world_refuse (world, draft, "what was drawn isn't what the formula says");
        draft = stock_world_draft (world);
        g_ptr_array_remove_index (draft->draws, n);
        stock_world_refuse (world, draft, "what was drawn isn't what the formula says");
      }
  draft = stock_world_draft (world);
  meso_preparation_add_draw (draft, 4, world->zinc, NULL, 1);
  stock_world_refuse (world, draft, "what was drawn isn't what the formula says");
  draft = stock_world_draft (world);
  get_draw (draft, 1)->volume_ul = 500;
  get_draw (draft, 3)->volume_ul = 1000;
  stock_world_refuse (world, draft, "what was drawn isn't what the formula says");
  draft = stock_world_draft (world);
  get_draw (draft, 0)->volume_ul = 0;
  stock_world_refuse (world, draft, "something is drawn");
  draft = stock_world_draft (world);
  draft->wasted_ul = 5001;
  stock_world_refuse (world, draft, "no more is lost than was drawn");
  draft = stock_world_draft (world);
  draft->wasted_ul = -1;
  stock_world_refuse (world, draft, "volumes are never negative");
  /* Of several lots together it may be. */
  draft = stock_world_draft (world);
  get_draw (draft, 0)->volume_ul = 700;
  meso_preparation_add_draw (draft, 0, world->zinc, NULL, 1300);
  g_free (stock_world_prepare (world, draft));
  g_assert_cmpint (stock_world_balance (world, world->zinc), ==, 28000);
}

static void
test_fits (void)
{
  g_autoptr(StockWorld) world = stock_world_new ();
  g_autofree char *other = NULL;
  g_autofree char *more = NULL;
  MesoLot *lot = stock_world_lot ("zinc", "1 mg/mL");
  MesoPreparation *draft = stock_world_draft (world);

  g_set_str (&get_draw (draft, 0)->lot, world->saline);
  stock_world_refuse (world, draft, "a lot holds something else than the formula says");
  draft = stock_world_draft (world);
  g_set_str (&get_draw (draft, 4)->lot, world->zinc);
  stock_world_refuse (world, draft, "a lot holds something else than the formula says");
  draft = stock_world_draft (world);
  g_set_str (&get_draw (draft, 0)->lot, world->vial);
  stock_world_refuse (world, draft, "a lot holds something else than the formula says");
  g_set_str (&lot->product, "another-vial");
  other = stock_world_receive (world, lot);
  draft = stock_world_draft (world);
  g_set_str (&get_draw (draft, 1)->lot, other);
  stock_world_refuse (world, draft, "a lot holds something else than the formula says");
  /* A product of one ingredient is as good as that ingredient. */
  draft = stock_world_draft (world);
  g_set_str (&get_draw (draft, 0)->lot, other);
  g_free (stock_world_prepare (world, draft));
  lot = stock_world_lot (NULL, NULL);
  g_set_str (&lot->product, "another-vial");
  more = stock_world_receive (world, lot);
  draft = stock_world_draft (world);
  g_set_str (&get_draw (draft, 3)->lot, more);
  stock_world_refuse (world, draft, "a lot holds something else than the formula says");
}

/* To the ng: a lot keeps what it was received as, whatever the formulary says. */
static void
test_strengths (void)
{
  static const struct { const char *zinc, *salt; gboolean fits; } strengths[] = {
    { "1000 µg/mL", NULL, TRUE },
    { "0.1 %", NULL, TRUE },
    { "1.000001 mg/mL", NULL, FALSE },
    { "0.9999995 mg/mL", NULL, FALSE },
    { "10 mg/mL", NULL, FALSE },
    { "1 IU/mL", NULL, FALSE },
    /* What these are, the formulary tells. */
    { "4.4 mg/mL", "sulfate", TRUE },
    { "0.0153 mmol/mL", NULL, TRUE },
  };
  g_autoptr(StockWorld) world = stock_world_new ();
  MesoLot *vial = stock_world_lot (NULL, NULL);
  g_autofree char *weak = NULL;
  MesoPreparation *draft = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (strengths); i++)
    {
      MesoLot *lot = stock_world_lot ("zinc", strengths[i].zinc);
      g_autofree char *id = NULL;

      g_set_str (&((MesoProductComponent *) g_ptr_array_index (lot->components, 0))->salt, strengths[i].salt);
      id = stock_world_receive (world, lot);
      draft = stock_world_draft (world);
      g_set_str (&get_draw (draft, 0)->lot, id);
      if (strengths[i].fits)
        g_free (stock_world_prepare (world, draft));
      else
        stock_world_refuse (world, draft, "a lot isn't as strong as the formula says");
      stock_world_count (world, world->vial, NULL, 30000);
      stock_world_count (world, world->saline, NULL, 30000);
    }
  /* Each component of a product. */
  g_set_str (&((MesoProductComponent *) g_ptr_array_index (vial->components, 1))->strength, "2 mg/mL");
  weak = stock_world_receive (world, vial);
  draft = stock_world_draft (world);
  g_set_str (&get_draw (draft, 3)->lot, weak);
  stock_world_refuse (world, draft, "a lot isn't as strong as the formula says");
}

static void
test_people (void)
{
  g_autoptr(StockWorld) world = stock_world_new ();
  MesoPreparation *draft = stock_world_draft (world);

  g_set_str (&draft->checked_by, NULL);
  stock_world_refuse (world, draft, "a second person has to check what was prepared");
  draft = stock_world_draft (world);
  g_set_str (&draft->checked_by, draft->prepared_by);
  stock_world_refuse (world, draft, "another person checks than prepared");
  session_world_run_sql (world->sessions, "UPDATE staff SET active = 0 WHERE role = 'physician'");
  stock_world_refuse (world, stock_world_draft (world), "somebody who works here checks");
  session_world_run_sql (world->sessions, "UPDATE staff SET active = 1 - active");
  stock_world_refuse (world, stock_world_draft (world), "a physician or a nurse who works here prepares");
  session_world_run_sql (world->sessions, "UPDATE staff SET active = 1; UPDATE staff SET role = 'desk' WHERE role = 'nurse'");
  stock_world_refuse (world, stock_world_draft (world), "a physician or a nurse who works here prepares");
  session_world_run_sql (world->sessions, "UPDATE staff SET role = 'nurse' WHERE role = 'desk';"
                                          "INSERT INTO clinic_setting VALUES ('preparation-check', 'yes')");
  draft = stock_world_draft (world);
  g_set_str (&draft->checked_by, NULL);
  stock_world_refuse (world, draft, "a second person has to check what was prepared");
  session_world_run_sql (world->sessions, "UPDATE clinic_setting SET value = 'no' WHERE key = 'preparation-check'");
  draft = stock_world_draft (world);
  g_set_str (&draft->checked_by, NULL);
  g_free (stock_world_prepare (world, draft));
}

static void
test_times (void)
{
  static const struct { const char *mixed_at, *use_before, *why; } times[] = {
    { "2026-11-22T07:30:00.000000Z", "2026-11-22T11:30:00.000001Z", "a mixture is used within 4 hours" },
    { "2026-11-22T07:30:00.500000Z", "2026-11-22T11:30:00.500001Z", "a mixture is used within 4 hours" },
    { "2026-11-22T07:30:00.000000Z", "2026-11-22T11:30:01.000000Z", "a mixture is used within 4 hours" },
    { "2026-11-22T07:30:00.000000Z", "2026-11-22T07:30:00.000000Z", "a mixture is used within 4 hours" },
    { "2026-11-22T09:30:00.000000Z", "2026-11-22T11:30:00.000000Z", "done before" },
    { "2026-11-22T07:30", "2026-11-22T11:30", "" },
    { "", "2026-11-22T11:30:00.000000Z", "" },
  };
  g_autoptr(StockWorld) world = stock_world_new ();
  MesoPreparation *draft;

  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      draft = stock_world_draft (world);
      g_set_str (&draft->mixed_at, times[i].mixed_at);
      g_set_str (&draft->use_before, times[i].use_before);
      stock_world_refuse (world, draft, times[i].why);
    }
  draft = stock_world_draft (world);
  g_set_str (&draft->mixed_at, "2026-11-22T07:30:00.500000Z");
  g_set_str (&draft->use_before, "2026-11-22T11:30:00.500000Z");
  g_free (stock_world_prepare (world, draft));
}

/* Of a recalled lot nothing is drawn: not from an unopened container, and not from an opened one. */
static void
test_state (void)
{
  static const struct { MesoLotState state; const char *why; } states[] = {
    { MESO_LOT_RECALLED, "the lot is recalled" },
    { MESO_LOT_QUARANTINED, "the lot is quarantined" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr(StockWorld) world = stock_world_new ();
      g_autofree char *opening = stock_world_open (world, world->zinc, "2026-11-22T07:00:00.000000Z");
      MesoPreparation *draft = stock_world_draft (world);

      stock_world_set_state (world, world->zinc, states[i].state);
      g_set_str (&get_draw (draft, 0)->opening, opening);
      stock_world_refuse (world, draft, states[i].why);
      stock_world_refuse (world, stock_world_draft (world), states[i].why);
      g_assert_cmpint (stock_world_balance (world, world->zinc), ==, 30000);
      stock_world_set_state (world, world->zinc, MESO_LOT_AVAILABLE);
      g_free (stock_world_prepare (world, stock_world_draft (world)));
    }
}

/* The last day counts, and the day is the clinic's when it was mixed. */
static void
test_expiry (void)
{
  g_autoptr(StockWorld) world = stock_world_new ();
  g_auto(GStrv) lots = g_new0 (char *, 4);
  g_autofree char *opening = NULL;
  MesoPreparation *draft;

  for (int i = 0; i < 3; i++)
    {
      MesoLot *lot = stock_world_lot ("zinc", "1 mg/mL");

      lot->expiry = (MesoCalendarDate) { 2026, 11, (guint8) (20 + i) };
      lots[i] = stock_world_receive (world, lot);
    }
  draft = stock_world_draft (world);
  g_set_str (&get_draw (draft, 0)->lot, lots[1]);
  stock_world_refuse (world, draft, "the lot had expired on that day");
  draft = stock_world_draft (world);
  g_set_str (&get_draw (draft, 0)->lot, lots[2]);
  g_free (stock_world_prepare (world, draft));
  /* Yesterday it was good still: entered late. */
  draft = stock_world_draft (world);
  g_set_str (&get_draw (draft, 0)->lot, lots[1]);
  g_set_str (&draft->mixed_at, "2026-11-21T10:00:00.000000Z");
  g_set_str (&draft->use_before, "2026-11-21T12:00:00.000000Z");
  g_free (stock_world_prepare (world, draft));
  draft = stock_world_draft (world);
  g_set_str (&get_draw (draft, 0)->lot, lots[0]);
  g_set_str (&draft->mixed_at, "2026-11-20T22:00:00.000000Z");
  g_set_str (&draft->use_before, "2026-11-21T01:00:00.000000Z");
  stock_world_refuse (world, draft, "the mixture could be used after one of its ");
  /* What is open outlives its lot no more than what isn't. */
  opening = stock_world_open (world, lots[0], "2026-11-20T08:00:00.000000Z");
  draft = stock_world_draft (world);
  g_set_str (&get_draw (draft, 0)->lot, lots[0]);
  g_set_str (&get_draw (draft, 0)->opening, opening);
  stock_world_refuse (world, draft, "the lot had expired on that day");
}

/* Half past midnight in Tehran is another day than it is in UTC. */
static void
test_local_day (void)
{
  g_autofree char *zone = g_strdup (g_getenv ("TZ"));
  g_autoptr(StockWorld) world = stock_world_new ();
  MesoLot *lot = stock_world_lot ("zinc", "1 mg/mL");
  g_autofree char *zinc = NULL;
  MesoPreparation *draft;

  lot->expiry = (MesoCalendarDate) { 2026, 11, 21 };
  zinc = stock_world_receive (world, lot);
  g_setenv ("TZ", "Asia/Tehran", TRUE);
  for (int hour = 18; hour <= 21; hour += 3)
    {
      draft = stock_world_draft (world);
      g_set_str (&get_draw (draft, 0)->lot, zinc);
      g_free (draft->mixed_at);
      g_free (draft->use_before);
      draft->mixed_at = g_strdup_printf ("2026-11-21T%02d:00:00.000000Z", hour);
      draft->use_before = g_strdup_printf ("2026-11-21T%02d:01:00.000000Z", hour);
      if (hour == 18)
        g_free (stock_world_prepare (world, draft));
      else
        stock_world_refuse (world, draft, "the lot had expired on that day");
    }
  g_setenv ("TZ", zone != NULL ? zone : "UTC", TRUE);
}

/* An expiry that is corrected is the one that counts. */
static void
test_expiry_corrected (void)
{
  g_autoptr(StockWorld) world = stock_world_new ();

  session_world_run_sql (world->sessions,
    "INSERT INTO lot_amendment SELECT id, 1, 'expiry', expiry, '2026-11-21', 'misread', recorded_at, 'UTC', recorded_by FROM lot"
    " WHERE number = 'zinc'");
  stock_world_refuse (world, stock_world_draft (world), "the lot had expired on that day");
  session_world_run_sql (world->sessions,
    "INSERT INTO lot_amendment SELECT id, 2, 'expiry', '2026-11-21', '2026-11-22', 'misread', recorded_at, 'UTC', recorded_by FROM lot"
    " WHERE number = 'zinc'");
  g_free (stock_world_prepare (world, stock_world_draft (world)));
}

static void
test_openings (void)
{
  g_autoptr(StockWorld) world = stock_world_new ();
  g_autofree char *old = stock_world_open (world, world->zinc, "2026-11-02T08:00:00.000000Z");
  g_autofree char *later = stock_world_open (world, world->zinc, "2026-11-22T07:45:00.000000Z");
  MesoLot *lot = stock_world_lot ("zinc", "1 mg/mL");
  g_autofree char *short_lived = NULL;
  g_autofree char *opening = NULL;
  MesoPreparation *draft = stock_world_draft (world);

  g_set_str (&get_draw (draft, 0)->opening, later);
  stock_world_refuse (world, draft, "a container was opened after that");
  draft = stock_world_draft (world);
  g_set_str (&get_draw (draft, 0)->opening, old);
  g_free (stock_world_prepare (world, draft));
  lot->opened_life_h = 24;
  short_lived = stock_world_receive (world, lot);
  opening = stock_world_open (world, short_lived, "2026-11-21T07:30:00.000000Z");
  draft = stock_world_draft (world);
  g_set_str (&get_draw (draft, 0)->lot, short_lived);
  g_set_str (&get_draw (draft, 0)->opening, opening);
  stock_world_refuse (world, draft, "the container was opened too long ago");
  draft = stock_world_draft (world);
  g_set_str (&get_draw (draft, 0)->lot, short_lived);
  g_set_str (&get_draw (draft, 0)->opening, opening);
  g_set_str (&draft->mixed_at, "2026-11-22T07:29:59.000000Z");
  stock_world_refuse (world, draft, "the mixture could be used after one of its containers has to be discarded");
  draft = stock_world_draft (world);
  g_set_str (&get_draw (draft, 0)->lot, short_lived);
  g_set_str (&get_draw (draft, 0)->opening, opening);
  g_set_str (&draft->mixed_at, "2026-11-22T06:30:00.000000Z");
  g_set_str (&draft->use_before, "2026-11-22T07:30:00.000000Z");
  g_free (stock_world_prepare (world, draft));
  /* Another lot's container is none of this lot's. */
  draft = stock_world_draft (world);
  g_set_str (&get_draw (draft, 0)->opening, opening);
  stock_world_refuse_with (world, draft, MESO_STORE_ERROR_NO_RECORD, "names another one that isn't there");
}

static void
test_left (void)
{
  g_autoptr(StockWorld) world = stock_world_new ();
  g_autofree char *opening = stock_world_open (world, world->zinc, "2026-11-22T07:00:00.000000Z");
  g_autofree char *gone = stock_world_open (world, world->zinc, "2026-11-22T07:00:00.000000Z");
  MesoPreparation *draft = stock_world_draft (world);

  stock_world_count (world, world->zinc, opening, 1999);
  g_set_str (&get_draw (draft, 0)->opening, opening);
  stock_world_refuse (world, draft, "there isn't as much left in the opened container");
  stock_world_throw_away (world, gone);
  draft = stock_world_draft (world);
  g_set_str (&get_draw (draft, 0)->opening, gone);
  stock_world_refuse (world, draft, "the container was thrown away");
  stock_world_waste (world, world->zinc, NULL, 8001);
  stock_world_refuse (world, stock_world_draft (world), "no such unopened container is left of this lot");
  g_assert_cmpint (stock_world_balance (world, world->zinc), ==, 1999 + 1999);
  /* A container and a bit of another do. */
  draft = stock_world_draft (world);
  get_draw (draft, 0)->volume_ul = 1;
  g_set_str (&get_draw (draft, 0)->opening, opening);
  meso_preparation_add_draw (draft, 0, world->zinc, NULL, 1999);
  g_free (stock_world_prepare (world, draft));
  g_assert_cmpint (stock_world_balance (world, world->zinc), ==, 1998);
}

static void
test_single_dose (void)
{
  g_autoptr(StockWorld) world = stock_world_new ();
  g_autofree char *opening = stock_world_open (world, world->copper, "2026-11-22T07:30:00.000000Z");
  g_autofree char *first = NULL;
  MesoPreparation *draft = stock_world_draft (world);

  g_set_str (&get_draw (draft, 2)->opening, opening);
  first = stock_world_prepare (world, draft);
  draft = stock_world_draft (world);
  g_set_str (&get_draw (draft, 2)->opening, opening);
  stock_world_refuse (world, draft, "a single-dose container serves one preparation only");
  /* And it isn't counted full again. */
  session_world_refuse_sql (world->sessions,
    "INSERT INTO stock_movement (lot, opening, kind, volume_ul, reason, moved_at, moved_zone, moved_by) SELECT lot, opening, 'corrected', 1,"
    " 'counted', ended_at, 'UTC', ended_by FROM opening_end JOIN opening ON id = opening", "the container is gone");
}

/* What was drawn once isn't asked again; and what an amendment draws newly is. */
static void
test_amend (void)
{
  g_autoptr(StockWorld) world = stock_world_new ();
  g_autofree char *first = stock_world_prepare (world, stock_world_draft (world));
  g_autofree char *second = NULL;
  g_autofree char *other = stock_world_receive (world, stock_world_lot ("zinc", "1 mg/mL"));
  g_autoptr(MesoPreparation) before = NULL;
  MesoPreparation *draft = stock_world_amendment (world, first);

  g_set_str (&draft->reason, " ");
  stock_world_refuse (world, draft, "an amendment needs a reason");
  draft = stock_world_amendment (world, first);
  g_set_str (&draft->patient, world->sessions->karim);
  g_set_str (&draft->formula, world->karims_formula);
  stock_world_refuse (world, draft, "a preparation can only amend one of the same patient");
  draft = stock_world_amendment (world, first);
  g_set_str (&draft->checked_by, NULL);
  stock_world_refuse (world, draft, "an amendment can't take the check away");
  stock_world_set_state (world, world->zinc, MESO_LOT_RECALLED);
  stock_world_set_state (world, other, MESO_LOT_QUARANTINED);
  draft = stock_world_amendment (world, first);
  g_set_str (&get_draw (draft, 0)->lot, other);
  g_set_str (&get_draw (draft, 0)->opening, NULL);
  stock_world_refuse (world, draft, "the lot is quarantined");
  draft = stock_world_amendment (world, first);
  g_set_str (&draft->notes, "cloudy after all");
  second = stock_world_prepare (world, draft);
  before = stock_world_get (world, first);
  g_assert_cmpstr (before->amended_by, ==, second);
  g_assert_cmpint (stock_world_balance (world, world->zinc), ==, 28000);
  g_assert_cmpint (stock_world_balance (world, world->copper), ==, 198000);
  stock_world_refuse_with (world, stock_world_amendment (world, first), MESO_STORE_ERROR_DUPLICATE, "");
  stock_world_mark (world, second);
  stock_world_refuse (world, stock_world_amendment (world, second), "what was entered in error isn't amended");
  meso_test_store_check (world->sessions->store);
}

/* Another lot was drawn from: the old one gets its own back, but what was opened stays open, and what served one preparation is gone. */
static void
test_amend_lot (void)
{
  g_autoptr(StockWorld) world = stock_world_new ();
  g_autofree char *first = stock_world_prepare (world, stock_world_draft (world));
  g_autofree char *zinc = stock_world_receive (world, stock_world_lot ("zinc", "1 mg/mL"));
  g_autofree char *copper = stock_world_receive (world, stock_world_lot ("copper", "0.5 mg/mL"));
  MesoPreparation *draft = stock_world_amendment (world, first);
  g_autoptr(MesoLot) opened = NULL;

  g_set_str (&get_draw (draft, 0)->lot, zinc);
  g_set_str (&get_draw (draft, 0)->opening, NULL);
  g_set_str (&get_draw (draft, 2)->lot, copper);
  g_set_str (&get_draw (draft, 2)->opening, NULL);
  g_free (stock_world_prepare (world, draft));
  opened = stock_world_get_lot (world, world->zinc);
  g_assert_cmpint (opened->balance_ul, ==, 30000);
  g_assert_cmpint (((MesoOpening *) g_ptr_array_index (opened->openings, 0))->left_ul, ==, 10000);
  g_assert_cmpint (stock_world_balance (world, zinc), ==, 28000);
  g_assert_cmpint (stock_world_balance (world, world->copper), ==, 198000);
  g_assert_cmpint (stock_world_balance (world, copper), ==, 29500);
  meso_test_store_check (world->sessions->store);
}

static void
test_mark (void)
{
  g_autoptr(StockWorld) world = stock_world_new ();
  g_autofree char *first = stock_world_prepare (world, stock_world_draft (world));
  g_autofree char *second = stock_world_prepare (world, stock_world_amendment (world, first));
  g_autoptr(MesoPreparation) marked = NULL;
  g_autofree char *sql = g_strdup_printf ("INSERT INTO entered_in_error VALUES ('preparation', '%s', 'r',"
                                          " '2026-11-22T08:00:00.000000Z', 'UTC', (SELECT id FROM staff LIMIT 1))", first);

  session_world_refuse_sql (world->sessions, sql, "the preparation was amended; its newest record is the one to mark");
  stock_world_mark (world, second);
  marked = stock_world_get (world, second);
  g_assert_cmpstr (marked->error_reason, ==, "another patient's");
  g_assert_false (meso_preparation_counts (marked));
  g_assert_cmpint (stock_world_balance (world, world->zinc), ==, 28000);
  meso_test_store_check (world->sessions->store);
}

static void
test_discard (void)
{
  g_autoptr(StockWorld) world = stock_world_new ();
  g_autofree char *first = stock_world_prepare (world, stock_world_draft (world));
  g_autofree char *second = stock_world_prepare (world, stock_world_amendment (world, first));
  g_autofree char *third = stock_world_prepare (world, stock_world_draft (world));
  g_autoptr(MesoPreparation) gone = NULL;

  stock_world_discard (world, second);
  gone = stock_world_get (world, first);
  g_assert_cmpstr (gone->discard_reason, ==, "she didn't come");
  stock_world_mark (world, third);
  session_world_refuse_sql (world->sessions,
    "INSERT INTO preparation_discard SELECT id, 'r', recorded_at, 'UTC', recorded_by FROM preparation WHERE id IN"
    " (SELECT entity_id FROM entered_in_error)", "there is no such preparation to discard");
  session_world_refuse_sql (world->sessions, "UPDATE preparation_discard SET reason = '[erased]'", "what was thrown away stays so");
  session_world_refuse_sql (world->sessions, "DELETE FROM preparation_discard", "what was thrown away stays so");
  g_assert_cmpint (stock_world_balance (world, world->zinc), ==, 26000);
}

static void
test_sealed (void)
{
  static const struct { const char *sql, *why; } changes[] = {
    { "UPDATE preparation SET notes = '[erased]'", "a signed preparation never changes" },
    { "DELETE FROM preparation", "a signed preparation is never deleted" },
    { "UPDATE preparation_draw SET volume_ul = 1", "a signed preparation never changes" },
    { "DELETE FROM preparation_draw", "a signed preparation is never deleted" },
    { "INSERT INTO preparation_draw SELECT preparation, 9, item, lot, opening, 1 FROM preparation_draw LIMIT 1",
      "a signed preparation never changes" },
    { "INSERT INTO stock_movement SELECT NULL, lot, opening, kind, volume_ul, '', preparation, moved_at, 'UTC', moved_by"
      " FROM stock_movement WHERE kind = 'used'", "what is used is what a preparation drew" },
    { "INSERT INTO stock_movement SELECT NULL, lot, opening, 'corrected', - volume_ul, '', preparation, moved_at, 'UTC', moved_by"
      " FROM stock_movement WHERE kind = 'used'", "what is taken back is what a preparation drew that counts no more" },
  };
  g_autoptr(StockWorld) world = stock_world_new ();
  g_autofree char *id = stock_world_prepare (world, stock_world_draft (world));

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    session_world_refuse_sql (world->sessions, changes[i].sql, changes[i].why);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/preparation-rules/prepare", test_prepare);
  g_test_add_func ("/preparation-rules/formula", test_formula);
  g_test_add_func ("/preparation-rules/volumes", test_volumes);
  g_test_add_func ("/preparation-rules/fits", test_fits);
  g_test_add_func ("/preparation-rules/strengths", test_strengths);
  g_test_add_func ("/preparation-rules/people", test_people);
  g_test_add_func ("/preparation-rules/times", test_times);
  g_test_add_func ("/preparation-rules/state", test_state);
  g_test_add_func ("/preparation-rules/expiry", test_expiry);
  g_test_add_func ("/preparation-rules/local-day", test_local_day);
  g_test_add_func ("/preparation-rules/expiry-corrected", test_expiry_corrected);
  g_test_add_func ("/preparation-rules/openings", test_openings);
  g_test_add_func ("/preparation-rules/left", test_left);
  g_test_add_func ("/preparation-rules/single-dose", test_single_dose);
  g_test_add_func ("/preparation-rules/amend", test_amend);
  g_test_add_func ("/preparation-rules/amend-lot", test_amend_lot);
  g_test_add_func ("/preparation-rules/mark", test_mark);
  g_test_add_func ("/preparation-rules/discard", test_discard);
  g_test_add_func ("/preparation-rules/sealed", test_sealed);
  return g_test_run ();
}
