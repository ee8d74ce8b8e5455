/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "stock-history.h"

#include "meso-lot-repository.h"
#include "meso-patient-repository.h"
#include "meso-preparation-repository.h"
#include "meso-session-repository.h"
#include "meso-stock-repository.h"

#define N_SUBSTANCES 4
#define N_NUMBERS 8

/* What each item of the formula draws, in µL, and of which substance. */
static const struct { guint item; guint substance; gint64 volume_ul; } items[] = {
  { 0, 0, 2000 }, { 1, 1, 1000 }, { 2, 2, 500 }, { 3, 1, 500 }, { MESO_PREPARATION_DILUENT, 3, 1000 },
};
static const char *const substances[N_SUBSTANCES][2] = { { "zinc", "1 mg/mL" }, { NULL, NULL }, { "copper", "0.5 mg/mL" }, { "saline", "" } };

typedef struct
{
  StockHistory *history;
  const char *lot;
  const char *opening;
  const char *text;
  gint64 volume_ul;
  MesoLotState state;
  const MesoPreparation *draft;
  const MesoTreatmentSession *session;
  char *id;
  gpointer found;
} Work;

static StockModelLot *
get_lot (StockHistory *self, guint n)
{
  return g_ptr_array_index (self->model->lots, n);
}

static StockModelPreparation *
get_preparation (StockHistory *self, guint n)
{
  return g_ptr_array_index (self->model->preparations, n);
}

static guint
pick (StockHistory *self, guint count)
{
  return (guint) g_rand_int_range (self->rand, 0, (gint32) count);
}

/* The store must do it exactly when the model did. */
static void
agree (StockHistory *self, MesoStoreWork unit, Work *work, gboolean allowed, const char *what)
{
  MesoStore *store = self->world->sessions->store->store;
  g_autoptr(GError) error = NULL;
  gboolean done;

  work->history = self;
  done = meso_store_run (store, MESO_STORE_WRITE, unit, work, &error);
  if (done != allowed)
    g_error ("%s: the model says %s, the store: %s", what, allowed ? "yes" : "no", error != NULL ? error->message : "yes");
  g_assert_true (done || g_error_matches (error, MESO_STORE_ERROR, MESO_STORE_ERROR_REFUSED)
                 || g_error_matches (error, MESO_STORE_ERROR, MESO_STORE_ERROR_DUPLICATE));
  *(done ? &self->done : &self->refused) += 1;
}

static const char *
get_opening_id (StockHistory *self, guint lot, guint opening)
{
  return opening != STOCK_MODEL_NEW ? ((StockModelOpening *) g_ptr_array_index (get_lot (self, lot)->openings, opening))->id : NULL;
}

static void
step_receive (StockHistory *self)
{
  guint n = self->model->lots->len;
  guint substance = n < 2 * N_SUBSTANCES ? n % N_SUBSTANCES : pick (self, N_SUBSTANCES);
  MesoLot *lot = stock_world_lot (substances[substance][0], substances[substance][1]);
  g_autofree char *number = g_strdup_printf ("N %u", pick (self, N_NUMBERS));
  g_autoptr(MesoLot) copy = NULL;

  g_set_str (&lot->number, number);
  lot->multi_dose = g_rand_boolean (self->rand);
  lot->opened_life_h = 6;
  lot->container_ul = 500 * g_rand_int_range (self->rand, 1, 12);
  lot->containers = g_rand_int_range (self->rand, 6, 30);
  copy = meso_lot_copy (lot);
  stock_model_add_lot (self->model, stock_world_receive (self->world, lot), substance, number, copy);
}

static gboolean
run_open (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  work->id = meso_stock_repository_open (context, work->history->world->sessions->store->nurse, work->lot, STOCK_WORLD_MIXED_AT, error);
  return work->id != NULL;
}

static void
step_open (StockHistory *self)
{
  guint n = pick (self, self->model->lots->len);
  StockModelLot *lot = get_lot (self, n);
  Work work = { .lot = lot->id };
  gboolean allowed = stock_model_open (self->model, n);

  agree (self, run_open, &work, allowed, "open");
  if (allowed)
    ((StockModelOpening *) g_ptr_array_index (lot->openings, lot->openings->len - 1))->id = work.id;
}

static gboolean
run_throw_away (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  return meso_stock_repository_throw_away (context, work->history->world->sessions->store->nurse, work->opening, "over", error);
}

static gboolean
run_waste (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  return meso_stock_repository_waste (context, work->history->world->sessions->store->nurse, work->lot, work->opening, work->volume_ul, "fell",
                                      error);
}

static gboolean
run_count (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  return meso_stock_repository_count (context, work->history->world->sessions->store->nurse, work->lot, work->opening, work->volume_ul,
                                      "counted", error);
}

/* Of an opened container, or of what is unopened. */
static void
step_container (StockHistory *self)
{
  guint n = pick (self, self->model->lots->len);
  StockModelLot *lot = get_lot (self, n);
  guint opening = lot->openings->len > 0 && g_rand_boolean (self->rand) ? pick (self, lot->openings->len) : STOCK_MODEL_NEW;
  gint64 left_ul = opening != STOCK_MODEL_NEW ? ((StockModelOpening *) g_ptr_array_index (lot->openings, opening))->left_ul : 0;
  Work work = { .lot = lot->id, .opening = get_opening_id (self, n, opening), .volume_ul = g_rand_int_range (self->rand, 0, 5000) };

  if (pick (self, 3) == 0)
    agree (self, run_waste, &work, stock_model_move (self->model, n, opening, -work.volume_ul), "waste");
  else if (opening == STOCK_MODEL_NEW)
    {
      work.volume_ul = MAX (stock_model_balance (lot) + work.volume_ul - 2500, 0);
      agree (self, run_count, &work, stock_model_count (self->model, n, work.volume_ul), "count all");
    }
  else if (g_rand_boolean (self->rand))
    agree (self, run_count, &work, work.volume_ul == left_ul || stock_model_move (self->model, n, opening, work.volume_ul - left_ul), "count");
  else
    agree (self, run_throw_away, &work, stock_model_throw_away (self->model, n, opening), "throw away");
}

static gboolean
run_state (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  return meso_lot_repository_set_state (context, work->history->world->sessions->store->staff, work->lot, work->state, "a letter", error);
}

static void
step_state (StockHistory *self)
{
  StockModelLot *lot = get_lot (self, pick (self, self->model->lots->len));
  Work work = { .lot = lot->id, .state = pick (self, 3) > 0 ? MESO_LOT_AVAILABLE : (MesoLotState) pick (self, 3) };

  agree (self, run_state, &work, work.state != lot->state, "state");
  lot->state = work.state;
}

static gboolean
run_amend_number (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;
  g_autoptr(MesoLot) lot = meso_lot_repository_get (context, work->lot, error);

  g_set_str (&lot->number, work->text);
  return meso_lot_repository_amend (context, work->history->world->sessions->store->nurse, lot, "misread", error);
}

static void
step_amend_number (StockHistory *self)
{
  StockModelLot *lot = get_lot (self, pick (self, self->model->lots->len));
  g_autofree char *number = g_strdup_printf ("N %u", pick (self, N_NUMBERS));
  Work work = { .lot = lot->id, .text = number };

  agree (self, run_amend_number, &work, TRUE, "number");
  g_ptr_array_add (lot->numbers, g_strdup (number));
}

static gboolean
run_prepare (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  work->id = meso_preparation_repository_insert (context, work->history->world->sessions->store->nurse, work->draft, error);
  work->found = work->id != NULL ? meso_preparation_repository_get (context, work->id, error) : NULL;
  return work->found != NULL;
}

/* A lot of that substance; FALSE when there is none. */
static gboolean
pick_lot (StockHistory *self, guint substance, guint *lot_out)
{
  guint start = pick (self, self->model->lots->len);

  for (guint i = 0; i < self->model->lots->len; i++)
    {
      *lot_out = (start + i) % self->model->lots->len;
      if (get_lot (self, *lot_out)->substance == substance)
        return TRUE;
    }
  return FALSE;
}

static gint64
get_left (StockHistory *self, const StockModelDraw *draw)
{
  return ((StockModelOpening *) g_ptr_array_index (get_lot (self, draw->lot)->openings, draw->opening))->left_ul;
}

static gboolean
add_draws (StockHistory *self, GArray *draws, guint item, guint substance, gint64 volume_ul)
{
  while (volume_ul > 0)
    {
      StockModelDraw draw = { .item = item, .opening = STOCK_MODEL_NEW, .volume_ul = volume_ul };

      if (!pick_lot (self, substance, &draw.lot))
        return FALSE;
      if (volume_ul > 1 && pick (self, 4) == 0)
        draw.volume_ul = g_rand_int_range (self->rand, 1, (gint32) volume_ul);
      /* As a rule one that could do. */
      if (get_lot (self, draw.lot)->openings->len > 0 && pick (self, 3) == 0)
        draw.opening = pick (self, get_lot (self, draw.lot)->openings->len);
      if (draw.opening != STOCK_MODEL_NEW && pick (self, 8) > 0 && get_left (self, &draw) < draw.volume_ul)
        draw.opening = STOCK_MODEL_NEW;
      g_array_append_val (draws, draw);
      volume_ul -= draw.volume_ul;
    }
  return TRUE;
}

/* An amendment keeps what was drawn for most items. */
static GArray *
make_draws (StockHistory *self, guint amends)
{
  g_autoptr(GArray) draws = g_array_new (FALSE, FALSE, sizeof (StockModelDraw));
  const GArray *before = amends != STOCK_MODEL_NEW ? get_preparation (self, amends)->draws : NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    {
      gboolean kept = before != NULL && pick (self, 4) > 0;

      if (!kept && !add_draws (self, draws, items[i].item, items[i].substance, items[i].volume_ul))
        return NULL;
      for (guint k = 0; kept && k < before->len; k++)
        if (g_array_index (before, StockModelDraw, k).item == items[i].item)
          g_array_append_val (draws, g_array_index (before, StockModelDraw, k));
    }
  return g_steal_pointer (&draws);
}

static MesoPreparation *
make_draft (StockHistory *self, guint person, guint amends, const GArray *draws)
{
  MesoPreparation *draft = stock_world_draft (self->world);

  g_set_str (&draft->patient, person == 0 && self->twin != NULL && g_rand_boolean (self->rand) ? self->twin : self->patients[person]);
  g_set_str (&draft->formula, self->formulas[person]);
  g_set_str (&draft->amends, amends != STOCK_MODEL_NEW ? get_preparation (self, amends)->id : NULL);
  g_set_str (&draft->reason, amends != STOCK_MODEL_NEW ? "read again" : "");
  g_ptr_array_set_size (draft->draws, 0);
  for (guint i = 0; i < draws->len; i++)
    {
      const StockModelDraw *draw = &g_array_index (draws, StockModelDraw, i);

      meso_preparation_add_draw (draft, draw->item, get_lot (self, draw->lot)->id, get_opening_id (self, draw->lot, draw->opening),
                                 draw->volume_ul);
    }
  return draft;
}

/* The same draws; what was opened for them gets its name. */
static void
check_draws (StockHistory *self, const StockModelPreparation *made, const MesoPreparation *stored)
{
  g_assert_cmpuint (stored->draws->len, ==, made->draws->len);
  for (guint i = 0; i < stored->draws->len; i++)
    {
      const MesoPreparationDraw *draw = g_ptr_array_index (stored->draws, i);
      const StockModelDraw *expected = &g_array_index (made->draws, StockModelDraw, i);
      StockModelOpening *opening = g_ptr_array_index (get_lot (self, expected->lot)->openings, expected->opening);

      if (opening->id == NULL)
        opening->id = g_strdup (draw->opening);
      g_assert_cmpuint (draw->item, ==, expected->item);
      g_assert_cmpstr (draw->lot, ==, get_lot (self, expected->lot)->id);
      g_assert_cmpstr (draw->opening, ==, opening->id);
      g_assert_cmpint (draw->volume_ul, ==, expected->volume_ul);
    }
}

static void
prepare (StockHistory *self, guint person, guint amends)
{
  GArray *draws = make_draws (self, amends);
  g_autoptr(MesoPreparation) draft = draws != NULL ? make_draft (self, person, amends, draws) : NULL;
  Work work = { .draft = draft };
  StockModelPreparation *made;

  if (draws == NULL)
    return;
  made = stock_model_prepare (self->model, person, amends, draws);
  agree (self, run_prepare, &work, made != NULL, amends != STOCK_MODEL_NEW ? "amend" : "prepare");
  if (made == NULL)
    return;
  made->id = work.id;
  check_draws (self, made, work.found);
  meso_preparation_free (work.found);
}

static void
step_prepare (StockHistory *self)
{
  prepare (self, pick (self, STOCK_HISTORY_N_PERSONS), STOCK_MODEL_NEW);
}

static void
step_amend (StockHistory *self)
{
  guint n = pick (self, self->model->preparations->len);

  prepare (self, get_preparation (self, n)->person, n);
}

static gboolean
run_mark (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  return meso_preparation_repository_mark_entered_in_error (context, work->history->world->sessions->store->nurse, work->text, "r", error);
}

static void
step_mark (StockHistory *self)
{
  guint n = pick (self, self->model->preparations->len);
  Work work = { .text = get_preparation (self, n)->id };

  agree (self, run_mark, &work, stock_model_mark (self->model, n), "mark");
}

static gboolean
run_discard (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  return meso_preparation_repository_discard (context, work->history->world->sessions->store->nurse, work->text, "r", error);
}

static void
step_discard (StockHistory *self)
{
  guint n = pick (self, self->model->preparations->len);
  Work work = { .text = get_preparation (self, n)->id };

  agree (self, run_discard, &work, stock_model_discard (self->model, n), "discard");
}

static gboolean
run_session (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  work->id = meso_session_repository_insert (context, work->history->world->sessions->store->nurse, work->session, NULL, NULL, error);
  return work->id != NULL;
}

static void
step_session (StockHistory *self)
{
  guint n = pick (self, self->model->preparations->len);
  StockModelPreparation *preparation = get_preparation (self, n);
  g_autofree char *screening =
    session_world_screen (self->world->sessions, self->patients[preparation->person], MESO_OUTCOME_SUITABLE);
  g_autoptr(MesoTreatmentSession) session = session_world_session (self->world->sessions, screening);
  gboolean allowed = stock_model_may_give (self->model, n);
  Work work = { .session = session };

  g_set_str (&session->patient, self->patients[preparation->person]);
  g_set_str (&session->formula, self->formulas[preparation->person]);
  g_set_str (&session->preparation, preparation->id);
  g_clear_pointer (&session->plan, g_free);
  session->session_n = 0;
  session->minute = 10 * 60;
  agree (self, run_session, &work, allowed, "session");
  if (allowed)
    get_preparation (self, preparation->batch)->session = work.id;
}

static void
step_session_mark (StockHistory *self)
{
  StockModelPreparation *batch = get_preparation (self, get_preparation (self, pick (self, self->model->preparations->len))->batch);

  if (batch->session == NULL)
    return;
  session_world_mark (self->world->sessions, batch->session);
  g_clear_pointer (&batch->session, g_free);
}

static gboolean
add_twin (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;
  StockHistory *self = work->history;
  const char *staff = self->world->sessions->store->staff;
  g_autoptr(MesoPatient) twin = meso_test_patient ("Leyla", "Karimi");
  g_autoptr(MesoPatient) stored = meso_patient_repository_insert (context, staff, twin, error);

  self->twin = g_strdup (stored->id);
  return meso_patient_repository_link (context, staff, self->twin, self->patients[0], "same phone", error);
}

StockHistory *
stock_history_new (guint32 seed)
{
  StockHistory *self = g_new0 (StockHistory, 1);
  Work work = { .history = self };

  self->rand = g_rand_new_with_seed (seed);
  self->world = stock_world_new ();
  self->model = stock_model_new ();
  self->formulas[0] = g_strdup (self->world->leilas_formula);
  self->formulas[1] = g_strdup (self->world->karims_formula);
  self->patients[0] = g_strdup (self->world->sessions->leila);
  self->patients[1] = g_strdup (self->world->sessions->karim);
  meso_test_store_write (self->world->sessions->store, add_twin, &work);
  return self;
}

void
stock_history_free (StockHistory *self)
{
  for (guint i = 0; i < STOCK_HISTORY_N_PERSONS; i++)
    {
      g_free (self->formulas[i]);
      g_free (self->patients[i]);
    }
  g_free (self->twin);
  g_rand_free (self->rand);
  stock_model_free (self->model);
  stock_world_free (self->world);
  g_free (self);
}

void
stock_history_step (StockHistory *self)
{
  static void (*const with_lots[]) (StockHistory *) = {
    step_receive, step_open, step_container, step_container, step_state, step_amend_number, step_prepare, step_prepare, step_prepare,
  };
  static void (*const with_preparations[]) (StockHistory *) = {
    step_amend, step_amend, step_mark, step_discard, step_session, step_session, step_session_mark,
  };

  if (self->model->lots->len < 2 * N_SUBSTANCES)
    step_receive (self);
  else if (self->model->preparations->len > 3 && pick (self, 3) == 0)
    with_preparations[pick (self, G_N_ELEMENTS (with_preparations))] (self);
  else
    with_lots[pick (self, G_N_ELEMENTS (with_lots))] (self);
}
