/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-lot-page.h"

#include <string.h>

#include "meso-ask-dialog.h"
#include "meso-field.h"
#include "stock-scene.h"

typedef struct
{
  Visit *visit;
  UiFixture *fixture;
  char *lot;
  GString *last;
  GtkWidget *page;
  GtkWindow *window;
} Scene;

static Scene *
begin (const char *language)
{
  Scene *scene = g_new0 (Scene, 1);

  scene->visit = visit_new (language, language, "biotin");
  scene->fixture = scene->visit->fixture;
  scene->lot = stock_scene_receive (scene->fixture, stock_scene_lot ("B & 7", "biotin", 300));
  scene->last = g_string_new (NULL);
  scene->page = GTK_WIDGET (meso_lot_page_new (scene->fixture->context, scene->lot));
  scene->window = stock_scene_show (scene->fixture, scene->page, 760, scene->last);
  return scene;
}

static void
end (Scene *scene)
{
  gtk_window_destroy (scene->window);
  visit_free (scene->visit);
  g_string_free (scene->last, TRUE);
  g_free (scene->lot);
  g_free (scene);
}

static void
type (GtkWidget  *dialog,
      const char *title,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (ui_get (dialog, ADW_TYPE_ENTRY_ROW, title)), text);
}

static void
press (Scene      *scene,
       GtkWidget  *root,
       const char *label)
{
  g_signal_emit_by_name (ui_get (root, GTK_TYPE_BUTTON, label), "clicked");
  stock_scene_settle (scene->fixture);
}

static void
act (Scene      *scene,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (scene->page, action, NULL));
  stock_scene_settle (scene->fixture);
}

static GtkWidget *
get_ask (Scene *scene)
{
  return ui_get (GTK_WIDGET (scene->window), MESO_TYPE_ASK_DIALOG, NULL);
}

static gint64
get_balance (Scene *scene)
{
  g_autoptr(MesoLot) lot = stock_scene_get (scene->fixture, scene->lot);

  return lot->balance_ul;
}

/* A count that differs wants its reason; in containers or by volume. */
static void
test_counts (void)
{
  Scene *scene = begin ("en");
  GtkWidget *dialog;

  act (scene, "lot.count");
  dialog = get_ask (scene);
  type (dialog, "What is left in all, or unopened containers", "soon");
  press (scene, dialog, "Book the Count");
  g_assert_true (meso_field_has_error (ui_get (dialog, ADW_TYPE_ENTRY_ROW, "What is left in all, or unopened containers")));
  type (dialog, "What is left in all, or unopened containers", "۴");
  press (scene, dialog, "Book the Count");
  g_assert_true (meso_field_has_error (ui_get (dialog, ADW_TYPE_ENTRY_ROW, "Reason")));
  g_assert_cmpint (get_balance (scene), ==, 10000);
  type (dialog, "Reason", "One is <gone> & lost");
  press (scene, dialog, "Book the Count");
  g_assert_cmpint (get_balance (scene), ==, 8000);
  g_assert_null (ui_find (GTK_WIDGET (scene->window), MESO_TYPE_ASK_DIALOG, NULL));
  g_assert_true (ui_shows (scene->page, "\u2066−2\u00A0mL\u2069"));
  end (scene);
}

/* A bare number is unopened containers, a volume is everything: how it was read stands below, and goes with the text. */
static void
test_reads_counts (void)
{
  Scene *scene = begin ("en");
  const char *title = "What is left in all, or unopened containers";
  g_autofree char *opening = NULL;
  GtkWidget *dialog;

  act (scene, "lot.count");
  dialog = get_ask (scene);
  type (dialog, title, "4");
  g_assert_true (ui_shows (dialog, "4 containers = \u20668\u00A0mL\u2069; the books say \u206610\u00A0mL\u2069"));
  type (dialog, title, "8.5 mL");
  g_assert_true (ui_shows (dialog, "\u20668.5\u00A0mL\u2069; the books say \u206610\u00A0mL\u2069"));
  type (dialog, title, "8.5 m");
  g_assert_false (ui_shows (dialog, "\u20668.5\u00A0mL\u2069; the books say \u206610\u00A0mL\u2069"));
  meso_ask_dialog_done (MESO_ASK_DIALOG (dialog));
  opening = stock_scene_open (scene->fixture, scene->lot);
  stock_scene_settle (scene->fixture);
  act (scene, "lot.count");
  dialog = get_ask (scene);
  type (dialog, title, "4");
  g_assert_true (ui_shows (dialog, "4 containers unopened, and \u20662\u00A0mL\u2069 in opened ones = \u206610\u00A0mL\u2069; the books "
                                   "say \u206610\u00A0mL\u2069"));
  type (dialog, title, "9 mL");
  g_assert_true (ui_shows (dialog, "\u20669\u00A0mL\u2069 in all, opened containers too; the books say \u206610\u00A0mL\u2069"));
  end (scene);
}

/* What can't be there is said at its field, and nothing is booked. */
static void
test_counts_too_much (gconstpointer language)
{
  Scene *scene = begin (language);
  gboolean persian = g_str_equal (language, "fa");
  const char *title = persian ? "همهٔ مانده، یا شمار ظرف‌های بازنشده" : "What is left in all, or unopened containers";
  GtkWidget *dialog;
  static const char *const typed[] = { "5000 mL", "12.1 mL", "6" };

  act (scene, "lot.count");
  dialog = get_ask (scene);
  type (dialog, persian ? "دلیل" : "Reason", "Slip");
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      type (dialog, title, typed[i]);
      g_assert_false (meso_field_has_error (ui_get (dialog, ADW_TYPE_ENTRY_ROW, title)));
      press (scene, dialog, persian ? "ثبت شمارش" : "Book the Count");
      g_assert_cmpint (get_balance (scene), ==, 10000);
      g_assert_true (meso_field_has_error (ui_get (dialog, ADW_TYPE_ENTRY_ROW, title)));
    }
  if (!persian)
    g_assert_true (ui_shows (dialog, "Received: 5 containers of \u20662\u00A0mL\u2069; opened since: 0. At most 5 containers can be "
                                     "unopened. Check the number."));
  end (scene);
}

static void
test_wastes (void)
{
  Scene *scene = begin ("en");
  GtkWidget *dialog;

  act (scene, "lot.waste");
  dialog = get_ask (scene);
  type (dialog, "How much, or how many unopened containers", "11 mL");
  type (dialog, "Reason", "Fell");
  press (scene, dialog, "Waste");
  g_assert_true (meso_field_has_error (ui_get (dialog, ADW_TYPE_ENTRY_ROW, "How much, or how many unopened containers")));
  type (dialog, "How much, or how many unopened containers", "2");
  press (scene, dialog, "Waste");
  g_assert_cmpint (get_balance (scene), ==, 6000);
  end (scene);
}

/* Whoever is there may bar a lot; letting it back is said to be a physician's before a reason is written in vain. */
static void
test_bars_and_releases (void)
{
  Scene *scene = begin ("en");
  GtkWidget *dialog;
  g_autofree char *nurse = NULL;
  g_autofree char *expected = g_strdup_printf ("recall '%s'", scene->lot);
  g_autoptr(MesoLot) lot = NULL;

  act (scene, "lot.recall");
  dialog = get_ask (scene);
  press (scene, dialog, "Recall");
  g_assert_true (meso_field_has_error (ui_get (dialog, ADW_TYPE_ENTRY_ROW, "Reason")));
  type (dialog, "Reason", "The maker called");
  press (scene, dialog, "Recall");
  g_assert_cmpstr (scene->last->str, ==, expected);
  stock_scene_settle (scene->fixture);
  g_assert_true (ui_shows (scene->page, "Recalled"));
  nurse = visit_seat (scene->visit, "Maryam <b>", MESO_ROLE_NURSE);
  act (scene, "lot.release");
  g_assert_true (ui_shows (GTK_WIDGET (scene->window), "A Physician Has to Release It"));
  g_assert_null (ui_find (GTK_WIDGET (scene->window), MESO_TYPE_ASK_DIALOG, NULL));
  press (scene, ui_get (GTK_WIDGET (scene->window), ADW_TYPE_ALERT_DIALOG, NULL), "Close");
  lot = stock_scene_get (scene->fixture, scene->lot);
  g_assert_cmpint (lot->state, ==, MESO_LOT_RECALLED);
  end (scene);
}

/* For whom it was drawn is in the history, and opens the record; an opened container has its own acts. */
static void
test_history (gconstpointer language)
{
  Scene *scene = begin (language);
  gboolean persian = g_str_equal (language, "fa");
  g_autofree char *physician = NULL;
  g_autofree char *nurse = NULL;
  g_autofree char *preparation = NULL;
  g_autofree char *opening = NULL;
  g_autofree char *words = NULL;

  nurse = visit_seat (scene->visit, "Maryam", MESO_ROLE_NURSE);
  physician = visit_seat (scene->visit, "Dr Nima", MESO_ROLE_PHYSICIAN);
  preparation = stock_scene_prepare (scene->visit, nurse);
  opening = stock_scene_open (scene->fixture, scene->lot);
  stock_scene_settle (scene->fixture);
  words = ui_dup_words (scene->page);
  g_assert_nonnull (strstr (words, VISIT_FAMILY));
  g_assert_nonnull (strstr (words, persian ? "مصرف برای" : "Used for"));
  g_assert_nonnull (strstr (words, persian ? "مصرف تا" : "discard by"));
  gtk_test_accessible_assert_property (ui_get (scene->page, GTK_TYPE_BUTTON, persian ? "دور انداختن…" : "Throw It Away…"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, persian ? "دور انداختن…" : "Throw It Away…");
  end (scene);
}

static void
test_closed_early (void)
{
  Scene *scene = begin ("en");

  gtk_window_destroy (ui_show (GTK_WIDGET (meso_lot_page_new (scene->fixture->context, scene->lot)), 400, 500));
  stock_scene_settle (scene->fixture);
  end (scene);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/lot-page/counts", test_counts);
  g_test_add_func ("/lot-page/reads-counts", test_reads_counts);
  g_test_add_data_func ("/lot-page/counts-too-much/en", "en", test_counts_too_much);
  g_test_add_data_func ("/lot-page/counts-too-much/fa", "fa", test_counts_too_much);
  g_test_add_func ("/lot-page/wastes", test_wastes);
  g_test_add_func ("/lot-page/bars-and-releases", test_bars_and_releases);
  g_test_add_data_func ("/lot-page/history/en", "en", test_history);
  g_test_add_data_func ("/lot-page/history/fa", "fa", test_history);
  g_test_add_func ("/lot-page/closed-early", test_closed_early);
  return g_test_run ();
}
