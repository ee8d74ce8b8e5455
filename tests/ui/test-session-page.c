/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-session-page.h"

#include <string.h>

#include "meso-chart-service.h"
#include "meso-draft-service.h"
#include "meso-field.h"
#include "meso-patient-archive-service.h"
#include "meso-reaction-picker.h"
#include "meso-session-service.h"
#include "meso-short-form.h"
#include "meso-staff-service.h"
#include "session-scene.h"

#define NOTES "A & B <b>forehead</b>"

static GtkTextBuffer *
get_notes (Scene *scene)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (ui_get (scene->page, GTK_TYPE_TEXT_VIEW, NULL)));
}

static void
type_notes (Scene      *scene,
            const char *text)
{
  gtk_text_buffer_set_text (get_notes (scene), text, -1);
}

/* It begins with what is known, and says what is missing. */
static void
test_opens (void)
{
  Scene scene = scene_begin ("biotin");

  scene_open (&scene, NULL);
  g_assert_true (g_str_has_prefix (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (scene.page)), "Session 1 of"));
  g_assert_true (ui_shows (scene.page, VISIT_GIVEN " " VISIT_FAMILY));
  g_assert_cmpstr (scene_get_text (&scene, "Points"), ==, "20");
  g_assert_cmpstr (scene_get_text (&scene, "Volume injected"), ==, "2\u00a0mL");
  g_assert_cmpstr (scene_get_text (&scene, "Time"), !=, "");
  scene_assert_asks (&scene, meso_short_form_count_open (MESO_SHORT_FORM (ui_get (scene.page, MESO_TYPE_SHORT_FORM, NULL))));
  g_assert_true (ui_shows (scene.page, "Equals the volume of the formula"));
  /* The questions of the day come first. */
  g_assert_true (scene_has_focus_inside (ui_get (scene.page, MESO_TYPE_SHORT_FORM, NULL)));
  g_assert_false (gtk_widget_get_mapped (scene_get_row (&scene, "Short form")));
  g_assert_false (gtk_widget_get_mapped (scene_get_row (&scene, "Before")));
  scene_end (&scene);
}

static void
test_faults_at_their_fields (void)
{
  static const struct
  {
    const char *field;
    const char *wrong;
    const char *fine;
    const char *sentence;
  } cases[] = {
    { "Time", "25:00", "10:30", "A time of day, such as 10:30." },
    { "Points", "many", "20", "A whole number up to 1000." },
    { "Volume injected", "3 mL", "2 mL", "This is more than the formula makes." },
    { "Thrown away", "a little", "", "A volume, such as 0.2 mL. Leave it empty for none." },
  };
  Scene scene = scene_begin ("biotin");

  visit_answer_short_form (scene.visit, scene.visit->today, NULL);
  scene_open (&scene, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *row = scene_get_row (&scene, cases[i].field);

      scene_type (&scene, cases[i].field, cases[i].wrong);
      /* Nobody is told off while they type. */
      if (i == 0)
        g_assert_false (meso_field_has_error (row));
      scene_sign (&scene);
      g_assert_true (meso_field_has_error (row));
      gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
      g_assert_true (ui_shows (scene.page, cases[i].sentence));
      g_assert_true (scene_has_focus_inside (row));
      g_assert_cmpstr (scene_get_text (&scene, cases[i].field), ==, cases[i].wrong);
      scene_type (&scene, cases[i].field, cases[i].fine);
      g_assert_false (meso_field_has_error (row));
    }
  scene_assert_nothing_stored (&scene);
  scene_end (&scene);
}

/* What was thrown away is an estimate: the sum warns, and the session is stored. */
static void
test_waste_is_no_wall (void)
{
  Scene scene = scene_begin ("biotin");
  g_autoptr(MesoTreatmentSession) stored = NULL;
  g_autofree char *words = NULL;

  visit_answer_short_form (scene.visit, scene.visit->today, NULL);
  scene_open (&scene, NULL);
  scene_type (&scene, "Thrown away", "0.5 mL");
  words = ui_dup_words (scene.page);
  g_assert_nonnull (strstr (words, "0.5\u00a0mL"));
  g_assert_nonnull (strstr (words, " more than the formula makes"));
  scene_sign (&scene);
  stored = scene_get_last (&scene);
  g_assert_cmpint (stored->wasted_ul, ==, 500);
  scene_end (&scene);
}

static void
test_signs (void)
{
  Scene scene = scene_begin ("biotin");
  g_autoptr(MesoTreatmentSession) stored = NULL;
  g_autoptr(MesoStaff) desk = meso_staff_service_dup_desk (scene.visit->fixture->clinic);

  visit_answer_short_form (scene.visit, scene.visit->today, NULL);
  scene_open (&scene, NULL);
  g_assert_true (ui_shows (scene.page, "Nothing is missing"));
  type_notes (&scene, NOTES);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_get (scene.page, GTK_TYPE_TOGGLE_BUTTON, "3")), TRUE);
  g_assert_true (ui_shows (scene.page, "3 of 10, mild"));
  scene_sign (&scene);
  stored = scene_get_last (&scene);
  g_assert_cmpstr (stored->notes, ==, NOTES);
  g_assert_cmpint (stored->pain, ==, 3);
  g_assert_cmpint (stored->session_n, ==, 1);
  /* A physician who treats is in charge. */
  g_assert_cmpstr (stored->operator, ==, desk->id);
  g_assert_cmpstr (stored->physician, ==, desk->id);
  g_assert_nonnull (strstr (scene.desk.last, "'aftercare'"));
  g_assert_true (g_str_has_prefix (scene.desk.last, "win.handout"));
  scene_end (&scene);
}

/* “None” is said; nothing picked is nothing said. Both are kept apart, also through a correction. */
static void
test_no_reactions (void)
{
  for (int said = 0; said <= 1; said++)
    {
      Scene scene = scene_begin ("biotin");
      g_autoptr(MesoTreatmentSession) stored = NULL;

      visit_answer_short_form (scene.visit, scene.visit->today, NULL);
      scene_open (&scene, NULL);
      gtk_toggle_button_set_active (scene_get_pick (&scene, MESO_TYPE_REACTION_PICKER, "Nausea"), TRUE);
      gtk_toggle_button_set_active (scene_get_pick (&scene, MESO_TYPE_REACTION_PICKER, "None"), TRUE);
      g_assert_false (gtk_toggle_button_get_active (scene_get_pick (&scene, MESO_TYPE_REACTION_PICKER, "Nausea")));
      gtk_toggle_button_set_active (scene_get_pick (&scene, MESO_TYPE_REACTION_PICKER, "None"), said);
      scene_sign (&scene);
      stored = scene_get_last (&scene);
      g_assert_cmpuint (stored->reactions->len, ==, 0);
      g_assert_cmpint (stored->no_reactions, ==, said);
      scene_close (&scene);
      scene_open (&scene, stored->id);
      g_assert_cmpint (gtk_toggle_button_get_active (scene_get_pick (&scene, MESO_TYPE_REACTION_PICKER, "None")), ==, said);
      scene_end (&scene);
    }
}

static gpointer
archive (MesoClinic  *clinic,
         gpointer     patient,
         GError     **error)
{
  g_autoptr(MesoPatient) archived = meso_patient_archive_service_archive (clinic, patient, NULL, error);

  g_assert_nonnull (archived);
  return NULL;
}

/* A warning, not a wall. */
static void
test_archived (void)
{
  Scene scene = scene_begin ("biotin");

  visit_answer_short_form (scene.visit, scene.visit->today, NULL);
  scene_open (&scene, NULL);
  g_assert_false (ui_shows (scene.page, "This record is archived: look whether it is the right patient"));
  ui_fixture_call (scene.visit->fixture, archive, scene.visit->patient->id);
  ui_fixture_settle (scene.visit->fixture);
  g_assert_true (ui_shows (scene.page, "This record is archived: look whether it is the right patient"));
  g_assert_true (ui_shows (scene.page, "Nothing is missing"));
  scene_end (&scene);
}

static gpointer
suspend (MesoClinic  *clinic,
         gpointer     data,
         GError     **error)
{
  const Scene *scene = data;
  g_autoptr(MesoTreatmentSession) session = meso_treatment_session_new ();
  g_autoptr(MesoChart) chart = meso_chart_service_get (clinic, scene->visit->patient->id, scene->visit->today, error);
  g_autoptr(MesoStaff) desk = meso_staff_service_dup_desk (clinic);
  g_autofree char *id = NULL;

  session->patient = g_strdup (scene->visit->patient->id);
  session->plan = g_strdup (chart->course->id);
  session->session_n = 1;
  session->date = scene->visit->today;
  session->operator = g_strdup (desk->id);
  g_ptr_array_add (session->reactions, meso_reaction_new (MESO_REACTION_OTHER, 3, "A & <b>lump</b>"));
  id = meso_session_service_record (clinic, session, scene->visit->today, error);
  return NULL;
}

/* Why, by whom and when; and no signature goes by it. */
static void
test_suspended (void)
{
  Scene scene = scene_begin ("biotin");
  g_autofree char *words = NULL;

  visit_answer_short_form (scene.visit, scene.visit->today, NULL);
  ui_fixture_call (scene.visit->fixture, suspend, &scene);
  scene_open (&scene, NULL);
  words = ui_dup_words (scene_get_row (&scene, "Course"));
  g_assert_nonnull (strstr (words, "A & <b>lump</b>, 3/5"));
  g_assert_nonnull (strstr (words, "Dr Sara Karimi"));
  g_assert_nonnull (strstr (words, "Today"));
  scene_sign (&scene);
  g_assert_true (meso_field_has_error (scene_get_row (&scene, "Course")));
  scene_end (&scene);
}

/* What is signed can't be gone back to as a form. */
static void
test_signed_page_leaves (void)
{
  Scene scene = scene_begin ("biotin");
  AdwNavigationView *view;
  AdwNavigationPage *next = adw_navigation_page_new (gtk_button_new_with_label ("Print"), "Aftercare");
  g_autoptr(GListModel) stack = NULL;

  visit_answer_short_form (scene.visit, scene.visit->today, NULL);
  scene_open (&scene, NULL);
  view = ADW_NAVIGATION_VIEW (gtk_widget_get_ancestor (scene.page, ADW_TYPE_NAVIGATION_VIEW));
  stack = adw_navigation_view_get_navigation_stack (view);
  scene_sign (&scene);
  g_object_add_weak_pointer (G_OBJECT (scene.page), (gpointer *) &scene.page);
  adw_navigation_view_push (view, next);
  ui_wait (50);
  g_assert_null (scene.page);
  g_assert_cmpuint (g_list_model_get_n_items (stack), ==, 2);
  g_assert_true (adw_navigation_view_get_visible_page (view) == next);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (next)));
  scene_end (&scene);
}

static void
test_who_treats (void)
{
  Scene scene = scene_begin ("biotin");
  g_autofree char *nurse = visit_seat (scene.visit, "N & <i>urse</i>", MESO_ROLE_NURSE);
  g_autofree char *clerk = visit_seat (scene.visit, "Clerk", MESO_ROLE_DESK);
  g_autoptr(MesoTreatmentSession) stored = NULL;
  GListModel *names;
  AdwComboRow *row;

  visit_answer_short_form (scene.visit, scene.visit->today, NULL);
  scene_open (&scene, NULL);
  row = ADW_COMBO_ROW (scene_get_row (&scene, "Treated by"));
  names = adw_combo_row_get_model (row);
  g_assert_cmpuint (g_list_model_get_n_items (names), ==, 1 + 2);
  g_assert_true (ui_shows (GTK_WIDGET (row), "Choose…"));
  g_assert_true (ui_shows (scene.page, "A physician or a nurse treats: choose who did."));
  scene_sign (&scene);
  g_assert_true (meso_field_has_error (GTK_WIDGET (row)));
  scene_assert_nothing_stored (&scene);
  adw_combo_row_set_selected (row, 2);
  g_assert_false (meso_field_has_error (GTK_WIDGET (row)));
  g_assert_false (ui_shows (scene.page, "A physician or a nurse treats: choose who did."));
  scene_sign (&scene);
  stored = scene_get_last (&scene);
  g_assert_cmpstr (stored->operator, ==, nurse);
  /* A nurse treats under the physician who signed the screening. */
  g_assert_nonnull (stored->physician);
  g_assert_cmpstr (stored->physician, !=, nurse);
  scene_end (&scene);
}

static gpointer
get_draft (MesoClinic  *clinic,
           gpointer     key,
           GError     **error)
{
  return meso_draft_service_get (clinic, "session", key, error);
}

static gboolean
has_draft (Scene *scene)
{
  g_autoptr(MesoDraft) draft = ui_fixture_call (scene->visit->fixture, get_draft, scene->visit->patient->id);

  return draft != NULL;
}

static void
test_draft (void)
{
  Scene scene = scene_begin ("biotin");
  GtkTextIter start;
  GtkTextIter end_iter;
  g_autofree char *notes = NULL;

  scene_open (&scene, NULL);
  scene_close (&scene);
  /* Looking is no draft. */
  g_assert_false (has_draft (&scene));
  scene_open (&scene, NULL);
  g_assert_false (adw_banner_get_revealed (ADW_BANNER (ui_get (scene.page, ADW_TYPE_BANNER, NULL))));
  scene_type (&scene, "Points", "many & more");
  type_notes (&scene, NOTES);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_get (scene.page, GTK_TYPE_TOGGLE_BUTTON, "7")), TRUE);
  scene_close (&scene);
  g_assert_true (has_draft (&scene));
  scene_open (&scene, NULL);
  g_assert_true (adw_banner_get_revealed (ADW_BANNER (ui_get (scene.page, ADW_TYPE_BANNER, NULL))));
  g_assert_cmpstr (scene_get_text (&scene, "Points"), ==, "many & more");
  gtk_text_buffer_get_bounds (get_notes (&scene), &start, &end_iter);
  notes = gtk_text_buffer_get_text (get_notes (&scene), &start, &end_iter, FALSE);
  g_assert_cmpstr (notes, ==, NOTES);
  g_assert_true (ui_shows (scene.page, "7 of 10, severe"));
  g_signal_emit_by_name (ui_get (scene.page, ADW_TYPE_BANNER, NULL), "button-clicked");
  ui_fixture_settle (scene.visit->fixture);
  g_assert_cmpstr (scene_get_text (&scene, "Points"), ==, "20");
  g_assert_false (has_draft (&scene));
  scene_end (&scene);
}

static void
test_correction (void)
{
  Scene scene = scene_begin ("biotin");
  g_autofree char *recorded = NULL;
  g_autoptr(MesoTreatmentSession) original = NULL;
  g_autoptr(MesoTreatmentSession) stored = NULL;

  visit_answer_short_form (scene.visit, scene.visit->today, NULL);
  recorded = visit_treat (scene.visit);
  original = scene_get_session (&scene, recorded);
  scene_open (&scene, recorded);
  g_assert_cmpstr (scene_get_text (&scene, "Points"), ==, "20");
  scene_type (&scene, "Points", "18");
  scene_sign (&scene);
  /* Why is due, and what is on record stands. */
  g_assert_true (meso_field_has_error (scene_get_row (&scene, "Reason")));
  g_assert_true (scene_has_focus_inside (scene_get_row (&scene, "Reason")));
  scene_type (&scene, "Reason", "Miscounted & <b>");
  /* Half a correction is a draft of its own, apart from the patient's next session. */
  scene_close (&scene);
  g_assert_false (has_draft (&scene));
  scene_open (&scene, recorded);
  g_assert_cmpstr (scene_get_text (&scene, "Reason"), ==, "Miscounted & <b>");
  scene_sign (&scene);
  stored = scene_get_last (&scene);
  g_assert_cmpstr (stored->amends, ==, recorded);
  g_assert_cmpstr (stored->reason, ==, "Miscounted & <b>");
  g_assert_cmpint (stored->points, ==, 18);
  g_assert_cmpint (stored->session_n, ==, original->session_n);
  g_assert_cmpstr (stored->screening, ==, original->screening);
  g_assert_cmpstr (stored->formula, ==, original->formula);
  g_assert_cmpuint (scene.desk.calls, ==, 0);
  scene_end (&scene);
}

static void
test_late_answers (void)
{
  Scene scene = scene_begin ("biotin");

  visit_answer_short_form (scene.visit, scene.visit->today, NULL);
  scene.page = GTK_WIDGET (meso_session_page_new (scene.visit->fixture->context, scene.visit->patient->id, NULL));
  scene.window = visit_show (&scene.desk, ADW_NAVIGATION_PAGE (scene.page), 800, 600);
  scene_close (&scene);
  scene_open (&scene, NULL);
  gtk_widget_activate_action (scene.page, "session.sign", NULL);
  scene_end (&scene);
}

static GtkTextDirection
get_equation_direction (GtkWidget *page)
{
  GtkWidget *number = ui_get (page, GTK_TYPE_LABEL, "۲۰");

  return gtk_widget_get_direction (gtk_widget_get_ancestor (number, ADW_TYPE_WRAP_BOX));
}

static void
test_persian (void)
{
  Scene scene = { visit_new ("fa", "fa", "biotin") };
  g_autoptr(MesoTreatmentSession) stored = NULL;

  visit_answer_short_form (scene.visit, scene.visit->today, NULL);
  scene.page = GTK_WIDGET (meso_session_page_new (scene.visit->fixture->context, scene.visit->patient->id, NULL));
  scene.window = visit_show (&scene.desk, ADW_NAVIGATION_PAGE (scene.page), 800, 600);
  for (guint i = 0; i < 5; i++)
    ui_fixture_settle (scene.visit->fixture);
  g_assert_cmpint (gtk_widget_get_direction (scene.page), ==, GTK_TEXT_DIR_RTL);
  g_assert_true (ui_shows (scene.page, "۲۰"));
  /* An equation is read from left to right here too. */
  g_assert_cmpint (get_equation_direction (scene.page), ==, GTK_TEXT_DIR_LTR);
  scene_sign (&scene);
  stored = scene_get_last (&scene);
  g_assert_cmpint (stored->points, ==, 20);
  g_assert_cmpint (stored->volume_ul, ==, 2000);
  scene_end (&scene);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/session-page/opens", test_opens);
  g_test_add_func ("/session-page/faults-at-their-fields", test_faults_at_their_fields);
  g_test_add_func ("/session-page/waste-is-no-wall", test_waste_is_no_wall);
  g_test_add_func ("/session-page/signs", test_signs);
  g_test_add_func ("/session-page/no-reactions", test_no_reactions);
  g_test_add_func ("/session-page/archived", test_archived);
  g_test_add_func ("/session-page/suspended", test_suspended);
  g_test_add_func ("/session-page/signed-page-leaves", test_signed_page_leaves);
  g_test_add_func ("/session-page/who-treats", test_who_treats);
  g_test_add_func ("/session-page/draft", test_draft);
  g_test_add_func ("/session-page/correction", test_correction);
  g_test_add_func ("/session-page/late-answers", test_late_answers);
  g_test_add_func ("/session-page/persian", test_persian);
  return g_test_run ();
}
