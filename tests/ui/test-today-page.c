/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-today-page.h"

#include <string.h>

#include "meso-draft-service.h"
#include "meso-patient-service.h"
#include "meso-today-row.h"
#include "prepare-scene.h"
#include "window-actions.h"

typedef struct
{
  UiFixture *fixture;
  GtkWidget *page;
  GtkWindow *window;
  GString *last;
} Test;

static Test *
set_up (const char *language,
        guint       n_patients,
        int         width)
{
  Test *self = g_new0 (Test, 1);

  self->fixture = ui_fixture_new (language, n_patients);
  self->last = g_string_new (NULL);
  self->page = GTK_WIDGET (meso_today_page_new (self->fixture->context));
  self->window = ui_show (self->page, width, 800);
  window_actions_insert (self->window, self->last);
  ui_fixture_settle (self->fixture);
  ui_wait (100);
  return self;
}

static void
tear_down (Test *self)
{
  gtk_window_destroy (self->window);
  ui_fixture_free (self->fixture);
  g_string_free (self->last, TRUE);
  g_free (self);
}

static gpointer
add_markup_name (MesoClinic  *clinic,
                 gpointer     request,
                 GError     **error)
{
  g_autoptr(MesoPatient) patient = meso_patient_new ();
  MesoCalendarDate *today = request;

  g_set_str (&patient->given_name, "A & B");
  g_set_str (&patient->family_name, "<i>");
  return meso_patient_service_add (clinic, patient, *today, error);
}

static gpointer
put_draft (MesoClinic  *clinic,
           gpointer     request,
           GError     **error)
{
  return GINT_TO_POINTER (meso_draft_service_put (clinic, "patient", "new", "{\"given_name\":\"<b>Sara & Co\"}", error));
}

/* (nullable): the one button of all rows that is the primary one */
static GtkWidget *
find_primary (GtkWidget *root,
              guint     *count)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (root) && gtk_widget_has_css_class (root, "suggested-action") && gtk_widget_get_mapped (root))
    {
      (*count)++;
      found = root;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *below = find_primary (child, count);

      found = below != NULL ? below : found;
    }
  return found;
}

static void
test_empty (void)
{
  Test *self = set_up ("en", 0, 1000);
  guint count = 0;

  g_assert_true (ui_shows (self->page, "Begin With a Patient"));
  g_assert_true (ui_shows (self->page, "No copy yet"));
  g_assert_nonnull (find_primary (self->page, &count));
  g_assert_cmpuint (count, ==, 1);
  tear_down (self);
}

static void
test_day (gconstpointer language)
{
  Test *self = set_up (language, 60, 1000);
  GtkWidget *row = ui_get (self->page, MESO_TYPE_TODAY_ROW, NULL);
  guint count = 0;
  GtkWidget *primary = find_primary (self->page, &count);
  g_autofree char *asked = g_strdup_printf ("open-patient '%s'", meso_today_row_get_patient (MESO_TODAY_ROW (row)));

  /* One primary button, on a row; each row has words for a screen reader. */
  g_assert_cmpuint (count, ==, 1);
  g_assert_nonnull (gtk_widget_get_ancestor (primary, MESO_TYPE_TODAY_ROW));
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL));
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (primary), GTK_ACCESSIBLE_PROPERTY_LABEL));
  g_signal_emit_by_name (primary, "clicked");
  g_assert_true (g_str_has_prefix (self->last->str, "next-step '"));
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  g_assert_cmpstr (self->last->str, ==, asked);
  tear_down (self);
}

static void
test_begun_and_draft (void)
{
  Test *self = set_up ("en", 0, 360);
  MesoCalendarDate today = meso_context_get_today (self->fixture->context);
  g_autoptr(MesoPatient) patient = ui_fixture_call (self->fixture, add_markup_name, &today);

  ui_fixture_call (self->fixture, put_draft, NULL);
  ui_wait (50);
  ui_fixture_settle (self->fixture);
  ui_wait (100);
  g_assert_true (ui_shows (self->page, "A & B <i>"));
  g_assert_false (ui_shows (self->page, "Begin With a Patient"));
  g_assert_true (ui_shows (self->page, "New patient: \xe2\x80\x8e\xe2\x81\xa8<b>Sara & Co\xe2\x81\xa9"));
  g_signal_emit_by_name (ui_get (self->page, GTK_TYPE_BUTTON, "Resume"), "clicked");
  g_assert_cmpstr (self->last->str, ==, "new-patient ''");
  g_signal_emit_by_name (ui_get (self->page, GTK_TYPE_BUTTON, "Discard the Draft"), "clicked");
  ui_fixture_settle (self->fixture);
  ui_wait (100);
  g_assert_null (ui_find (self->page, GTK_TYPE_BUTTON, "Discard the Draft"));
  tear_down (self);
}

static void
test_late_answer (void)
{
  Test *self = set_up ("en", 0, 800);
  GtkWidget *page = GTK_WIDGET (g_object_ref_sink (meso_today_page_new (self->fixture->context)));

  /* Gone before anything was answered. */
  g_object_run_dispose (G_OBJECT (page));
  g_object_unref (page);
  ui_fixture_settle (self->fixture);
  tear_down (self);
}

/* What the stock wants stands at the side, and leads to the lot; what is in order isn't spoken of. */
static void
test_stock (gconstpointer language)
{
  Test *test = set_up (language, 0, 1100);
  g_autofree char *fine = stock_scene_receive (test->fixture, stock_scene_lot ("F-1", "zinc", 400));
  g_autofree char *soon = stock_scene_receive (test->fixture, stock_scene_lot ("A & B", "biotin", 8));
  g_autofree char *expected = g_strdup_printf ("lot '%s'", soon);
  g_autofree char *words = NULL;
  GtkWidget *label;
  GtkListBox *list;

  stock_scene_settle (test->fixture);
  words = ui_dup_words (test->page);
  g_assert_nonnull (strstr (words, "A & B"));
  g_assert_null (strstr (words, "F-1"));
  label = ui_get (test->page, GTK_TYPE_LABEL, g_str_equal (language, "fa") ? "موجودی" : "Stock");
  g_assert_true (gtk_widget_get_mapped (label));
  list = GTK_LIST_BOX (gtk_widget_get_next_sibling (label));
  g_signal_emit_by_name (gtk_list_box_get_row_at_index (list, 0), "activate");
  g_assert_cmpstr (test->last->str, ==, expected);
  /* One that is recalled comes by itself. */
  stock_scene_bar (test->fixture, fine, MESO_LOT_RECALLED, "The maker called");
  stock_scene_settle (test->fixture);
  g_free (words);
  words = ui_dup_words (test->page);
  g_assert_nonnull (strstr (words, "F-1"));
  tear_down (test);
}

/* What was prepared for a session is of no use once a lot in it is recalled: it is to be prepared anew, and the row says why. */
static void
test_prepared_in_vain (gconstpointer language)
{
  Visit *visit = visit_new (language, language, "biotin");
  g_autofree char *lot = stock_scene_receive (visit->fixture, stock_scene_lot ("A & B", "biotin", 400));
  g_autofree char *nurse = prepare_scene_employ (visit, "Mina Rad");
  g_autofree char *made = stock_scene_prepare (visit, nurse);
  g_autoptr(GString) last = g_string_new (NULL);
  gboolean persian = g_str_equal (language, "fa");
  GtkWidget *page = GTK_WIDGET (meso_today_page_new (visit->fixture->context));
  GtkWindow *window = stock_scene_show (visit->fixture, page, 360, last);
  g_autofree char *before = ui_dup_words (page);
  g_autofree char *after = NULL;

  g_assert_nonnull (made);
  g_assert_nonnull (strstr (before, persian ? "ثبت جلسه" : "Record Session"));
  stock_scene_bar (visit->fixture, lot, MESO_LOT_RECALLED, "The maker called");
  stock_scene_settle (visit->fixture);
  after = ui_dup_words (ui_get (page, MESO_TYPE_TODAY_ROW, NULL));
  g_assert_nonnull (strstr (after, persian ? "آماده‌سازی فرمول" : "Prepare Formula"));
  g_assert_nonnull (strstr (after, "A & B"));
  g_assert_nonnull (strstr (after, persian ? "فراخوان شده است: به کار نبرید" : "was recalled since: don’t give it"));
  g_assert_null (strstr (after, persian ? "ثبت جلسه" : "Record Session"));
  gtk_window_destroy (window);
  visit_free (visit);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/today-page/empty", test_empty);
  g_test_add_data_func ("/today-page/day", "en", test_day);
  g_test_add_data_func ("/today-page/day-persian", "fa", test_day);
  g_test_add_func ("/today-page/begun-and-draft", test_begun_and_draft);
  g_test_add_func ("/today-page/late-answer", test_late_answer);
  g_test_add_data_func ("/today-page/prepared-in-vain/en", "en", test_prepared_in_vain);
  g_test_add_data_func ("/today-page/prepared-in-vain/fa", "fa", test_prepared_in_vain);
  g_test_add_data_func ("/today-page/stock/en", "en", test_stock);
  g_test_add_data_func ("/today-page/stock/fa", "fa", test_stock);
  return g_test_run ();
}
