/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-field.h"

#include "ui-fixture.h"

static void
assert_invalid (GtkWidget *field)
{
  GtkWidget *inner = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (field)));

  gtk_test_accessible_assert_state (field, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_test_accessible_assert_state (inner, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (inner), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE));
}

static void
test_row_of_a_list (void)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *first = g_object_new (ADW_TYPE_ENTRY_ROW, "title", "Name", "text", "A & B <i>", NULL);
  GtkWidget *second = g_object_new (ADW_TYPE_ENTRY_ROW, "title", "Phone", NULL);
  GtkWindow *window;

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), first);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), second);
  window = ui_show (group, 360, 400);
  meso_field_set_error (first, "Too short & <b>.");
  g_assert_true (meso_field_has_error (first));
  g_assert_false (meso_field_has_error (second));
  g_assert_true (ui_shows (group, "Too short & <b>."));
  assert_invalid (first);
  /* What was typed is kept, and the sentence stands between the rows. */
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (first)), ==, "A & B <i>");
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (second)), ==, 2);

  meso_field_set_error (first, "Still too short.");
  g_assert_true (ui_shows (group, "Still too short."));
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (second)), ==, 2);

  meso_field_set_error (first, NULL);
  g_assert_false (meso_field_has_error (first));
  g_assert_false (ui_shows (group, "Still too short."));
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (second)), ==, 1);
  g_assert_false (gtk_test_accessible_has_state (GTK_ACCESSIBLE (first), GTK_ACCESSIBLE_STATE_INVALID) &&
                  gtk_test_accessible_has_relation (GTK_ACCESSIBLE (first), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE));
  gtk_window_destroy (window);
}

static void
test_entry_in_a_box (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *below = gtk_label_new ("below");
  GtkWindow *window;

  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), below);
  window = ui_show (box, 360, 400);
  meso_field_set_error (entry, "No such day.");
  assert_invalid (entry);
  g_assert_true (GTK_IS_LABEL (gtk_widget_get_next_sibling (entry)));
  g_assert_true (gtk_widget_get_next_sibling (gtk_widget_get_next_sibling (entry)) == below);
  gtk_widget_set_visible (entry, FALSE);
  g_assert_false (ui_shows (box, "No such day."));
  meso_field_set_error (entry, NULL);
  g_assert_true (gtk_widget_get_next_sibling (entry) == below);
  gtk_window_destroy (window);
}

/* A hint is no error, and an error takes its place. */
static void
test_hint (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *entry = gtk_entry_new ();
  GtkWindow *window;

  gtk_box_append (GTK_BOX (box), entry);
  window = ui_show (box, 360, 400);
  meso_field_set_hint (entry, "Sunday");
  g_assert_false (meso_field_has_error (entry));
  meso_field_set_error (entry, NULL);
  g_assert_true (ui_shows (box, "Sunday"));
  meso_field_set_error (entry, "Closed then.");
  g_assert_false (ui_shows (box, "Sunday"));
  g_assert_true (meso_field_has_error (entry));
  meso_field_set_hint (entry, "Monday");
  g_assert_false (meso_field_has_error (entry));
  meso_field_set_hint (entry, NULL);
  g_assert_null (gtk_widget_get_next_sibling (entry));
  gtk_window_destroy (window);
}

/* A field that stands nowhere yet has no place for a sentence, and is marked all the same. */
static void
test_without_a_place (void)
{
  g_autoptr(GtkWidget) entry = g_object_ref_sink (gtk_entry_new ());

  meso_field_set_error (entry, "Missing.");
  g_assert_true (meso_field_has_error (entry));
  meso_field_set_error (entry, NULL);
  g_assert_false (meso_field_has_error (entry));
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/field/row-of-a-list", test_row_of_a_list);
  g_test_add_func ("/field/entry-in-a-box", test_entry_in_a_box);
  g_test_add_func ("/field/hint", test_hint);
  g_test_add_func ("/field/without-a-place", test_without_a_place);
  return g_test_run ();
}
