/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-words.h"

#include "meso-avatar.h"
#include "meso-toast-lift.h"
#include "ui-fixture.h"

#define NAME "مریم نیک‌پور"

/* A name in the other script neither turns the line round nor is turned by it. */
static void
test_line_keeps_its_direction (void)
{
  static const struct { GtkTextDirection window; PangoDirection line; } cases[] = {
    { GTK_TEXT_DIR_LTR, PANGO_DIRECTION_LTR }, { GTK_TEXT_DIR_RTL, PANGO_DIRECTION_RTL },
  };
  static const char *const names[] = { NAME, "Leila Ahmadi", "123", "" };
  GtkTextDirection before = gtk_widget_get_default_direction ();
  g_autoptr(GtkWidget) label = g_object_ref_sink (gtk_label_new (NULL));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint j = 0; j < G_N_ELEMENTS (names); j++)
      {
        g_autofree char *name = NULL;
        g_autofree char *line = NULL;
        g_autoptr(PangoLayout) layout = NULL;

        gtk_widget_set_default_direction (cases[i].window);
        name = meso_words_isolate (names[j]);
        line = g_strconcat (name, ", 39", NULL);
        layout = gtk_widget_create_pango_layout (label, line);
        g_assert_cmpint (pango_layout_line_get_resolved_direction (pango_layout_get_line_readonly (layout, 0)), ==, cases[i].line);
      }
  gtk_widget_set_default_direction (before);
}

static void
assert_avatar (const char *name,
               const char *text)
{
  g_autoptr(AdwAvatar) avatar = g_object_ref_sink (ADW_AVATAR (adw_avatar_new (32, NULL, TRUE)));

  meso_avatar_set_name (avatar, name);
  g_assert_cmpstr (adw_avatar_get_text (avatar), ==, text);
}

static void
test_avatar (void)
{
  assert_avatar ("Leila Ahmadi", "Leila Ahmadi");
  assert_avatar (NAME, "مریم");
  assert_avatar ("مریم", "مریم");
  assert_avatar (NULL, "");
}

static gboolean
has_toast (gpointer overlay)
{
  g_autoptr(GListModel) children = gtk_widget_observe_children (overlay);

  return g_list_model_get_n_items (children) > 1;
}

static gboolean
has_bar (gpointer view)
{
  return adw_toolbar_view_get_bottom_bar_height (view) > 0;
}

/* What was done is told above the button that comes next. */
static void
test_toast_covers_no_bar (void)
{
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *bar = gtk_button_new_with_label ("Next");
  GtkWindow *window;
  g_autoptr(GListModel) children = NULL;
  int lift = 0;

  meso_toast_lift_attach (ADW_TOAST_OVERLAY (overlay));
  gtk_widget_set_size_request (bar, -1, 80);
  adw_toolbar_view_add_bottom_bar (ADW_TOOLBAR_VIEW (view), bar);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), gtk_label_new ("Page"));
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), view);
  window = ui_show (overlay, 360, 500);
  ui_wait_until (has_bar, view);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), adw_toast_new ("Saved"));
  ui_wait_until (has_toast, overlay);
  children = gtk_widget_observe_children (overlay);
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr(GtkWidget) child = g_list_model_get_item (children, i);

      lift = MAX (lift, gtk_widget_get_margin_bottom (child));
    }
  g_assert_cmpint (lift, >=, 80);
  gtk_window_destroy (window);
}

/* Nor what stands at the foot of the window all the time. */
static void
test_toast_covers_no_banner (void)
{
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *banner = adw_banner_new ("Demo");
  GtkWindow *window;
  g_autoptr(GListModel) children = NULL;
  int lift = 0;

  meso_toast_lift_attach (ADW_TOAST_OVERLAY (overlay));
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL, "label", "Page", "vexpand", TRUE, NULL));
  gtk_box_append (GTK_BOX (box), banner);
  adw_banner_set_revealed (ADW_BANNER (banner), TRUE);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), box);
  window = ui_show (overlay, 360, 500);
  ui_wait (400);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), adw_toast_new ("Saved"));
  ui_wait_until (has_toast, overlay);
  children = gtk_widget_observe_children (overlay);
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr(GtkWidget) child = g_list_model_get_item (children, i);

      lift = MAX (lift, gtk_widget_get_margin_bottom (child));
    }
  g_assert_cmpint (lift, >, 0);
  g_assert_cmpint (lift, ==, gtk_widget_get_height (banner));
  gtk_window_destroy (window);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/words/line-keeps-its-direction", test_line_keeps_its_direction);
  g_test_add_func ("/words/avatar", test_avatar);
  g_test_add_func ("/words/toast-covers-no-bar", test_toast_covers_no_bar);
  g_test_add_func ("/words/toast-covers-no-banner", test_toast_covers_no_banner);
  return g_test_run ();
}
