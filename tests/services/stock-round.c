/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "stock-round.h"

#include "meso-preparation-service.h"
#include "meso-session-service.h"
#include "meso-stock-service.h"
#include "stock-case.h"

#define US_PER_S 1000000
/* By the store's clock: an act, and each unit of work in it */
#define ACT_US 100000
#define STEP_US 100

/* Later with each unit of work, and never earlier than what a child before this one wrote. */
static char *
tick (gpointer data)
{
  StockRound *self = data;
  gint64 now_us = (gint64) self->done * ACT_US + self->elapsed_us;

  self->elapsed_us += STEP_US;
  return g_strdup_printf ("%sT08:%02d:%02d.%06dZ", TODAY, (int) (now_us / US_PER_S / 60), (int) (now_us / US_PER_S % 60),
                          (int) (now_us % US_PER_S));
}

void
stock_round_open (StockRound *self)
{
  if (self->fixture->clinic == NULL)
    clinic_fixture_open (self->fixture, NULL);
  self->elapsed_us = 0;
  meso_store_set_clock (meso_clinic_get_store (self->fixture->clinic), tick, self);
}

static char *
name_lot (guint round)
{
  return g_strdup_printf ("K-%u", round);
}

MesoLot *
stock_round_get_lot (StockRound *self, guint round)
{
  g_autofree char *number = name_lot (round);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = meso_stock_service_find (self->fixture->clinic, number, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  return g_ptr_array_steal_index (found, 0);
}

static const char *
get_opening (const MesoLot *lot, guint i)
{
  return ((MesoOpening *) g_ptr_array_index (lot->openings, i))->id;
}

/* (transfer full): the preparation that was stored last */
static MesoPreparation *
find_last (StockRound *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = meso_preparation_service_list (self->fixture->clinic, self->patient, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (found->len, >, 0);
  return g_ptr_array_steal_index (found, 0);
}

/* What follows is done in each round, in this order. lot: that of the round */

static gboolean
receive (StockRound *self, const MesoLot *none, GError **error)
{
  g_autofree char *number = name_lot (self->done / STOCK_ROUND_ACTS);
  g_autoptr(MesoLot) lot = stock_type_lot (number, "biotin");
  g_autofree char *id = NULL;

  lot->multi_dose = TRUE;
  id = meso_stock_service_receive (self->fixture->clinic, lot, FALSE, clinic_fixture_day (TODAY), error);
  return id != NULL;
}

static gboolean
open_container (StockRound *self, const MesoLot *lot, GError **error)
{
  g_autofree char *id = meso_stock_service_open (self->fixture->clinic, lot->id, error);

  return id != NULL;
}

static gboolean
waste (StockRound *self, const MesoLot *lot, GError **error)
{
  return meso_stock_service_waste (self->fixture->clinic, lot->id, get_opening (lot, 0), 100, "It fell", error);
}

static MesoPreparation *
type_preparation (StockRound *self)
{
  MesoPreparation *draft = meso_preparation_new ();

  draft->formula = g_strdup (self->formula);
  draft->checked_by = g_strdup (self->nurse);
  return draft;
}

static gboolean
record (StockRound *self, const MesoPreparation *draft, GError **error)
{
  g_autoptr(MesoPreparation) stored = meso_preparation_service_record (self->fixture->clinic, draft, clinic_fixture_day (TODAY), error);

  return stored != NULL;
}

/* A sealed container is opened for the second part. */
static gboolean
prepare_of_two (StockRound *self, const MesoLot *lot, GError **error)
{
  g_autoptr(MesoPreparation) draft = type_preparation (self);

  meso_preparation_add_draw (draft, 0, lot->id, get_opening (lot, 0), 600);
  meso_preparation_add_draw (draft, 0, lot->id, NULL, 400);
  return record (self, draft, error);
}

/* With the questions of the day, and what was felt. */
static gboolean
give (StockRound *self, const MesoLot *lot, GError **error)
{
  const Visit visit = { .fixture = self->fixture };
  g_autoptr(MesoQuestionnaireResponse) answers = visit_answer_short (&visit, "");
  g_autoptr(MesoPreparation) made = find_last (self);
  g_autoptr(MesoTreatmentSession) session = meso_treatment_session_new ();
  g_autofree char *id = NULL;

  session->patient = g_strdup (self->patient);
  session->date = clinic_fixture_day (TODAY);
  session->minute = 9 * 60;
  session->operator = g_strdup (self->physician);
  session->preparation = g_strdup (made->id);
  session->points = 40;
  session->volume_ul = 1000;
  for (int grade = 1; grade <= 2; grade++)
    g_ptr_array_add (session->reactions, meso_reaction_new (MESO_REACTION_OTHER, grade, "dizzy"));
  id = meso_session_service_record_with_answers (self->fixture->clinic, session, answers, clinic_fixture_day (TODAY), error);
  return id != NULL;
}

static gboolean
prepare_of_one (StockRound *self, const MesoLot *lot, GError **error)
{
  g_autoptr(MesoPreparation) draft = type_preparation (self);

  meso_preparation_add_draw (draft, 0, lot->id, get_opening (lot, 1), 1000);
  return record (self, draft, error);
}

static gboolean
amend (StockRound *self, const MesoLot *lot, GError **error)
{
  g_autoptr(MesoPreparation) draft = type_preparation (self);
  g_autoptr(MesoPreparation) amended = find_last (self);

  draft->amends = g_strdup (amended->id);
  g_set_str (&draft->reason, "It came out of both");
  meso_preparation_add_draw (draft, 0, lot->id, get_opening (lot, 0), 700);
  meso_preparation_add_draw (draft, 0, lot->id, get_opening (lot, 1), 300);
  return record (self, draft, error);
}

static gboolean
mark_entered_in_error (StockRound *self, const MesoLot *lot, GError **error)
{
  g_autoptr(MesoPreparation) last = find_last (self);

  return meso_preparation_service_mark_entered_in_error (self->fixture->clinic, last->id, "Pressed twice", error);
}

static gboolean
throw_away (StockRound *self, const MesoLot *lot, GError **error)
{
  return meso_stock_service_throw_away (self->fixture->clinic, get_opening (lot, 0), "It was cloudy", error);
}

static const struct
{
  gboolean (*run) (StockRound *self, const MesoLot *lot, GError **error);
  gint64 balance_ul;    /* what is left of the round's lot then; a mixture that never was leaves no liquid either */
} acts[STOCK_ROUND_ACTS] = {
  { receive, 10000 },
  { open_container, 10000 },
  { waste, 9900 },
  { prepare_of_two, 8900 },
  { give, 8900 },
  { prepare_of_one, 7900 },
  { amend, 7900 },
  { mark_entered_in_error, 7900 },
  { throw_away, 7300 },
};

gboolean
stock_round_do_next (StockRound *self, GError **error)
{
  guint act = self->done % STOCK_ROUND_ACTS;
  g_autoptr(MesoLot) lot = act > 0 ? stock_round_get_lot (self, self->done / STOCK_ROUND_ACTS) : NULL;

  if (!acts[act].run (self, lot, error))
    return FALSE;
  self->done++;
  self->elapsed_us = 0;
  return TRUE;
}

gint64
stock_round_get_balance (const StockRound *self, guint round)
{
  guint done = MIN (self->done - round * STOCK_ROUND_ACTS, STOCK_ROUND_ACTS);

  return acts[done - 1].balance_ul;
}
