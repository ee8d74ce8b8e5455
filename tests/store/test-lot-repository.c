/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-lot-repository.h"

#include "meso-audit-log.h"
#include "meso-stock-repository.h"
#include "stock-world.h"

typedef struct
{
  StockWorld *world;
  const char *text;
  const MesoLot *lot;
  gint64 containers;
  gboolean used_up;
  GPtrArray *found;
  GHashTable *minimums;
} Work;

static gboolean
list (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  work->found = meso_lot_repository_list (context, work->used_up, error);
  return work->found != NULL;
}

static gboolean
find (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  work->found = meso_lot_repository_find (context, work->text, error);
  return work->found != NULL;
}

static gboolean
amend (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  return meso_lot_repository_amend (context, work->world->sessions->store->nurse, work->lot, work->text, error);
}

static gboolean
list_notes (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  work->found = meso_stock_repository_list_notes (context, work->text, error);
  return work->found != NULL;
}

static gboolean
list_log (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  work->found = meso_audit_log_list (context, "lot", work->text, 0, error);
  return work->found != NULL;
}

static gboolean
set_minimum (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  return meso_stock_repository_set_minimum (context, work->world->sessions->store->nurse, work->text, work->containers, error);
}

static gboolean
get_minimums (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  work->minimums = meso_stock_repository_get_minimums (context, error);
  return work->minimums != NULL;
}

static GPtrArray *
ask (StockWorld *world, MesoStoreWork unit, const char *text)
{
  Work work = { .world = world, .text = text };

  meso_test_store_read (world->sessions->store, unit, &work);
  return work.found;
}

static void
test_comes_back_equal (void)
{
  g_autoptr(StockWorld) world = stock_world_new ();
  MesoLot *lot = stock_world_lot ("zinc", "44 mg/mL");
  g_autofree char *id = NULL;
  g_autoptr(MesoLot) stored = NULL;

  g_set_str (&((MesoProductComponent *) g_ptr_array_index (lot->components, 0))->salt, "sulfate");
  g_set_str (&lot->licence, "IRC 123");
  g_set_str (&lot->supplier, "پخش رازی");
  g_set_str (&lot->storage, "2–8 °C");
  lot->opened_life_h = 36;
  lot->price = 1250000;
  id = stock_world_receive (world, lot);
  stored = stock_world_get_lot (world, id);
  g_assert_null (stored->product);
  g_assert_cmpstr (stored->name, ==, "zinc");
  g_assert_cmpstr (stored->maker, ==, "داروسازی <&> Co.");
  g_assert_cmpstr (stored->licence, ==, "IRC 123");
  g_assert_cmpstr (stored->supplier, ==, "پخش رازی");
  g_assert_cmpstr (stored->storage, ==, "2–8 °C");
  g_assert_cmpstr (((MesoProductComponent *) g_ptr_array_index (stored->components, 0))->salt, ==, "sulfate");
  g_assert_cmpstr (((MesoProductComponent *) g_ptr_array_index (stored->components, 0))->strength, ==, "44 mg/mL");
  g_assert_cmpstr (g_ptr_array_index (stored->excipients, 0), ==, "benzyl-alcohol");
  g_assert_cmpint (stored->expiry.year, ==, 2027);
  g_assert_cmpint (stored->received_on.day, ==, 1);
  g_assert_true (stored->multi_dose);
  g_assert_cmpint (stored->opened_life_h, ==, 36);
  g_assert_cmpint (stored->price, ==, 1250000);
  g_assert_cmpint (stored->balance_ul, ==, 30000);
  g_assert_cmpint (stored->sealed, ==, 3);
  g_assert_cmpint (stored->state, ==, MESO_LOT_AVAILABLE);
  g_assert_cmpstr (stored->recorded_by, ==, world->sessions->store->nurse);
  g_assert_false (stored->amended);
}

static void
test_list (void)
{
  g_autoptr(StockWorld) world = stock_world_new ();
  MesoLot *soon = stock_world_lot ("zinc", "1 mg/mL");
  g_autofree char *id = NULL;
  g_autoptr(GPtrArray) left = NULL;
  Work work = { .world = world, .used_up = TRUE };

  soon->expiry = (MesoCalendarDate) { 2026, 12, 1 };
  id = stock_world_receive (world, soon);
  left = ask (world, list, NULL);
  g_assert_cmpuint (left->len, ==, 5);
  g_assert_cmpstr (((MesoLot *) g_ptr_array_index (left, 0))->id, ==, id);
  stock_world_waste (world, id, NULL, 30000);
  g_clear_pointer (&left, g_ptr_array_unref);
  left = ask (world, list, NULL);
  g_assert_cmpuint (left->len, ==, 4);
  meso_test_store_read (world->sessions->store, list, &work);
  g_assert_cmpuint (work.found->len, ==, 5);
  g_ptr_array_unref (work.found);
}

static void
expect_found (StockWorld *world, const char *text, guint lots)
{
  g_autoptr(GPtrArray) found = ask (world, find, text);

  g_assert_cmpuint (found->len, ==, lots);
}

static void
amend_lot (StockWorld *world, const MesoLot *lot)
{
  Work work = { .world = world, .lot = lot, .text = "misread" };

  meso_test_store_write (world->sessions->store, amend, &work);
}

static void
test_amend_and_find (void)
{
  g_autoptr(StockWorld) world = stock_world_new ();
  g_autoptr(MesoLot) lot = stock_world_get_lot (world, world->vial);
  g_autoptr(MesoLot) amended = NULL;
  g_autoptr(GPtrArray) log = NULL;
  guint before = ((GPtrArray *) (log = ask (world, list_log, world->vial)))->len;

  amend_lot (world, lot);
  g_clear_pointer (&log, g_ptr_array_unref);
  log = ask (world, list_log, world->vial);
  g_assert_cmpuint (log->len, ==, before);
  g_set_str (&lot->number, "V-71");
  lot->expiry = (MesoCalendarDate) { 2027, 4, 30 };
  amend_lot (world, lot);
  amended = stock_world_get_lot (world, world->vial);
  g_assert_cmpstr (amended->number, ==, "V-71");
  g_assert_cmpint (amended->expiry.month, ==, 4);
  g_assert_cmpstr (amended->name, ==, "A vial");
  g_assert_true (amended->amended);
  g_clear_pointer (&log, g_ptr_array_unref);
  log = ask (world, list_log, world->vial);
  g_assert_cmpuint (log->len, ==, before + 1);
  g_assert_cmpstr (((MesoAuditEntry *) g_ptr_array_index (log, 0))->action, ==, "amend");
  g_assert_cmpstr (((MesoAuditEntry *) g_ptr_array_index (log, 0))->reason, ==, "misread");
  expect_found (world, "V-71", 1);
  expect_found (world, "V-17", 1);
  expect_found (world, " v 17", 1);
  expect_found (world, "۱۷-V", 0);
  expect_found (world, "V۱۷", 1);
  expect_found (world, world->vial, 1);
  expect_found (world, "V-1", 0);
  expect_found (world, "", 0);
  expect_found (world, "-", 0);
}

static const MesoLotNote *
expect_note (GPtrArray *notes, guint n, const char *kind, gint64 volume_ul, gint64 balance_ul)
{
  const MesoLotNote *note = g_ptr_array_index (notes, n);

  g_assert_cmpstr (meso_lot_note_kind_to_string (note->kind), ==, kind);
  g_assert_cmpint (note->volume_ul, ==, volume_ul);
  g_assert_cmpint (note->balance_ul, ==, balance_ul);
  return note;
}

static void
test_notes (void)
{
  g_autoptr(StockWorld) world = stock_world_new ();
  g_autofree char *preparation = stock_world_prepare (world, stock_world_draft (world));
  g_autoptr(MesoLot) lot = stock_world_get_lot (world, world->copper);
  g_autoptr(GPtrArray) notes = NULL;

  stock_world_set_state (world, world->copper, MESO_LOT_QUARANTINED);
  g_set_str (&lot->storage, "cool");
  amend_lot (world, lot);
  stock_world_count (world, world->copper, NULL, 190000);
  stock_world_mark (world, preparation);
  notes = ask (world, list_notes, world->copper);
  g_assert_cmpuint (notes->len, ==, 10);
  expect_note (notes, 0, "received", 200000, 200000);
  g_assert_cmpuint (expect_note (notes, 1, "opened", 0, 200000)->opening, ==, 1);
  g_assert_cmpstr (expect_note (notes, 2, "used", -500, 199500)->preparation, ==, preparation);
  g_assert_cmpstr (expect_note (notes, 3, "wasted", -1500, 198000)->patient, ==, world->sessions->leila);
  expect_note (notes, 4, "thrown-away", 0, 198000);
  g_assert_cmpstr (expect_note (notes, 5, "state", 0, 198000)->old_value, ==, "available");
  g_assert_cmpstr (((MesoLotNote *) g_ptr_array_index (notes, 5))->field, ==, "quarantined");
  g_assert_cmpstr (expect_note (notes, 6, "amended", 0, 198000)->new_value, ==, "cool");
  g_assert_cmpstr (expect_note (notes, 7, "corrected", -8000, 190000)->reason, ==, "counted");
  expect_note (notes, 8, "corrected", 500, 190500);
  expect_note (notes, 9, "wasted", -500, 190000);
}

static void
test_openings (void)
{
  g_autoptr(StockWorld) world = stock_world_new ();
  MesoLot *ending = stock_world_lot ("zinc", "1 mg/mL");
  g_autofree char *old = stock_world_open (world, world->zinc, "2026-11-10T08:00:00.000000Z");
  g_autofree char *now = stock_world_open (world, world->zinc, NULL);
  g_autofree char *id = NULL;
  g_autofree char *last = NULL;
  g_autoptr(MesoLot) zinc = stock_world_get_lot (world, world->zinc);
  g_autoptr(MesoLot) found = NULL;
  const MesoOpening *first = g_ptr_array_index (zinc->openings, 0);

  g_assert_cmpstr (first->id, ==, old);
  g_assert_cmpstr (first->discard_by, ==, "2026-12-08T08:00:00.000000Z");
  g_assert_cmpint (first->held_ul, ==, 10000);
  g_assert_false (first->used);
  g_assert_cmpint (zinc->sealed, ==, 1);
  g_assert_cmpint (zinc->balance_ul, ==, 30000);
  /* Never past the expiry of its lot, which is the end of that day. */
  ending->expiry = (MesoCalendarDate) { 2026, 11, 30 };
  id = stock_world_receive (world, ending);
  last = stock_world_open (world, id, NULL);
  found = stock_world_get_lot (world, id);
  g_assert_cmpstr (((MesoOpening *) g_ptr_array_index (found->openings, 0))->discard_by, ==, "2026-12-01T00:00:00.000000Z");
}

static gint64
get_minimum (StockWorld *world, const char *what)
{
  Work work = { .world = world };
  const gint64 *containers;
  gint64 found;

  meso_test_store_read (world->sessions->store, get_minimums, &work);
  containers = g_hash_table_lookup (work.minimums, what);
  found = containers != NULL ? *containers : 0;
  g_hash_table_unref (work.minimums);
  return found;
}

static void
test_minimums (void)
{
  g_autoptr(StockWorld) world = stock_world_new ();
  Work work = { .world = world, .text = "zinc", .containers = 3 };

  g_assert_cmpint (get_minimum (world, "zinc"), ==, 0);
  meso_test_store_write (world->sessions->store, set_minimum, &work);
  g_assert_cmpint (get_minimum (world, "zinc"), ==, 3);
  work.containers = 5;
  meso_test_store_write (world->sessions->store, set_minimum, &work);
  g_assert_cmpint (get_minimum (world, "zinc"), ==, 5);
  work.containers = -1;
  meso_test_store_refuse (world->sessions->store, set_minimum, &work, MESO_STORE_ERROR_REFUSED);
  work.containers = 0;
  meso_test_store_write (world->sessions->store, set_minimum, &work);
  g_assert_cmpint (get_minimum (world, "zinc"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lot-repository/comes-back-equal", test_comes_back_equal);
  g_test_add_func ("/lot-repository/list", test_list);
  g_test_add_func ("/lot-repository/amend-and-find", test_amend_and_find);
  g_test_add_func ("/lot-repository/notes", test_notes);
  g_test_add_func ("/lot-repository/openings", test_openings);
  g_test_add_func ("/lot-repository/minimums", test_minimums);
  return g_test_run ();
}
