/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handouts-page.h"

#include <string.h>

#include "meso-handout-choice.h"
#include "visit-fixture.h"

#define EMPTY "Nothing has been handed out yet. After a session, the aftercare sheet is one button away."

static void
hand_out (Visit *visit)
{
  g_autoptr(MesoHandoutChoice) choice = meso_handout_choice_new ("aftercare", visit->patient->id, NULL, NULL);
  g_autoptr(MesoIssuedHandout) sheet = ui_fixture_call (visit->fixture, meso_handout_choice_issue, choice);

  g_assert_nonnull (sheet);
}

/* Empty it teaches; what is handed out while it is open is there at once. */
static void
test_lists (void)
{
  Visit *visit = visit_new ("en", "fa", "biotin");
  VisitDesk desk = { 0 };
  GtkWidget *page = GTK_WIDGET (meso_handouts_page_new (visit->fixture->context));
  GtkWindow *window = visit_show (&desk, ADW_NAVIGATION_PAGE (page), 800, 900);
  GtkWidget *row;

  ui_fixture_settle (visit->fixture);
  g_assert_true (ui_shows (page, EMPTY));
  row = ui_get (page, ADW_TYPE_ACTION_ROW, "After your treatment");
  g_signal_emit_by_name (row, "activate");
  g_assert_cmpstr (desk.last, ==, "win.handout ('', 'aftercare', '')");
  hand_out (visit);
  ui_fixture_settle (visit->fixture);
  g_assert_false (ui_shows (page, EMPTY));
  row = ui_get (page, ADW_TYPE_ACTION_ROW, VISIT_GIVEN " " VISIT_FAMILY);
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "After your treatment"));
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "Persian"));
  g_signal_emit_by_name (row, "activate");
  g_assert_nonnull (strstr (desk.last, visit->patient->id));
  gtk_window_destroy (window);
  visit_desk_clear (&desk);
  visit_free (visit);
}

static void
test_late_answers (void)
{
  Visit *visit = visit_new ("fa", "fa", "biotin");
  VisitDesk desk = { 0 };
  GtkWidget *page = GTK_WIDGET (meso_handouts_page_new (visit->fixture->context));
  GtkWindow *window = visit_show (&desk, ADW_NAVIGATION_PAGE (page), 360, 700);

  g_assert_cmpint (gtk_widget_get_direction (page), ==, GTK_TEXT_DIR_RTL);
  hand_out (visit);
  gtk_window_destroy (window);
  visit_desk_clear (&desk);
  visit_free (visit);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/handouts-page/lists", test_lists);
  g_test_add_func ("/handouts-page/late-answers", test_late_answers);
  return g_test_run ();
}
