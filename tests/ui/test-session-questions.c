/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* The questions of the day on the page of the session. */

#include <string.h>

#include "meso-draft-service.h"
#include "meso-field.h"
#include "meso-pressure-row.h"
#include "meso-short-form.h"
#include "session-scene.h"

#define NOTHING_STANDS_IN_THE_WAY "Nothing stands in the way. The answers are stored with the session."

/* As somebody at the keyboard does it: a key for each question, and the focus goes on by itself. */
static void
press_key (Scene *scene,
           guint  keyval)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (gtk_widget_get_root (scene->page)));
  GtkWidget *row = gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW);
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (row);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) && !handled)
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &handled);
    }
  g_assert_true (handled);
}

static guint
count_short_questions (Scene *scene)
{
  const MesoProtocol *protocol = meso_context_get_protocol (scene->visit->fixture->context);
  const GPtrArray *questions = meso_protocol_get_questions (protocol);
  guint n = 0;

  for (guint i = 0; i < questions->len; i++)
    {
      const MesoQuestion *question = g_ptr_array_index (questions, i);

      n += (question->forms & MESO_FORM_SHORT) != 0 && question->type == MESO_QUESTION_ANSWER && question->parent == NULL ? 1 : 0;
    }
  return n;
}

static void
answer_no_to_all (Scene *scene)
{
  for (guint i = count_short_questions (scene); i > 0; i--)
    press_key (scene, GDK_KEY_n);
}

static void
click (Scene      *scene,
       const char *label)
{
  g_signal_emit_by_name (ui_get (scene->page, GTK_TYPE_BUTTON, label), "clicked");
  ui_fixture_settle (scene->visit->fixture);
}

/* A screen reader says each answer by its word. */
static void
test_answers_have_names (void)
{
  Scene scene = scene_begin ("biotin");
  GtkWidget *form;

  scene_open (&scene, NULL);
  form = ui_get (scene.page, MESO_TYPE_SHORT_FORM, NULL);
  gtk_test_accessible_assert_relation (ui_get (form, GTK_TYPE_TOGGLE_BUTTON, NULL), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                       ui_get (form, GTK_TYPE_LABEL, "Yes"), NULL);
  scene_end (&scene);
}

/* Answers and session are one thing: both are on record, or neither is. */
static void
test_answers_go_along (void)
{
  Scene scene = scene_begin ("biotin");
  g_autoptr(MesoTreatmentSession) stored = NULL;
  g_autoptr(MesoChart) chart = NULL;

  scene_open (&scene, NULL);
  answer_no_to_all (&scene);
  g_assert_true (scene_has_focus_inside (scene_get_row (&scene, "Points")));
  g_assert_true (ui_shows (scene.page, "Nothing is missing"));
  scene_type (&scene, "Points", "many");
  scene_sign (&scene);
  chart = visit_get_chart (scene.visit);
  g_assert_null (chart->short_form);
  scene_type (&scene, "Points", "20");
  scene_sign (&scene);
  stored = scene_get_last (&scene);
  g_clear_pointer (&chart, meso_chart_free);
  chart = visit_get_chart (scene.visit);
  g_assert_cmpstr (chart->short_form->id, ==, stored->screening);
  g_assert_cmpint (chart->short_form->response->form, ==, MESO_FORM_SHORT);
  g_assert_null (chart->draft_forbids);
  scene_end (&scene);
}

/* Pregnant since: no session, and the answer is on record by itself. */
static void
test_answer_that_blocks (void)
{
  Scene scene = scene_begin ("biotin");
  g_autoptr(MesoChart) chart = NULL;

  scene_open (&scene, NULL);
  press_key (&scene, GDK_KEY_y);
  g_assert_true (ui_shows (scene.page, "Do not treat. Store the answers: no session takes place."));
  scene_sign (&scene);
  scene_assert_nothing_stored (&scene);
  click (&scene, "Store Answers");
  chart = visit_get_chart (scene.visit);
  g_assert_nonnull (chart->short_form);
  g_assert_cmpint (chart->short_eligibility, ==, MESO_ELIGIBILITY_BLOCKED);
  g_assert_true (g_str_has_prefix (scene.desk.last, "win.decide"));
  g_assert_false (gtk_widget_get_mapped (ui_get (scene.page, MESO_TYPE_SHORT_FORM, NULL)));
  scene_sign (&scene);
  scene_assert_nothing_stored (&scene);
  scene_end (&scene);
}

/* What is unknown is never taken for no, and what isn't asked any more doesn't count. */
static void
test_answer_is_taken_back (void)
{
  Scene scene = scene_begin ("biotin");

  scene_open (&scene, NULL);
  press_key (&scene, GDK_KEY_u);
  for (guint i = count_short_questions (&scene) - 1; i > 0; i--)
    press_key (&scene, GDK_KEY_n);
  g_assert_true (ui_shows (scene.page, "As long as something is not known, no session takes place."));
  scene_sign (&scene);
  scene_assert_nothing_stored (&scene);
  /* The first one again. */
  gtk_toggle_button_set_active (scene_get_pick (&scene, MESO_TYPE_SHORT_FORM, "No"), TRUE);
  g_assert_true (ui_shows (scene.page, "Nothing is missing"));
  gtk_toggle_button_set_active (scene_get_pick (&scene, MESO_TYPE_SHORT_FORM, "No"), FALSE);
  scene_assert_asks (&scene, 1);
  scene_end (&scene);
}

/* Half answered and left: taken up again. */
static void
test_draft_of_answers (void)
{
  Scene scene = scene_begin ("biotin");

  scene_open (&scene, NULL);
  press_key (&scene, GDK_KEY_n);
  scene_close (&scene);
  scene_open (&scene, NULL);
  g_assert_true (adw_banner_get_revealed (ADW_BANNER (ui_get (scene.page, ADW_TYPE_BANNER, NULL))));
  for (guint i = count_short_questions (&scene) - 1; i > 0; i--)
    press_key (&scene, GDK_KEY_n);
  g_assert_true (ui_shows (scene.page, "Nothing is missing"));
  scene_end (&scene);
}

static void
test_needs_short_form (void)
{
  Scene scene = scene_begin ("biotin");
  GtkWidget *form;

  scene_open (&scene, NULL);
  form = ui_get (scene.page, MESO_TYPE_SHORT_FORM, NULL);
  g_assert_false (ui_shows (form, "Not answered yet."));
  scene_sign (&scene);
  g_assert_true (ui_shows (form, "Not answered yet."));
  g_assert_true (scene_has_focus_inside (form));
  scene_assert_nothing_stored (&scene);
  /* Answered meanwhile, in its dialog: the page hears of it. */
  visit_answer_short_form (scene.visit, scene.visit->today, NULL);
  ui_fixture_settle (scene.visit->fixture);
  g_assert_false (gtk_widget_get_mapped (form));
  g_assert_true (ui_shows (scene.page, "Answered for this day"));
  g_assert_true (ui_shows (scene.page, "Nothing is missing"));
  scene_end (&scene);
}

/* Pregnant since: no button leads past that. */
static void
test_short_form_that_blocks (void)
{
  Scene scene = scene_begin ("biotin");

  visit_answer_short_form (scene.visit, scene.visit->today, "pregnant");
  scene_open (&scene, NULL);
  scene_sign (&scene);
  scene_assert_nothing_stored (&scene);
  g_signal_emit_by_name (ui_get (scene_get_row (&scene, "Short form"), GTK_TYPE_BUTTON, "Look…"), "clicked");
  g_assert_true (g_str_has_prefix (scene.desk.last, "win.decide"));
  scene_end (&scene);
}

static gpointer
leave_forbidding_draft (MesoClinic  *clinic,
                        gpointer     request,
                        GError     **error)
{
  const Scene *scene = request;
  g_autofree char *day = meso_calendar_date_to_string (scene->visit->today);
  g_autofree char *text = g_strdup_printf ("{ \"date\": \"%s\", \"says\": \"block\" }", day);

  meso_draft_service_put (clinic, "screening", scene->visit->patient->id, text, error);
  return NULL;
}

/* All is signed, and then somebody hears “pregnant” in another form and closes it: said here at once, and no signature goes by it. */
static void
test_draft_that_forbids (void)
{
  Scene scene = scene_begin ("biotin");

  visit_answer_short_form (scene.visit, scene.visit->today, NULL);
  scene_open (&scene, NULL);
  ui_fixture_call (scene.visit->fixture, leave_forbidding_draft, &scene);
  ui_fixture_settle (scene.visit->fixture);
  g_assert_true (ui_shows (GTK_WIDGET (scene.page), "An unfinished screening says: do not treat."));
  scene_sign (&scene);
  scene_assert_nothing_stored (&scene);
  g_signal_emit_by_name (ui_get (scene_get_row (&scene, "Screening"), GTK_TYPE_BUTTON, "Finish…"), "clicked");
  g_assert_true (g_str_has_prefix (scene.desk.last, "win.screen"));
  scene_end (&scene);
}

/* A day that went by is entered from paper: both times are kept, and what is answered for one day is not taken for another. */
static void
test_late_entry (void)
{
  Scene scene = scene_begin ("biotin");
  g_autofree char *day = meso_calendar_date_to_string (visit_get_day (scene.visit, -3));
  g_autofree char *today = meso_calendar_date_to_string (scene.visit->today);
  g_autofree char *words = NULL;
  g_autoptr(MesoTreatmentSession) stored = NULL;
  g_autoptr(MesoChart) chart = NULL;

  scene_open (&scene, NULL);
  answer_no_to_all (&scene);
  g_assert_true (ui_shows (scene.page, "Nothing is missing"));
  scene_type (&scene, "Date", day);
  ui_fixture_settle (scene.visit->fixture);
  scene_assert_asks (&scene, count_short_questions (&scene));
  words = ui_dup_words (scene.page);
  g_assert_nonnull (strstr (words, "The record keeps that day and the time of this entry."));
  scene_type (&scene, "Date", today);
  ui_fixture_settle (scene.visit->fixture);
  g_assert_true (ui_shows (scene.page, "Nothing is missing"));
  scene_type (&scene, "Date", day);
  ui_fixture_settle (scene.visit->fixture);
  scene_sign (&scene);
  scene_assert_nothing_stored (&scene);
  answer_no_to_all (&scene);
  scene_sign (&scene);
  stored = scene_get_last (&scene);
  g_assert_cmpint (meso_calendar_date_compare (stored->date, visit_get_day (scene.visit, -3)), ==, 0);
  chart = visit_get_chart (scene.visit);
  g_assert_null (chart->short_form);
  scene_end (&scene);
}

static void
test_minoxidil_asks_pressure (void)
{
  Scene scene = scene_begin ("minoxidil");
  GtkWidget *before;

  visit_answer_short_form (scene.visit, scene.visit->today, NULL);
  scene_open (&scene, NULL);
  before = scene_get_row (&scene, "Before");
  g_assert_true (gtk_widget_get_mapped (before));
  scene_sign (&scene);
  g_assert_true (meso_field_has_error (before));
  g_assert_true (scene_has_focus_inside (before));
  gtk_test_accessible_assert_property (ui_get (before, GTK_TYPE_ENTRY, NULL), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Before: upper value (systolic)");
  scene_assert_nothing_stored (&scene);
  scene_end (&scene);
}

/* Where the questions of the day are asked here, the pressure before is one of them, and a measure that is too high is said at once. */
static void
test_pressure_is_a_question (void)
{
  Scene scene = scene_begin ("minoxidil");
  g_autoptr(MesoTreatmentSession) stored = NULL;
  GtkWidget *form;
  GtkEditable *upper;
  GtkEditable *lower;

  scene_open (&scene, NULL);
  form = ui_get (scene.page, MESO_TYPE_SHORT_FORM, NULL);
  g_assert_false (gtk_widget_get_mapped (scene_get_row (&scene, "Before")));
  upper = GTK_EDITABLE (ui_get (form, ADW_TYPE_ENTRY_ROW, "A number from \u206650\u2069 to \u2066300\u2069"));
  lower = GTK_EDITABLE (ui_get (form, ADW_TYPE_ENTRY_ROW, "A number from \u206620\u2069 to \u2066200\u2069"));
  answer_no_to_all (&scene);
  g_assert_false (ui_shows (scene.page, NOTHING_STANDS_IN_THE_WAY));
  gtk_editable_set_text (upper, "120");
  gtk_editable_set_text (lower, "80");
  g_assert_true (ui_shows (scene.page, NOTHING_STANDS_IN_THE_WAY));
  gtk_editable_set_text (GTK_EDITABLE (ui_get (scene_get_row (&scene, "After"), GTK_TYPE_ENTRY, NULL)), "118");
  scene_sign (&scene);
  scene_assert_nothing_stored (&scene);
  meso_pressure_row_set_texts (MESO_PRESSURE_ROW (scene_get_row (&scene, "After")), (char *[]) { (char *) "118", (char *) "78" });
  scene_sign (&scene);
  stored = scene_get_last (&scene);
  g_assert_cmpint (stored->before.systolic, ==, 120);
  g_assert_cmpint (stored->before.diastolic, ==, 80);
  g_assert_cmpint (stored->after.systolic, ==, 118);
  scene_end (&scene);
}

/* Typed into each other's fields: said at the lower one, whichever was typed last, and until it is mended. */
static void
test_swapped_pressures (void)
{
  Scene scene = scene_begin ("minoxidil");
  GtkWidget *form;
  GtkWidget *upper;
  GtkWidget *lower;

  scene_open (&scene, NULL);
  form = ui_get (scene.page, MESO_TYPE_SHORT_FORM, NULL);
  upper = ui_get (form, ADW_TYPE_ENTRY_ROW, "A number from \u206650\u2069 to \u2066300\u2069");
  lower = ui_get (form, ADW_TYPE_ENTRY_ROW, "A number from \u206620\u2069 to \u2066200\u2069");
  answer_no_to_all (&scene);
  gtk_editable_set_text (GTK_EDITABLE (lower), "120");
  g_assert_false (meso_field_has_error (lower));
  gtk_editable_set_text (GTK_EDITABLE (upper), "80");
  g_assert_true (meso_field_has_error (lower));
  g_assert_true (ui_shows (form, "The lower value must be below the upper one. Are they swapped?"));
  scene_sign (&scene);
  scene_assert_nothing_stored (&scene);

  /* The other one is mended. */
  gtk_editable_set_text (GTK_EDITABLE (upper), "180");
  g_assert_false (meso_field_has_error (lower));
  gtk_editable_set_text (GTK_EDITABLE (upper), "120");
  g_assert_true (meso_field_has_error (lower));
  /* What can't be at all is said instead. */
  gtk_editable_set_text (GTK_EDITABLE (lower), "1200");
  g_assert_true (meso_field_has_error (lower));
  g_assert_false (ui_shows (form, "The lower value must be below the upper one. Are they swapped?"));
  gtk_editable_set_text (GTK_EDITABLE (lower), "80");
  g_assert_false (meso_field_has_error (lower));
  g_assert_true (ui_shows (scene.page, NOTHING_STANDS_IN_THE_WAY));
  scene_end (&scene);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/session-questions/answers-have-names", test_answers_have_names);
  g_test_add_func ("/session-questions/answers-go-along", test_answers_go_along);
  g_test_add_func ("/session-questions/answer-that-blocks", test_answer_that_blocks);
  g_test_add_func ("/session-questions/answer-is-taken-back", test_answer_is_taken_back);
  g_test_add_func ("/session-questions/draft-of-answers", test_draft_of_answers);
  g_test_add_func ("/session-questions/needs-short-form", test_needs_short_form);
  g_test_add_func ("/session-questions/short-form-that-blocks", test_short_form_that_blocks);
  g_test_add_func ("/session-questions/draft-that-forbids", test_draft_that_forbids);
  g_test_add_func ("/session-questions/late-entry", test_late_entry);
  g_test_add_func ("/session-questions/minoxidil-asks-pressure", test_minoxidil_asks_pressure);
  g_test_add_func ("/session-questions/pressure-is-a-question", test_pressure_is_a_question);
  g_test_add_func ("/session-questions/swapped-pressures", test_swapped_pressures);
  return g_test_run ();
}
