/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-stock-page.h"

#include <string.h>

#include "meso-lot-row.h"
#include "stock-scene.h"

static guint
count_rows (GtkWidget *page)
{
  GtkListView *list = GTK_LIST_VIEW (ui_get (page, GTK_TYPE_LIST_VIEW, NULL));

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list)));
}

static void
search (GtkWidget  *page,
        const char *text)
{
  GtkEditable *entry = GTK_EDITABLE (ui_get (page, GTK_TYPE_SEARCH_ENTRY, NULL));

  gtk_editable_set_text (entry, text);
  g_signal_emit_by_name (entry, "search-changed");
}

static void
show (GtkWidget  *page,
      const char *beginning)
{
  GtkWidget *filters = gtk_widget_get_parent (ui_get (page, GTK_TYPE_TOGGLE_BUTTON, NULL));

  for (GtkWidget *toggle = gtk_widget_get_first_child (filters); toggle != NULL; toggle = gtk_widget_get_next_sibling (toggle))
    {
      if (g_str_has_prefix (gtk_button_get_label (GTK_BUTTON (toggle)), beginning))
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
    }
}

/* What to do is said before there is anything. */
static void
test_empty (gconstpointer language)
{
  UiFixture *fixture = ui_fixture_new (language, 0);
  g_autoptr(GString) last = g_string_new (NULL);
  GtkWidget *page = GTK_WIDGET (meso_stock_page_new (fixture->context));
  GtkWindow *window = stock_scene_show (fixture, page, 360, last);
  gboolean persian = g_str_equal (language, "fa");
  GtkWidget *button = ui_get (page, GTK_TYPE_BUTTON, persian ? "دریافت محموله…" : "Receive a Delivery…");

  g_assert_true (gtk_widget_get_mapped (button));
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (last->str, ==, "receive ''");
  gtk_window_destroy (window);
  ui_fixture_free (fixture);
}

/* The one that expires first is marked, but not where there is no choice. */
static void
test_first_to_use (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  g_autofree char *later = stock_scene_receive (fixture, stock_scene_lot ("B-200", "biotin", 400));
  g_autofree char *sooner = stock_scene_receive (fixture, stock_scene_lot ("A & B <i>", "biotin", 200));
  g_autofree char *only = stock_scene_receive (fixture, stock_scene_lot ("Z-1", "zinc", 300));
  g_autoptr(GString) last = g_string_new (NULL);
  GtkWidget *page = GTK_WIDGET (meso_stock_page_new (fixture->context));
  GtkWindow *window = stock_scene_show (fixture, page, 900, last);
  g_autofree char *words = NULL;
  const char *mark;

  g_assert_cmpuint (count_rows (page), ==, 3);
  g_assert_true (ui_shows (page, "Lot\u00A0\u2066A & B <i>\u2069"));
  words = ui_dup_words (page);
  mark = strstr (words, "Use first");
  g_assert_nonnull (mark);
  g_assert_true (g_strrstr (words, "Use first") == mark);
  /* It stands in the row of the sooner one: before the number of the later. */
  g_assert_true (strstr (words, "A & B") < mark);
  g_assert_true (mark < strstr (words, "B-200"));
  /* What is barred is passed over. */
  stock_scene_bar (fixture, sooner, MESO_LOT_QUARANTINED, "Cloudy");
  stock_scene_settle (fixture);
  g_assert_true (ui_shows (page, "Quarantined"));
  g_assert_false (ui_shows (page, "Use first"));
  gtk_window_destroy (window);
  ui_fixture_free (fixture);
}

static void
test_search_and_filters (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  g_autofree char *zinc = stock_scene_receive (fixture, stock_scene_lot ("Z-1", "zinc", 300));
  g_autofree char *biotin = stock_scene_receive (fixture, stock_scene_lot ("B2407", "biotin", 400));
  g_autoptr(GString) last = g_string_new (NULL);
  g_autofree char *expected = g_strdup_printf ("lot '%s'", biotin);
  GtkWidget *page = GTK_WIDGET (meso_stock_page_new (fixture->context));
  GtkWindow *window = stock_scene_show (fixture, page, 900, last);

  search (page, "2407");
  g_assert_cmpuint (count_rows (page), ==, 1);
  g_signal_emit_by_name (ui_get (page, GTK_TYPE_LIST_VIEW, NULL), "activate", 0u);
  g_assert_cmpstr (last->str, ==, expected);
  /* By its name in the other language too. */
  search (page, "بیوتین");
  g_assert_cmpuint (count_rows (page), ==, 1);
  search (page, "<b>zzz & q");
  g_assert_cmpuint (count_rows (page), ==, 0);
  g_assert_true (ui_shows (page, "No Such Lot"));
  search (page, "");
  show (page, "Attention");
  g_assert_cmpuint (count_rows (page), ==, 0);
  stock_scene_bar (fixture, zinc, MESO_LOT_RECALLED, "The maker called");
  stock_scene_settle (fixture);
  g_assert_cmpuint (count_rows (page), ==, 1);
  show (page, "Usable");
  g_assert_cmpuint (count_rows (page), ==, 1);
  show (page, "All");
  stock_scene_settle (fixture);
  g_assert_cmpuint (count_rows (page), ==, 2);
  gtk_window_destroy (window);
  ui_fixture_free (fixture);
}

/* A screen reader hears the whole row; on a narrow page the state stands below. */
static void
test_row (gconstpointer language)
{
  UiFixture *fixture = ui_fixture_new (language, 0);
  g_autofree char *lot = stock_scene_receive (fixture, stock_scene_lot ("B2407", "biotin", 8));
  g_autoptr(GString) last = g_string_new (NULL);
  GtkWidget *page = GTK_WIDGET (meso_stock_page_new (fixture->context));
  GtkWindow *window = stock_scene_show (fixture, page, 360, last);
  GtkWidget *row = ui_get (page, MESO_TYPE_LOT_ROW, NULL);
  g_autofree char *words = ui_dup_words (row);
  gboolean narrow;

  g_object_get (row, "narrow", &narrow, NULL);
  g_assert_true (narrow);
  g_assert_nonnull (strstr (words, "\u2066B2407\u2069"));
  g_assert_nonnull (strstr (words, g_str_equal (language, "fa") ? "نزدیک انقضا" : "Expires soon"));
  gtk_window_destroy (window);
  ui_fixture_free (fixture);
}

/* Answers that come after the page was closed are dropped. */
static void
test_closed_early (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  g_autofree char *lot = stock_scene_receive (fixture, stock_scene_lot ("B2407", "biotin", 300));
  GtkWindow *window = ui_show (GTK_WIDGET (meso_stock_page_new (fixture->context)), 800, 600);

  gtk_window_destroy (window);
  ui_fixture_settle (fixture);
  ui_wait (50);
  ui_fixture_free (fixture);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_data_func ("/stock-page/empty/en", "en", test_empty);
  g_test_add_data_func ("/stock-page/empty/fa", "fa", test_empty);
  g_test_add_func ("/stock-page/first-to-use", test_first_to_use);
  g_test_add_func ("/stock-page/search-and-filters", test_search_and_filters);
  g_test_add_data_func ("/stock-page/row/en", "en", test_row);
  g_test_add_data_func ("/stock-page/row/fa", "fa", test_row);
  g_test_add_func ("/stock-page/closed-early", test_closed_early);
  return g_test_run ();
}
