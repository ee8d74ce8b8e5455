/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* The model behind the formula builder: it knows no window, and needs none. */

#include "meso-formula-editor.h"

#include "meso-content.h"
#include "meso-formula-lock.h"

static MesoContent *content;

static MesoFormulaEditor *
create_editor (void)
{
  return meso_formula_editor_new (meso_content_get_protocol (content), "en");
}

static const MesoFormulaItemReading *
get_item (MesoFormulaEditor *editor,
          guint              row)
{
  return g_ptr_array_index (meso_formula_editor_get_reading (editor)->items, row);
}

static void
add (MesoFormulaEditor *editor,
     const char        *ingredient,
     const char        *strength,
     const char        *volume)
{
  guint row = meso_formula_editor_add (editor, ingredient, NULL);

  meso_formula_editor_set_item (editor, row, MESO_FORMULA_FIELD_STRENGTH, strength);
  meso_formula_editor_set_item (editor, row, MESO_FORMULA_FIELD_VOLUME, volume);
  meso_formula_editor_end_step (editor);
}

static const MesoFormulaFinding *
find_code (MesoFormulaEditor *editor,
           const char        *code)
{
  const MesoFormulaCheck *check = meso_formula_editor_get_reading (editor)->check;

  for (guint i = 0; check != NULL && i < check->findings->len; i++)
    {
      const MesoFormulaFinding *finding = g_ptr_array_index (check->findings, i);

      if (g_str_equal (finding->code, code))
        return finding;
    }
  return NULL;
}

static void
test_volume_and_amount (void)
{
  g_autoptr(MesoFormulaEditor) editor = create_editor ();
  const MesoFormulaItem *item;

  add (editor, "zinc", "۱ mg/mL", "2 mL");
  g_assert_true (get_item (editor, 0)->complete);
  g_assert_cmpint (get_item (editor, 0)->amount.value, ==, 2000000);
  /* What is typed stays as typed; the other of the two only follows. */
  meso_formula_editor_set_item (editor, 0, MESO_FORMULA_FIELD_AMOUNT, "500 µg");
  item = g_ptr_array_index (meso_formula_editor_get_draft (editor)->formula->items, 0);
  g_assert_cmpstr (item->amount, ==, "500 µg");
  g_assert_null (item->volume);
  g_assert_cmpstr (item->strength, ==, "۱ mg/mL");
  g_assert_cmpint (get_item (editor, 0)->volume_ul, ==, 500);
  g_assert_cmpint (meso_formula_item_reading_get_percent (get_item (editor, 0)), ==, 17);
}

/* One text that can't be read must not hide what the rest means. */
static void
test_fault_apart (void)
{
  g_autoptr(MesoFormulaEditor) editor = create_editor ();

  add (editor, "vitamin-c", "100 mg/mL", "0.5 mL");
  add (editor, "vitamin-b12", "1 mg/mL", "0.5 mL");
  add (editor, "zinc", "1 mg", "x");
  g_assert_cmpint (get_item (editor, 2)->strength, ==, MESO_FORMULA_PROBLEM_PER_ML);
  g_assert_cmpint (get_item (editor, 2)->volume, ==, MESO_FORMULA_PROBLEM_NO_NUMBER);
  g_assert_cmpuint (meso_formula_editor_get_reading (editor)->faults, ==, 2);
  g_assert_nonnull (find_code (editor, "incompatible"));
  g_assert_true (get_item (editor, 0)->conflict);
  g_assert_false (get_item (editor, 2)->conflict);
  g_assert_false (meso_formula_reading_can_save (meso_formula_editor_get_reading (editor)));
}

static void
test_problems (void)
{
  const MesoProtocol *protocol = meso_content_get_protocol (content);
  const MesoIngredient *zinc = meso_protocol_lookup_ingredient (protocol, "zinc");
  const MesoIngredient *toxin = meso_protocol_lookup_ingredient (protocol, "botulinum-toxin");
  MesoStrength strength;
  gint64 weight;
  int points;

  g_assert_cmpint (meso_formula_entry_read_strength (zinc, NULL, "", &strength), ==, MESO_FORMULA_PROBLEM_EMPTY);
  g_assert_cmpint (meso_formula_entry_read_strength (zinc, NULL, "5", &strength), ==, MESO_FORMULA_PROBLEM_NO_UNIT);
  g_assert_cmpint (meso_formula_entry_read_strength (zinc, NULL, "5 IU/mL", &strength), ==, MESO_FORMULA_PROBLEM_WRONG_KIND);
  g_assert_cmpint (meso_formula_entry_read_strength (zinc, NULL, "5 mk/mL", &strength), ==, MESO_FORMULA_PROBLEM_UNIT);
  g_assert_cmpint (meso_formula_entry_read_strength (zinc, NULL, "1,000 mg/mL", &strength), ==, MESO_FORMULA_PROBLEM_AMBIGUOUS);
  g_assert_cmpint (meso_formula_entry_read_amount (zinc, NULL, "۱,۵۰۰ µg"), ==, MESO_FORMULA_PROBLEM_AMBIGUOUS);
  g_assert_cmpint (meso_formula_entry_read_volume ("1,500", FALSE), ==, MESO_FORMULA_PROBLEM_AMBIGUOUS);
  g_assert_cmpint (meso_formula_entry_read_volume ("0,500 mL", FALSE), ==, MESO_FORMULA_PROBLEM_NONE);
  g_assert_cmpint (meso_formula_entry_read_strength (zinc, NULL, "2000 mg/mL", &strength), ==, MESO_FORMULA_PROBLEM_RANGE);
  g_assert_cmpint (meso_formula_entry_read_strength (zinc, NULL, "۰٫۵ ٪", &strength), ==, MESO_FORMULA_PROBLEM_NONE);
  g_assert_cmpint (meso_formula_entry_read_strength (zinc, NULL, "0.1 mmol/mL", &strength), ==, MESO_FORMULA_PROBLEM_NONE);
  g_assert_cmpint (meso_formula_entry_read_amount (zinc, NULL, "0.1 mmol"), ==, MESO_FORMULA_PROBLEM_NONE);
  g_assert_cmpint (meso_formula_entry_read_amount (zinc, NULL, "1 mL"), ==, MESO_FORMULA_PROBLEM_WRONG_KIND);
  g_assert_cmpint (meso_formula_entry_read_amount (toxin, NULL, "50 U"), ==, MESO_FORMULA_PROBLEM_NONE);
  g_assert_cmpint (meso_formula_entry_read_volume ("0 mL", FALSE), ==, MESO_FORMULA_PROBLEM_ZERO);
  g_assert_cmpint (meso_formula_entry_read_volume ("0 mL", TRUE), ==, MESO_FORMULA_PROBLEM_NONE);
  g_assert_cmpint (meso_formula_entry_read_volume ("0.5 mg", FALSE), ==, MESO_FORMULA_PROBLEM_WRONG_KIND);
  g_assert_cmpint (meso_formula_entry_read_volume ("0.0001 mL", FALSE), ==, MESO_FORMULA_PROBLEM_RANGE);
  g_assert_cmpint (meso_formula_entry_read_volume ("۲ میلی\u200cلیتر", FALSE), ==, MESO_FORMULA_PROBLEM_NONE);
  g_assert_cmpint (meso_formula_entry_read_volume ("۰ سی\u200cسی", TRUE), ==, MESO_FORMULA_PROBLEM_NONE);
  g_assert_cmpint (meso_formula_entry_read_amount (zinc, NULL, "۰٫۱ میلی\u200cمول"), ==, MESO_FORMULA_PROBLEM_NONE);
  g_assert_cmpint (meso_formula_entry_read_strength (zinc, NULL, "۵ میلی\u200cگرم در میلی\u200cلیتر", &strength), ==,
                   MESO_FORMULA_PROBLEM_NONE);
  g_assert_cmpint (meso_formula_entry_read_strength (zinc, NULL, "1.5.2", &strength), ==, MESO_FORMULA_PROBLEM_NO_NUMBER);
  g_assert_cmpint (meso_formula_entry_read_strength (zinc, NULL, "۱٫۵٫۲", &strength), ==, MESO_FORMULA_PROBLEM_NO_NUMBER);
  g_assert_cmpint (meso_formula_entry_read_strength (zinc, NULL, "5.", &strength), ==, MESO_FORMULA_PROBLEM_NO_NUMBER);
  g_assert_cmpint (meso_formula_entry_read_amount (zinc, NULL, "1.5.2"), ==, MESO_FORMULA_PROBLEM_NO_NUMBER);
  g_assert_cmpint (meso_formula_entry_read_volume ("1.5.2", FALSE), ==, MESO_FORMULA_PROBLEM_NO_NUMBER);
  g_assert_false (meso_formula_entry_is_bare ("1.5.2"));
  g_assert_true (meso_formula_entry_is_bare ("۱٫۵"));
  g_assert_cmpint (meso_formula_entry_read_points ("۵۰", &points), ==, MESO_FORMULA_PROBLEM_NONE);
  g_assert_cmpint (points, ==, 50);
  g_assert_cmpint (meso_formula_entry_read_points ("-3", &points), ==, MESO_FORMULA_PROBLEM_NO_NUMBER);
  g_assert_cmpint (meso_formula_entry_read_weight ("۷۲٫۵", &weight), ==, MESO_FORMULA_PROBLEM_NONE);
  g_assert_cmpint (weight, ==, 72500);
  g_assert_cmpint (meso_formula_entry_read_weight ("72.5 kg", &weight), ==, MESO_FORMULA_PROBLEM_NONE);
  g_assert_cmpint (meso_formula_entry_read_weight ("62,125", &weight), ==, MESO_FORMULA_PROBLEM_NONE);
  g_assert_cmpint (weight, ==, 62125);
  g_assert_cmpint (meso_formula_entry_read_weight ("5000", &weight), ==, MESO_FORMULA_PROBLEM_RANGE);
  g_assert_cmpint (meso_formula_entry_read_weight ("1,000", &weight), ==, MESO_FORMULA_PROBLEM_RANGE);
  g_assert_cmpint (meso_formula_entry_read_weight ("0", &weight), ==, MESO_FORMULA_PROBLEM_RANGE);
  g_assert_cmpint (meso_formula_entry_read_weight ("70 mg", &weight), ==, MESO_FORMULA_PROBLEM_UNIT);
  g_assert_true (meso_formula_entry_is_bare (" ۰٫۵ "));
  g_assert_false (meso_formula_entry_is_bare ("0.5 mL"));
}

/* What a field makes of its text when it is left: never what isn't one number. */
static void
test_complete (void)
{
  static const struct { const char *typed; gboolean volume; const char *complete; } cases[] = {
    { "0.5", TRUE, "0.5\u00a0mL" },
    { "0.5", FALSE, "0.5" },
    { "1.5.2", TRUE, "1.5.2" },
    { "۲ سی\u200cسی", TRUE, "۲\u00a0mL" },
    { "۵ میلی\u200cگرم در میلی\u200cلیتر", FALSE, "۵\u00a0mg/mL" },
    { "2 mL", TRUE, "2 mL" },
    { "", TRUE, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *complete = meso_formula_entry_complete (cases[i].typed, cases[i].volume);

      g_assert_cmpstr (complete, ==, cases[i].complete);
    }
}

static void
test_undo (void)
{
  g_autoptr(MesoFormulaEditor) editor = create_editor ();
  const MesoFormulaStep *step;

  meso_formula_editor_add (editor, "zinc", NULL);
  meso_formula_editor_set_item (editor, 0, MESO_FORMULA_FIELD_VOLUME, "1");
  meso_formula_editor_set_item (editor, 0, MESO_FORMULA_FIELD_VOLUME, "1 mL");
  step = meso_formula_editor_get_undo (editor);
  g_assert_cmpint (step->kind, ==, MESO_FORMULA_STEP_EDIT);
  g_assert_cmpstr (step->subject, ==, "zinc");
  /* Typed in one go: undone in one go. */
  meso_formula_editor_undo (editor);
  g_assert_null (((MesoFormulaItem *) g_ptr_array_index (meso_formula_editor_get_draft (editor)->formula->items, 0))->volume);
  g_assert_cmpint (meso_formula_editor_get_undo (editor)->kind, ==, MESO_FORMULA_STEP_ADD);
  g_assert_cmpint (meso_formula_editor_get_redo (editor)->field, ==, MESO_FORMULA_FIELD_VOLUME);
  meso_formula_editor_undo (editor);
  g_assert_cmpuint (meso_formula_editor_get_draft (editor)->formula->items->len, ==, 0);
  g_assert_null (meso_formula_editor_get_undo (editor));
  meso_formula_editor_undo (editor);
  meso_formula_editor_redo (editor);
  meso_formula_editor_redo (editor);
  g_assert_cmpstr (((MesoFormulaItem *) g_ptr_array_index (meso_formula_editor_get_draft (editor)->formula->items, 0))->volume,
                   ==, "1 mL");
  meso_formula_editor_remove_ingredient (editor, "zinc");
  g_assert_null (meso_formula_editor_get_redo (editor));
  g_assert_cmpint (meso_formula_editor_get_undo (editor)->kind, ==, MESO_FORMULA_STEP_REMOVE);
}

static void
test_saved (void)
{
  g_autoptr(MesoFormulaEditor) editor = create_editor ();

  add (editor, "biotin", "5 mg/mL", "1 mL");
  g_assert_true (meso_formula_editor_get_modified (editor));
  meso_formula_editor_mark_saved (editor, "recipe", 3);
  g_assert_false (meso_formula_editor_get_modified (editor));
  /* Going back past a save goes on from the version that was saved. */
  meso_formula_editor_undo (editor);
  g_assert_true (meso_formula_editor_get_modified (editor));
  g_assert_cmpint (meso_formula_editor_get_draft (editor)->base_version, ==, 3);
  g_assert_cmpstr (meso_formula_editor_get_draft (editor)->formula_id, ==, "recipe");
  meso_formula_editor_redo (editor);
  g_assert_false (meso_formula_editor_get_modified (editor));
}

static void
test_draft (void)
{
  g_autoptr(MesoFormulaEditor) editor = create_editor ();
  g_autoptr(GPtrArray) allergies = g_ptr_array_new ();
  g_autoptr(MesoFormulaDraft) read = NULL;
  g_autofree char *json = NULL;

  add (editor, "zinc", "\"5 <mg>\\", "۱ mL");
  meso_formula_editor_set_text (editor, MESO_FORMULA_FIELD_NAME, "A & B <i>");
  meso_formula_editor_set_text (editor, MESO_FORMULA_FIELD_TO_VOLUME, "5 mL");
  meso_formula_editor_set_text (editor, MESO_FORMULA_FIELD_POINTS, "what");
  g_ptr_array_add (allergies, (gpointer) "پارابن");
  meso_formula_editor_set_allergies (editor, allergies);
  json = meso_formula_draft_to_json (meso_formula_editor_get_draft (editor));
  read = meso_formula_draft_from_json (json);
  g_assert_nonnull (read);
  g_assert_true (meso_formula_draft_equal (read, meso_formula_editor_get_draft (editor)));
  g_assert_cmpstr (read->formula->diluent, ==, "saline");
  g_assert_null (meso_formula_draft_from_json ("[1, 2"));
  g_assert_null (meso_formula_draft_from_json ("[]"));
}

static void
test_patient (void)
{
  g_autoptr(MesoFormulaEditor) editor = create_editor ();
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  MesoFormulaPatient facts = { .sex = MESO_SEX_FEMALE, .weight_g = 0 };

  add (editor, "lidocaine", "20 mg/mL", "1 mL");
  /* A recipe of the clinic has nobody to ask. */
  g_assert_null (find_code (editor, "allergies-unknown"));
  meso_formula_editor_set_facts (editor, &facts);
  g_assert_nonnull (find_code (editor, "allergies-unknown"));
  g_assert_nonnull (find_code (editor, "weight-missing"));
  meso_formula_editor_set_text (editor, MESO_FORMULA_FIELD_WEIGHT, "60");
  g_assert_null (find_code (editor, "weight-missing"));
  /* 20 mg of 270 mg: rounded up to a tenth of a percent */
  g_assert_cmpint (meso_formula_editor_get_reading (editor)->anaesthetic_permille, ==, 75);
  meso_formula_editor_set_allergies (editor, none);
  g_assert_null (find_code (editor, "allergies-unknown"));
  meso_formula_editor_set_allergies (editor, NULL);
  g_assert_nonnull (find_code (editor, "allergies-unknown"));
}

static void
test_locks (void)
{
  g_autoptr(MesoFormulaEditor) editor = create_editor ();
  const MesoProtocol *protocol = meso_content_get_protocol (content);
  g_autoptr(GPtrArray) excluded = g_ptr_array_new ();
  MesoFormulaPatient facts = { .excluded = excluded };
  const MesoIngredient *prp = meso_protocol_lookup_ingredient (protocol, "prp");
  const MesoIngredient *zinc = meso_protocol_lookup_ingredient (protocol, "zinc");

  g_ptr_array_add (excluded, (gpointer) "zinc");
#define LOCK(ingredient) meso_formula_lock_find (protocol, meso_formula_editor_get_draft (editor), &facts, ingredient)
  g_assert_cmpint (LOCK (zinc), ==, MESO_FORMULA_LOCK_EXCLUDED);
  g_assert_cmpint (LOCK (meso_protocol_lookup_ingredient (protocol, "buflomedil")), ==, MESO_FORMULA_LOCK_BANNED);
  g_assert_cmpint (LOCK (meso_protocol_lookup_ingredient (protocol, "iron")), ==, MESO_FORMULA_LOCK_OFF);
  g_assert_cmpint (LOCK (prp), ==, MESO_FORMULA_LOCK_NONE);
  meso_formula_editor_add (editor, "biotin", NULL);
  g_assert_cmpint (LOCK (prp), ==, MESO_FORMULA_LOCK_OWN_SYRINGE);
  meso_formula_editor_remove (editor, 0);
  meso_formula_editor_add (editor, "prp", NULL);
  g_assert_cmpint (LOCK (meso_protocol_lookup_ingredient (protocol, "biotin")), ==, MESO_FORMULA_LOCK_TAKEN);
#undef LOCK
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  content = meso_content_load (&error);
  g_assert_no_error (error);
  g_test_add_func ("/formula-editor/volume-and-amount", test_volume_and_amount);
  g_test_add_func ("/formula-editor/fault-apart", test_fault_apart);
  g_test_add_func ("/formula-editor/problems", test_problems);
  g_test_add_func ("/formula-editor/complete", test_complete);
  g_test_add_func ("/formula-editor/undo", test_undo);
  g_test_add_func ("/formula-editor/saved", test_saved);
  g_test_add_func ("/formula-editor/draft", test_draft);
  g_test_add_func ("/formula-editor/patient", test_patient);
  g_test_add_func ("/formula-editor/locks", test_locks);
  status = g_test_run ();
  meso_content_unref (content);
  return status;
}
