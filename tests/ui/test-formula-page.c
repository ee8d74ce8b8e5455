/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-page.h"

#include "formula-scene.h"

#include <string.h>

#include "meso-dose-entry.h"
#include "meso-draft-service.h"
#include "meso-finding-row.h"
#include "meso-formula-bar.h"
#include "meso-formula-patient-group.h"
#include "meso-formula-service.h"
#include "meso-formula-wording.h"
#include "meso-ingredient-list.h"
#include "meso-mixture-row.h"
#include "meso-mixture-view.h"
#include "meso-syringe-view.h"

static void
test_builds (gconstpointer language)
{
  UiFixture *fixture = ui_fixture_new (language, 0);
  FormulaScene shown = formula_scene_show (fixture, NULL, NULL, 1200);
  gboolean persian = g_str_equal (language, "fa");
  g_autofree char *words = NULL;
  GtkWidget *row;

  g_assert_false (gtk_widget_get_sensitive (formula_scene_get_save (&shown)));
  formula_scene_add (&shown, persian ? "بیوتین" : "bio", persian ? "۵ mg/mL" : "5 mg/mL", "1.0 mL");
  row = formula_scene_get_row (&shown, 0);
  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, persian ? "۱. بیوتین" : "1. Biotin");
  /* What was typed stays; the amount follows and says so. */
  g_assert_cmpstr (meso_dose_entry_get_text (formula_scene_get_entry (&shown, 0, 1)), ==, "1.0 mL");
  g_assert_cmpstr (meso_dose_entry_get_text (formula_scene_get_entry (&shown, 0, 2)), ==, persian ? "۵\u00a0mg" : "5\u00a0mg");
  g_assert_true (gtk_widget_has_css_class (meso_dose_entry_get_field (formula_scene_get_entry (&shown, 0, 2)), "derived"));
  g_assert_true (gtk_widget_get_sensitive (formula_scene_get_save (&shown)));
  /* A bad text marks its own entry, and nothing else stops. */
  formula_scene_type (formula_scene_get_entry (&shown, 0, 0), "5 <b>&");
  gtk_test_accessible_assert_state (meso_dose_entry_get_field (formula_scene_get_entry (&shown, 0, 0)), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_cmpstr (meso_dose_entry_get_text (formula_scene_get_entry (&shown, 0, 0)), ==, "5 <b>&");
  formula_scene_type (formula_scene_get_entry (&shown, 0, 0), "0.5 %");
  g_assert_false (gtk_widget_has_css_class (meso_dose_entry_get_field (formula_scene_get_entry (&shown, 0, 0)), "error"));
  words = ui_dup_words (row);
  g_assert_nonnull (strstr (words, persian ? "۵\u00a0mg/mL" : "5\u00a0mg/mL"));
  formula_scene_close (&shown);
  ui_fixture_free (fixture);
}

/* A finding carries its own way out, and the bar says what stands against saving. */
static void
test_findings (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  FormulaScene shown = formula_scene_show (fixture, NULL, NULL, 1200);
  GtkWidget *remove;

  formula_scene_add (&shown, "vitamin c", "100 mg/mL", "0.5 mL");
  formula_scene_add (&shown, "vitamin b12", "1 mg/mL", "0.5 mL");
  g_assert_true (ui_shows (shown.page, "One finding blocks this formula"));
  remove = gtk_widget_get_first_child (ui_get (shown.page, MESO_TYPE_FINDING_ROW, NULL));
  remove = ui_get (remove, GTK_TYPE_BUTTON, NULL);
  g_signal_emit_by_name (remove, "clicked");
  g_assert_false (ui_shows (shown.page, "One finding blocks this formula"));
  g_assert_null (formula_scene_get_row (&shown, 1));
  gtk_widget_activate_action (shown.page, "page.undo", NULL);
  g_assert_nonnull (formula_scene_get_row (&shown, 1));
  gtk_widget_activate_action (shown.page, "page.redo", NULL);
  g_assert_null (formula_scene_get_row (&shown, 1));
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

static gpointer
get_draft (MesoClinic  *clinic,
           gpointer     request,
           GError     **error)
{
  return meso_draft_service_get (clinic, "formula", "new", error);
}

static void
test_saves (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  FormulaScene shown = formula_scene_show (fixture, NULL, NULL, 1200);
  g_autoptr(GPtrArray) templates = NULL;
  const MesoFormulaVersion *version;

  gtk_editable_set_text (GTK_EDITABLE (ui_get (shown.page, GTK_TYPE_ENTRY, NULL)), "A & B <i>");
  formula_scene_add (&shown, "zinc", "1 mg/mL", "1 mL");
  formula_scene_save (&shown);
  g_assert_true (ui_shows (shown.page, "Saved as version 1"));
  formula_scene_type (formula_scene_get_entry (&shown, 0, 1), "2 mL");
  formula_scene_save (&shown);
  g_assert_true (ui_shows (shown.page, "Saved as version 2"));
  templates = ui_fixture_call (fixture, list_templates, NULL);
  g_assert_cmpuint (templates->len, ==, 1);
  version = g_ptr_array_index (templates, 0);
  g_assert_cmpint (version->version, ==, 2);
  g_assert_cmpstr (version->name, ==, "A & B <i>");
  g_assert_null (ui_fixture_call (fixture, get_draft, NULL));
  formula_scene_close (&shown);
  ui_fixture_free (fixture);
}

/* Only what is saved as it stands is prepared, and only for somebody. */
static void
test_prepares_what_is_saved (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 1);
  g_autofree char *patient = ui_fixture_dup_patient (fixture);
  FormulaScene shown = formula_scene_show (fixture, NULL, NULL, 1200);
  GtkWidget *prepare = gtk_widget_get_next_sibling (formula_scene_get_save (&shown));

  g_assert_false (gtk_widget_get_visible (prepare));
  formula_scene_close (&shown);
  shown = formula_scene_show (fixture, patient, NULL, 360);
  prepare = gtk_widget_get_next_sibling (formula_scene_get_save (&shown));
  formula_scene_clear (&shown);
  g_assert_true (gtk_widget_get_visible (prepare));
  formula_scene_add (&shown, "zinc", "1 mg/mL", "1 mL");
  g_assert_false (gtk_widget_is_sensitive (prepare));
  formula_scene_save (&shown);
  g_assert_true (gtk_widget_is_sensitive (prepare));
  formula_scene_type (formula_scene_get_entry (&shown, 0, 1), "2 mL");
  g_assert_false (gtk_widget_is_sensitive (prepare));
  formula_scene_close (&shown);
  ui_fixture_free (fixture);
}

/* What a bin with breakpoints asks for is not what it holds. */
static gboolean
fits (GtkWidget *page)
{
  GtkWidget *bin = ui_get (page, ADW_TYPE_BREAKPOINT_BIN, NULL);
  int minimum;

  gtk_widget_measure (adw_breakpoint_bin_get_child (ADW_BREAKPOINT_BIN (bin)), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_test_message ("%d of %d", minimum, gtk_widget_get_width (bin));
  return minimum <= gtk_widget_get_width (bin);
}

static GtkWidget *
get_menu_button (FormulaScene *shown,
                 guint         n)
{
  return formula_scene_find (shown->page, GTK_TYPE_MENU_BUTTON, &n);
}

/* How many submenus the menu has, at any depth */
static guint
count_submenus (GMenuModel *menu)
{
  guint count = 0;

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr(GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autoptr(GMenuModel) submenu = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SUBMENU);

      count += (submenu != NULL ? 1 : 0) + (section != NULL ? count_submenus (section) : 0);
    }
  return count;
}

/* Shown where it stands in the program: with a way back, which takes room in its header. */
static GtkWindow *
show_with_way_back (GtkWidget *page,
                    int        width)
{
  GtkWidget *view = adw_navigation_view_new ();

  adw_navigation_view_set_animate_transitions (ADW_NAVIGATION_VIEW (view), FALSE);
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view), adw_navigation_page_new (gtk_label_new (""), "Root"));
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view), ADW_NAVIGATION_PAGE (page));
  return ui_show (view, width, 900);
}

/* (transfer full): the id of one of two recipes of the clinic */
static gpointer
store_two_recipes (MesoClinic  *clinic,
                   gpointer     request,
                   GError     **error)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  g_autoptr(MesoFormula) formula = meso_formula_new ();
  MesoFormulaPatient nobody = { .allergies = none };
  MesoFormulaItem *item = meso_formula_item_new ();
  MesoFormulaSave save = { .name = "Other", .formula = formula, .said = &nobody, .language = "en" };
  g_autoptr(MesoFormulaVersion) other = NULL;
  g_autoptr(MesoFormulaVersion) recipe = NULL;

  item->ingredient = g_strdup ("biotin");
  item->strength = g_strdup ("5 mg/mL");
  item->volume = g_strdup ("1 mL");
  g_ptr_array_add (formula->items, item);
  other = meso_formula_service_save (clinic, &save, error);
  g_assert_no_error (*error);
  save.name = "Recipe";
  recipe = meso_formula_service_save (clinic, &save, error);
  g_assert_no_error (*error);
  return g_strdup (recipe->formula_id);
}

/* On a phone the menus of a recipe with versions, in a clinic with other recipes, stand in the one that is left. */
static void
test_header_narrow (gconstpointer language)
{
  UiFixture *fixture = ui_fixture_new (language, 0);
  g_autofree char *recipe = ui_fixture_call (fixture, store_two_recipes, NULL);
  FormulaScene shown = { fixture, GTK_WIDGET (meso_formula_page_new (fixture->context, NULL, recipe)), NULL };
  static const int widths[] = { 360, 800, 360 };
  GtkMenuButton *more;

  shown.window = show_with_way_back (shown.page, 800);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      gtk_window_set_default_size (shown.window, widths[i], 900);
      ui_fixture_settle (fixture);
      ui_wait (200);
      ui_fixture_settle (fixture);
      g_assert_cmpint (gtk_widget_get_width (shown.page), <=, widths[i]);
      g_assert_true (fits (shown.page));
      more = GTK_MENU_BUTTON (get_menu_button (&shown, 2));
      g_assert_cmpint (gtk_widget_get_mapped (get_menu_button (&shown, 0)), ==, widths[i] == 800);
      g_assert_cmpint (gtk_widget_get_mapped (get_menu_button (&shown, 1)), ==, widths[i] == 800);
      g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (more)));
      g_assert_cmpuint (count_submenus (gtk_menu_button_get_menu_model (more)), ==, widths[i] == 800 ? 0 : 2);
    }
  formula_scene_close (&shown);
  ui_fixture_free (fixture);
}

static void
assert_words_whole (GtkLabel *label)
{
  const GSList *lines = pango_layout_get_lines_readonly (gtk_label_get_layout (label));
  const char *text = pango_layout_get_text (gtk_label_get_layout (label));

  for (; lines != NULL; lines = lines->next)
    {
      int start = pango_layout_line_get_start_index (lines->data);

      if (start > 0 && text[start - 1] != ' ')
        g_error ("“%s” breaks before “%s”", text, text + start);
    }
}

/* Names break between words, at every width that the page has a layout for: just before each change of it, and on the usual screen. */
static void
test_names_stay_whole (gconstpointer language)
{
  static const char *const ids[] = { "pantothenic-acid", "vitamin-c", "vitamin-b12", "antioxidants", "niacinamide", "hyaluronic-acid" };
  static const int widths[] = { 1400, 1040, 1039, 761, 760, 360 };
  UiFixture *fixture = ui_fixture_new (language, 0);
  FormulaScene shown = formula_scene_show (fixture, NULL, NULL, 1400);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *name = meso_formula_wording_name (fixture->context, ids[i]);

      formula_scene_add (&shown, name, "1000 mg/mL", "0.125 mL");
    }
  for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
    {
      gtk_window_set_default_size (shown.window, widths[w], 900);
      ui_wait (200);
      g_assert_cmpint (gtk_widget_get_width (shown.page), <=, widths[w]);
      g_assert_true (fits (shown.page));
      for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
        {
          g_autofree char *name = meso_formula_wording_name (fixture->context, ids[i]);

          assert_words_whole (GTK_LABEL (ui_get (formula_scene_get_row (&shown, i), GTK_TYPE_LABEL, name)));
        }
    }
  formula_scene_close (&shown);
  ui_fixture_free (fixture);
}

static gpointer
save_next (MesoClinic  *clinic,
           gpointer     request,
           GError     **error)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  MesoFormulaPatient nobody = { .allergies = none };
  const MesoFormulaVersion *version = request;
  MesoFormulaSave save = { .formula_id = version->formula_id, .base_version = version->version, .name = "Theirs",
                           .formula = version->formula, .said = &nobody, .language = "en" };

  return meso_formula_service_save (clinic, &save, error);
}

/* Somebody else was faster: that is said, nothing is passed over, and after a look at it ours is the next. */
static void
test_moved_on (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  FormulaScene shown = formula_scene_show (fixture, NULL, NULL, 1200);
  g_autoptr(GPtrArray) templates = NULL;
  g_autoptr(MesoFormulaVersion) theirs = NULL;
  GtkWidget *look;

  formula_scene_add (&shown, "zinc", "1 mg/mL", "1 mL");
  formula_scene_save (&shown);
  formula_scene_type (formula_scene_get_entry (&shown, 0, 1), "2 mL");
  templates = ui_fixture_call (fixture, list_templates, NULL);
  theirs = ui_fixture_call (fixture, save_next, g_ptr_array_index (templates, 0));
  for (guint i = 0; i < 3; i++)
    {
      ui_wait (30);
      ui_fixture_settle (fixture);
    }
  g_assert_cmpstr (meso_dose_entry_get_text (formula_scene_get_entry (&shown, 0, 1)), ==, "2 mL");
  look = ui_get (shown.page, GTK_TYPE_BUTTON, "Look at It");
  g_assert_true (gtk_widget_get_mapped (look));
  g_signal_emit_by_name (look, "clicked");
  formula_scene_save (&shown);
  g_assert_true (ui_shows (shown.page, "Saved as version 3"));
  formula_scene_close (&shown);
  ui_fixture_free (fixture);
}

/* Leaving, or being killed, loses nothing; it is said that it was taken up again. */
static void
test_resumes (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  FormulaScene shown = formula_scene_show (fixture, NULL, NULL, 1200);
  GtkWidget *afresh;

  formula_scene_add (&shown, "zinc", "1 mg/mL", "x <y>");
  formula_scene_close (&shown);
  shown = formula_scene_show (fixture, NULL, NULL, 1200);
  g_assert_cmpstr (meso_dose_entry_get_text (formula_scene_get_entry (&shown, 0, 1)), ==, "x <y>");
  g_assert_true (ui_shows (shown.page, "Here is what was written and not saved yet."));
  afresh = ui_get (ui_get (shown.page, ADW_TYPE_BANNER, NULL), GTK_TYPE_BUTTON, NULL);
  g_signal_emit_by_name (afresh, "clicked");
  g_assert_null (formula_scene_get_row (&shown, 0));
  formula_scene_close (&shown);
  ui_fixture_free (fixture);
}

static void
test_patient (gconstpointer language)
{
  UiFixture *fixture = ui_fixture_new (language, 6);
  g_autofree char *patient = ui_fixture_dup_patient (fixture);
  FormulaScene shown = formula_scene_show (fixture, patient, NULL, 1200);
  GtkWidget *syringe = ui_get (shown.page, MESO_TYPE_SYRINGE_VIEW, NULL);

  formula_scene_clear (&shown);
  gtk_test_accessible_assert_role (syringe, GTK_ACCESSIBLE_ROLE_IMG);
  /* Too much for anybody, whatever the record knows of them. */
  formula_scene_add (&shown, "lidocaine", "2 %", "50 mL");
  /* The same number as text, also where the drawing mirrors. */
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (syringe), GTK_ACCESSIBLE_PROPERTY_LABEL));
  g_assert_nonnull (ui_find (shown.page, MESO_TYPE_FINDING_ROW, NULL));
  formula_scene_close (&shown);
  ui_fixture_free (fixture);
}

/* The last of the patient's entries */
static GtkWidget *
get_allergy_field (FormulaScene *shown)
{
  GtkWidget *group = ui_get (shown->page, MESO_TYPE_FORMULA_PATIENT_GROUP, NULL);
  GtkWidget *last = NULL;

  for (guint i = 0;; i++)
    {
      guint n = i;
      GtkWidget *entry = formula_scene_find (group, GTK_TYPE_ENTRY, &n);

      if (entry == NULL)
        return last;
      last = entry;
    }
}

/* An allergy that is written and not added is meant too. */
static void
test_allergy_not_added (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 6);
  g_autofree char *patient = ui_fixture_dup_patient (fixture);
  FormulaScene shown = formula_scene_show (fixture, patient, NULL, 1200);
  GtkWidget *typed;

  formula_scene_clear (&shown);
  formula_scene_add (&shown, "zinc", "1 mg/mL", "1 mL");
  g_signal_emit_by_name (ui_get (shown.page, GTK_TYPE_TOGGLE_BUTTON, "None Known"), "clicked");
  g_signal_emit_by_name (ui_get (shown.page, GTK_TYPE_TOGGLE_BUTTON, "Allergic To…"), "clicked");
  typed = get_allergy_field (&shown);
  g_assert_nonnull (typed);
  gtk_editable_set_text (GTK_EDITABLE (typed), "zinc");
  formula_scene_save (&shown);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (typed)), ==, "");
  g_assert_true (ui_shows (ui_get (shown.page, MESO_TYPE_FORMULA_PATIENT_GROUP, NULL), "Zinc"));
  g_assert_true (ui_shows (shown.page, "One finding blocks this formula"));
  formula_scene_close (&shown);
  ui_fixture_free (fixture);
}

/* What can't be added says why, and a press of Enter adds the next that can. */
static void
test_locked (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  FormulaScene shown = formula_scene_show (fixture, NULL, NULL, 1200);
  GtkWidget *search = ui_get (shown.page, GTK_TYPE_SEARCH_ENTRY, NULL);

  gtk_editable_set_text (GTK_EDITABLE (search), "buflo");
  g_signal_emit_by_name (search, "activate");
  g_assert_null (formula_scene_get_row (&shown, 0));
  g_assert_true (ui_shows (shown.page, "Banned: must not be injected"));
  gtk_editable_set_text (GTK_EDITABLE (search), "");
  formula_scene_close (&shown);
  ui_fixture_free (fixture);
}

static void
test_narrow (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  FormulaScene shown = formula_scene_show (fixture, NULL, NULL, 370);

  g_assert_true (gtk_widget_get_mapped (ui_get (shown.page, ADW_TYPE_BUTTON_CONTENT, NULL)));
  formula_scene_add (&shown, "zinc", "1 mg/mL", "1 mL");
  g_assert_true (ui_shows (shown.page, "Stock strength"));
  formula_scene_close (&shown);
  ui_fixture_free (fixture);
}

/* The answer comes when nobody is there any more. */
static void
test_late_answer (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 6);
  g_autofree char *patient = ui_fixture_dup_patient (fixture);

  for (guint i = 0; i < 5; i++)
    {
      GtkWindow *window = ui_show (GTK_WIDGET (meso_formula_page_new (fixture->context, patient, NULL)), 800, 600);

      gtk_window_destroy (window);
    }
  ui_fixture_settle (fixture);
  ui_fixture_free (fixture);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_data_func ("/formula-page/builds/en", "en", test_builds);
  g_test_add_data_func ("/formula-page/builds/fa", "fa", test_builds);
  g_test_add_func ("/formula-page/findings", test_findings);
  g_test_add_func ("/formula-page/saves", test_saves);
  g_test_add_func ("/formula-page/prepares-what-is-saved", test_prepares_what_is_saved);
  g_test_add_func ("/formula-page/moved-on", test_moved_on);
  g_test_add_func ("/formula-page/resumes", test_resumes);
  g_test_add_data_func ("/formula-page/patient/en", "en", test_patient);
  g_test_add_data_func ("/formula-page/patient/fa", "fa", test_patient);
  g_test_add_func ("/formula-page/allergy-not-added", test_allergy_not_added);
  g_test_add_func ("/formula-page/locked", test_locked);
  g_test_add_func ("/formula-page/narrow", test_narrow);
  g_test_add_data_func ("/formula-page/header-narrow/en", "en", test_header_narrow);
  g_test_add_data_func ("/formula-page/header-narrow/fa", "fa", test_header_narrow);
  g_test_add_data_func ("/formula-page/names-stay-whole/en", "en", test_names_stay_whole);
  g_test_add_data_func ("/formula-page/names-stay-whole/fa", "fa", test_names_stay_whole);
  g_test_add_func ("/formula-page/late-answer", test_late_answer);
  return g_test_run ();
}
