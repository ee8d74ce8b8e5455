/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-lot-dialog.h"

#include <string.h>

#include "meso-field.h"
#include "meso-opened-life.h"
#include "meso-stock-list.h"
#include "stock-scene.h"

typedef struct
{
  UiFixture *fixture;
  GString *last;
  GtkWindow *window;
  GtkWidget *dialog;         /* NULL once it is gone */
} Scene;

static gboolean
is_gone (gpointer data)
{
  return *(GtkWidget **) data == NULL;
}

static void
present (Scene     *scene,
         GtkWidget *dialog)
{
  scene->dialog = dialog;
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &scene->dialog);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (scene->window));
  stock_scene_settle (scene->fixture);
}

static Scene *
begin (const char *language,
       const char *what)
{
  Scene *scene = g_new0 (Scene, 1);

  scene->fixture = ui_fixture_new (language, 0);
  scene->last = g_string_new (NULL);
  scene->window = stock_scene_show (scene->fixture, gtk_label_new ("below"), 700, scene->last);
  if (what != NULL)
    present (scene, GTK_WIDGET (meso_lot_dialog_new (scene->fixture->context, what)));
  return scene;
}

static void
end (Scene *scene)
{
  gtk_window_destroy (scene->window);
  g_assert_null (scene->dialog);
  ui_fixture_free (scene->fixture);
  g_string_free (scene->last, TRUE);
  g_free (scene);
}

static GtkWidget *
get_row (Scene      *scene,
         const char *title)
{
  return ui_get (scene->dialog, ADW_TYPE_PREFERENCES_ROW, title);
}

static void
type (Scene      *scene,
      const char *title,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_row (scene, title)), text);
}

static void
press (Scene      *scene,
       const char *label)
{
  g_signal_emit_by_name (ui_get (scene->dialog, GTK_TYPE_BUTTON, label), "clicked");
  stock_scene_settle (scene->fixture);
}

static MesoLot *
get_only_lot (Scene *scene)
{
  g_autoptr(MesoQueryList) lots = meso_stock_list_new (scene->fixture->context, TRUE);
  g_autoptr(MesoRow) row = NULL;

  stock_scene_settle (scene->fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (lots)), ==, 1);
  row = g_list_model_get_item (G_LIST_MODEL (lots), 0);
  return meso_lot_copy (((const MesoStockItem *) meso_row_get_value (row))->lot);
}

static void
type_biotin (Scene *scene)
{
  type (scene, "Product or ingredient", "biotin");
  type (scene, "Strength, for example 5 mg/mL", "۵ mg/mL");
  type (scene, "Lot number", "A & B <i>");
  type (scene, "Expiry: a day, or the month alone", "03/2030");
  type (scene, "How many vials or ampoules", "10");
  type (scene, "One of them holds, for example 5 mL", "2.5 mL");
}

static void
test_receives (void)
{
  Scene *scene = begin ("en", "");
  g_autoptr(MesoLot) lot = NULL;
  const MesoProductComponent *component;

  type_biotin (scene);
  type (scene, "Maker", "Mesopharm");
  press (scene, "Receive");
  ui_wait_until (is_gone, &scene->dialog);
  lot = get_only_lot (scene);
  component = g_ptr_array_index (lot->components, 0);
  g_assert_cmpstr (lot->number, ==, "A & B <i>");
  g_assert_cmpstr (lot->maker, ==, "Mesopharm");
  g_assert_cmpint (lot->balance_ul, ==, 25000);
  g_assert_cmpint (lot->expiry.month, ==, 3);
  g_assert_cmpint (lot->expiry.day, ==, 31);
  g_assert_cmpstr (component->ingredient, ==, "biotin");
  g_assert_cmpstr (component->strength, ==, "5 mg/mL");
  end (scene);
}

/* Each fault stands at its field, in the window's language, and what was typed stays. */
static void
test_says_at_the_field (void)
{
  static const struct
  {
    const char *title;
    const char *typed;
  } faults[] = {
    { "Product or ingredient", "unobtainium <b>" },
    { "Strength, for example 5 mg/mL", "5 mg" },
    { "Strength, for example 5 mg/mL", "5 IU/mL" },
    { "Lot number", " " },
    { "Expiry: a day, or the month alone", "" },
    { "Expiry: a day, or the month alone", "03/27" },
    { "Expiry: a day, or the month alone", "2020-01-01" },
    { "Expiry: a day, or the month alone", "2099-01-01" },
    { "How many vials or ampoules", "0" },
    { "How many vials or ampoules", "-3" },
    { "How many vials or ampoules", "1.5" },
    { "How many vials or ampoules", "99999999999999999999" },
    { "One of them holds, for example 5 mL", "5" },
    { "One of them holds, for example 5 mL", "5 mg" },
    { "One of them holds, for example 5 mL", "0 mL" },
    { "One of them holds, for example 5 mL", "5 L" },
    { "Received on", "2090-01-01" },
    { "Price of one", "1.5.2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      Scene *scene = begin ("en", "");
      GtkWidget *row;

      type_biotin (scene);
      type (scene, faults[i].title, faults[i].typed);
      press (scene, "Receive");
      g_assert_nonnull (scene->dialog);
      row = get_row (scene, faults[i].title);
      g_assert_true (meso_field_has_error (row));
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, faults[i].typed);
      press (scene, "Cancel");
      ui_wait_until (is_gone, &scene->dialog);
      end (scene);
    }
}

static char *
complain_about_expiry (const char *typed)
{
  Scene *scene = begin ("en", "");
  char *words;

  type_biotin (scene);
  type (scene, "Expiry: a day, or the month alone", typed);
  press (scene, "Receive");
  words = ui_dup_words (scene->dialog);
  press (scene, "Cancel");
  ui_wait_until (is_gone, &scene->dialog);
  end (scene);
  return words;
}

/* What is no date at all is told apart from a day that there isn't, and either shows how one is written. */
static void
test_expiry_that_is_no_day (void)
{
  g_autofree char *unread = complain_about_expiry ("soon <b>");
  g_autofree char *impossible = complain_about_expiry ("2030-02-30");

  g_assert_nonnull (strstr (unread, "This can’t be read as a day. Write it like this: "));
  g_assert_null (strstr (unread, "no such day"));
  g_assert_nonnull (strstr (impossible, "There is no such day. Write it like this: "));
}

/* What the formulary knows is proposed; what belongs to another thing goes with it, what was typed stays. */
static void
test_proposes (void)
{
  Scene *scene = begin ("en", "biotin");

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_row (scene, "Product or ingredient"))), ==, "Biotin");
  g_assert_true (gtk_widget_get_visible (get_row (scene, "Strength, for example 5 mg/mL")));
  type (scene, "Maker", "Typed by hand");
  type (scene, "Product or ingredient", "saline");
  g_assert_false (gtk_widget_get_visible (get_row (scene, "Strength, for example 5 mg/mL")));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_row (scene, "Maker"))), ==, "Typed by hand");
  press (scene, "Cancel");
  ui_wait_until (is_gone, &scene->dialog);
  end (scene);
}

/* A form that is left by force comes back as it was, and is told of. */
static void
test_keeps_the_draft (void)
{
  Scene *scene = begin ("en", "");
  g_autofree char *words = NULL;

  type_biotin (scene);
  adw_dialog_force_close (ADW_DIALOG (scene->dialog));
  ui_wait_until (is_gone, &scene->dialog);
  present (scene, GTK_WIDGET (meso_lot_dialog_new (scene->fixture->context, "")));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_row (scene, "Lot number"))), ==, "A & B <i>");
  g_assert_true (ui_shows (scene->dialog, "Your unfinished draft was taken up again"));
  press (scene, "Start Over");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_row (scene, "Lot number"))), ==, "");
  press (scene, "Cancel");
  ui_wait_until (is_gone, &scene->dialog);
  end (scene);
}

/* However it is spaced and cased; another maker's number is another lot. */
static void
test_points_at_a_twin (void)
{
  Scene *scene = begin ("en", NULL);
  MesoLot *stored = stock_scene_lot ("B-2407", "biotin", 300);
  g_autofree char *id = NULL;
  g_autofree char *expected = NULL;

  g_set_str (&stored->maker, "Mesopharm");
  id = stock_scene_receive (scene->fixture, stored);
  expected = g_strdup_printf ("lot '%s'", id);
  present (scene, GTK_WIDGET (meso_lot_dialog_new (scene->fixture->context, "")));
  g_assert_false (gtk_widget_get_visible (get_row (scene, "On file already")));
  type (scene, "Lot number", "b 2407");
  g_assert_true (gtk_widget_get_visible (get_row (scene, "On file already")));
  type (scene, "Maker", "Another one");
  g_assert_false (gtk_widget_get_visible (get_row (scene, "On file already")));
  type (scene, "Maker", "MESOPHARM");
  press (scene, "Open It");
  ui_wait_until (is_gone, &scene->dialog);
  g_assert_cmpstr (scene->last->str, ==, expected);
  end (scene);
}

/* Whoever holds another box of a recalled lot is told before it is taken in, and it is taken in as recalled. */
static void
test_recalled_twin (void)
{
  Scene *scene = begin ("en", NULL);
  g_autofree char *id = stock_scene_receive (scene->fixture, stock_scene_lot ("B-2407", "biotin", 300));
  g_autofree char *words = NULL;

  stock_scene_bar (scene->fixture, id, MESO_LOT_RECALLED, "Letter of the maker");
  present (scene, GTK_WIDGET (meso_lot_dialog_new (scene->fixture->context, "")));
  type (scene, "Lot number", "b 2407");
  g_assert_true (gtk_widget_get_visible (get_row (scene, "On file already")));
  words = ui_dup_words (scene->dialog);
  g_assert_nonnull (strstr (words, "what is received under this number is recalled too."));
  press (scene, "Cancel");
  ui_wait_until (is_gone, &scene->dialog);
  end (scene);
}

static void
test_corrects (void)
{
  Scene *scene = begin ("en", NULL);
  g_autofree char *id = stock_scene_receive (scene->fixture, stock_scene_lot ("B-2407", "biotin", 300));
  g_autoptr(MesoLot) before = stock_scene_get (scene->fixture, id);
  g_autoptr(MesoLot) after = NULL;

  present (scene, GTK_WIDGET (meso_lot_dialog_new_correct (scene->fixture->context, before)));
  g_assert_false (gtk_widget_get_visible (get_row (scene, "Product or ingredient")));
  type (scene, "Lot number", "B-2470");
  press (scene, "Save");
  /* Not without a reason */
  g_assert_nonnull (scene->dialog);
  g_assert_true (meso_field_has_error (get_row (scene, "Why it is corrected")));
  type (scene, "Why it is corrected", "Misread");
  press (scene, "Save");
  ui_wait_until (is_gone, &scene->dialog);
  after = stock_scene_get (scene->fixture, id);
  g_assert_cmpstr (after->number, ==, "B-2470");
  g_assert_true (after->amended);
  end (scene);
}

static void
assert_life (const char *text,
             int         hours)
{
  int read = -1;

  g_assert_cmpint (meso_opened_life_read (text, &read), ==, hours >= 0);
  if (hours >= 0)
    g_assert_cmpint (read, ==, hours);
}

static void
test_opened_life (void)
{
  assert_life ("", 0);
  assert_life ("28", 672);
  assert_life ("28 days", 672);
  assert_life ("۲۸ روز", 672);
  assert_life ("6 h", 6);
  assert_life ("6h", 6);
  assert_life ("۶ ساعت", 6);
  assert_life ("0", -1);
  assert_life ("-3 days", -1);
  assert_life ("1.5 days", -1);
  assert_life ("2 weeks", -1);
  assert_life ("9999 days", -1);
  assert_life ("9223372036854775807 days", -1);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/lot-dialog/receives", test_receives);
  g_test_add_func ("/lot-dialog/says-at-the-field", test_says_at_the_field);
  g_test_add_func ("/lot-dialog/expiry-that-is-no-day", test_expiry_that_is_no_day);
  g_test_add_func ("/lot-dialog/proposes", test_proposes);
  g_test_add_func ("/lot-dialog/keeps-the-draft", test_keeps_the_draft);
  g_test_add_func ("/lot-dialog/points-at-a-twin", test_points_at_a_twin);
  g_test_add_func ("/lot-dialog/recalled-twin", test_recalled_twin);
  g_test_add_func ("/lot-dialog/corrects", test_corrects);
  g_test_add_func ("/lot-dialog/opened-life", test_opened_life);
  return g_test_run ();
}
