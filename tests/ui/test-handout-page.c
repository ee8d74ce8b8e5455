/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-page.h"

#include <string.h>

#include "meso-formula-service.h"
#include "meso-handout-choice.h"
#include "meso-handout-service.h"
#include "meso-paper-view.h"
#include "meso-plan-service.h"
#include "visit-fixture.h"

typedef struct
{
  Visit *visit;
  VisitDesk desk;
  GtkWindow *window;
  GtkWidget *page;
} Scene;

static void
open_page (Scene      *scene,
           const char *patient,
           const char *kind,
           const char *issue)
{
  scene->page = GTK_WIDGET (meso_handout_page_new (scene->visit->fixture->context, patient, kind, issue));
  scene->window = visit_show (&scene->desk, ADW_NAVIGATION_PAGE (scene->page), 1000, 800);
  ui_fixture_settle (scene->visit->fixture);
}

static void
close_page (Scene *scene)
{
  gtk_window_destroy (scene->window);
  ui_fixture_settle (scene->visit->fixture);
}

static Scene *
begin (const char *language,
       const char *patient_language)
{
  Scene *scene = g_new0 (Scene, 1);
  g_autofree char *session = NULL;

  scene->visit = visit_new (language, patient_language, "biotin");
  visit_answer_short_form (scene->visit, scene->visit->today, NULL);
  session = visit_treat (scene->visit);
  return scene;
}

static void
end (Scene *scene)
{
  close_page (scene);
  visit_desk_clear (&scene->desk);
  visit_free (scene->visit);
  g_free (scene);
}

static int
get_height (Scene *scene)
{
  int height = 0;

  gtk_widget_measure (ui_get (scene->page, MESO_TYPE_PAPER_VIEW, NULL), GTK_ORIENTATION_VERTICAL, 600, &height, NULL, NULL, NULL);
  return height;
}

static AdwToggleGroup *
get_group (Scene *scene,
           guint  index)
{
  GtkWidget *first = ui_get (scene->page, ADW_TYPE_TOGGLE_GROUP, NULL);
  GtkWidget *row = gtk_widget_get_ancestor (first, ADW_TYPE_PREFERENCES_ROW);

  return ADW_TOGGLE_GROUP (index == 0 ? first : ui_get (gtk_widget_get_next_sibling (row), ADW_TYPE_TOGGLE_GROUP, NULL));
}

static AdwBanner *
get_banner (Scene      *scene,
            const char *button)
{
  GtkWidget *banner = gtk_widget_get_ancestor (ui_get (scene->page, GTK_TYPE_BUTTON, button), ADW_TYPE_BANNER);

  return ADW_BANNER (banner);
}

/* Each kind of sheet can be looked at, and looking hands nothing out. */
static void
test_previews_each_kind (gconstpointer language)
{
  Scene *scene = begin (language, language);
  const GPtrArray *handouts = meso_protocol_get_handouts (meso_context_get_protocol (scene->visit->fixture->context));
  AdwComboRow *kinds;

  open_page (scene, scene->visit->patient->id, "aftercare", NULL);
  g_assert_cmpint (gtk_widget_get_direction (scene->page), ==, g_str_equal (language, "fa") ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  kinds = ADW_COMBO_ROW (ui_get (scene->page, ADW_TYPE_COMBO_ROW, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (kinds)), ==, handouts->len);
  for (guint i = 0; i < handouts->len; i++)
    {
      const MesoHandoutText *text = g_ptr_array_index (handouts, i);

      adw_combo_row_set_selected (kinds, i);
      ui_fixture_settle (scene->visit->fixture);
      g_assert_cmpint (get_height (scene), >, 600);
      g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (scene->page)), ==, meso_local_text_get (text->title, language));
      g_assert_true (ui_shows (scene->page, VISIT_GIVEN " " VISIT_FAMILY));
    }
  g_assert_cmpuint (visit_count_handouts (scene->visit), ==, 0);
  end (scene);
}

/* The patient's language, not the screen's; another one is said, with the way back. */
static void
test_language (void)
{
  Scene *scene = begin ("en", "fa");

  open_page (scene, scene->visit->patient->id, "aftercare", NULL);
  g_assert_cmpstr (adw_toggle_group_get_active_name (get_group (scene, 0)), ==, "fa");
  g_assert_cmpstr (adw_toggle_group_get_active_name (get_group (scene, 1)), ==, "a4");
  adw_toggle_group_set_active_name (get_group (scene, 0), "en");
  ui_fixture_settle (scene->visit->fixture);
  g_assert_true (adw_banner_get_revealed (get_banner (scene, "Use Persian")));
  g_assert_nonnull (strstr (adw_banner_get_title (get_banner (scene, "Use Persian")), VISIT_FAMILY));
  g_signal_emit_by_name (get_banner (scene, "Use Persian"), "button-clicked");
  ui_fixture_settle (scene->visit->fixture);
  g_assert_cmpstr (adw_toggle_group_get_active_name (get_group (scene, 0)), ==, "fa");
  g_assert_false (adw_banner_get_revealed (get_banner (scene, "Use Persian")));
  g_assert_cmpuint (visit_count_handouts (scene->visit), ==, 0);
  end (scene);
}

static void
test_paper (void)
{
  Scene *scene = begin ("en", "en");
  int a4;

  open_page (scene, scene->visit->patient->id, "aftercare", NULL);
  a4 = get_height (scene);
  adw_toggle_group_set_active_name (get_group (scene, 1), "letter");
  ui_fixture_settle (scene->visit->fixture);
  g_assert_cmpint (get_height (scene), !=, a4);
  end (scene);
}

/* What stands in the sheet because of the mixture, and what doesn't, is said. */
static void
test_reasons (void)
{
  Scene *scene = begin ("en", "en");

  open_page (scene, scene->visit->patient->id, "aftercare", NULL);
  g_assert_true (ui_shows (scene->page, "Added: Biotin is in the mixture"));
  end (scene);
}

static gpointer
book (MesoClinic  *clinic,
      gpointer     data,
      GError     **error)
{
  const MesoPlannedSession *next = data;
  MesoCivilTime when = { next->date, 10 * 60 };

  return GINT_TO_POINTER (meso_plan_service_move (clinic, next->plan, next->n, when, FALSE, "", error));
}

/* As the print dialog and the file chooser ask for it, once somebody chose where to. */
static char *
hand_out (Scene *scene)
{
  g_autoptr(MesoHandoutChoice) choice = meso_handout_choice_new ("aftercare", scene->visit->patient->id, NULL, NULL);
  g_autoptr(MesoIssuedHandout) sheet = ui_fixture_call (scene->visit->fixture, meso_handout_choice_issue, choice);

  g_assert_true (g_str_has_prefix (g_bytes_get_data (sheet->pdf, NULL), "%PDF-"));
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, sheet->pdf);
}

static gpointer
list_handouts (MesoClinic  *clinic,
               gpointer     patient,
               GError     **error)
{
  return meso_handout_service_list (clinic, patient, error);
}

/* What was handed out is kept exactly, and can be had again. */
static void
test_issued (void)
{
  Scene *scene = begin ("en", "fa");
  g_autofree char *sha256 = hand_out (scene);
  g_autofree char *again = NULL;
  g_autoptr(GPtrArray) sheets = NULL;
  g_autoptr(MesoHandoutChoice) choice = meso_handout_choice_new ("aftercare", scene->visit->patient->id, NULL, NULL);
  g_autoptr(MesoIssuedHandout) sheet = NULL;
  const MesoHandoutIssue *issue;

  g_assert_cmpuint (visit_count_handouts (scene->visit), ==, 1);
  sheets = ui_fixture_call (scene->visit->fixture, list_handouts, scene->visit->patient->id);
  issue = g_ptr_array_index (sheets, 0);
  open_page (scene, scene->visit->patient->id, issue->kind, issue->id);
  g_assert_true (ui_shows (scene->page, "Handed Out"));
  g_assert_true (ui_shows (scene->page, sha256));
  g_assert_true (ui_shows (scene->page, "Persian"));
  choice->issue = g_strdup (issue->id);
  sheet = ui_fixture_call (scene->visit->fixture, meso_handout_choice_issue, choice);
  again = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, sheet->pdf);
  g_assert_cmpstr (again, ==, sha256);
  g_assert_cmpuint (visit_count_handouts (scene->visit), ==, 1);
  end (scene);
}

/* Once it is handed out, the next step is the one button that stands out, and has the focus; booked, it is the next thing. */
static void
test_next_step (void)
{
  Scene *scene = begin ("en", "en");
  g_autofree char *sha256 = NULL;
  g_autoptr(MesoChart) chart = visit_get_chart (scene->visit);
  GtkWidget *print;
  GtkWidget *next;

  open_page (scene, scene->visit->patient->id, "aftercare", NULL);
  print = gtk_widget_get_ancestor (ui_get (scene->page, GTK_TYPE_LABEL, "Print…"), GTK_TYPE_BUTTON);
  g_assert_true (gtk_widget_has_css_class (print, "suggested-action"));
  g_assert_true (gtk_window_get_focus (scene->window) == print);
  sha256 = hand_out (scene);
  meso_handout_page_finished (MESO_HANDOUT_PAGE (scene->page), TRUE);
  ui_fixture_settle (scene->visit->fixture);
  next = ui_get (scene->page, GTK_TYPE_BUTTON, "Next Date…");
  g_assert_true (gtk_widget_get_mapped (next));
  g_assert_true (gtk_widget_has_css_class (next, "suggested-action"));
  g_assert_false (gtk_widget_has_css_class (print, "suggested-action"));
  g_assert_true (gtk_window_get_focus (scene->window) == next);
  g_assert_true (ui_shows (scene->page, "Handed out and kept in the record"));
  g_signal_emit_by_name (next, "clicked");
  g_assert_true (g_str_has_prefix (scene->desk.last, "win.next-step"));
  ui_fixture_call (scene->visit->fixture, book, (gpointer) meso_course_get_next_session (chart->course));
  ui_fixture_settle (scene->visit->fixture);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (next)), !=, "Next Date…");
  end (scene);
}

static void
test_blank (void)
{
  Scene *scene = begin ("en", "en");

  open_page (scene, NULL, "before", NULL);
  g_assert_true (ui_shows (scene->page, "A sheet without a name"));
  g_assert_true (ui_shows (scene->page, "A sheet without a name isn’t kept"));
  g_assert_cmpint (get_height (scene), >, 600);
  end (scene);
}

/* (transfer full) (element-type utf8): "recipe/1" of the formula that the patient has, and "recipe/1" of another one that is newer */
static gpointer
store_another_formula (MesoClinic  *clinic,
                       gpointer     request,
                       GError     **error)
{
  const Scene *scene = request;
  g_autoptr(GPtrArray) formulas = meso_formula_service_list (clinic, scene->visit->patient->id, error);
  const MesoFormulaVersion *first = g_ptr_array_index (formulas, 0);
  MesoFormulaPatient said = { 0 };
  MesoFormulaSave save = { .patient = scene->visit->patient->id, .name = "Newer", .formula = first->formula, .said = &said,
                           .language = "en" };
  g_autoptr(MesoFormulaVersion) second = meso_formula_service_save (clinic, &save, error);

  g_assert_no_error (*error);
  return g_strdup_printf ("formula:%s/%d", first->formula_id, first->version);
}

/* What a screen reader reads of the sheet */
static char *
read_sheet (Scene *scene)
{
  return gtk_test_accessible_check_property (GTK_ACCESSIBLE (ui_get (scene->page, MESO_TYPE_PAPER_VIEW, NULL)),
                                             GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "-");
}

/* Of several formulas of one patient the worksheet is that of the one that was named; of the newest where none was. */
static void
test_worksheet_of_one_formula (void)
{
  Scene *scene = begin ("en", "en");
  g_autofree char *kind = ui_fixture_call (scene->visit->fixture, store_another_formula, scene);
  g_autofree char *named = NULL;
  g_autofree char *newest = NULL;

  open_page (scene, scene->visit->patient->id, kind, NULL);
  named = read_sheet (scene);
  g_assert_nonnull (strstr (named, "version 1"));
  g_assert_null (strstr (named, "Newer"));
  close_page (scene);
  open_page (scene, scene->visit->patient->id, "formula", NULL);
  newest = read_sheet (scene);
  g_assert_nonnull (strstr (newest, "Newer"));
  end (scene);
}

static void
test_late_answers (void)
{
  Scene *scene = begin ("en", "en");

  scene->page = GTK_WIDGET (meso_handout_page_new (scene->visit->fixture->context, scene->visit->patient->id, "aftercare", NULL));
  scene->window = visit_show (&scene->desk, ADW_NAVIGATION_PAGE (scene->page), 800, 600);
  close_page (scene);
  open_page (scene, scene->visit->patient->id, "aftercare", NULL);
  adw_toggle_group_set_active_name (get_group (scene, 0), "fa");
  end (scene);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_data_func ("/handout-page/previews-each-kind/en", "en", test_previews_each_kind);
  g_test_add_data_func ("/handout-page/previews-each-kind/fa", "fa", test_previews_each_kind);
  g_test_add_func ("/handout-page/language", test_language);
  g_test_add_func ("/handout-page/paper", test_paper);
  g_test_add_func ("/handout-page/reasons", test_reasons);
  g_test_add_func ("/handout-page/issued", test_issued);
  g_test_add_func ("/handout-page/next-step", test_next_step);
  g_test_add_func ("/handout-page/blank", test_blank);
  g_test_add_func ("/handout-page/worksheet-of-one-formula", test_worksheet_of_one_formula);
  g_test_add_func ("/handout-page/late-answers", test_late_answers);
  return g_test_run ();
}
