/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-tag.h"

#include "meso-badge.h"
#include "ui-fixture.h"

static void
test_says_what_it_is (void)
{
  g_autoptr(GtkWidget) tag = g_object_ref_sink (meso_tag_new ("meso-stop-symbolic", "A & B <i>", "error"));
  g_autofree char *words = ui_dup_words (tag);

  g_assert_true (gtk_widget_has_css_class (tag, "tag"));
  g_assert_true (gtk_widget_has_css_class (tag, "error"));
  g_assert_cmpstr (words, ==, "A & B <i>\n");
  gtk_test_accessible_assert_role (tag, GTK_ACCESSIBLE_ROLE_GENERIC);
  gtk_test_accessible_assert_role (ui_get (tag, GTK_TYPE_IMAGE, NULL), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
test_changes (void)
{
  g_autoptr(GtkWidget) tag = g_object_ref_sink (meso_tag_new (NULL, "Signed", "success"));
  g_autofree char *kind = NULL;

  g_assert_false (gtk_widget_get_visible (ui_get (tag, GTK_TYPE_IMAGE, NULL)));
  g_object_set (tag, "kind", "warning", "label", NULL, "icon-name", "meso-pause-symbolic", NULL);
  g_assert_true (gtk_widget_get_visible (ui_get (tag, GTK_TYPE_IMAGE, NULL)));
  g_assert_false (gtk_widget_has_css_class (tag, "success"));
  g_assert_true (gtk_widget_has_css_class (tag, "warning"));
  g_object_set (tag, "kind", "purple", NULL);
  g_object_get (tag, "kind", &kind, NULL);
  g_assert_cmpstr (kind, ==, "neutral");
}

static void
test_badge_is_hidden_from_readers (void)
{
  g_autoptr(GtkWidget) badge = g_object_ref_sink (meso_badge_new ("meso-clock-symbolic", "accent"));

  gtk_test_accessible_assert_role (badge, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  g_assert_true (gtk_widget_has_css_class (badge, "badge"));
  g_assert_true (gtk_widget_has_css_class (badge, "accent"));
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/tag/says-what-it-is", test_says_what_it_is);
  g_test_add_func ("/tag/changes", test_changes);
  g_test_add_func ("/badge/is-hidden-from-readers", test_badge_is_hidden_from_readers);
  return g_test_run ();
}
