/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-stock-page.h"

#include <string.h>

#include "meso-lot-row.h"
#include "meso-shell.h"
#include "meso-stock-service.h"
#include "meso-window.h"
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

/* A number that is written together is looked for as one, however the box writes it. */
static void
test_search_a_number (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  g_autofree char *wanted = stock_scene_receive (fixture, stock_scene_lot ("C-12/9", "biotin", 300));
  g_autofree char *other = stock_scene_receive (fixture, stock_scene_lot ("A-1209", "vitamin-c", 400));
  g_autoptr(GString) last = g_string_new (NULL);
  static const char *const written[] = { "c-12", "C12", "۱۲/۹", "c12/9", "lot? c-129", "biotin c-12" };
  GtkWidget *page = GTK_WIDGET (meso_stock_page_new (fixture->context));
  GtkWindow *window = stock_scene_show (fixture, page, 900, last);

  for (guint i = 0; i < G_N_ELEMENTS (written); i++)
    {
      search (page, written[i]);
      g_assert_cmpuint (count_rows (page), ==, i == 4 ? 0 : 1);
    }
  search (page, " c  12 ");
  g_assert_cmpuint (count_rows (page), ==, 2);
  gtk_window_destroy (window);
  ui_fixture_free (fixture);
}

static gpointer
want_zinc (MesoClinic  *clinic,
           gpointer     request,
           GError     **error)
{
  return GINT_TO_POINTER (meso_stock_service_set_minimum (clinic, "zinc", 5, error));
}

static void
type (GtkWidget  *dialog,
      const char *title,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (ui_get (dialog, ADW_TYPE_ENTRY_ROW, title)), text);
}

static gboolean
has_place (gpointer window)
{
  return meso_shell_get_page (MESO_SHELL (ui_get (window, MESO_TYPE_SHELL, NULL))) != NULL;
}

static gboolean
says_recalled (gpointer window)
{
  g_autofree char *words = ui_dup_words (window);

  return strstr (words, "Received, but this number is recalled: 4 containers of ") != NULL;
}

/* The sidebar, the filter and Today count the same: each lot that wants something, and each thing of which there is too little. */
static void
test_counts_alike (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  g_autofree char *recalled = stock_scene_receive (fixture, stock_scene_lot ("R-1", "zinc", 300));
  g_autofree char *soon = stock_scene_receive (fixture, stock_scene_lot ("S-1", "biotin", 8));
  g_autofree char *fine = stock_scene_receive (fixture, stock_scene_lot ("F-1", "biotin", 400));
  GtkWidget *window = GTK_WIDGET (meso_window_new (NULL, fixture->context));
  GtkWidget *page;
  GtkWidget *dialog;

  stock_scene_bar (fixture, recalled, MESO_LOT_RECALLED, "The maker called");
  ui_fixture_call (fixture, want_zinc, NULL);
  gtk_window_present (GTK_WINDOW (window));
  ui_wait_until (has_place, window);
  gtk_widget_activate_action (window, "win.go", "s", "stock");
  stock_scene_settle (fixture);
  gtk_test_accessible_assert_property (gtk_list_box_get_row_at_index (GTK_LIST_BOX (ui_get (window, GTK_TYPE_LIST_BOX, NULL)), 3),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Stock, 3 want looking after");
  page = GTK_WIDGET (meso_shell_get_page (MESO_SHELL (ui_get (window, MESO_TYPE_SHELL, NULL))));
  show (page, "Attention 3");
  g_assert_cmpuint (count_rows (page), ==, 3);
  show (page, "In stock 3");
  g_assert_cmpuint (count_rows (page), ==, 3);
  /* What there is too little of leads to a delivery of it, and its number is told of when it was stopped. */
  show (page, "Attention");
  search (page, "zinc");
  g_assert_cmpuint (count_rows (page), ==, 2);
  g_signal_emit_by_name (ui_get (page, GTK_TYPE_LIST_VIEW, NULL), "activate", 0u);
  stock_scene_settle (fixture);
  dialog = GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  type (dialog, "Strength, for example 5 mg/mL", "1 mg/mL");
  type (dialog, "Lot number", "r 1");
  type (dialog, "Expiry: a day, or the month alone", "03/2030");
  type (dialog, "How many vials or ampoules", "4");
  type (dialog, "One of them holds, for example 5 mL", "2 mL");
  g_signal_emit_by_name (ui_get (dialog, GTK_TYPE_BUTTON, "Receive"), "clicked");
  ui_wait_until (says_recalled, window);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_fixture_free (fixture);
}

/* Usable as the rest of it is, a container that is open too long is marked, and nothing beside it is green. */
static void
test_overdue_row (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  g_autoptr(MesoLot) lot = stock_scene_lot ("A & B", "biotin", 300);
  MesoStockItem item = { .lot = lot, .use = MESO_LOT_USABLE, .overdue = TRUE };
  GtkWidget *row = meso_lot_row_new ();
  GtkWindow *window = ui_show (row, 360, 200);
  g_autofree char *words = meso_lot_row_show (MESO_LOT_ROW (row), fixture->context, &item);

  g_assert_nonnull (strstr (words, "Container open too long"));
  g_assert_true (ui_shows (row, "Container open too long"));
  g_assert_null (strstr (words, "Usable"));
  g_assert_false (ui_shows (row, "Usable"));
  gtk_window_destroy (window);
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
  g_test_add_func ("/stock-page/search-a-number", test_search_a_number);
  g_test_add_func ("/stock-page/counts-alike", test_counts_alike);
  g_test_add_func ("/stock-page/overdue-row", test_overdue_row);
  g_test_add_func ("/stock-page/closed-early", test_closed_early);
  return g_test_run ();
}
