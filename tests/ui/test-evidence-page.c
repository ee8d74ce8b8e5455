/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-evidence-page.h"

#include "meso-evidence-row.h"
#include "ui-fixture.h"

static guint
count_shown (GtkWidget *page)
{
  GtkWidget *list = ui_get (page, GTK_TYPE_LIST_BOX, NULL);
  guint shown = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    shown += ADW_IS_EXPANDER_ROW (row) && gtk_widget_get_visible (row) ? 1 : 0;
  return shown;
}

static void
test_searches (gconstpointer language)
{
  UiFixture *fixture = ui_fixture_new (language, 0);
  GtkWidget *page = GTK_WIDGET (meso_evidence_page_new (fixture->context));
  GtkWindow *window = ui_show (page, 800, 600);
  GtkEditable *search = GTK_EDITABLE (ui_get (page, GTK_TYPE_SEARCH_ENTRY, NULL));
  guint all = meso_protocol_get_evidence (meso_context_get_protocol (fixture->context))->len;

  g_assert_cmpuint (count_shown (page), ==, all);
  /* An ingredient's name in the other language finds its studies too. */
  gtk_editable_set_text (search, "دوتاستراید");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_cmpuint (count_shown (page), >, 0);
  g_assert_cmpuint (count_shown (page), <, all);
  gtk_editable_set_text (search, "<b>zzz & q");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_cmpuint (count_shown (page), ==, 0);
  gtk_editable_set_text (search, "");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_cmpuint (count_shown (page), ==, all);
  gtk_window_destroy (window);
  ui_fixture_free (fixture);
}

/* One of the article's studies could not be found: that is said, and not by colour alone. */
static void
test_says_what_was_not_found (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  GtkWidget *page = GTK_WIDGET (meso_evidence_page_new (fixture->context));
  GtkWindow *window = ui_show (page, 800, 600);

  g_assert_true (ui_shows (page, "Not\u00A0found"));
  gtk_window_destroy (window);
  ui_fixture_free (fixture);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_data_func ("/evidence-page/searches/en", "en", test_searches);
  g_test_add_data_func ("/evidence-page/searches/fa", "fa", test_searches);
  g_test_add_func ("/evidence-page/says-what-was-not-found", test_says_what_was_not_found);
  return g_test_run ();
}
