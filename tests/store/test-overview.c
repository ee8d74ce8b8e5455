/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-overview.h"

#include <string.h>

#include "session-world.h"

#define ALL 100

/* What is asked: one of the lists, with its arguments. */
typedef struct
{
  enum { OPEN, WORKED_ON, FORMULAS, TEMPLATES, RETIRED } list;
  MesoPlanKind kind;
  MesoCalendarDate upto;
  const char *from;
  const char *to;
  guint limit;
  GPtrArray *found;
} Question;

static gboolean
ask (MesoStoreContext  *context,
     gpointer           data,
     GError           **error)
{
  Question *self = data;

  switch (self->list)
    {
    case OPEN:
      self->found = meso_overview_list_open (context, self->kind, self->upto, self->limit, error);
      break;
    case WORKED_ON:
      self->found = meso_overview_list_worked_on (context, self->from, self->to, self->limit, error);
      break;
    case FORMULAS:
      self->found = meso_overview_list_formulas (context, self->limit, error);
      break;
    case TEMPLATES:
    case RETIRED:
    default:
      self->found = meso_overview_list_templates (context, self->list == RETIRED, error);
      break;
    }
  return self->found != NULL;
}

static GPtrArray *
get (SessionWorld *world,
     Question      question)
{
  meso_test_store_read (world->store, ask, &question);
  return question.found;
}

static gboolean
holds (const GPtrArray *ids,
       const char      *id)
{
  return g_ptr_array_find_with_equal_func ((GPtrArray *) ids, id, g_str_equal, NULL);
}

static guint
count_of (const GPtrArray *refs,
          const char      *plan)
{
  guint n = 0;

  for (guint i = 0; i < refs->len; i++)
    n += strcmp (((const MesoSessionRef *) g_ptr_array_index (refs, i))->plan, plan) == 0;
  return n;
}

/* Both patients have four sessions: those of a suspended plan, and those that took place or were cancelled, are due no more. */
static void
test_open (void)
{
  g_autoptr(SessionWorld) world = session_world_new ();
  const MesoCalendarDate later = { 2099, 1, 1 };
  const MesoCalendarDate before = { 2000, 1, 1 };
  g_autoptr(GPtrArray) all = get (world, (Question) { OPEN, MESO_PLAN_TREATMENT, later, .limit = ALL });
  g_autoptr(GPtrArray) none = get (world, (Question) { OPEN, MESO_PLAN_TREATMENT, before, .limit = ALL });
  g_autoptr(GPtrArray) one = get (world, (Question) { OPEN, MESO_PLAN_TREATMENT, later, .limit = 1 });
  g_autoptr(GPtrArray) left = NULL;
  guint leilas = count_of (all, world->leilas_plan);
  guint karims = count_of (all, world->karims_plan);

  g_assert_cmpuint (leilas, >, 0);
  g_assert_cmpuint (karims, >, 1);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (one->len, ==, 1);
  {
    g_autofree char *suspended = g_strdup_printf ("UPDATE plan SET status = 'suspended', status_reason = 'x' WHERE id = '%s'",
                                                  world->leilas_plan);
    g_autofree char *missed = g_strdup_printf ("UPDATE plan_session SET status = 'missed' WHERE plan = '%s' AND n = 1",
                                               world->karims_plan);

    session_world_run_sql (world, suspended);
    session_world_run_sql (world, missed);
  }
  left = get (world, (Question) { OPEN, MESO_PLAN_TREATMENT, later, .limit = ALL });
  g_assert_cmpuint (count_of (left, world->leilas_plan), ==, 0);
  g_assert_cmpuint (count_of (left, world->karims_plan), ==, karims - 1);
}

/* Each once, whoever was worked on last first; what lies outside of the two moments isn't told. */
static void
test_worked_on (void)
{
  static const char first[] = "2000-01-01T00:00:00.000000Z";
  static const char last[] = "2999-01-01T00:00:00.000000Z";
  g_autoptr(SessionWorld) world = session_world_new ();
  g_autofree char *screening = session_world_screen (world, world->leila, MESO_OUTCOME_SUITABLE);
  g_autoptr(GPtrArray) all = get (world, (Question) { WORKED_ON, .from = first, .to = last, .limit = ALL });
  g_autoptr(GPtrArray) one = get (world, (Question) { WORKED_ON, .from = first, .to = last, .limit = 1 });
  g_autoptr(GPtrArray) before = get (world, (Question) { WORKED_ON, .from = "1999-01-01T00:00:00.000000Z", .to = first, .limit = ALL });

  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (all, 0), ==, world->leila);
  g_assert_cmpstr (g_ptr_array_index (all, 1), ==, world->karim);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (one, 0), ==, world->leila);
  g_assert_cmpuint (before->len, ==, 0);
}

/* A patient's recipe and the clinic's own are apart, and one that was entered in error is in neither list. */
static void
test_recipes (void)
{
  g_autoptr(SessionWorld) world = session_world_new ();
  g_autofree char *own = session_world_add_formula (world, NULL, TRUE);
  g_autofree char *newest = session_world_add_formula (world, world->karim, TRUE);
  g_autofree char *mark = NULL;
  g_autoptr(GPtrArray) formulas = get (world, (Question) { FORMULAS, .limit = ALL });
  g_autoptr(GPtrArray) templates = get (world, (Question) { TEMPLATES });
  g_autoptr(GPtrArray) retired = get (world, (Question) { RETIRED });
  g_autoptr(GPtrArray) left = NULL;

  g_assert_cmpuint (formulas->len, ==, 3);
  g_assert_cmpuint (retired->len, ==, 0);
  g_assert_cmpstr (g_ptr_array_index (formulas, 0), ==, newest);
  g_assert_true (holds (formulas, world->leilas_formula));
  g_assert_true (holds (formulas, world->karims_formula));
  g_assert_cmpuint (templates->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (templates, 0), ==, own);
  mark = g_strdup_printf ("INSERT INTO entered_in_error SELECT 'formula', '%s', 'wrong patient', created_at, created_zone, created_by"
                          " FROM formula_version WHERE formula = '%s'", newest, newest);
  session_world_run_sql (world, mark);
  left = get (world, (Question) { FORMULAS, .limit = ALL });
  g_assert_cmpuint (left->len, ==, 2);
  g_assert_false (holds (left, newest));

  g_free (mark);
  mark = g_strdup_printf ("INSERT INTO formula_retired SELECT formula, created_at, created_by FROM formula_version WHERE formula = '%s'",
                          own);
  session_world_run_sql (world, mark);
  g_ptr_array_unref (templates);
  templates = get (world, (Question) { TEMPLATES });
  g_assert_cmpuint (templates->len, ==, 0);
  g_ptr_array_unref (retired);
  retired = get (world, (Question) { RETIRED });
  g_assert_cmpuint (retired->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (retired, 0), ==, own);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/overview/open", test_open);
  g_test_add_func ("/overview/worked-on", test_worked_on);
  g_test_add_func ("/overview/recipes", test_recipes);
  return g_test_run ();
}
