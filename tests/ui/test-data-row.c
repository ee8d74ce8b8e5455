/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-data-row.h"

#include "ui-fixture.h"

#define TITLE "A & B <i>"
#define SUBTITLE "1 < 2 & </b> &amp;"

static GtkWindow *
show (GtkWidget *row)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return ui_show (list, 360, 200);
}

/* Warnings are fatal here: a text read as markup would not get this far. */
static void
test_shows_markup_as_it_is (gconstpointer type)
{
  GtkWidget *row = meso_data_row_new (GPOINTER_TO_SIZE (type), TITLE, SUBTITLE);
  GtkWindow *window = show (row);

  g_assert_true (ui_shows (row, TITLE));
  g_assert_true (ui_shows (row, SUBTITLE));
  g_object_set (row, "subtitle", TITLE " again", NULL);
  g_assert_true (ui_shows (row, TITLE " again"));
  gtk_window_destroy (window);
}

static void
test_subtitle_may_be_missing (gconstpointer type)
{
  GtkWidget *row = meso_data_row_new (GPOINTER_TO_SIZE (type), TITLE, NULL);
  GtkWindow *window = show (row);
  g_autofree char *words = ui_dup_words (row);

  g_assert_cmpstr (words, ==, TITLE "\n");
  gtk_window_destroy (window);
}

/* A screen reader hears the title as the row's name, and the rest with it. */
static void
test_says_the_rest (void)
{
  GtkWidget *row = meso_data_row_new (ADW_TYPE_ACTION_ROW, TITLE, SUBTITLE);
  GtkWindow *window = show (row);

  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, SUBTITLE);
  meso_data_row_say (row, "Recalled");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, SUBTITLE " · Recalled");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), "Later");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Later · Recalled");
  gtk_window_destroy (window);
}

/* One that folds is a list item round the row in sight: without a name it is only “list item”. */
static void
test_says_the_title_of_one_that_folds (void)
{
  GtkWidget *row = meso_data_row_new (ADW_TYPE_EXPANDER_ROW, TITLE, NULL);
  GtkWindow *window = show (row);

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, TITLE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), "Later");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, "Later");
  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  gtk_window_destroy (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_data_func ("/data-row/shows-markup-as-it-is/action", GSIZE_TO_POINTER (ADW_TYPE_ACTION_ROW), test_shows_markup_as_it_is);
  g_test_add_data_func ("/data-row/shows-markup-as-it-is/expander", GSIZE_TO_POINTER (ADW_TYPE_EXPANDER_ROW),
                        test_shows_markup_as_it_is);
  g_test_add_data_func ("/data-row/subtitle-may-be-missing/action", GSIZE_TO_POINTER (ADW_TYPE_ACTION_ROW),
                        test_subtitle_may_be_missing);
  g_test_add_data_func ("/data-row/subtitle-may-be-missing/expander", GSIZE_TO_POINTER (ADW_TYPE_EXPANDER_ROW),
                        test_subtitle_may_be_missing);
  g_test_add_func ("/data-row/says-the-rest", test_says_the_rest);
  g_test_add_func ("/data-row/says-the-title-of-one-that-folds", test_says_the_title_of_one_that_folds);
  return g_test_run ();
}
