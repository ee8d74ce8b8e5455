/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formulas-page.h"

#include "meso-formula-service.h"
#include "ui-fixture.h"

static char *opened;

static void
formula_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  g_free (opened);
  opened = g_variant_print (parameter, FALSE);
}

static GtkWindow *
show (UiFixture *fixture,
      GtkWidget *page)
{
  static const GActionEntry entries[] = { { "formula", formula_action, "(ss)" } };
  GtkWindow *window = ui_show (page, 900, 700);
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), NULL);
  gtk_widget_insert_action_group (GTK_WIDGET (window), "win", G_ACTION_GROUP (group));
  ui_fixture_settle (fixture);
  ui_wait (50);
  ui_fixture_settle (fixture);
  return window;
}

static void
test_empty (gconstpointer language)
{
  UiFixture *fixture = ui_fixture_new (language, 0);
  GtkWidget *page = GTK_WIDGET (meso_formulas_page_new (fixture->context));
  GtkWindow *window = show (fixture, page);
  GtkWidget *status = ui_get (page, ADW_TYPE_STATUS_PAGE, NULL);

  g_assert_true (gtk_widget_get_mapped (status));
  g_signal_emit_by_name (ui_get (status, GTK_TYPE_BUTTON, NULL), "clicked");
  g_assert_cmpstr (opened, ==, "('', '')");
  gtk_window_destroy (window);
  ui_fixture_free (fixture);
}

static gpointer
save_recipe (MesoClinic  *clinic,
             gpointer     request,
             GError     **error)
{
  g_autoptr(MesoFormula) formula = meso_formula_new ();
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  MesoFormulaPatient nobody = { .allergies = none };
  MesoFormulaItem *item = meso_formula_item_new ();
  MesoFormulaSave save = { .name = "A & B <i>", .formula = formula, .said = &nobody, .language = "en" };

  item->ingredient = g_strdup ("zinc");
  item->strength = g_strdup ("1 mg/mL");
  item->volume = g_strdup ("1 mL");
  g_ptr_array_add (formula->items, item);
  return meso_formula_service_save (clinic, &save, error);
}

/* A recipe that is stored while the page is shown comes by itself, its name as it is. */
static void
test_lists (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 6);
  GtkWidget *page = GTK_WIDGET (meso_formulas_page_new (fixture->context));
  GtkWindow *window = show (fixture, page);
  g_autoptr(MesoFormulaVersion) version = NULL;
  GtkWidget *row;
  g_autofree char *expected = NULL;

  g_assert_false (ui_shows (page, "A & B <i>"));
  version = ui_fixture_call (fixture, save_recipe, NULL);
  ui_wait (50);
  ui_fixture_settle (fixture);
  ui_wait (50);
  g_assert_true (ui_shows (page, "A & B <i>"));
  row = ui_get (page, ADW_TYPE_ACTION_ROW, "A & B <i>");
  adw_action_row_activate (ADW_ACTION_ROW (row));
  expected = g_strdup_printf ("('', '%s')", version->formula_id);
  g_assert_cmpstr (opened, ==, expected);
  gtk_window_destroy (window);
  ui_fixture_free (fixture);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_data_func ("/formulas-page/empty/en", "en", test_empty);
  g_test_add_data_func ("/formulas-page/empty/fa", "fa", test_empty);
  g_test_add_func ("/formulas-page/lists", test_lists);
  return g_test_run ();
}
