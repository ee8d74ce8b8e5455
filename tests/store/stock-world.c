/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "stock-world.h"

#include <string.h>

#include "meso-formula-repository.h"
#include "meso-lot-repository.h"
#include "meso-preparation-repository.h"
#include "meso-recall-repository.h"
#include "meso-stock-repository.h"

/* One unit of work: what goes in, and what came out of it. */
typedef struct
{
  StockWorld *world;
  const char *id;
  const char *opening;
  const char *at;
  gint64 volume_ul;
  gboolean ok;
  MesoLotState state;
  const MesoLot *lot;
  const MesoPreparation *draft;
  char *stored;
  gpointer found;
} Work;

static void
add_item (MesoFormulaVersion *version, const char *ingredient, const char *strength, const char *volume)
{
  MesoFormulaItem *item = meso_formula_item_new ();

  g_set_str (ingredient != NULL ? &item->ingredient : &item->product, ingredient != NULL ? ingredient : "a-vial");
  g_set_str (&item->strength, strength);
  g_set_str (&item->volume, volume);
  g_ptr_array_add (version->formula->items, item);
}

static void
add_line (MesoFormulaVersion *version, const char *ingredient, gboolean of_product, gint64 volume_ul, gint64 amount_ng)
{
  MesoFormulaLine *line = g_new0 (MesoFormulaLine, 1);

  line->ingredient = g_strdup (ingredient);
  line->product = g_strdup (of_product ? "a-vial" : NULL);
  line->volume_ul = volume_ul;
  line->amount = (MesoQuantity) { amount_ng, MESO_DIMENSION_MASS };
  g_ptr_array_add (version->check->lines, line);
}

/* As the check would expand it: two lines for each time the vial is there. */
static MesoFormulaVersion *
make_formula (const char *patient, const char *hash)
{
  MesoFormulaVersion *version = meso_test_formula (patient, hash);

  g_ptr_array_set_size (version->formula->items, 0);
  g_ptr_array_set_size (version->check->lines, 0);
  add_item (version, "zinc", "۱ mg/mL", "2 mL");
  add_item (version, NULL, NULL, "1 mL");
  add_item (version, "copper", "0.5 mg/mL", "0.5 mL");
  add_item (version, NULL, NULL, "0.5 mL");
  add_line (version, "zinc", FALSE, 2000, 2000000);
  add_line (version, "biotin", TRUE, 1000, 5000000);
  add_line (version, "zinc", TRUE, 1000, 1000000);
  add_line (version, "copper", FALSE, 500, 250000);
  add_line (version, "biotin", TRUE, 500, 2500000);
  add_line (version, "zinc", TRUE, 500, 500000);
  version->check->diluent_volume_ul = 1000;
  return version;
}

static gboolean
add_formula (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;
  const SessionWorld *sessions = work->world->sessions;
  g_autoptr(MesoFormulaVersion) draft = make_formula (work->id, meso_protocol_get_hash (sessions->protocol));
  g_autoptr(MesoFormulaVersion) stored = NULL;

  draft->check->ok = work->ok;
  stored = meso_formula_repository_insert (context, sessions->store->staff, draft, error);
  work->stored = stored != NULL ? g_strdup (stored->formula_id) : NULL;
  return stored != NULL;
}

static char *
run (StockWorld *self, MesoStoreWork unit, Work work)
{
  work.world = self;
  meso_test_store_write (self->sessions->store, unit, &work);
  return work.stored;
}

char *
stock_world_add_formula (StockWorld *self, const char *patient, gboolean ok)
{
  return run (self, add_formula, (Work) { .id = patient, .ok = ok });
}

StockWorld *
stock_world_new (void)
{
  StockWorld *self = g_new0 (StockWorld, 1);
  MesoLot *copper = stock_world_lot ("copper", "500 µg/mL");

  self->sessions = session_world_new ();
  self->leilas_formula = stock_world_add_formula (self, self->sessions->leila, TRUE);
  self->karims_formula = stock_world_add_formula (self, self->sessions->karim, TRUE);
  copper->multi_dose = FALSE;
  copper->container_ul = 2000;
  copper->containers = 100;
  copper->opened_life_h = 6;
  self->zinc = stock_world_receive (self, stock_world_lot ("zinc", "0.1 %"));
  self->vial = stock_world_receive (self, stock_world_lot (NULL, NULL));
  self->copper = stock_world_receive (self, copper);
  self->saline = stock_world_receive (self, stock_world_lot ("saline", ""));
  return self;
}

void
stock_world_free (StockWorld *self)
{
  session_world_free (self->sessions);
  g_free (self->leilas_formula);
  g_free (self->karims_formula);
  g_free (self->zinc);
  g_free (self->vial);
  g_free (self->copper);
  g_free (self->saline);
  g_free (self);
}

MesoLot *
stock_world_lot (const char *ingredient, const char *strength)
{
  MesoLot *lot = meso_lot_new ();

  lot->product = g_strdup (ingredient == NULL ? "a-vial" : NULL);
  g_set_str (&lot->name, ingredient != NULL ? ingredient : "A vial");
  g_set_str (&lot->maker, "داروسازی <&> Co.");
  g_set_str (&lot->number, ingredient != NULL ? ingredient : "V-17");
  meso_lot_add_component (lot, ingredient != NULL ? ingredient : "biotin", strength != NULL ? strength : "5 mg/mL");
  if (ingredient == NULL)
    meso_lot_add_component (lot, "zinc", "1 mg/mL");
  g_ptr_array_add (lot->excipients, g_strdup ("benzyl-alcohol"));
  lot->expiry = (MesoCalendarDate) { 2027, 5, 31 };
  lot->received_on = (MesoCalendarDate) { 2026, 11, 1 };
  lot->container_ul = 10000;
  lot->containers = 3;
  lot->multi_dose = TRUE;
  return lot;
}

static gboolean
receive (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  work->stored = meso_lot_repository_insert (context, work->world->sessions->store->nurse, work->lot, error);
  return work->stored != NULL;
}

char *
stock_world_receive (StockWorld *self, MesoLot *lot)
{
  char *id = run (self, receive, (Work) { .lot = lot });

  meso_lot_free (lot);
  return id;
}

static gboolean
get_lot (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  work->found = meso_lot_repository_get (context, work->id, error);
  return work->found != NULL;
}

MesoLot *
stock_world_get_lot (StockWorld *self, const char *id)
{
  Work work = { .world = self, .id = id };

  meso_test_store_read (self->sessions->store, get_lot, &work);
  return work.found;
}

gint64
stock_world_balance (StockWorld *self, const char *lot)
{
  g_autoptr(MesoLot) found = stock_world_get_lot (self, lot);

  return found->balance_ul;
}

MesoPreparation *
stock_world_draft (StockWorld *self)
{
  MesoPreparation *draft = meso_preparation_new ();

  draft->patient = g_strdup (self->sessions->leila);
  draft->formula = g_strdup (self->leilas_formula);
  draft->formula_version = 1;
  draft->prepared_by = g_strdup (self->sessions->store->nurse);
  draft->checked_by = g_strdup (self->sessions->store->staff);
  draft->mixed_at = g_strdup (STOCK_WORLD_MIXED_AT);
  draft->use_before = g_strdup (STOCK_WORLD_USE_BEFORE);
  draft->wasted_ul = 100;
  g_set_str (&draft->notes, "Clear, no particles.\nشفاف");
  meso_preparation_add_draw (draft, 0, self->zinc, NULL, 2000);
  meso_preparation_add_draw (draft, 1, self->vial, NULL, 1000);
  meso_preparation_add_draw (draft, 2, self->copper, NULL, 500);
  meso_preparation_add_draw (draft, 3, self->vial, NULL, 500);
  meso_preparation_add_draw (draft, MESO_PREPARATION_DILUENT, self->saline, NULL, 1000);
  return draft;
}

MesoPreparation *
stock_world_amendment (StockWorld *self, const char *id)
{
  MesoPreparation *draft = stock_world_get (self, id);

  g_set_str (&draft->amends, id);
  g_set_str (&draft->reason, "read again");
  return draft;
}

static gboolean
prepare (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  work->stored = meso_preparation_repository_insert (context, work->world->sessions->store->nurse, work->draft, error);
  return work->stored != NULL;
}

char *
stock_world_prepare (StockWorld *self, MesoPreparation *draft)
{
  char *id = run (self, prepare, (Work) { .draft = draft });

  meso_preparation_free (draft);
  return id;
}

void
stock_world_refuse_with (StockWorld *self, MesoPreparation *draft, MesoStoreError code, const char *why)
{
  Work work = { .world = self, .draft = draft };
  g_autoptr(GError) error = NULL;

  if (meso_store_run (self->sessions->store->store, MESO_STORE_WRITE, prepare, &work, &error))
    g_error ("it should be refused: “%s”", why);
  g_assert_error (error, MESO_STORE_ERROR, (int) code);
  if (strstr (error->message, why) == NULL)
    g_error ("“%s” doesn't say “%s”", error->message, why);
  meso_preparation_free (draft);
}

void
stock_world_refuse (StockWorld *self, MesoPreparation *draft, const char *why)
{
  stock_world_refuse_with (self, draft, MESO_STORE_ERROR_REFUSED, why);
}

static gboolean
get (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  work->found = meso_preparation_repository_get (context, work->id, error);
  return work->found != NULL;
}

MesoPreparation *
stock_world_get (StockWorld *self, const char *id)
{
  Work work = { .world = self, .id = id };

  meso_test_store_read (self->sessions->store, get, &work);
  return work.found;
}

static gboolean
list (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  work->found = meso_preparation_repository_list (context, work->id, error);
  return work->found != NULL;
}

GPtrArray *
stock_world_list (StockWorld *self, const char *patient)
{
  Work work = { .world = self, .id = patient };

  meso_test_store_read (self->sessions->store, list, &work);
  return work.found;
}

static gboolean
open_container (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  work->stored = meso_stock_repository_open (context, work->world->sessions->store->nurse, work->id, work->at, error);
  return work->stored != NULL;
}

char *
stock_world_open (StockWorld *self, const char *lot, const char *at)
{
  return run (self, open_container, (Work) { .id = lot, .at = at });
}

static gboolean
set_state (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  return meso_lot_repository_set_state (context, work->world->sessions->store->staff, work->id, work->state, "a letter", error);
}

void
stock_world_set_state (StockWorld *self, const char *lot, MesoLotState state)
{
  run (self, set_state, (Work) { .id = lot, .state = state });
}

static gboolean
count (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  return meso_stock_repository_count (context, work->world->sessions->store->nurse, work->id, work->opening, work->volume_ul, "counted",
                                      error);
}

void
stock_world_count (StockWorld *self, const char *lot, const char *opening, gint64 counted_ul)
{
  run (self, count, (Work) { .id = lot, .opening = opening, .volume_ul = counted_ul });
}

static gboolean
waste (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  return meso_stock_repository_waste (context, work->world->sessions->store->nurse, work->id, work->opening, work->volume_ul, "it fell",
                                      error);
}

void
stock_world_waste (StockWorld *self, const char *lot, const char *opening, gint64 volume_ul)
{
  run (self, waste, (Work) { .id = lot, .opening = opening, .volume_ul = volume_ul });
}

static gboolean
throw_away (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  return meso_stock_repository_throw_away (context, work->world->sessions->store->nurse, work->id, "28 days over", error);
}

void
stock_world_throw_away (StockWorld *self, const char *opening)
{
  run (self, throw_away, (Work) { .id = opening });
}

static gboolean
discard (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  return meso_preparation_repository_discard (context, work->world->sessions->store->nurse, work->id, "she didn't come", error);
}

void
stock_world_discard (StockWorld *self, const char *preparation)
{
  run (self, discard, (Work) { .id = preparation });
}

static gboolean
mark (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  return meso_preparation_repository_mark_entered_in_error (context, work->world->sessions->store->nurse, work->id, "another patient's",
                                                            error);
}

void
stock_world_mark (StockWorld *self, const char *preparation)
{
  run (self, mark, (Work) { .id = preparation });
}

static gboolean
trace (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  work->found = meso_recall_repository_trace (context, work->id, error);
  return work->found != NULL;
}

MesoRecall *
stock_world_trace (StockWorld *self, const char *lot)
{
  Work work = { .world = self, .id = lot };

  meso_test_store_read (self->sessions->store, trace, &work);
  return work.found;
}
