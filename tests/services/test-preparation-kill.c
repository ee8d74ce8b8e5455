/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-store-private.h"
#include "stock-case.h"
#include "stock-round.h"
#include "writer-kill.h"

/* What is prepared, drawn and given is stored as a whole or not at all, whenever the program is killed. A child goes through rounds of the
 * same acts, and says each once it is stored; after each kill, every table must hold what so many whole acts leave: those that were said,
 * or one more. */

#define KILLS 12
#define LONG_KILLS 300
#define EARLY_ROUNDS 4
/* With the two that nobody disturbs */
#define LEAST_ROUNDS 5
/* Microseconds: within which a child is killed that has to open the clinic first, and one that has begun to write */
#define EARLY_US 600000
#define LATE_US 150000

#define TEXT_LENGTH 64

enum { PATH = 2, DONE, PATIENT, PHYSICIAN, NURSE, FORMULA, N_ARGUMENTS };

static int
be_writer (char **arguments)
{
  g_autoptr(GError) error = NULL;
  ClinicFixture fixture = { .path = arguments[PATH], .content = meso_content_load (&error) };
  StockRound clinic = { &fixture, arguments[PATIENT], arguments[PHYSICIAN], arguments[NURSE], arguments[FORMULA] };

  g_assert_no_error (error);
  clinic.done = (guint) g_ascii_strtoull (arguments[DONE], NULL, 10);
  stock_round_open (&clinic);
  for (;;)
    {
      char said[TEXT_LENGTH];

      if (!stock_round_do_next (&clinic, &error))
        g_error ("act %u: %s", clinic.done, error->message);
      g_snprintf (said, sizeof said, "%u", clinic.done);
      if (!writer_kill_say (said))
        return 1;
    }
}

/* The parent */

/* (element-type gint64): rows of each table, and what the ledger says in all */
static gboolean
count_rows (MesoStoreContext *context, gpointer data, GError **error)
{
  GArray *counts = data;
  g_autoptr(GPtrArray) questions = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(MesoSqliteStatement) tables = meso_store_context_query_plain (context, error,
    "SELECT 'SELECT count(*) FROM \"' || name || '\"' FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'patient_search%'"
    " UNION ALL SELECT 'SELECT coalesce (sum (volume_ul), 0) FROM stock_movement WHERE kind = ''' || column1 || ''''"
    " FROM (VALUES ('received'), ('used'), ('wasted'), ('corrected'))");

  if (tables == NULL)
    return FALSE;
  while (meso_sqlite_statement_next (tables))
    g_ptr_array_add (questions, meso_sqlite_statement_dup_text (tables, 0));
  if (!meso_sqlite_statement_finish (tables, error))
    return FALSE;
  for (guint i = 0; i < questions->len; i++)
    {
      /* The connection keeps a statement by its text, which has to stay. */
      const char *question = g_intern_string (g_ptr_array_index (questions, i));
      gint64 count = 0;

      if (!meso_sqlite_connection_get_int (context->connection, question, &count, error))
        return FALSE;
      g_array_append_val (counts, count);
    }
  return TRUE;
}

static GArray *
count_all (StockRound *clinic)
{
  GArray *counts = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GError) error = NULL;

  meso_clinic_run (clinic->fixture->clinic, MESO_STORE_READ, count_rows, counts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts->len, >, 20);
  return counts;
}

/**
 * Course:
 * @counts: (element-type GArray): before the first act, and after each of the first round
 * @later: (element-type GArray): the same of the second
 *
 * What rounds leave in the file, learned from two that nobody disturbs.
 */
typedef struct
{
  GPtrArray *counts;
  GPtrArray *later;
} Course;

static gint64
get_count (const GPtrArray *counts, guint act, guint i)
{
  return g_array_index ((GArray *) g_ptr_array_index (counts, act), gint64, i);
}

/* The first round has all that the others have, and perhaps something that is made but once. */
static gint64
expect_count (const Course *course, guint done, guint i)
{
  guint rounds = done / STOCK_ROUND_ACTS;
  gint64 in_round = get_count (course->later, STOCK_ROUND_ACTS, i) - get_count (course->later, 0, i);

  if (rounds == 0)
    return get_count (course->counts, done, i);
  return get_count (course->later, done % STOCK_ROUND_ACTS, i) + ((gint64) rounds - 1) * in_round;
}

static gboolean
is_at (const Course *course, const GArray *counts, guint done)
{
  for (guint i = 0; i < counts->len; i++)
    if (g_array_index (counts, gint64, i) != expect_count (course, done, i))
      return FALSE;
  return TRUE;
}

static GPtrArray *
learn_round (StockRound *clinic)
{
  GPtrArray *counts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr(GError) error = NULL;

  g_ptr_array_add (counts, count_all (clinic));
  for (guint i = 0; i < STOCK_ROUND_ACTS; i++)
    {
      stock_round_do_next (clinic, &error);
      g_assert_no_error (error);
      g_ptr_array_add (counts, count_all (clinic));
    }
  return counts;
}

static void
check_balances (StockRound *clinic)
{
  for (guint round = 0; round * STOCK_ROUND_ACTS < clinic->done; round++)
    {
      g_autoptr(MesoLot) lot = stock_round_get_lot (clinic, round);

      g_assert_cmpint (lot->balance_ul, ==, stock_round_get_balance (clinic, round));
    }
}

static void
check_sound (StockRound *clinic)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) problems = meso_store_check (meso_clinic_get_store (clinic->fixture->clinic), &error);

  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (problems, i));
  g_assert_cmpuint (problems->len, ==, 0);
}

/* Whether an act was stored that was not said any more. */
static gboolean
check_after_kill (StockRound *clinic, const Course *course, guint said)
{
  g_autoptr(GArray) counts = NULL;
  gboolean unsaid;

  clinic->done += said;
  stock_round_open (clinic);
  counts = count_all (clinic);
  unsaid = !is_at (course, counts, clinic->done);
  if (unsaid && !is_at (course, counts, clinic->done + 1))
    g_error ("the file is neither at act %u nor at the next", clinic->done);
  clinic->done += unsaid;
  check_balances (clinic);
  check_sound (clinic);
  clinic_fixture_close (clinic->fixture);
  return unsaid;
}

static guint
write_and_kill (StockRound *clinic, GRand *rand, gboolean early)
{
  g_autofree char *done = g_strdup_printf ("%u", clinic->done);
  const char *const arguments[] = {
    "--writer", clinic->fixture->path, done, clinic->patient, clinic->physician, clinic->nurse, clinic->formula, NULL
  };
  g_autoptr(GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint lines = writer_kill_run (arguments, rand, early, early ? EARLY_US : LATE_US, said);

  g_assert_cmpuint (g_hash_table_size (said), ==, lines);
  return lines;
}

static void
test_kill (void)
{
  g_auto(Visit) visit = stock_begin_visit ("biotin");
  g_autoptr(MesoChart) chart = visit_get_chart (&visit, TODAY);
  g_autofree char *nurse = clinic_fixture_employ (visit.fixture, "Maryam", MESO_ROLE_NURSE);
  StockRound clinic = { visit.fixture, visit.patient->id, visit.physician, nurse, chart->formula->formula_id };
  guint wanted = g_getenv ("MESO_TEST_LONG") != NULL ? LONG_KILLS : KILLS;
  guint32 seed = g_test_rand_int ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  guint kills = 0, unsaid = 0;
  Course course;

  g_test_message ("seed %u", seed);
  stock_round_open (&clinic);
  course.counts = learn_round (&clinic);
  course.later = learn_round (&clinic);
  check_balances (&clinic);
  clinic_fixture_close (visit.fixture);
  /* Each act has its turn; a late kill comes after at least one. */
  for (; kills < wanted || clinic.done < LEAST_ROUNDS * STOCK_ROUND_ACTS; kills++)
    unsaid += check_after_kill (&clinic, &course, write_and_kill (&clinic, rand, kills % EARLY_ROUNDS == 0));
  g_test_message ("%u kills amid %u acts, none half done; %u were stored and not said", kills, clinic.done, unsaid);
  g_ptr_array_unref (course.counts);
  g_ptr_array_unref (course.later);
}

int
main (int    argc,
      char **argv)
{
  if (argc == N_ARGUMENTS && g_str_equal (argv[1], "--writer"))
    return be_writer (argv);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/services/preparation-kill/no-act-is-half-done", test_kill);
  return g_test_run ();
}
