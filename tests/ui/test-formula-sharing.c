/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "formula-scene.h"

#include <string.h>

#include "meso-draft-service.h"
#include "meso-finding-row.h"
#include "meso-formula-compare-dialog.h"
#include "meso-formula-findings.h"
#include "meso-formula-give-dialog.h"
#include "meso-formula-service.h"
#include "meso-formula-version-dialog.h"
#include "meso-patient-service.h"
#include "meso-salt-choice.h"
#include "meso-volume-dialog.h"

static GtkWidget *
get_child (GtkWidget *root,
           GType      type,
           guint      n)
{
  GtkWidget *found = formula_scene_find (root, type, &n);

  g_assert_nonnull (found);
  return found;
}

static void
settle (FormulaScene *shown)
{
  for (guint i = 0; i < 3; i++)
    {
      ui_fixture_settle (shown->fixture);
      ui_wait (20);
    }
}

static void
choose_salt (FormulaScene *shown,
             guint         row,
             guint         choice)
{
  GtkWidget *salts = get_child (formula_scene_get_row (shown, row), MESO_TYPE_SALT_CHOICE, 0);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (get_child (salts, GTK_TYPE_DROP_DOWN, 0)), choice);
}

static const char *
get_text (FormulaScene *shown,
          guint         row,
          guint         field)
{
  return meso_dose_entry_get_text (formula_scene_get_entry (shown, row, field));
}

/* 22 mg/mL of zinc sulfate heptahydrate is 5 mg/mL of zinc: what is typed is of the salt, what it holds stands beside. */
static void
test_salt (gconstpointer language)
{
  UiFixture *fixture = ui_fixture_new (language, 0);
  FormulaScene shown = formula_scene_show (fixture, NULL, NULL, 1200);
  gboolean persian = g_str_equal (language, "fa");
  g_autofree char *words = NULL;
  GtkWidget *choice;

  formula_scene_add (&shown, persian ? "روی" : "zinc", "22 mg/mL", "0.5 mL");
  choice = get_child (formula_scene_get_row (&shown, 0), GTK_TYPE_DROP_DOWN, 0);
  gtk_test_accessible_assert_property (choice, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       gtk_widget_get_tooltip_text (choice));
  choose_salt (&shown, 0, 1);
  g_assert_cmpstr (get_text (&shown, 0, 0), ==, "22 mg/mL");
  g_assert_cmpstr (get_text (&shown, 0, 2), ==, persian ? "۱۱\u00a0mg" : "11\u00a0mg");
  words = ui_dup_words (formula_scene_get_row (&shown, 0));
  g_assert_nonnull (strstr (words, persian ? "۲٫۵۰۱۱۳۹\u00a0mg" : "2.501139\u00a0mg"));
  g_assert_nonnull (strstr (words, persian ? "۴٫۳۹۸\u00a0mg" : "4.398\u00a0mg"));
  /* It is one step, and goes by name. */
  gtk_widget_activate_action (shown.page, "page.undo", NULL);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (choice)), ==, 0);
  gtk_widget_activate_action (shown.page, "page.redo", NULL);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (choice)), ==, 1);
  /* What has no salts has nothing to choose. */
  formula_scene_add (&shown, persian ? "بیوتین" : "biotin", "5 mg/mL", "1 mL");
  {
    guint n = 0;

    g_assert_null (formula_scene_find (formula_scene_get_row (&shown, 1), MESO_TYPE_SALT_CHOICE, &n));
  }
  formula_scene_close (&shown);
  ui_fixture_free (fixture);
}

static const char *
get_undo (FormulaScene *shown)
{
  for (guint n = 0;; n++)
    {
      GtkWidget *button = get_child (shown->page, GTK_TYPE_BUTTON, n);

      if (g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), "page.undo") == 0)
        return gtk_widget_get_tooltip_text (button);
    }
}

/* A line that begins with a dose runs from right to left all the same: before, then after. */
static void
test_volume_in_persian (void)
{
  UiFixture *fixture = ui_fixture_new ("fa", 0);
  FormulaScene shown = formula_scene_show (fixture, NULL, NULL, 1200);
  GtkWidget *dialog;
  GtkWidget *count;

  formula_scene_add (&shown, "بیوتین", "۵ mg/mL", "۱ mL");
  gtk_widget_activate_action (shown.page, "page.volume", NULL);
  ui_fixture_settle (fixture);
  dialog = get_child (GTK_WIDGET (shown.window), MESO_TYPE_VOLUME_DIALOG, 0);
  gtk_editable_set_text (GTK_EDITABLE (get_child (dialog, ADW_TYPE_ENTRY_ROW, 0)), "۲ mL");
  for (guint n = 0;; n++)
    {
      GtkWidget *row = get_child (dialog, ADW_TYPE_ACTION_ROW, n);
      const char *words = adw_action_row_get_subtitle (ADW_ACTION_ROW (row));

      if (words == NULL || strstr (words, "۲\u00a0mL") == NULL)
        continue;
      g_assert_nonnull (strstr (words, "از \u200f\u2068۱\u00a0mL\u2069 به \u200f\u2068۲\u00a0mL\u2069"));
      break;
    }
  count = get_child (dialog, GTK_TYPE_SPIN_BUTTON, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (count)), ==, "۲");
  adw_dialog_force_close (ADW_DIALOG (dialog));
  formula_scene_close (&shown);
  ui_fixture_free (fixture);
}

static void
test_undo_is_named (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  FormulaScene shown = formula_scene_show (fixture, NULL, NULL, 1200);

  formula_scene_add (&shown, "zinc", "22 mg/mL", "0.5 mL");
  choose_salt (&shown, 0, 2);
  g_assert_cmpstr (get_undo (&shown), ==, "Undo: change the salt of \u200e\u2068Zinc\u2069");
  formula_scene_close (&shown);
  ui_fixture_free (fixture);
}

static guint
count_findings (GtkWidget *root)
{
  guint count = 0;

  for (guint n = 0;; n = ++count)
    if (formula_scene_find (root, MESO_TYPE_FINDING_ROW, &n) == NULL)
      return count;
}

/* What is said of one or two ingredients stands at the last of their rows, once; the rest below. Each with its way out. */
static void
test_findings_at_their_rows (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  FormulaScene shown = formula_scene_show (fixture, NULL, NULL, 1200);
  GtkWidget *whole;
  GtkWidget *remove;

  formula_scene_add (&shown, "vitamin c", "100 mg/mL", "0.5 mL");
  formula_scene_add (&shown, "biotin", "5 mg/mL", "1 mL");
  formula_scene_add (&shown, "vitamin b12", "1 mg/mL", "2 mL");
  whole = get_child (shown.page, MESO_TYPE_FORMULA_FINDINGS, 0);
  g_assert_cmpuint (count_findings (formula_scene_get_row (&shown, 0)), ==, 0);
  g_assert_cmpuint (count_findings (formula_scene_get_row (&shown, 1)), ==, 0);
  /* incompatible, and over the cap */
  g_assert_cmpuint (count_findings (formula_scene_get_row (&shown, 2)), ==, 2);
  /* no data */
  g_assert_cmpuint (count_findings (whole), ==, 1);
  remove = ui_get (formula_scene_get_row (&shown, 2), GTK_TYPE_BUTTON, "Remove \u200e\u2068Vitamin C\u2069");
  g_signal_emit_by_name (remove, "clicked");
  g_assert_cmpuint (count_findings (formula_scene_get_row (&shown, 1)), ==, 1);
  g_assert_cmpuint (count_findings (formula_scene_get_row (&shown, 0)), ==, 0);
  /* Check and Save goes to what blocks, where it stands. */
  formula_scene_add (&shown, "vitamin c", "100 mg/mL", "0.5 mL");
  formula_scene_save (&shown);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (shown.window), get_child (shown.page, MESO_TYPE_FINDING_ROW, 0)));
  formula_scene_close (&shown);
  ui_fixture_free (fixture);
}

static GtkWidget *
open_dialog (FormulaScene *shown,
             const char   *action,
             GType         type)
{
  gtk_widget_activate_action (shown->page, action, NULL);
  settle (shown);
  return get_child (GTK_WIDGET (shown->window), type, 0);
}

static void
close_dialog (FormulaScene *shown,
              GtkWidget    *dialog)
{
  adw_dialog_force_close (ADW_DIALOG (dialog));
  ui_wait (50);
}

static void
test_volume (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  FormulaScene shown = formula_scene_show (fixture, NULL, NULL, 1200);
  GtkWidget *dialog;
  GtkWidget *volume;
  g_autofree char *words = NULL;

  formula_scene_add (&shown, "biotin", "5 mg/mL", "1 mL");
  formula_scene_add (&shown, "zinc", "1 mg/mL", "0.333 mL");
  dialog = open_dialog (&shown, "page.volume", MESO_TYPE_VOLUME_DIALOG);
  volume = get_child (dialog, ADW_TYPE_ENTRY_ROW, 0);
  g_assert_false (gtk_widget_get_sensitive (ui_get (dialog, GTK_TYPE_BUTTON, "Scale")));
  gtk_editable_set_text (GTK_EDITABLE (volume), "5 mg");
  gtk_test_accessible_assert_state (volume, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_false (gtk_widget_get_sensitive (ui_get (dialog, GTK_TYPE_BUTTON, "Scale")));
  gtk_editable_set_text (GTK_EDITABLE (volume), "۲٫۶۶۶ mL");
  words = ui_dup_words (dialog);
  g_assert_nonnull (strstr (words, "\u200e\u20681\u00a0mL\u2069 becomes \u200e\u20682\u00a0mL\u2069"));
  g_signal_emit_by_name (ui_get (dialog, GTK_TYPE_BUTTON, "Scale"), "clicked");
  g_assert_cmpstr (get_text (&shown, 0, 1), ==, "2\u00a0mL");
  g_assert_cmpstr (get_text (&shown, 1, 1), ==, "0.666\u00a0mL");
  g_assert_cmpstr (get_undo (&shown), ==, "Undo: scale the formula");
  g_signal_emit_by_name (ui_get (dialog, GTK_TYPE_BUTTON, "Round"), "clicked");
  g_assert_cmpstr (get_text (&shown, 0, 1), ==, "2\u00a0mL");
  g_assert_cmpstr (get_text (&shown, 1, 1), ==, "0.67\u00a0mL");
  g_assert_cmpstr (get_undo (&shown), ==, "Undo: round to the marks");
  /* 2.67 mL over two syringes */
  g_clear_pointer (&words, g_free);
  words = ui_dup_words (dialog);
  g_assert_nonnull (strstr (words, "2 × 1.335\u00a0mL\u2069, nothing left over"));
  close_dialog (&shown, dialog);
  gtk_widget_activate_action (shown.page, "page.undo", NULL);
  gtk_widget_activate_action (shown.page, "page.undo", NULL);
  g_assert_cmpstr (get_text (&shown, 1, 1), ==, "0.333 mL");
  formula_scene_close (&shown);
  ui_fixture_free (fixture);
}

static void
test_compare (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  FormulaScene shown = formula_scene_show (fixture, NULL, NULL, 1200);
  GtkWidget *dialog;
  g_autofree char *now = NULL;
  g_autofree char *back = NULL;

  formula_scene_add (&shown, "biotin", "5 mg/mL", "1 mL");
  formula_scene_save (&shown);
  formula_scene_type (formula_scene_get_entry (&shown, 0, 1), "2 mL");
  formula_scene_save (&shown);
  formula_scene_add (&shown, "zinc", "1 mg/mL", "4 mL");
  dialog = open_dialog (&shown, "page.compare", MESO_TYPE_FORMULA_COMPARE_DIALOG);
  now = ui_dup_words (dialog);
  g_assert_nonnull (strstr (now, "What is written now"));
  g_assert_nonnull (strstr (now, "Added"));
  g_assert_nonnull (strstr (now, "Came"));
  g_assert_null (strstr (now, "Biotin: Volume"));
  /* version 1 → version 2 */
  adw_combo_row_set_selected (ADW_COMBO_ROW (get_child (dialog, ADW_TYPE_COMBO_ROW, 0)), 2);
  adw_combo_row_set_selected (ADW_COMBO_ROW (get_child (dialog, ADW_TYPE_COMBO_ROW, 1)), 1);
  settle (&shown);
  back = ui_dup_words (dialog);
  g_assert_nonnull (strstr (back, "Biotin: Volume"));
  g_assert_nonnull (strstr (back, "\u200e\u20681 mL\u2069 became \u200e\u20682 mL\u2069"));
  g_assert_nonnull (strstr (back, "The same findings"));
  close_dialog (&shown, dialog);
  formula_scene_close (&shown);
  ui_fixture_free (fixture);
}

static gpointer
store_in_english (MesoClinic  *clinic,
                  gpointer     request,
                  GError     **error)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  MesoFormulaPatient nobody = { .allergies = none };
  g_autoptr(MesoFormula) formula = meso_formula_new ();
  MesoFormulaItem *item = meso_formula_item_new ();
  g_autoptr(MesoFormulaVersion) first = NULL;
  MesoFormulaSave save = { .name = "Mix", .formula = formula, .said = &nobody, .language = "en" };

  item->ingredient = g_strdup ("zinc");
  item->strength = g_strdup ("1 mg/mL");
  item->volume = g_strdup ("4 mL");
  g_ptr_array_add (formula->items, item);
  first = meso_formula_service_save (clinic, &save, error);
  g_assert_no_error (*error);
  save.formula_id = first->formula_id;
  save.base_version = 1;
  g_set_str (&item->volume, "5 mL");
  return meso_formula_service_save (clinic, &save, error);
}

/* What was found is said in the window's language, whichever it was stored in. */
static void
test_compare_in_persian (void)
{
  UiFixture *fixture = ui_fixture_new ("fa", 0);
  g_autoptr(MesoFormulaVersion) stored = ui_fixture_call (fixture, store_in_english, NULL);
  FormulaScene shown = formula_scene_show (fixture, NULL, stored->formula_id, 1200);
  GtkWidget *dialog = open_dialog (&shown, "page.compare", MESO_TYPE_FORMULA_COMPARE_DIALOG);
  g_autofree char *words = ui_dup_words (dialog);
  g_autofree char *version = NULL;

  g_assert_null (strstr (words, "Zinc"));
  g_assert_nonnull (strstr (words, "۵\u00a0mg"));
  close_dialog (&shown, dialog);
  gtk_widget_activate_action (shown.page, "page.show-version", "i", 1);
  settle (&shown);
  dialog = get_child (GTK_WIDGET (shown.window), MESO_TYPE_FORMULA_VERSION_DIALOG, 0);
  version = ui_dup_words (dialog);
  g_assert_null (strstr (version, "Zinc"));
  close_dialog (&shown, dialog);
  formula_scene_close (&shown);
  ui_fixture_free (fixture);
}

static gpointer
list_templates (MesoClinic  *clinic,
                gpointer     request,
                GError     **error)
{
  return meso_formula_service_list (clinic, NULL, error);
}

static guint
count_templates (UiFixture *fixture)
{
  g_autoptr(GPtrArray) templates = ui_fixture_call (fixture, list_templates, NULL);

  return templates->len;
}

/* A patient's formula becomes a recipe, which is retired and offered again. */
static void
test_recipe_of_the_clinic (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 3);
  g_autofree char *patient = ui_fixture_dup_patient (fixture);
  FormulaScene shown = formula_scene_show (fixture, patient, NULL, 1200);
  guint before = count_templates (fixture);
  g_autoptr(GPtrArray) templates = NULL;
  const MesoFormulaVersion *made;

  formula_scene_clear (&shown);
  formula_scene_add (&shown, "biotin", "5 mg/mL", "1 mL");
  gtk_editable_set_text (GTK_EDITABLE (ui_get (shown.page, GTK_TYPE_ENTRY, NULL)), "");
  gtk_widget_activate_action (shown.page, "page.save-as-recipe", NULL);
  settle (&shown);
  g_assert_cmpuint (count_templates (fixture), ==, before);
  gtk_editable_set_text (GTK_EDITABLE (ui_get (shown.page, GTK_TYPE_ENTRY, NULL)), "A & B <i>");
  gtk_widget_activate_action (shown.page, "page.save-as-recipe", NULL);
  settle (&shown);
  g_assert_cmpuint (count_templates (fixture), ==, before + 1);
  formula_scene_close (&shown);

  templates = ui_fixture_call (fixture, list_templates, NULL);
  made = g_ptr_array_index (templates, 0);
  g_assert_cmpstr (made->name, ==, "A & B <i>");
  g_assert_null (made->patient);
  shown = formula_scene_show (fixture, NULL, made->formula_id, 1200);
  gtk_widget_activate_action (shown.page, "page.retire", NULL);
  settle (&shown);
  g_assert_cmpuint (count_templates (fixture), ==, before);
  g_assert_true (ui_shows (shown.page, "This recipe is retired: no formula is started from it any more."));
  gtk_widget_activate_action (shown.page, "page.offer-again", NULL);
  settle (&shown);
  g_assert_cmpuint (count_templates (fixture), ==, before + 1);
  formula_scene_close (&shown);
  ui_fixture_free (fixture);
}

static gpointer
get_draft (MesoClinic  *clinic,
           gpointer     patient,
           GError     **error)
{
  return meso_draft_service_get (clinic, "formula", patient, error);
}

static gpointer
get_second_patient (MesoClinic  *clinic,
                    gpointer     other,
                    GError     **error)
{
  g_autoptr(MesoPatient) one = meso_patient_service_get (clinic, "1", error);
  g_autoptr(MesoPatient) two = meso_patient_service_get (clinic, "2", error);

  return g_strdup (g_str_equal (one->id, other) ? two->id : one->id);
}

/* Checked with the other patient's facts first; it waits there to be saved, and nothing is stored before. */
static void
test_duplicate (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 3);
  g_autofree char *patient = ui_fixture_dup_patient (fixture);
  g_autofree char *other = ui_fixture_call (fixture, get_second_patient, patient);
  FormulaScene shown = formula_scene_show (fixture, patient, NULL, 1200);
  g_autoptr(MesoDraft) draft = NULL;
  GtkWidget *dialog;
  guint n = 0;

  formula_scene_clear (&shown);
  formula_scene_add (&shown, "zinc", "1 mg/mL", "4 mL");
  gtk_widget_activate_action (shown.page, "page.duplicate", NULL);
  settle (&shown);
  /* not to the same patient */
  gtk_widget_activate_action (GTK_WIDGET (shown.window), "formula.give-to", "s", patient);
  settle (&shown);
  g_assert_null (formula_scene_find (GTK_WIDGET (shown.window), MESO_TYPE_FORMULA_GIVE_DIALOG, &n));
  gtk_widget_activate_action (GTK_WIDGET (shown.window), "formula.give-to", "s", other);
  settle (&shown);
  dialog = get_child (GTK_WIDGET (shown.window), MESO_TYPE_FORMULA_GIVE_DIALOG, 0);
  g_assert_cmpuint (count_findings (dialog), >=, 1);
  for (n = 0;; n++)
    {
      guint place = n;
      GtkWidget *button = formula_scene_find (dialog, GTK_TYPE_BUTTON, &place);

      g_assert_nonnull (button);
      if (gtk_widget_has_css_class (button, "suggested-action"))
        {
          g_assert_true (gtk_widget_get_sensitive (button));
          g_signal_emit_by_name (button, "clicked");
          break;
        }
    }
  settle (&shown);
  draft = ui_fixture_call (fixture, get_draft, other);
  g_assert_nonnull (strstr (draft->text, "\"zinc\""));
  g_assert_nonnull (strstr (draft->text, "4 mL"));
  formula_scene_close (&shown);
  ui_fixture_free (fixture);
}

/* An answer that comes after the page was closed is dropped. */
static void
test_late_answers (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  FormulaScene shown = formula_scene_show (fixture, NULL, NULL, 1200);

  formula_scene_add (&shown, "biotin", "5 mg/mL", "1 mL");
  formula_scene_save (&shown);
  formula_scene_type (formula_scene_get_entry (&shown, 0, 1), "2 mL");
  gtk_widget_activate_action (shown.page, "page.compare", NULL);
  gtk_widget_activate_action (shown.page, "page.retire", NULL);
  formula_scene_close (&shown);
  ui_fixture_free (fixture);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_data_func ("/formula-sharing/salt/en", "en", test_salt);
  g_test_add_data_func ("/formula-sharing/salt/fa", "fa", test_salt);
  g_test_add_func ("/formula-sharing/undo-is-named", test_undo_is_named);
  g_test_add_func ("/formula-sharing/findings", test_findings_at_their_rows);
  g_test_add_func ("/formula-sharing/volume", test_volume);
  g_test_add_func ("/formula-sharing/volume-fa", test_volume_in_persian);
  g_test_add_func ("/formula-sharing/compare", test_compare);
  g_test_add_func ("/formula-sharing/compare-fa", test_compare_in_persian);
  g_test_add_func ("/formula-sharing/recipe", test_recipe_of_the_clinic);
  g_test_add_func ("/formula-sharing/duplicate", test_duplicate);
  g_test_add_func ("/formula-sharing/late-answers", test_late_answers);
  return g_test_run ();
}
