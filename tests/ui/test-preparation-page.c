/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-preparation-page.h"

#include <string.h>

#include "meso-ask-dialog.h"
#include "meso-label-call.h"
#include "meso-label-size-row.h"
#include "meso-preparations-button.h"
#include "prepare-scene.h"

/* A preparation on record, on its page. */
typedef struct
{
  Visit *visit;
  VisitDesk desk;
  GtkWindow *window;
  GtkWidget *page;
  char *lot;
  MesoPreparation *preparation;
} Scene;

static gboolean
is_filled (gpointer page)
{
  g_autofree char *words = ui_dup_words (page);

  return strstr (words, "Z-121") != NULL;
}

/* The desk is written to for as long as the window is there. */
static void
begin (Scene *scene)
{
  g_autofree char *nurse = NULL;
  g_autofree char *id = NULL;

  *scene = (Scene) { visit_new ("en", "en", PREPARE_SCENE_INGREDIENT) };
  nurse = prepare_scene_employ (scene->visit, "Mina <b>Rad</b>");
  scene->lot = prepare_scene_receive (scene->visit, "Z-121", 100, 10000, 2);
  id = stock_scene_prepare (scene->visit, nurse);
  scene->preparation = prepare_scene_get_last (scene->visit);
  g_assert_cmpstr (scene->preparation->id, ==, id);
  scene->page = GTK_WIDGET (meso_preparation_page_new (scene->visit->fixture->context, scene->preparation->id));
  scene->window = visit_show (&scene->desk, ADW_NAVIGATION_PAGE (scene->page), 800, 800);
  ui_wait_until (is_filled, scene->page);
  ui_fixture_settle (scene->visit->fixture);
}

static void
end (Scene *scene)
{
  gtk_window_destroy (scene->window);
  ui_fixture_settle (scene->visit->fixture);
  visit_desk_clear (&scene->desk);
  visit_free (scene->visit);
  meso_preparation_free (scene->preparation);
  g_free (scene->lot);
}

static gboolean
shows (Scene      *scene,
       const char *part)
{
  g_autofree char *words = ui_dup_words (scene->page);

  return strstr (words, part) != NULL;
}

static void
test_shows (void)
{
  Scene scene;

  begin (&scene);
  g_assert_true (shows (&scene, VISIT_GIVEN " " VISIT_FAMILY));
  g_assert_true (shows (&scene, "Mina <b>Rad</b>"));
  g_assert_true (shows (&scene, "2\u00a0mL"));
  g_assert_true (ui_shows (scene.page, "Ready"));
  g_assert_true (shows (&scene, "use before"));
  /* A recall of later is heard of here. */
  g_assert_false (ui_shows (scene.page, "Recalled"));
  stock_scene_bar (scene.visit->fixture, scene.lot, MESO_LOT_RECALLED, "Letter of the maker");
  ui_fixture_settle (scene.visit->fixture);
  g_assert_true (ui_shows (scene.page, "Recalled"));
  end (&scene);
}

static void
answer (Scene      *scene,
        const char *action,
        const char *reason)
{
  GtkWidget *dialog;

  gtk_widget_activate_action (scene->page, action, NULL);
  dialog = GTK_WIDGET (adw_window_get_visible_dialog (ADW_WINDOW (scene->window)));
  g_assert_true (MESO_IS_ASK_DIALOG (dialog));
  gtk_editable_set_text (GTK_EDITABLE (ui_get (dialog, ADW_TYPE_ENTRY_ROW, NULL)), reason);
  gtk_widget_activate_action (dialog, "ask.answer", NULL);
  ui_fixture_settle (scene->visit->fixture);
}

static void
test_discards (void)
{
  Scene scene;
  g_autoptr(MesoPreparation) stored = NULL;

  begin (&scene);
  /* Without a reason nothing happens. */
  answer (&scene, "preparation.discard", "");
  stored = prepare_scene_get_last (scene.visit);
  g_assert_null (stored->discarded_at);
  g_clear_pointer (&stored, meso_preparation_free);
  adw_dialog_force_close (adw_window_get_visible_dialog (ADW_WINDOW (scene.window)));
  answer (&scene, "preparation.discard", "A & B fell <i>");
  stored = prepare_scene_get_last (scene.visit);
  g_assert_nonnull (stored->discarded_at);
  g_assert_true (shows (&scene, "A & B fell <i>"));
  g_assert_true (ui_shows (scene.page, "Thrown away"));
  end (&scene);
}

static void
test_marks (void)
{
  Scene scene;
  g_autoptr(MesoPreparation) stored = NULL;
  g_autoptr(MesoLot) lot = NULL;

  begin (&scene);
  answer (&scene, "preparation.mark", "Another patient");
  stored = prepare_scene_get_last (scene.visit);
  g_assert_cmpstr (stored->error_reason, ==, "Another patient");
  g_assert_true (ui_shows (scene.page, "Entered in error"));
  /* No liquid goes back into a vial. */
  lot = stock_scene_get (scene.visit->fixture, scene.lot);
  g_assert_cmpint (lot->balance_ul, ==, 18000);
  end (&scene);
}

static void
test_ways (void)
{
  Scene scene;

  begin (&scene);
  gtk_widget_activate_action (scene.page, "preparation.amend", NULL);
  g_assert_true (g_str_has_prefix (scene.desk.last, "win.amend-preparation "));
  gtk_widget_activate_action (scene.page, "preparation.formula", NULL);
  g_assert_true (g_str_has_prefix (scene.desk.last, "win.formula "));
  gtk_widget_activate_action (scene.page, "preparation.patient", NULL);
  g_assert_true (g_str_has_prefix (scene.desk.last, "win.open-patient "));
  end (&scene);
}

/* The formula leads to what was made of it. */
static void
test_button (void)
{
  Scene scene;
  GtkWidget *button = g_object_new (MESO_TYPE_PREPARATIONS_BUTTON, NULL);
  GtkWindow *window = ui_show (g_object_new (GTK_TYPE_BOX, NULL), 300, 300);
  GMenuModel *menu;

  begin (&scene);
  adw_window_set_content (ADW_WINDOW (window), button);
  meso_preparations_button_show (MESO_PREPARATIONS_BUTTON (button), scene.visit->fixture->context, scene.preparation->formula);
  ui_fixture_settle (scene.visit->fixture);
  menu = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (ui_get (button, GTK_TYPE_MENU_BUTTON, NULL)));
  g_assert_true (gtk_widget_get_visible (button));
  g_assert_cmpint (g_menu_model_get_n_items (menu), ==, 1);
  gtk_window_destroy (window);
  end (&scene);
}

/* What is chosen stays chosen, on this computer. */
static void
test_label_size (void)
{
  Scene scene;
  GtkWidget *row;
  g_autofree char *words = NULL;

  begin (&scene);
  row = ui_get (scene.page, ADW_TYPE_COMBO_ROW, "Labels in the Printer");
  g_assert_true (gtk_widget_get_mapped (row));
  g_assert_cmpstr (meso_label_size_row_get (row), ==, "70x37");
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 2);
  words = ui_dup_words (row);
  g_assert_nonnull (strstr (words, "A4 sheet, 3 × 8 labels"));
  end (&scene);
  begin (&scene);
  row = ui_get (scene.page, ADW_TYPE_COMBO_ROW, "Labels in the Printer");
  g_assert_cmpstr (meso_label_size_row_get (row), ==, "a4-3x8");
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 0);
  /* What may not be given gets no label. */
  answer (&scene, "preparation.discard", "It fell");
  g_assert_false (gtk_widget_get_mapped (row));
  end (&scene);
}

static gboolean
make_label_on (MesoClinic  *clinic,
               const char  *preparation,
               const char  *size,
               GError     **error)
{
  g_autoptr(GFileIOStream) stream = NULL;
  g_autoptr(GFile) file = g_file_new_tmp (NULL, &stream, NULL);
  MesoLabelOrder *order = meso_label_order_new (preparation, size, file);
  gboolean made = meso_label_call_make (clinic, order, error) != NULL;

  meso_label_order_free (order);
  g_file_delete (file, NULL, NULL);
  return made;
}

static gpointer
make_labels (MesoClinic  *clinic,
             gpointer     preparation,
             GError     **error)
{
  g_autoptr(GError) refused = NULL;

  g_assert_false (make_label_on (clinic, preparation, "1x1", &refused));
  g_assert_nonnull (strstr (refused->message, "size: "));
  return GINT_TO_POINTER (make_label_on (clinic, preparation, "a4-3x8", error));
}

/* The label is made on what was chosen. */
static void
test_label_on_a_sheet (void)
{
  Scene scene;

  begin (&scene);
  g_assert_nonnull (ui_fixture_call (scene.visit->fixture, make_labels, scene.preparation->id));
  end (&scene);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/preparation-page/shows", test_shows);
  g_test_add_func ("/preparation-page/discards", test_discards);
  g_test_add_func ("/preparation-page/marks", test_marks);
  g_test_add_func ("/preparation-page/ways", test_ways);
  g_test_add_func ("/preparation-page/label-size", test_label_size);
  g_test_add_func ("/preparation-page/label-on-a-sheet", test_label_on_a_sheet);
  g_test_add_func ("/preparation-page/button", test_button);

  return g_test_run ();
}
