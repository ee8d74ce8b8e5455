/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-prepare-form.h"

#include "meso-prepare-picking.h"
#include "ui-fixture.h"

#define NOW "2026-11-22T08:30:00.000000Z"

static const MesoPickMoment moment = { { 2026, 11, 22 }, NOW };

static void
add_opening (MesoLot    *lot,
             const char *id,
             const char *discard_by,
             gint64      left_ul)
{
  MesoOpening *opening = meso_opening_new ();

  opening->id = g_strdup (id);
  opening->n = lot->openings->len + 1;
  opening->opened_at = g_strdup ("2026-11-20T08:30:00.000000Z");
  opening->discard_by = g_strdup (discard_by);
  opening->held_ul = lot->container_ul;
  opening->left_ul = left_ul;
  g_ptr_array_add (lot->openings, opening);
  lot->balance_ul += left_ul;
}

static MesoLot *
new_lot (const char *id,
         int         expiry_year,
         gint64      sealed)
{
  MesoLot *lot = meso_lot_new ();

  lot->id = g_strdup (id);
  lot->expiry = (MesoCalendarDate) { expiry_year, 1, 31 };
  lot->received_on = (MesoCalendarDate) { 2026, 1, 1 };
  lot->container_ul = 1000;
  lot->multi_dose = TRUE;
  lot->containers = sealed;
  lot->sealed = sealed;
  lot->balance_ul = sealed * lot->container_ul;
  return lot;
}

/* One part of 2 mL with three lots: "a" with an opened vial of 0.4 mL, "b", and "r" that is recalled. */
static MesoPreparationPlan *
new_plan (void)
{
  MesoPreparationPlan *plan = g_new0 (MesoPreparationPlan, 1);
  MesoPreparationPart *part = g_new0 (MesoPreparationPart, 1);
  const char *const ids[] = { "a", "b", "r" };

  plan->parts = g_ptr_array_new ();
  part->volume_ul = 2000;
  part->candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_preparation_candidate_free);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      MesoPreparationCandidate *candidate = g_new0 (MesoPreparationCandidate, 1);

      candidate->lot = new_lot (ids[i], 2027 + (int) i, 2);
      candidate->findings = g_ptr_array_new ();
      g_ptr_array_add (part->candidates, candidate);
    }
  add_opening (((MesoPreparationCandidate *) g_ptr_array_index (part->candidates, 0))->lot, "a1", "2026-12-01T00:00:00.000000Z", 400);
  ((MesoPreparationCandidate *) g_ptr_array_index (part->candidates, 2))->lot->state = MESO_LOT_RECALLED;
  part->picks = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_preparation_draw_free);
  g_ptr_array_add (part->picks, meso_preparation_draw_new (0, "a", "a1", 400));
  g_ptr_array_add (part->picks, meso_preparation_draw_new (0, "a", NULL, 1600));
  g_ptr_array_add (plan->parts, part);
  return plan;
}

static void
free_plan (MesoPreparationPlan *plan)
{
  MesoPreparationPart *part = g_ptr_array_index (plan->parts, 0);

  g_ptr_array_unref (part->candidates);
  g_ptr_array_unref (part->picks);
  g_free (part);
  g_ptr_array_unref (plan->parts);
  g_free (plan);
}

static char *
describe (const GPtrArray *draws)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < draws->len; i++)
    {
      const MesoPreparationDraw *draw = g_ptr_array_index (draws, i);

      g_string_append_printf (text, "%s%s%s:%" G_GINT64_FORMAT " ", draw->lot, draw->opening != NULL ? "/" : "",
                              draw->opening != NULL ? draw->opening : "", draw->volume_ul);
    }
  return g_strdup (g_strchomp (text->str));
}

static void
assert_choice (const MesoPreparationPlan *plan,
               const GPtrArray           *draws,
               guint                      nth,
               const char                *lot,
               const char                *opening,
               const char                *expected)
{
  const MesoPreparationPart *part = g_ptr_array_index (plan->parts, 0);
  g_autoptr(GPtrArray) chosen = meso_prepare_picking_choose (plan, draws, part, nth, lot, opening, moment);
  g_autofree char *text = describe (chosen);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_choosing (void)
{
  MesoPreparationPlan *plan = new_plan ();
  g_autoptr(GPtrArray) draws = meso_prepare_picking_offer (plan);

  /* A vial that isn't enough is filled up from what is to be used up next. */
  assert_choice (plan, draws, 0, "b", NULL, "b:2000");
  assert_choice (plan, draws, 1, "b", NULL, "a/a1:400 b:1600");
  assert_choice (plan, draws, 0, "a", "a1", "a/a1:400 a:1600");
  assert_choice (plan, draws, 0, "a", NULL, "a:2000");
  /* What can't be used gives nothing, whoever asks for it. */
  assert_choice (plan, draws, 0, "r", NULL, "a/a1:400 a:1600");
  assert_choice (plan, draws, 0, "x", NULL, "a/a1:400 a:1600");
  free_plan (plan);
}

static void
test_judging (void)
{
  MesoPreparationPlan *plan = new_plan ();
  const MesoPreparationPart *part = g_ptr_array_index (plan->parts, 0);
  MesoLot *lot = ((MesoPreparationCandidate *) g_ptr_array_index (part->candidates, 0))->lot;
  g_autoptr(GPtrArray) draws = meso_prepare_picking_offer (plan);
  const MesoPreparationDraw *first = g_ptr_array_index (draws, 0);
  const MesoPreparationDraw *second = g_ptr_array_index (draws, 1);
  MesoOpening *opening = g_ptr_array_index (lot->openings, 0);

  g_assert_cmpint (meso_prepare_picking_judge (part, draws, first, NULL, moment), ==, MESO_PICK_FINE);
  g_assert_cmpint (meso_prepare_picking_judge (part, draws, second, NULL, moment), ==, MESO_PICK_FINE);
  g_assert_cmpint (meso_prepare_picking_get_short (part, draws), ==, 0);
  /* Somebody else drew from it. */
  opening->left_ul = 300;
  g_assert_cmpint (meso_prepare_picking_judge (part, draws, first, NULL, moment), ==, MESO_PICK_LITTLE);
  /* What is corrected took it already. */
  g_assert_cmpint (meso_prepare_picking_judge (part, draws, first, draws, moment), ==, MESO_PICK_FINE);
  g_set_str (&opening->discard_by, NOW);
  g_assert_cmpint (meso_prepare_picking_judge (part, draws, first, NULL, moment), ==, MESO_PICK_CONTAINER);
  lot->sealed = 1;
  lot->balance_ul = lot->container_ul + opening->left_ul;
  g_assert_cmpint (meso_prepare_picking_judge (part, draws, second, NULL, moment), ==, MESO_PICK_LITTLE);
  lot->state = MESO_LOT_QUARANTINED;
  g_assert_cmpint (meso_prepare_picking_judge (part, draws, second, NULL, moment), ==, MESO_PICK_UNUSABLE);
  g_set_str (&lot->id, "other");
  g_assert_cmpint (meso_prepare_picking_judge (part, draws, second, NULL, moment), ==, MESO_PICK_GONE);
  free_plan (plan);
}

/* What its own label says against it counts whatever is left of it; what only asks for care leaves it as it is. */
static void
test_labels (void)
{
  MesoPreparationPlan *plan = new_plan ();
  const MesoPreparationPart *part = g_ptr_array_index (plan->parts, 0);
  const MesoPreparationCandidate *candidate = g_ptr_array_index (part->candidates, 0);
  g_autoptr(GPtrArray) draws = meso_prepare_picking_offer (plan);
  MesoFormulaFinding finding = { .severity = MESO_SEVERITY_WARN, .message = (char *) "Take care." };

  g_ptr_array_add (candidate->findings, &finding);
  g_assert_cmpint (meso_prepare_picking_judge (part, draws, g_ptr_array_index (draws, 0), NULL, moment), ==, MESO_PICK_FINE);
  assert_choice (plan, draws, 0, "a", NULL, "a:2000");
  finding.severity = MESO_SEVERITY_BLOCK;
  g_assert_cmpint (meso_prepare_picking_judge (part, draws, g_ptr_array_index (draws, 0), NULL, moment), ==, MESO_PICK_BARRED);
  g_assert_cmpint (meso_prepare_picking_judge (part, draws, g_ptr_array_index (draws, 0), draws, moment), ==, MESO_PICK_FINE);
  assert_choice (plan, draws, 0, "a", NULL, "b:2000");
  free_plan (plan);
}

/* As it was typed, whatever it was. */
static void
test_draft (void)
{
  g_autoptr(MesoPrepareForm) form = meso_prepare_form_new ();
  g_autoptr(MesoPrepareForm) back = NULL;
  g_autofree char *json = NULL;
  g_autofree char *text = NULL;

  g_set_str (&form->formula, "f");
  form->version = 3;
  form->now = FALSE;
  form->date = (MesoCalendarDate) { 2026, 11, 22 };
  g_set_str (&form->time, "half past ten");
  g_set_str (&form->wasted, "۰٫۲");
  g_set_str (&form->notes, "A & B \"<i>\"\n");
  form->checked_by = g_strdup ("s");
  g_ptr_array_add (form->draws, meso_preparation_draw_new (1, "a", "a1", 400));
  g_ptr_array_add (form->draws, meso_preparation_draw_new (MESO_PREPARATION_DILUENT, "n", NULL, 1600));
  json = meso_prepare_form_to_json (form);
  back = meso_prepare_form_from_json (json);
  g_assert_nonnull (back);
  g_assert_cmpint (back->version, ==, 3);
  g_assert_false (back->now);
  g_assert_cmpstr (back->time, ==, form->time);
  g_assert_cmpstr (back->wasted, ==, form->wasted);
  g_assert_cmpstr (back->notes, ==, form->notes);
  g_assert_cmpstr (back->checked_by, ==, "s");
  g_assert_null (back->amends);
  g_assert_cmpint (meso_calendar_date_compare (back->date, form->date), ==, 0);
  text = describe (back->draws);
  g_assert_cmpstr (text, ==, "a/a1:400 n:1600");
  g_assert_cmpuint (((MesoPreparationDraw *) g_ptr_array_index (back->draws, 1))->item, ==, MESO_PREPARATION_DILUENT);
}

/* What somebody else wrote there breaks nothing. */
static void
test_broken_draft (void)
{
  static const char *const texts[] = { "", "[]", "null", "{", "{\"draws\":7}", "{\"draws\":[7,null,{\"lot\":3},{\"volume-ul\":-1}]}" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(MesoPrepareForm) form = meso_prepare_form_from_json (texts[i]);

      g_assert_true (form == NULL || form->draws->len == 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/prepare-form/choosing", test_choosing);
  g_test_add_func ("/prepare-form/judging", test_judging);
  g_test_add_func ("/prepare-form/labels", test_labels);
  g_test_add_func ("/prepare-form/draft", test_draft);
  g_test_add_func ("/prepare-form/broken-draft", test_broken_draft);

  return g_test_run ();
}
