/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-session-repository.h"
#include "stock-world.h"

/* A session and the batch that was made for it. */

static MesoTreatmentSession *
make_session (StockWorld *world, const char *preparation)
{
  g_autofree char *screening = session_world_screen (world->sessions, world->sessions->leila, MESO_OUTCOME_SUITABLE);
  MesoTreatmentSession *session = session_world_session (world->sessions, screening);

  g_set_str (&session->formula, world->leilas_formula);
  g_set_str (&session->preparation, preparation);
  g_clear_pointer (&session->plan, g_free);
  session->session_n = 0;
  session->minute = 8 * 60 + 30;
  return session;
}

static void
refuse (StockWorld *world, MesoTreatmentSession *session, const char *amends, const char *why)
{
  session_world_refuse (world->sessions, session, amends, why);
  meso_treatment_session_free (session);
}

static char *
record (StockWorld *world, MesoTreatmentSession *session, const char *amends)
{
  char *id = session_world_record (world->sessions, session, amends);

  meso_treatment_session_free (session);
  return id;
}

static void
test_given (void)
{
  g_autoptr(StockWorld) world = stock_world_new ();
  g_autofree char *preparation = stock_world_prepare (world, stock_world_draft (world));
  g_autofree char *id = record (world, make_session (world, preparation), NULL);
  g_autoptr(MesoTreatmentSession) session = session_world_get (world->sessions, id);
  g_autoptr(MesoPreparation) given = stock_world_get (world, preparation);
  g_autofree char *mark = g_strdup_printf ("INSERT INTO entered_in_error SELECT 'preparation', id, 'r', recorded_at, 'UTC', recorded_by"
                                           " FROM preparation WHERE id = '%s'", preparation);

  g_assert_cmpstr (session->preparation, ==, preparation);
  g_assert_cmpstr (given->session, ==, id);
  /* While a session stands on it, it is neither thrown away nor marked. */
  session_world_refuse_sql (world->sessions, mark, "a session stands on this preparation; amend it or mark it first");
  session_world_refuse_sql (world->sessions,
    "INSERT INTO preparation_discard SELECT id, 'r', recorded_at, 'UTC', recorded_by FROM preparation",
    "a session stands on this preparation; amend it or mark it first");
  refuse (world, make_session (world, preparation), NULL, "the preparation was given in another session");
  /* One that was marked doesn't stand. */
  session_world_mark (world->sessions, id);
  g_free (record (world, make_session (world, preparation), NULL));
}

static void
test_whose (void)
{
  g_autoptr(StockWorld) world = stock_world_new ();
  g_autofree char *preparation = stock_world_prepare (world, stock_world_draft (world));
  g_autofree char *screening = session_world_screen (world->sessions, world->sessions->karim, MESO_OUTCOME_SUITABLE);
  MesoTreatmentSession *session = make_session (world, preparation);

  g_set_str (&session->patient, world->sessions->karim);
  g_set_str (&session->screening, screening);
  g_set_str (&session->formula, NULL);
  session->formula_version = 0;
  refuse (world, session, NULL, "the preparation is ");
  session = make_session (world, preparation);
  g_set_str (&session->formula, world->sessions->leilas_formula);
  refuse (world, session, NULL, "the preparation is of another formula, or of another version of it");
  session = make_session (world, preparation);
  g_set_str (&session->formula, NULL);
  session->formula_version = 0;
  refuse (world, session, NULL, "the preparation is of another formula, or of another version of it");
}

/* Up to the minute; a session that says no time may have been in time. */
static void
test_times (void)
{
  g_autoptr(StockWorld) world = stock_world_new ();
  g_autofree char *preparation = stock_world_prepare (world, stock_world_draft (world));
  MesoPreparation *draft = stock_world_draft (world);
  g_autofree char *yesterdays = NULL;
  MesoTreatmentSession *session = make_session (world, preparation);

  session->minute = 11 * 60 + 31;
  refuse (world, session, NULL, "the preparation had to be used before that");
  session = make_session (world, preparation);
  session->minute = 11 * 60 + 30;
  g_free (record (world, session, NULL));
  g_set_str (&draft->mixed_at, "2026-11-21T08:00:00.000000Z");
  g_set_str (&draft->use_before, "2026-11-21T12:00:00.000000Z");
  yesterdays = stock_world_prepare (world, draft);
  session = make_session (world, yesterdays);
  session->minute = MESO_CIVIL_TIME_NO_MINUTE;
  refuse (world, session, NULL, "the preparation had to be used before that");
}

static void
test_mixed_later (void)
{
  g_autoptr(StockWorld) world = stock_world_new ();
  MesoPreparation *draft = stock_world_draft (world);
  g_autofree char *preparation = NULL;

  /* The clock goes on to the next day. */
  world->sessions->store->seconds += 86400;
  g_set_str (&draft->mixed_at, "2026-11-23T08:00:00.000000Z");
  g_set_str (&draft->use_before, "2026-11-23T12:00:00.000000Z");
  preparation = stock_world_prepare (world, draft);
  refuse (world, make_session (world, preparation), NULL, "the preparation was mixed on a later day");
}

static void
test_counts (void)
{
  g_autoptr(StockWorld) world = stock_world_new ();
  g_autofree char *first = stock_world_prepare (world, stock_world_draft (world));
  g_autofree char *second = stock_world_prepare (world, stock_world_amendment (world, first));
  g_autofree char *marked = stock_world_prepare (world, stock_world_draft (world));
  g_autofree char *gone = stock_world_prepare (world, stock_world_draft (world));
  g_autofree char *id = NULL;
  g_autoptr(MesoPreparation) given = NULL;

  stock_world_mark (world, marked);
  stock_world_discard (world, gone);
  refuse (world, make_session (world, first), NULL, "the preparation was amended or entered in error");
  refuse (world, make_session (world, marked), NULL, "the preparation was amended or entered in error");
  refuse (world, make_session (world, gone), NULL, "the preparation was thrown away");
  id = record (world, make_session (world, second), NULL);
  given = stock_world_get (world, first);
  g_assert_cmpstr (given->session, ==, id);
}

/* An amendment of a preparation that was given tells of what was given. */
static void
test_amend (void)
{
  g_autoptr(StockWorld) world = stock_world_new ();
  g_autofree char *other_formula = stock_world_add_formula (world, world->sessions->leila, TRUE);
  g_autofree char *first = stock_world_prepare (world, stock_world_draft (world));
  g_autofree char *id = record (world, make_session (world, first), NULL);
  MesoPreparation *draft = stock_world_amendment (world, first);
  g_autofree char *second = NULL;
  g_autofree char *again = NULL;

  g_set_str (&draft->formula, other_formula);
  stock_world_refuse (world, draft, "the session it was given in says otherwise; amend that first");
  draft = stock_world_amendment (world, first);
  g_set_str (&draft->use_before, "2026-11-22T08:29:59.000000Z");
  stock_world_refuse (world, draft, "the session it was given in says otherwise; amend that first");
  draft = stock_world_amendment (world, first);
  g_set_str (&draft->use_before, "2026-11-22T08:30:00.000000Z");
  second = stock_world_prepare (world, draft);
  /* The session is amended with what it named, or with what that has become. */
  again = record (world, make_session (world, first), id);
  g_free (record (world, make_session (world, second), again));
}

static void
test_lots (void)
{
  static const MesoLotState states[] = { MESO_LOT_RECALLED, MESO_LOT_QUARANTINED };

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr(StockWorld) world = stock_world_new ();
      g_autofree char *preparation = stock_world_prepare (world, stock_world_draft (world));
      g_autofree char *before = stock_world_prepare (world, stock_world_draft (world));
      g_autofree char *given = record (world, make_session (world, before), NULL);

      stock_world_set_state (world, world->vial, states[i]);
      refuse (world, make_session (world, preparation), NULL, "a lot of the preparation is recalled or quarantined");
      /* What was given was given. */
      g_free (record (world, make_session (world, before), given));
      stock_world_set_state (world, world->vial, MESO_LOT_AVAILABLE);
      g_free (record (world, make_session (world, preparation), NULL));
    }
}

/* A session that is entered late: what became of a lot once the mixture was over kept nobody from giving it. */
static void
test_lots_later (void)
{
  g_autoptr(StockWorld) world = stock_world_new ();
  g_autofree char *preparation = stock_world_prepare (world, stock_world_draft (world));

  world->sessions->store->seconds += 4 * 3600;
  stock_world_set_state (world, world->vial, MESO_LOT_RECALLED);
  g_free (record (world, make_session (world, preparation), NULL));
}

/* Quarantined in time, and recalled later on: it is not as if nothing had been known. */
static void
test_lots_in_time_and_later (void)
{
  g_autoptr(StockWorld) world = stock_world_new ();
  g_autofree char *preparation = stock_world_prepare (world, stock_world_draft (world));

  stock_world_set_state (world, world->vial, MESO_LOT_QUARANTINED);
  world->sessions->store->seconds += 4 * 3600;
  stock_world_set_state (world, world->vial, MESO_LOT_RECALLED);
  refuse (world, make_session (world, preparation), NULL, "a lot of the preparation is recalled or quarantined");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/preparation-session/given", test_given);
  g_test_add_func ("/preparation-session/whose", test_whose);
  g_test_add_func ("/preparation-session/times", test_times);
  g_test_add_func ("/preparation-session/mixed-later", test_mixed_later);
  g_test_add_func ("/preparation-session/counts", test_counts);
  g_test_add_func ("/preparation-session/amend", test_amend);
  g_test_add_func ("/preparation-session/lots", test_lots);
  g_test_add_func ("/preparation-session/lots-later", test_lots_later);
  g_test_add_func ("/preparation-session/lots-in-time-and-later", test_lots_in_time_and_later);
  return g_test_run ();
}
