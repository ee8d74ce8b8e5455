/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-prepare-page.h"

#include <string.h>

#include "meso-chart-service.h"
#include "meso-draft-service.h"
#include "meso-field.h"
#include "meso-lot-chooser.h"
#include "meso-prepare-item.h"
#include "meso-staff-service.h"
#include "prepare-scene.h"

/* What a formula of 2 mL takes, in a page that stands in a window. */
typedef struct
{
  Visit *visit;
  VisitDesk desk;
  GtkWindow *window;
  GtkWidget *page;
  char *nurse;
} Scene;

static gboolean
is_filled (gpointer page)
{
  GtkWidget *item = ui_find (page, MESO_TYPE_PREPARE_ITEM, NULL);

  return item != NULL && gtk_widget_is_sensitive (item);
}

static Scene
begin_with (const char *language,
            const char *ingredient)
{
  Scene scene = { visit_new (language, language, ingredient) };

  scene.nurse = prepare_scene_employ (scene.visit, "Mina <b>Rad</b>");
  return scene;
}

static Scene
begin (const char *language)
{
  return begin_with (language, PREPARE_SCENE_INGREDIENT);
}

static char *
dup_formula (Scene *scene)
{
  g_autoptr(MesoChart) chart = visit_get_chart (scene->visit);

  return g_strdup (chart->formula->formula_id);
}

static void
open_page (Scene *scene,
           int    width)
{
  g_autofree char *formula = dup_formula (scene);

  scene->page = GTK_WIDGET (meso_prepare_page_new (scene->visit->fixture->context, formula, 0));
  scene->window = visit_show (&scene->desk, ADW_NAVIGATION_PAGE (scene->page), width, 800);
  ui_wait_until (is_filled, scene->page);
  ui_fixture_settle (scene->visit->fixture);
}

static void
close_page (Scene *scene)
{
  gtk_window_destroy (scene->window);
  ui_fixture_settle (scene->visit->fixture);
}

static void
end (Scene *scene)
{
  close_page (scene);
  visit_desk_clear (&scene->desk);
  visit_free (scene->visit);
  g_free (scene->nurse);
}

static void
sign (Scene *scene)
{
  gtk_widget_activate_action (scene->page, "session.sign", NULL);
  ui_fixture_settle (scene->visit->fixture);
}

static AdwComboRow *
get_checker (Scene *scene)
{
  return ADW_COMBO_ROW (ui_get (scene->page, ADW_TYPE_COMBO_ROW, NULL));
}

/* The nurse is the last who was employed. */
static void
choose_checker (Scene *scene)
{
  AdwComboRow *row = get_checker (scene);

  adw_combo_row_set_selected (row, g_list_model_get_n_items (adw_combo_row_get_model (row)) - 1);
}

static gboolean
shows (Scene      *scene,
       const char *part)
{
  g_autofree char *words = ui_dup_words (scene->page);

  return strstr (words, part) != NULL;
}

/* First expired, first out; the clinic wants a second pair of eyes. */
static void
test_offers_and_signs (void)
{
  Scene scene = begin ("en");
  g_autofree char *late = prepare_scene_receive (scene.visit, "LATE-1", 400, 10000, 2);
  g_autofree char *soon = prepare_scene_receive (scene.visit, "SOON-1", 100, 10000, 2);
  g_autoptr(MesoPreparation) stored = NULL;
  const MesoPreparationDraw *draw;

  open_page (&scene, 1000);
  g_assert_true (shows (&scene, VISIT_GIVEN " " VISIT_FAMILY));
  g_assert_true (shows (&scene, "SOON-1"));
  g_assert_false (shows (&scene, "LATE-1"));
  g_assert_true (shows (&scene, "2 containers left"));
  g_assert_true (ui_shows (scene.page, "1 thing is missing"));
  /* Nobody is told off before they try. */
  g_assert_false (meso_field_has_error (GTK_WIDGET (get_checker (&scene))));
  sign (&scene);
  g_assert_true (meso_field_has_error (GTK_WIDGET (get_checker (&scene))));
  g_assert_null (prepare_scene_get_last (scene.visit));
  choose_checker (&scene);
  g_assert_true (ui_shows (scene.page, "Nothing is missing"));
  sign (&scene);
  stored = prepare_scene_get_last (scene.visit);
  g_assert_nonnull (stored);
  g_assert_cmpstr (stored->checked_by, ==, scene.nurse);
  g_assert_cmpuint (stored->draws->len, ==, 1);
  draw = g_ptr_array_index (stored->draws, 0);
  g_assert_cmpstr (draw->lot, ==, soon);
  g_assert_cmpint (draw->volume_ul, ==, 2000);
  g_assert_true (g_str_has_prefix (scene.desk.last, "win.preparation "));
  end (&scene);
}

static void
click (GtkWidget *button)
{
  g_signal_emit_by_name (button, "clicked");
}

static gboolean
has_words (gpointer dialog)
{
  g_autofree char *words = ui_dup_words (dialog);

  return *words != '\0';
}

static GtkWidget *
get_dialog (Scene *scene)
{
  GtkWidget *dialog = GTK_WIDGET (adw_window_get_visible_dialog (ADW_WINDOW (scene->window)));

  g_assert_true (MESO_IS_LOT_CHOOSER (dialog));
  ui_wait_until (has_words, dialog);
  return dialog;
}

/* Another lot is chosen, and what it lacks comes from what is to be used up next. */
static void
test_chooses (void)
{
  Scene scene = begin ("en");
  g_autofree char *small = prepare_scene_receive (scene.visit, "SMALL-1", 400, 500, 1);
  g_autofree char *soon = prepare_scene_receive (scene.visit, "SOON-1", 100, 10000, 2);
  g_autofree char *bad = prepare_scene_receive (scene.visit, "BAD-1", 50, 10000, 2);
  g_autoptr(MesoPreparation) stored = NULL;
  GtkWidget *dialog;
  GtkWidget *button;

  stock_scene_bar (scene.visit->fixture, bad, MESO_LOT_RECALLED, "Letter of the maker");
  open_page (&scene, 1000);
  click (ui_get (ui_get (scene.page, MESO_TYPE_PREPARE_ITEM, NULL), GTK_TYPE_BUTTON, "Change…"));
  dialog = get_dialog (&scene);
  /* What can't be used is in sight with its reason, and has nothing to press. */
  {
    g_autofree char *words = ui_dup_words (dialog);

    g_assert_nonnull (strstr (words, "BAD-1"));
    g_assert_nonnull (strstr (words, "Recalled"));
    g_assert_nonnull (strstr (words, "Letter of the maker"));
  }
  g_assert_null (ui_find (ui_get (dialog, ADW_TYPE_ACTION_ROW, "Lot\u00a0\u2066BAD-1\u2069"), GTK_TYPE_BUTTON, NULL));
  button = ui_get (ui_get (dialog, ADW_TYPE_ACTION_ROW, "Lot\u00a0\u2066SMALL-1\u2069"), GTK_TYPE_BUTTON, NULL);
  click (button);
  ui_fixture_settle (scene.visit->fixture);
  g_assert_true (shows (&scene, "SMALL-1"));
  g_assert_true (shows (&scene, "SOON-1"));
  choose_checker (&scene);
  sign (&scene);
  stored = prepare_scene_get_last (scene.visit);
  g_assert_nonnull (stored);
  g_assert_cmpuint (stored->draws->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const MesoPreparationDraw *draw = g_ptr_array_index (stored->draws, i);

      g_assert_cmpint (draw->volume_ul, ==, g_str_equal (draw->lot, small) ? 500 : 1500);
    }
  end (&scene);
}

static char *
receive_with (Scene      *scene,
              const char *ingredient,
              const char *number,
              int         days,
              const char *excipient)
{
  MesoLot *lot = stock_scene_lot (number, ingredient, days);

  lot->container_ul = 10000;
  lot->containers = 2;
  g_ptr_array_add (lot->excipients, g_strdup (excipient));
  return stock_scene_receive (scene->visit->fixture, lot);
}

/* What the label of one box names must not meet what is in the syringe: it isn't offered, and says why in the window's language. */
static void
test_label_against_the_mixture (gconstpointer language)
{
  Scene scene = begin_with (language, "hyaluronic-acid");
  g_autofree char *bad = receive_with (&scene, "hyaluronic-acid", "BAD-1", 50, "benzalkonium");
  g_autofree char *good = receive_with (&scene, "hyaluronic-acid", "GOOD-1", 400, "mannitol");
  gboolean persian = g_str_equal (language, "fa");
  g_autofree char *words = NULL;
  GtkWidget *dialog;

  open_page (&scene, 1000);
  g_assert_true (shows (&scene, "GOOD-1"));
  g_assert_false (shows (&scene, "BAD-1"));
  click (ui_get (ui_get (scene.page, MESO_TYPE_PREPARE_ITEM, NULL), GTK_TYPE_BUTTON, persian ? "تغییر…" : "Change…"));
  dialog = get_dialog (&scene);
  words = ui_dup_words (dialog);
  g_assert_nonnull (strstr (words, "BAD-1"));
  g_assert_nonnull (strstr (words, persian ? "بنزالکونیوم" : "enzalkonium"));
  g_assert_nonnull (strstr (words, persian ? "مانع" : "Blocks"));
  end (&scene);
}

/* What asks for care stands at the lot that is drawn from. */
static void
test_label_asks_for_care (void)
{
  Scene scene = begin_with ("en", "zinc");
  g_autofree char *lot = receive_with (&scene, "zinc", "Z-1", 50, "phosphate");
  g_autoptr(MesoPreparation) stored = NULL;

  open_page (&scene, 360);
  g_assert_true (shows (&scene, "Z-1"));
  g_assert_true (shows (&scene, "Zinc may precipitate with phosphate."));
  choose_checker (&scene);
  sign (&scene);
  stored = prepare_scene_get_last (scene.visit);
  g_assert_nonnull (stored);
  end (&scene);
}

/* A lot that is recalled while its vial lies on the table is told at its row, with what to do. */
static void
test_recalled_meanwhile (void)
{
  Scene scene = begin ("en");
  g_autofree char *lot = prepare_scene_receive (scene.visit, "Z-121", 100, 10000, 2);

  open_page (&scene, 1000);
  choose_checker (&scene);
  g_assert_true (ui_shows (scene.page, "Nothing is missing"));
  stock_scene_bar (scene.visit->fixture, lot, MESO_LOT_RECALLED, "Letter of the maker");
  ui_fixture_settle (scene.visit->fixture);
  g_assert_true (shows (&scene, "Choose another lot, and throw away what was drawn from this one."));
  g_assert_true (ui_shows (scene.page, "1 thing is missing"));
  sign (&scene);
  g_assert_null (prepare_scene_get_last (scene.visit));
  end (&scene);
}

/* Nothing of it is there: it says how much, and what to do; nothing can be signed. */
static void
test_short (void)
{
  Scene scene = begin ("en");
  g_autofree char *lot = prepare_scene_receive (scene.visit, "TINY-1", 100, 500, 1);

  open_page (&scene, 360);
  choose_checker (&scene);
  g_assert_true (shows (&scene, "1.5\u00a0mL"));
  g_assert_true (shows (&scene, "No lot that may be used holds that much."));
  sign (&scene);
  g_assert_null (prepare_scene_get_last (scene.visit));
  end (&scene);
}

/* What was missing is offered as soon as it comes: nobody has to look for it. */
static void
test_received_meanwhile (void)
{
  Scene scene = begin ("en");
  g_autofree char *lot = NULL;
  g_autoptr(MesoPreparation) stored = NULL;

  open_page (&scene, 1000);
  choose_checker (&scene);
  g_assert_true (shows (&scene, "None of it is in stock."));
  lot = prepare_scene_receive (scene.visit, "Z-121", 100, 10000, 2);
  ui_fixture_settle (scene.visit->fixture);
  g_assert_true (shows (&scene, "Z-121"));
  g_assert_true (ui_shows (scene.page, "Nothing is missing"));
  sign (&scene);
  stored = prepare_scene_get_last (scene.visit);
  g_assert_nonnull (stored);
  g_assert_cmpstr (((const MesoPreparationDraw *) g_ptr_array_index (stored->draws, 0))->lot, ==, lot);
  end (&scene);
}

/* What was chosen and written is there again after a kill. */
static void
test_draft (void)
{
  Scene scene = begin ("fa");
  g_autofree char *late = prepare_scene_receive (scene.visit, "LATE-1", 400, 10000, 2);
  g_autofree char *soon = prepare_scene_receive (scene.visit, "SOON-1", 100, 10000, 2);
  GtkTextBuffer *notes;
  GtkTextIter start;
  GtkTextIter finish;
  g_autofree char *text = NULL;

  open_page (&scene, 800);
  notes = gtk_text_view_get_buffer (GTK_TEXT_VIEW (ui_get (scene.page, GTK_TYPE_TEXT_VIEW, NULL)));
  gtk_text_buffer_set_text (notes, "A & B <i>", -1);
  choose_checker (&scene);
  close_page (&scene);
  open_page (&scene, 800);
  notes = gtk_text_view_get_buffer (GTK_TEXT_VIEW (ui_get (scene.page, GTK_TYPE_TEXT_VIEW, NULL)));
  gtk_text_buffer_get_bounds (notes, &start, &finish);
  text = gtk_text_buffer_get_text (notes, &start, &finish, FALSE);
  g_assert_cmpstr (text, ==, "A & B <i>");
  g_assert_cmpuint (adw_combo_row_get_selected (get_checker (&scene)), !=, 0);
  end (&scene);
}

/* Whoever prepares it isn't offered as the other person. */
static void
test_checks_by_another (void)
{
  Scene scene = begin ("en");
  g_autofree char *lot = prepare_scene_receive (scene.visit, "Z-121", 100, 10000, 2);
  g_autofree char *other = visit_seat (scene.visit, "Dr Nima", MESO_ROLE_PHYSICIAN);
  GListModel *names;

  open_page (&scene, 1000);
  names = adw_combo_row_get_model (get_checker (&scene));
  g_assert_cmpuint (g_list_model_get_n_items (names), >=, 2);
  for (guint i = 0; i < g_list_model_get_n_items (names); i++)
    {
      g_autoptr(GtkStringObject) name = g_list_model_get_item (names, i);

      g_assert_cmpstr (gtk_string_object_get_string (name), !=, "Dr Nima");
    }
  choose_checker (&scene);
  g_assert_true (ui_shows (scene.page, "Nothing is missing"));
  end (&scene);
}

/* The switch keeps the focus, so that a second press switches back; a time that isn't there yet is no failure. */
static void
test_mixed_earlier (void)
{
  Scene scene = begin ("en");
  g_autofree char *lot = prepare_scene_receive (scene.visit, "Z-121", 100, 10000, 2);
  GtkWidget *now;
  GtkWidget *time;

  open_page (&scene, 1000);
  now = ui_get (scene.page, ADW_TYPE_SWITCH_ROW, "Mixed now");
  time = ui_get (scene.page, ADW_TYPE_ENTRY_ROW, "Mixed at");
  gtk_widget_grab_focus (now);
  adw_switch_row_set_active (ADW_SWITCH_ROW (now), FALSE);
  ui_fixture_settle (scene.visit->fixture);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (time)), !=, "");
  g_assert_false (gtk_widget_get_state_flags (time) & GTK_STATE_FLAG_FOCUS_WITHIN);
  gtk_editable_set_text (GTK_EDITABLE (time), " ");
  ui_fixture_settle (scene.visit->fixture);
  g_assert_true (shows (&scene, "Say first when it was mixed"));
  adw_switch_row_set_active (ADW_SWITCH_ROW (now), TRUE);
  g_assert_false (shows (&scene, "Say first when it was mixed"));
  end (&scene);
}

/* Whoever sits at the front desk prepares nothing. */
static void
test_desk_prepares_nothing (void)
{
  Scene scene = begin ("en");
  g_autofree char *lot = prepare_scene_receive (scene.visit, "Z-121", 100, 10000, 2);
  g_autofree char *desk = visit_seat (scene.visit, "Front Desk", MESO_ROLE_DESK);

  open_page (&scene, 1000);
  choose_checker (&scene);
  adw_combo_row_set_selected (get_checker (&scene), 1);
  sign (&scene);
  g_assert_true (shows (&scene, "A physician or a nurse prepares"));
  g_assert_null (prepare_scene_get_last (scene.visit));
  end (&scene);
}

/* A page that is closed at once drops what comes. */
static void
test_closed_at_once (void)
{
  Scene scene = begin ("en");
  g_autofree char *formula = dup_formula (&scene);

  scene.page = GTK_WIDGET (meso_prepare_page_new (scene.visit->fixture->context, formula, 0));
  scene.window = visit_show (&scene.desk, ADW_NAVIGATION_PAGE (scene.page), 400, 400);
  end (&scene);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/prepare-page/offers-and-signs", test_offers_and_signs);
  g_test_add_func ("/prepare-page/chooses", test_chooses);
  g_test_add_data_func ("/prepare-page/label-against-the-mixture/en", "en", test_label_against_the_mixture);
  g_test_add_data_func ("/prepare-page/label-against-the-mixture/fa", "fa", test_label_against_the_mixture);
  g_test_add_func ("/prepare-page/label-asks-for-care", test_label_asks_for_care);
  g_test_add_func ("/prepare-page/recalled-meanwhile", test_recalled_meanwhile);
  g_test_add_func ("/prepare-page/short", test_short);
  g_test_add_func ("/prepare-page/received-meanwhile", test_received_meanwhile);
  g_test_add_func ("/prepare-page/draft", test_draft);
  g_test_add_func ("/prepare-page/checks-by-another", test_checks_by_another);
  g_test_add_func ("/prepare-page/mixed-earlier", test_mixed_earlier);
  g_test_add_func ("/prepare-page/desk-prepares-nothing", test_desk_prepares_nothing);
  g_test_add_func ("/prepare-page/closed-at-once", test_closed_at_once);

  return g_test_run ();
}
