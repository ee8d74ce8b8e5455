/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patients-page.h"

#include "meso-match.h"
#include "meso-patient-service.h"
#include "window-actions.h"

static gpointer
add (MesoClinic  *clinic,
     gpointer     request,
     GError     **error)
{
  g_autoptr(MesoPatient) patient = meso_patient_new ();
  MesoCalendarDate *today = request;

  g_set_str (&patient->given_name, "A & B");
  g_set_str (&patient->family_name, "<i>");
  g_set_str (&patient->phone, "0912 555 0142");
  return meso_patient_service_add (clinic, patient, *today, error);
}

static void
type (UiFixture  *fixture,
      GtkWidget  *page,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (ui_get (page, GTK_TYPE_SEARCH_ENTRY, NULL)), text);
  ui_wait (100);
  ui_fixture_settle (fixture);
  ui_wait (100);
}

static void
test_search (gconstpointer language)
{
  UiFixture *fixture = ui_fixture_new (language, 0);
  MesoCalendarDate today = meso_context_get_today (fixture->context);
  g_autoptr(MesoPatient) patient = ui_fixture_call (fixture, add, &today);
  g_autoptr(GString) last = g_string_new (NULL);
  g_autofree char *asked = g_strdup_printf ("open-patient '%s'", patient->id);
  GtkWidget *page = GTK_WIDGET (meso_patients_page_new (fixture->context));
  GtkWindow *window = ui_show (page, 360, 600);
  GtkWidget *entry = ui_get (page, GTK_TYPE_SEARCH_ENTRY, NULL);

  window_actions_insert (window, last);
  gtk_test_accessible_assert_role (entry, GTK_ACCESSIBLE_ROLE_SEARCH_BOX);
  type (fixture, page, "0912");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (last->str, ==, asked);
  type (fixture, page, "Zoë <u>");
  g_assert_nonnull (ui_find (page, ADW_TYPE_STATUS_PAGE, NULL));
  /* Enter opens nobody; the one thing to do is to enter them. */
  g_string_truncate (last, 0);
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (last->str, ==, "");
  gtk_widget_activate_action (page, "patients.new", NULL);
  g_assert_cmpstr (last->str, ==, "new-patient ''");
  gtk_window_destroy (window);
  ui_fixture_free (fixture);
}

static void
test_nobody_yet (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  GtkWidget *page = GTK_WIDGET (meso_patients_page_new (fixture->context));
  GtkWindow *window = ui_show (page, 800, 600);

  ui_fixture_settle (fixture);
  ui_wait (100);
  g_assert_true (ui_shows (page, "No Patients Yet"));
  gtk_window_destroy (window);
  ui_fixture_free (fixture);
}

static void
test_gone_while_searching (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 20);
  GtkWidget *page = GTK_WIDGET (meso_patients_page_new (fixture->context));
  GtkWindow *window = ui_show (page, 800, 600);

  gtk_editable_set_text (GTK_EDITABLE (ui_get (page, GTK_TYPE_SEARCH_ENTRY, NULL)), "a");
  gtk_window_destroy (window);
  ui_fixture_settle (fixture);
  ui_fixture_free (fixture);
}

static void
assert_marked (const char *text,
               const char *typed,
               int         start,
               int         end)
{
  g_autoptr(PangoAttrList) list = meso_match_mark (text, typed);
  g_autoptr(PangoAttrIterator) iterator = NULL;
  int from = -1;
  int to = -1;

  if (start < 0)
    {
      g_assert_null (list);
      return;
    }
  g_assert_nonnull (list);
  iterator = pango_attr_list_get_iterator (list);
  do
    {
      if (pango_attr_iterator_get (iterator, PANGO_ATTR_WEIGHT) != NULL)
        {
          pango_attr_iterator_range (iterator, &from, &to);
          break;
        }
    }
  while (pango_attr_iterator_next (iterator));
  g_assert_cmpint (from, ==, start);
  g_assert_cmpint (to, ==, end);
}

static void
test_marks (void)
{
  assert_marked ("Leila Ahmadi", "ahm", 6, 9);
  assert_marked ("Zoë", "zoe", 0, 4);
  assert_marked ("O’Brien", "obr", 0, 6);
  /* Letters that stand for one another, and a name in two pieces. */
  assert_marked ("علي‌رضا", "علیرضا", 0, 15);
  assert_marked ("Leila", "eila", -1, -1);
  /* A number however it is written, found by the form that is not shown. */
  assert_marked ("+98 912 555 0142", "0912", 4, 7);
  assert_marked ("+98 912 555 0142", "5550", 8, 13);
  assert_marked ("<b>", "b", 1, 2);
  assert_marked ("", "b", -1, -1);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_data_func ("/patients-page/search", "en", test_search);
  g_test_add_data_func ("/patients-page/search-persian", "fa", test_search);
  g_test_add_func ("/patients-page/nobody-yet", test_nobody_yet);
  g_test_add_func ("/patients-page/gone-while-searching", test_gone_while_searching);
  g_test_add_func ("/patients-page/marks", test_marks);
  return g_test_run ();
}
