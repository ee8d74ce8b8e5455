/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-recall-repository.h"
#include "meso-stock-repository.h"
#include "stock-history.h"

/* Random histories: the store takes and refuses what the model does, keeps the same balances, and a recall finds what a walk over all that
 * was ever made finds. */

#define HISTORIES 3
#define STEPS 250
#define LOOK_EVERY 25

typedef struct
{
  const char *text;
  MesoRecall *recall;
  GPtrArray *notes;
} Asking;

static const StockModelLot *
get_lot (const StockHistory *self, guint n)
{
  return g_ptr_array_index (self->model->lots, n);
}

static const StockModelPreparation *
get_preparation (const StockHistory *self, guint n)
{
  return g_ptr_array_index (self->model->preparations, n);
}

static const MesoOpening *
find_opening (const MesoLot *lot, const char *id)
{
  for (guint i = 0; i < lot->openings->len; i++)
    if (g_strcmp0 (((MesoOpening *) g_ptr_array_index (lot->openings, i))->id, id) == 0)
      return g_ptr_array_index (lot->openings, i);
  return NULL;
}

static gboolean
list_notes (MesoStoreContext *context, gpointer data, GError **error)
{
  Asking *asking = data;

  asking->notes = meso_stock_repository_list_notes (context, asking->text, error);
  return asking->notes != NULL;
}

/* received − used − wasted ± corrected, line by line. */
static void
check_notes (StockHistory *self, const char *lot, gint64 balance_ul)
{
  Asking asking = { .text = lot };
  g_autoptr(GPtrArray) notes = NULL;
  gint64 sum_ul = 0;

  meso_test_store_read (self->world->sessions->store, list_notes, &asking);
  notes = asking.notes;
  for (guint i = 0; i < notes->len; i++)
    {
      const MesoLotNote *note = g_ptr_array_index (notes, i);

      sum_ul += note->volume_ul;
      g_assert_cmpint (note->balance_ul, ==, sum_ul);
      g_assert_cmpint (sum_ul, >=, 0);
      g_assert_true ((note->kind == MESO_LOT_NOTE_RECEIVED) == (i == 0));
    }
  g_assert_cmpint (sum_ul, ==, balance_ul);
}

static void
check_balances (StockHistory *self)
{
  for (guint i = 0; i < self->model->lots->len; i++)
    {
      const StockModelLot *expected = get_lot (self, i);
      g_autoptr(MesoLot) lot = stock_world_get_lot (self->world, expected->id);
      guint holding = 0;

      g_assert_cmpint (lot->balance_ul, ==, stock_model_balance (expected));
      g_assert_cmpint (meso_lot_get_sealed_ul (lot), ==, expected->sealed_ul);
      g_assert_cmpint (lot->state, ==, expected->state);
      g_assert_cmpstr (lot->number, ==, g_ptr_array_index (expected->numbers, expected->numbers->len - 1));
      for (guint k = 0; k < expected->openings->len; k++)
        {
          const StockModelOpening *opening = g_ptr_array_index (expected->openings, k);
          const MesoOpening *found = find_opening (lot, opening->id);

          holding += opening->left_ul > 0;
          g_assert_cmpint (found != NULL ? found->left_ul : 0, ==, opening->left_ul);
        }
      g_assert_cmpuint (lot->openings->len, ==, holding);
      check_notes (self, expected->id, lot->balance_ul);
    }
}

static gboolean
bears (const StockModelLot *lot, const char *number)
{
  for (guint i = 0; i < lot->numbers->len; i++)
    if (g_strcmp0 (g_ptr_array_index (lot->numbers, i), number) == 0)
      return TRUE;
  return FALSE;
}

/* One line for each preparation and lot of what a recall must find, in no order of its own. */
static GTree *
walk (const StockHistory *self, const char *number, guint person)
{
  GTree *lines = g_tree_new_full ((GCompareDataFunc) (GCallback) g_strcmp0, NULL, g_free, NULL);

  for (guint i = 0; i < self->model->preparations->len; i++)
    for (guint k = 0; k < self->model->lots->len; k++)
      {
        const StockModelPreparation *made = get_preparation (self, i);
        const StockModelPreparation *batch = get_preparation (self, made->batch);
        gint64 volume_ul = 0;

        for (guint d = 0; d < made->draws->len; d++)
          if (g_array_index (made->draws, StockModelDraw, d).lot == k)
            volume_ul += g_array_index (made->draws, StockModelDraw, d).volume_ul;
        if (volume_ul == 0 || (number != NULL ? !bears (get_lot (self, k), number) : made->person != person))
          continue;
        g_tree_insert (lines, g_strdup_printf ("%s %s %" G_GINT64_FORMAT " %d%d%d %s %s", get_lot (self, k)->id, made->id, volume_ul,
                                               made->amended, made->in_error, batch->discarded,
                                               batch->session != NULL ? batch->session : "-", self->patients[made->person]), NULL);
      }
  return lines;
}

static GTree *
write_lines (const MesoRecall *recall)
{
  GTree *lines = g_tree_new_full ((GCompareDataFunc) (GCallback) g_strcmp0, NULL, g_free, NULL);

  for (guint i = 0; i < recall->entries->len; i++)
    {
      const MesoRecallEntry *entry = g_ptr_array_index (recall->entries, i);

      g_tree_insert (lines, g_strdup_printf ("%s %s %" G_GINT64_FORMAT " %d%d%d %s %s", entry->lot, entry->preparation, entry->volume_ul,
                                             entry->amended, entry->in_error, entry->discarded,
                                             entry->session != NULL ? entry->session : "-", entry->person), NULL);
      g_assert_cmpint (meso_calendar_date_compare (entry->mixed_on, SESSION_WORLD_DAY), ==, 0);
      g_assert_true (meso_calendar_date_is_set (entry->session_date) == (entry->session != NULL));
    }
  g_assert_cmpint (g_tree_nnodes (lines), ==, (int) recall->entries->len);
  return lines;
}

static void
expect_equal (GTree *expected, GTree *found)
{
  g_assert_cmpint (g_tree_nnodes (found), ==, g_tree_nnodes (expected));
  for (GTreeNode *node = g_tree_node_first (expected); node != NULL; node = g_tree_node_next (node))
    if (g_tree_lookup_node (found, g_tree_node_key (node)) == NULL)
      g_error ("a recall misses %s", (char *) g_tree_node_key (node));
}

static gboolean
trace_person (MesoStoreContext *context, gpointer data, GError **error)
{
  Asking *asking = data;

  asking->recall = meso_recall_repository_trace_person (context, asking->text, error);
  return asking->recall != NULL;
}

/* By every number that any lot ever bore, written otherwise than it was typed. */
static void
check_recall_by_number (StockHistory *self)
{
  for (guint i = 0; i < self->model->lots->len; i++)
    for (guint k = 0; k < get_lot (self, i)->numbers->len; k++)
      {
        const char *number = g_ptr_array_index (get_lot (self, i)->numbers, k);
        g_autofree char *typed = g_strdup_printf (" n-%s ", number + 2);
        g_autoptr(MesoRecall) recall = stock_world_trace (self->world, typed);
        g_autoptr(GTree) expected = walk (self, number, 0);
        g_autoptr(GTree) found = write_lines (recall);
        guint lots = 0;

        for (guint n = 0; n < self->model->lots->len; n++)
          lots += bears (get_lot (self, n), number);
        g_assert_cmpuint (recall->lots->len, ==, lots);
        expect_equal (expected, found);
      }
}

static void
check_recall_by_person (StockHistory *self)
{
  for (guint i = 0; i < STOCK_HISTORY_N_PERSONS; i++)
    {
      Asking asking = { .text = i == 0 ? self->twin : self->patients[i] };
      g_autoptr(MesoRecall) recall = NULL;
      g_autoptr(GTree) expected = walk (self, NULL, i);
      g_autoptr(GTree) found = NULL;

      meso_test_store_read (self->world->sessions->store, trace_person, &asking);
      recall = asking.recall;
      found = write_lines (recall);
      expect_equal (expected, found);
    }
}

static void
test_history (void)
{
  guint preparations = 0, refused = 0;

  for (int i = 0; i < HISTORIES; i++)
    {
      guint32 seed = g_test_rand_int ();
      g_autoptr(StockHistory) history = stock_history_new (seed);

      g_test_message ("seed %u", seed);
      for (int step = 1; step <= STEPS; step++)
        {
          stock_history_step (history);
          if (step % LOOK_EVERY == 0)
            check_balances (history);
        }
      check_recall_by_number (history);
      check_recall_by_person (history);
      meso_test_store_check (history->world->sessions->store);
      g_test_message ("%u done, %u refused, %u preparations", history->done, history->refused, history->model->preparations->len);
      preparations += history->model->preparations->len;
      refused += history->refused;
    }
  g_assert_cmpuint (preparations, >, 10);
  g_assert_cmpuint (refused, >, 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stock-history/random", test_history);
  return g_test_run ();
}
