/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-preparation-repository.h"

#include "meso-audit-log.h"
#include "meso-patient-erasure.h"
#include "meso-patient-repository.h"
#include "stock-world.h"

typedef struct
{
  StockWorld *world;
  const char *patient;
  char *twin;
  GPtrArray *found;
} Work;

static gboolean
list_waiting (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  work->found = meso_preparation_repository_list_waiting (context, error);
  return work->found != NULL;
}

static gboolean
list_log (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;

  work->found = meso_audit_log_list (context, "preparation", NULL, 0, error);
  return work->found != NULL;
}

static gboolean
add_twin (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;
  const char *staff = work->world->sessions->store->staff;
  g_autoptr(MesoPatient) twin = meso_test_patient ("Leyla", "Karimi");
  g_autoptr(MesoPatient) stored = meso_patient_repository_insert (context, staff, twin, error);

  work->twin = g_strdup (stored->id);
  return meso_patient_repository_link (context, staff, work->twin, work->world->sessions->leila, "same phone", error);
}

static gboolean
erase (MesoStoreContext *context, gpointer data, GError **error)
{
  Work *work = data;
  g_autoptr(MesoErasureRow) row = meso_patient_erasure_erase (context, work->world->sessions->store->staff, "12345", work->patient,
                                                              "asked for", "a law", error);

  return row != NULL;
}

static GPtrArray *
ask (StockWorld *world, MesoStoreWork unit)
{
  Work work = { .world = world };

  meso_test_store_read (world->sessions->store, unit, &work);
  return work.found;
}

static char *
prepare_at (StockWorld *world, const char *patient, const char *mixed_at, const char *use_before)
{
  MesoPreparation *draft = stock_world_draft (world);

  g_set_str (&draft->patient, patient);
  g_set_str (&draft->mixed_at, mixed_at);
  g_set_str (&draft->use_before, use_before);
  return stock_world_prepare (world, draft);
}

/* Both records of a person, the newest first. */
static void
test_list (void)
{
  g_autoptr(StockWorld) world = stock_world_new ();
  Work work = { .world = world };
  g_autofree char *late = stock_world_prepare (world, stock_world_draft (world));
  g_autofree char *early = NULL;
  g_autoptr(GPtrArray) of_leila = NULL;
  g_autoptr(GPtrArray) of_karim = stock_world_list (world, world->sessions->karim);
  const MesoPreparation *first;

  meso_test_store_write (world->sessions->store, add_twin, &work);
  early = prepare_at (world, work.twin, "2026-11-21T08:00:00.000000Z", "2026-11-21T09:00:00.000000Z");
  of_leila = stock_world_list (world, work.twin);
  g_assert_cmpuint (of_leila->len, ==, 2);
  first = g_ptr_array_index (of_leila, 0);
  g_assert_cmpstr (first->id, ==, late);
  g_assert_cmpstr (first->zone, ==, "UTC");
  g_assert_cmpstr (((MesoPreparation *) g_ptr_array_index (of_leila, 1))->id, ==, early);
  g_assert_cmpuint (of_karim->len, ==, 0);
  g_free (work.twin);
}

/* The first to be used first; what was given, thrown away, amended or marked waits no more. */
static void
test_waiting (void)
{
  g_autoptr(StockWorld) world = stock_world_new ();
  const char *leila = world->sessions->leila;
  g_autofree char *late = stock_world_prepare (world, stock_world_draft (world));
  g_autofree char *over = prepare_at (world, leila, "2026-11-21T08:00:00.000000Z", "2026-11-21T09:00:00.000000Z");
  g_autofree char *gone = stock_world_prepare (world, stock_world_draft (world));
  g_autofree char *amended = stock_world_prepare (world, stock_world_amendment (world, late));
  g_autoptr(GPtrArray) waiting = NULL;

  stock_world_discard (world, gone);
  waiting = ask (world, list_waiting);
  g_assert_cmpuint (waiting->len, ==, 2);
  g_assert_cmpstr (((MesoPreparation *) g_ptr_array_index (waiting, 0))->id, ==, over);
  g_assert_cmpstr (((MesoPreparation *) g_ptr_array_index (waiting, 1))->id, ==, amended);
  stock_world_mark (world, amended);
  g_clear_pointer (&waiting, g_ptr_array_unref);
  waiting = ask (world, list_waiting);
  g_assert_cmpuint (waiting->len, ==, 1);
}

static void
test_log (void)
{
  static const char *const actions[] = { "entered-in-error", "discard", "amend", "create" };
  g_autoptr(StockWorld) world = stock_world_new ();
  g_autofree char *first = stock_world_prepare (world, stock_world_draft (world));
  g_autofree char *second = stock_world_prepare (world, stock_world_amendment (world, first));
  g_autoptr(GPtrArray) log = NULL;

  stock_world_discard (world, second);
  stock_world_mark (world, second);
  log = ask (world, list_log);
  g_assert_cmpuint (log->len, ==, G_N_ELEMENTS (actions));
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    g_assert_cmpstr (((MesoAuditEntry *) g_ptr_array_index (log, i))->action, ==, actions[i]);
}

static void
note_change (MesoStore *store, const char *what, const char *id, gpointer data)
{
  g_ptr_array_add (data, g_strconcat (what, " ", id, NULL));
}

static gboolean
was_told (GPtrArray *news, const char *what, const char *id)
{
  g_autofree char *line = g_strconcat (what, " ", id, NULL);

  return g_ptr_array_find_with_equal_func (news, line, g_str_equal, NULL);
}

/* The patient, and each lot that was drawn from. */
static void
test_news (void)
{
  g_autoptr(StockWorld) world = stock_world_new ();
  g_autoptr(GPtrArray) news = g_ptr_array_new_with_free_func (g_free);
  const char *lots[] = { world->zinc, world->vial, world->copper, world->saline };
  g_autofree char *id = NULL;

  while (g_main_context_iteration (NULL, FALSE));
  g_signal_connect (world->sessions->store->store, "changed", G_CALLBACK (note_change), news);
  id = stock_world_prepare (world, stock_world_draft (world));
  while (g_main_context_iteration (NULL, FALSE));
  g_assert_true (was_told (news, "preparation", world->sessions->leila));
  for (gsize i = 0; i < G_N_ELEMENTS (lots); i++)
    g_assert_true (was_told (news, "stock", lots[i]));
}

/* The words go; what was drawn from which lot stays, and so does the balance. */
static void
test_erasure (void)
{
  g_autoptr(StockWorld) world = stock_world_new ();
  Work work = { .world = world, .patient = world->sessions->leila };
  g_autofree char *first = stock_world_prepare (world, stock_world_draft (world));
  g_autofree char *second = stock_world_prepare (world, stock_world_amendment (world, first));
  g_autofree char *marked = stock_world_prepare (world, stock_world_draft (world));
  g_autoptr(MesoPreparation) erased = NULL;
  g_autoptr(MesoPreparation) in_error = NULL;
  g_autoptr(MesoRecall) recall = NULL;
  g_autoptr(GPtrArray) log = NULL;

  stock_world_discard (world, second);
  stock_world_mark (world, marked);
  meso_test_store_write (world->sessions->store, erase, &work);
  erased = stock_world_get (world, second);
  in_error = stock_world_get (world, marked);
  g_assert_cmpstr (erased->notes, ==, "[erased]");
  g_assert_cmpstr (erased->reason, ==, "[erased]");
  g_assert_cmpstr (erased->discard_reason, ==, "[erased]");
  g_assert_cmpstr (in_error->error_reason, ==, "[erased]");
  g_assert_cmpuint (erased->draws->len, ==, 5);
  g_assert_cmpint (stock_world_balance (world, world->zinc), ==, 26000);
  recall = stock_world_trace (world, "zinc");
  g_assert_cmpuint (recall->entries->len, ==, 3);
  g_assert_cmpstr (((MesoRecallEntry *) g_ptr_array_index (recall->entries, 0))->family_name, ==, "");
  log = ask (world, list_log);
  for (guint i = 0; i < log->len; i++)
    {
      const MesoAuditEntry *entry = g_ptr_array_index (log, i);

      g_assert_cmpstr (entry->body, ==, NULL);
      g_assert_true (*entry->reason == '\0' || g_str_equal (entry->reason, "[erased]"));
    }
  stock_world_refuse (world, stock_world_draft (world), "this record was erased");
  session_world_refuse_sql (world->sessions, "UPDATE preparation SET wasted_ul = 0", "a signed preparation never changes");
  session_world_refuse_sql (world->sessions, "UPDATE preparation SET notes = 'more'", "a signed preparation never changes");
  meso_test_store_check (world->sessions->store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/preparation-repository/list", test_list);
  g_test_add_func ("/preparation-repository/waiting", test_waiting);
  g_test_add_func ("/preparation-repository/log", test_log);
  g_test_add_func ("/preparation-repository/news", test_news);
  g_test_add_func ("/preparation-repository/erasure", test_erasure);
  return g_test_run ();
}
