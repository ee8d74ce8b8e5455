/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-session-page.h"

#include <string.h>

#include "meso-chart-service.h"
#include "meso-draft-service.h"
#include "meso-field.h"
#include "meso-patient-archive-service.h"
#include "meso-pressure-row.h"
#include "meso-reaction-picker.h"
#include "meso-session-ready.h"
#include "meso-session-service.h"
#include "meso-short-form.h"
#include "meso-staff-service.h"
#include "visit-fixture.h"

#define NOTES "A & B <b>forehead</b>"

typedef struct
{
  Visit *visit;
  VisitDesk desk;
  GtkWindow *window;
  GtkWidget *page;
} Scene;

static gboolean
is_filled (gpointer page)
{
  /* The form takes no key before it is filled. */
  return gtk_widget_get_sensitive (ui_get (page, MESO_TYPE_SESSION_READY, NULL)) &&
         gtk_widget_is_sensitive (ui_get (page, ADW_TYPE_ENTRY_ROW, "Points"));
}

static void
open_page (Scene      *scene,
           const char *session)
{
  scene->page = GTK_WIDGET (meso_session_page_new (scene->visit->fixture->context, scene->visit->patient->id, session));
  scene->window = visit_show (&scene->desk, ADW_NAVIGATION_PAGE (scene->page), 1000, 800);
  ui_wait_until (is_filled, scene->page);
  ui_fixture_settle (scene->visit->fixture);
}

static void
close_page (Scene *scene)
{
  gtk_window_destroy (scene->window);
  ui_fixture_settle (scene->visit->fixture);
}

static Scene
begin (const char *ingredient)
{
  Scene scene = { visit_new ("en", "en", ingredient) };

  return scene;
}

static void
end (Scene *scene)
{
  close_page (scene);
  visit_desk_clear (&scene->desk);
  visit_free (scene->visit);
}

static GtkWidget *
get_row (Scene      *scene,
         const char *title)
{
  return ui_get (scene->page, ADW_TYPE_PREFERENCES_ROW, title);
}

static void
type (Scene      *scene,
      const char *title,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_row (scene, title)), text);
}

static const char *
get_text (Scene      *scene,
          const char *title)
{
  return gtk_editable_get_text (GTK_EDITABLE (get_row (scene, title)));
}

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

static void
sign (Scene *scene)
{
  gtk_widget_activate_action (scene->page, "session.sign", NULL);
  ui_fixture_settle (scene->visit->fixture);
}

static gboolean
has_focus_inside (GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (gtk_widget_get_root (widget)));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static gpointer
get_session (MesoClinic  *clinic,
             gpointer     id,
             GError     **error)
{
  return meso_session_service_get (clinic, id, error);
}

static MesoTreatmentSession *
get_last (Scene *scene)
{
  g_autoptr(MesoChart) chart = visit_get_chart (scene->visit);

  g_assert_nonnull (chart->last_session);
  return ui_fixture_call (scene->visit->fixture, get_session, chart->last_session->id);
}

static void
assert_nothing_stored (Scene *scene)
{
  g_autoptr(MesoChart) chart = visit_get_chart (scene->visit);

  g_assert_null (chart->last_session);
}

/* It begins with what is known, and says what is missing. */
static void
test_opens (void)
{
  Scene scene = begin ("biotin");

  open_page (&scene, NULL);
  g_assert_true (g_str_has_prefix (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (scene.page)), "Session 1 of"));
  g_assert_true (ui_shows (scene.page, VISIT_GIVEN " " VISIT_FAMILY));
  g_assert_cmpstr (get_text (&scene, "Points"), ==, "20");
  g_assert_cmpstr (get_text (&scene, "Volume injected"), ==, "2\u00a0mL");
  g_assert_cmpstr (get_text (&scene, "Time"), !=, "");
  g_assert_true (ui_shows (scene.page, "1 thing is missing"));
  g_assert_true (ui_shows (scene.page, "Equals the volume of the formula"));
  /* The questions of the day come first. */
  g_assert_true (has_focus_inside (ui_get (scene.page, MESO_TYPE_SHORT_FORM, NULL)));
  g_assert_false (gtk_widget_get_mapped (get_row (&scene, "Short form")));
  g_assert_false (gtk_widget_get_mapped (get_row (&scene, "Before")));
  end (&scene);
}

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

/* Answers and session are one thing: both are on record, or neither is. */
static void
test_answers_go_along (void)
{
  Scene scene = begin ("biotin");
  g_autoptr(MesoTreatmentSession) stored = NULL;
  g_autoptr(MesoChart) chart = NULL;

  open_page (&scene, NULL);
  answer_no_to_all (&scene);
  g_assert_true (has_focus_inside (get_row (&scene, "Points")));
  g_assert_true (ui_shows (scene.page, "Nothing is missing"));
  type (&scene, "Points", "many");
  sign (&scene);
  chart = visit_get_chart (scene.visit);
  g_assert_null (chart->short_form);
  type (&scene, "Points", "20");
  sign (&scene);
  stored = get_last (&scene);
  g_clear_pointer (&chart, meso_chart_free);
  chart = visit_get_chart (scene.visit);
  g_assert_cmpstr (chart->short_form->id, ==, stored->screening);
  g_assert_cmpint (chart->short_form->response->form, ==, MESO_FORM_SHORT);
  g_assert_null (chart->draft_forbids);
  end (&scene);
}

/* Pregnant since: no session, and the answer is on record by itself. */
static void
test_answer_that_blocks (void)
{
  Scene scene = begin ("biotin");
  g_autoptr(MesoChart) chart = NULL;

  open_page (&scene, NULL);
  press_key (&scene, GDK_KEY_y);
  g_assert_true (ui_shows (scene.page, "Do not treat. Store the answers: no session takes place."));
  sign (&scene);
  assert_nothing_stored (&scene);
  click (&scene, "Store Answers");
  chart = visit_get_chart (scene.visit);
  g_assert_nonnull (chart->short_form);
  g_assert_cmpint (chart->short_eligibility, ==, MESO_ELIGIBILITY_BLOCKED);
  g_assert_true (g_str_has_prefix (scene.desk.last, "win.decide"));
  g_assert_false (gtk_widget_get_mapped (ui_get (scene.page, MESO_TYPE_SHORT_FORM, NULL)));
  sign (&scene);
  assert_nothing_stored (&scene);
  end (&scene);
}

/* The first of that name in a form or a picker. */
static GtkToggleButton *
get_pick (Scene      *scene,
          GType       type,
          const char *name)
{
  GtkWidget *label = ui_get (ui_get (scene->page, type, NULL), GTK_TYPE_LABEL, name);

  return GTK_TOGGLE_BUTTON (gtk_widget_get_ancestor (label, GTK_TYPE_TOGGLE_BUTTON));
}

/* What is unknown is never taken for no, and what isn't asked any more doesn't count. */
static void
test_answer_is_taken_back (void)
{
  Scene scene = begin ("biotin");

  open_page (&scene, NULL);
  press_key (&scene, GDK_KEY_u);
  for (guint i = count_short_questions (&scene) - 1; i > 0; i--)
    press_key (&scene, GDK_KEY_n);
  g_assert_true (ui_shows (scene.page, "As long as something is not known, no session takes place."));
  sign (&scene);
  assert_nothing_stored (&scene);
  /* The first one again. */
  gtk_toggle_button_set_active (get_pick (&scene, MESO_TYPE_SHORT_FORM, "No"), TRUE);
  g_assert_true (ui_shows (scene.page, "Nothing is missing"));
  gtk_toggle_button_set_active (get_pick (&scene, MESO_TYPE_SHORT_FORM, "No"), FALSE);
  g_assert_true (ui_shows (scene.page, "1 thing is missing"));
  end (&scene);
}

/* Half answered and left: taken up again. */
static void
test_draft_of_answers (void)
{
  Scene scene = begin ("biotin");

  open_page (&scene, NULL);
  press_key (&scene, GDK_KEY_n);
  close_page (&scene);
  open_page (&scene, NULL);
  g_assert_true (adw_banner_get_revealed (ADW_BANNER (ui_get (scene.page, ADW_TYPE_BANNER, NULL))));
  for (guint i = count_short_questions (&scene) - 1; i > 0; i--)
    press_key (&scene, GDK_KEY_n);
  g_assert_true (ui_shows (scene.page, "Nothing is missing"));
  end (&scene);
}

static void
test_needs_short_form (void)
{
  Scene scene = begin ("biotin");
  GtkWidget *form;

  open_page (&scene, NULL);
  form = ui_get (scene.page, MESO_TYPE_SHORT_FORM, NULL);
  g_assert_false (ui_shows (form, "Not answered yet."));
  sign (&scene);
  g_assert_true (ui_shows (form, "Not answered yet."));
  g_assert_true (has_focus_inside (form));
  assert_nothing_stored (&scene);
  /* Answered meanwhile, in its dialog: the page hears of it. */
  visit_answer_short_form (scene.visit, scene.visit->today, NULL);
  ui_fixture_settle (scene.visit->fixture);
  g_assert_false (gtk_widget_get_mapped (form));
  g_assert_true (ui_shows (scene.page, "Answered for this day"));
  g_assert_true (ui_shows (scene.page, "Nothing is missing"));
  end (&scene);
}

/* Pregnant since: no button leads past that. */
static void
test_short_form_that_blocks (void)
{
  Scene scene = begin ("biotin");

  visit_answer_short_form (scene.visit, scene.visit->today, "pregnant");
  open_page (&scene, NULL);
  sign (&scene);
  assert_nothing_stored (&scene);
  g_signal_emit_by_name (ui_get (get_row (&scene, "Short form"), GTK_TYPE_BUTTON, "Look…"), "clicked");
  g_assert_true (g_str_has_prefix (scene.desk.last, "win.decide"));
  end (&scene);
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
  Scene scene = begin ("biotin");

  visit_answer_short_form (scene.visit, scene.visit->today, NULL);
  open_page (&scene, NULL);
  ui_fixture_call (scene.visit->fixture, leave_forbidding_draft, &scene);
  ui_fixture_settle (scene.visit->fixture);
  g_assert_true (ui_shows (GTK_WIDGET (scene.page), "An unfinished screening says: do not treat."));
  sign (&scene);
  assert_nothing_stored (&scene);
  g_signal_emit_by_name (ui_get (get_row (&scene, "Screening"), GTK_TYPE_BUTTON, "Finish…"), "clicked");
  g_assert_true (g_str_has_prefix (scene.desk.last, "win.screen"));
  end (&scene);
}

/* A day that went by is entered from paper: both times are kept, and what is answered for one day is not taken for another. */
static void
test_late_entry (void)
{
  Scene scene = begin ("biotin");
  g_autofree char *day = meso_calendar_date_to_string (visit_get_day (scene.visit, -3));
  g_autofree char *today = meso_calendar_date_to_string (scene.visit->today);
  g_autofree char *words = NULL;
  g_autoptr(MesoTreatmentSession) stored = NULL;
  g_autoptr(MesoChart) chart = NULL;

  open_page (&scene, NULL);
  answer_no_to_all (&scene);
  g_assert_true (ui_shows (scene.page, "Nothing is missing"));
  type (&scene, "Date", day);
  ui_fixture_settle (scene.visit->fixture);
  g_assert_true (ui_shows (scene.page, "1 thing is missing"));
  words = ui_dup_words (scene.page);
  g_assert_nonnull (strstr (words, "The record keeps that day and the time of this entry."));
  type (&scene, "Date", today);
  ui_fixture_settle (scene.visit->fixture);
  g_assert_true (ui_shows (scene.page, "Nothing is missing"));
  type (&scene, "Date", day);
  ui_fixture_settle (scene.visit->fixture);
  sign (&scene);
  assert_nothing_stored (&scene);
  answer_no_to_all (&scene);
  sign (&scene);
  stored = get_last (&scene);
  g_assert_cmpint (meso_calendar_date_compare (stored->date, visit_get_day (scene.visit, -3)), ==, 0);
  chart = visit_get_chart (scene.visit);
  g_assert_null (chart->short_form);
  end (&scene);
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
  Scene scene = begin ("biotin");

  visit_answer_short_form (scene.visit, scene.visit->today, NULL);
  open_page (&scene, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *row = get_row (&scene, cases[i].field);

      type (&scene, cases[i].field, cases[i].wrong);
      /* Nobody is told off while they type. */
      if (i == 0)
        g_assert_false (meso_field_has_error (row));
      sign (&scene);
      g_assert_true (meso_field_has_error (row));
      gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
      g_assert_true (ui_shows (scene.page, cases[i].sentence));
      g_assert_true (has_focus_inside (row));
      g_assert_cmpstr (get_text (&scene, cases[i].field), ==, cases[i].wrong);
      type (&scene, cases[i].field, cases[i].fine);
      g_assert_false (meso_field_has_error (row));
    }
  assert_nothing_stored (&scene);
  end (&scene);
}

/* What was thrown away is an estimate: the sum warns, and the session is stored. */
static void
test_waste_is_no_wall (void)
{
  Scene scene = begin ("biotin");
  g_autoptr(MesoTreatmentSession) stored = NULL;
  g_autofree char *words = NULL;

  visit_answer_short_form (scene.visit, scene.visit->today, NULL);
  open_page (&scene, NULL);
  type (&scene, "Thrown away", "0.5 mL");
  words = ui_dup_words (scene.page);
  g_assert_nonnull (strstr (words, "0.5\u00a0mL"));
  g_assert_nonnull (strstr (words, " more than the formula makes"));
  sign (&scene);
  stored = get_last (&scene);
  g_assert_cmpint (stored->wasted_ul, ==, 500);
  end (&scene);
}

static void
test_signs (void)
{
  Scene scene = begin ("biotin");
  g_autoptr(MesoTreatmentSession) stored = NULL;
  g_autoptr(MesoStaff) desk = meso_staff_service_dup_desk (scene.visit->fixture->clinic);

  visit_answer_short_form (scene.visit, scene.visit->today, NULL);
  open_page (&scene, NULL);
  g_assert_true (ui_shows (scene.page, "Nothing is missing"));
  type_notes (&scene, NOTES);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_get (scene.page, GTK_TYPE_TOGGLE_BUTTON, "3")), TRUE);
  g_assert_true (ui_shows (scene.page, "3 of 10, mild"));
  sign (&scene);
  stored = get_last (&scene);
  g_assert_cmpstr (stored->notes, ==, NOTES);
  g_assert_cmpint (stored->pain, ==, 3);
  g_assert_cmpint (stored->session_n, ==, 1);
  /* A physician who treats is in charge. */
  g_assert_cmpstr (stored->operator, ==, desk->id);
  g_assert_cmpstr (stored->physician, ==, desk->id);
  g_assert_nonnull (strstr (scene.desk.last, "'aftercare'"));
  g_assert_true (g_str_has_prefix (scene.desk.last, "win.handout"));
  end (&scene);
}

/* “None” is said; nothing picked is nothing said. Both are kept apart, also through a correction. */
static void
test_no_reactions (void)
{
  for (int said = 0; said <= 1; said++)
    {
      Scene scene = begin ("biotin");
      g_autoptr(MesoTreatmentSession) stored = NULL;

      visit_answer_short_form (scene.visit, scene.visit->today, NULL);
      open_page (&scene, NULL);
      gtk_toggle_button_set_active (get_pick (&scene, MESO_TYPE_REACTION_PICKER, "Nausea"), TRUE);
      gtk_toggle_button_set_active (get_pick (&scene, MESO_TYPE_REACTION_PICKER, "None"), TRUE);
      g_assert_false (gtk_toggle_button_get_active (get_pick (&scene, MESO_TYPE_REACTION_PICKER, "Nausea")));
      gtk_toggle_button_set_active (get_pick (&scene, MESO_TYPE_REACTION_PICKER, "None"), said);
      sign (&scene);
      stored = get_last (&scene);
      g_assert_cmpuint (stored->reactions->len, ==, 0);
      g_assert_cmpint (stored->no_reactions, ==, said);
      close_page (&scene);
      open_page (&scene, stored->id);
      g_assert_cmpint (gtk_toggle_button_get_active (get_pick (&scene, MESO_TYPE_REACTION_PICKER, "None")), ==, said);
      end (&scene);
    }
}

static gpointer
archive (MesoClinic  *clinic,
         gpointer     patient,
         GError     **error)
{
  meso_patient_archive_service_archive (clinic, patient, NULL, error);
  return NULL;
}

/* A warning, not a wall. */
static void
test_archived (void)
{
  Scene scene = begin ("biotin");

  visit_answer_short_form (scene.visit, scene.visit->today, NULL);
  open_page (&scene, NULL);
  g_assert_false (ui_shows (scene.page, "This record is archived: look whether it is the right patient"));
  ui_fixture_call (scene.visit->fixture, archive, scene.visit->patient->id);
  ui_fixture_settle (scene.visit->fixture);
  g_assert_true (ui_shows (scene.page, "This record is archived: look whether it is the right patient"));
  g_assert_true (ui_shows (scene.page, "Nothing is missing"));
  end (&scene);
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
  Scene scene = begin ("biotin");
  g_autofree char *words = NULL;

  visit_answer_short_form (scene.visit, scene.visit->today, NULL);
  ui_fixture_call (scene.visit->fixture, suspend, &scene);
  open_page (&scene, NULL);
  words = ui_dup_words (get_row (&scene, "Course"));
  g_assert_nonnull (strstr (words, "A & <b>lump</b>, 3/5"));
  g_assert_nonnull (strstr (words, "Dr Sara Karimi"));
  g_assert_nonnull (strstr (words, "Today"));
  sign (&scene);
  g_assert_true (meso_field_has_error (get_row (&scene, "Course")));
  end (&scene);
}

/* What is signed can't be gone back to as a form. */
static void
test_signed_page_leaves (void)
{
  Scene scene = begin ("biotin");
  AdwNavigationView *view;
  AdwNavigationPage *next = adw_navigation_page_new (gtk_button_new_with_label ("Print"), "Aftercare");
  g_autoptr(GListModel) stack = NULL;

  visit_answer_short_form (scene.visit, scene.visit->today, NULL);
  open_page (&scene, NULL);
  view = ADW_NAVIGATION_VIEW (gtk_widget_get_ancestor (scene.page, ADW_TYPE_NAVIGATION_VIEW));
  stack = adw_navigation_view_get_navigation_stack (view);
  sign (&scene);
  g_object_add_weak_pointer (G_OBJECT (scene.page), (gpointer *) &scene.page);
  adw_navigation_view_push (view, next);
  ui_wait (50);
  g_assert_null (scene.page);
  g_assert_cmpuint (g_list_model_get_n_items (stack), ==, 2);
  g_assert_true (adw_navigation_view_get_visible_page (view) == next);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (next)));
  end (&scene);
}

static void
test_who_treats (void)
{
  Scene scene = begin ("biotin");
  g_autofree char *nurse = visit_seat (scene.visit, "N & <i>urse</i>", MESO_ROLE_NURSE);
  g_autofree char *clerk = visit_seat (scene.visit, "Clerk", MESO_ROLE_DESK);
  g_autoptr(MesoTreatmentSession) stored = NULL;
  GListModel *names;
  AdwComboRow *row;

  visit_answer_short_form (scene.visit, scene.visit->today, NULL);
  open_page (&scene, NULL);
  row = ADW_COMBO_ROW (get_row (&scene, "Treated by"));
  names = adw_combo_row_get_model (row);
  g_assert_cmpuint (g_list_model_get_n_items (names), ==, 1 + 2);
  g_assert_true (ui_shows (GTK_WIDGET (row), "Choose…"));
  g_assert_true (ui_shows (scene.page, "A physician or a nurse treats: choose who did."));
  sign (&scene);
  g_assert_true (meso_field_has_error (GTK_WIDGET (row)));
  assert_nothing_stored (&scene);
  adw_combo_row_set_selected (row, 2);
  g_assert_false (meso_field_has_error (GTK_WIDGET (row)));
  g_assert_false (ui_shows (scene.page, "A physician or a nurse treats: choose who did."));
  sign (&scene);
  stored = get_last (&scene);
  g_assert_cmpstr (stored->operator, ==, nurse);
  /* A nurse treats under the physician who signed the screening. */
  g_assert_nonnull (stored->physician);
  g_assert_cmpstr (stored->physician, !=, nurse);
  end (&scene);
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
  Scene scene = begin ("biotin");
  GtkTextIter start;
  GtkTextIter end_iter;
  g_autofree char *notes = NULL;

  open_page (&scene, NULL);
  close_page (&scene);
  /* Looking is no draft. */
  g_assert_false (has_draft (&scene));
  open_page (&scene, NULL);
  g_assert_false (adw_banner_get_revealed (ADW_BANNER (ui_get (scene.page, ADW_TYPE_BANNER, NULL))));
  type (&scene, "Points", "many & more");
  type_notes (&scene, NOTES);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_get (scene.page, GTK_TYPE_TOGGLE_BUTTON, "7")), TRUE);
  close_page (&scene);
  g_assert_true (has_draft (&scene));
  open_page (&scene, NULL);
  g_assert_true (adw_banner_get_revealed (ADW_BANNER (ui_get (scene.page, ADW_TYPE_BANNER, NULL))));
  g_assert_cmpstr (get_text (&scene, "Points"), ==, "many & more");
  gtk_text_buffer_get_bounds (get_notes (&scene), &start, &end_iter);
  notes = gtk_text_buffer_get_text (get_notes (&scene), &start, &end_iter, FALSE);
  g_assert_cmpstr (notes, ==, NOTES);
  g_assert_true (ui_shows (scene.page, "7 of 10, severe"));
  g_signal_emit_by_name (ui_get (scene.page, ADW_TYPE_BANNER, NULL), "button-clicked");
  ui_fixture_settle (scene.visit->fixture);
  g_assert_cmpstr (get_text (&scene, "Points"), ==, "20");
  g_assert_false (has_draft (&scene));
  end (&scene);
}

static void
test_minoxidil_asks_pressure (void)
{
  Scene scene = begin ("minoxidil");
  GtkWidget *before;

  visit_answer_short_form (scene.visit, scene.visit->today, NULL);
  open_page (&scene, NULL);
  before = get_row (&scene, "Before");
  g_assert_true (gtk_widget_get_mapped (before));
  sign (&scene);
  g_assert_true (meso_field_has_error (before));
  g_assert_true (has_focus_inside (before));
  gtk_test_accessible_assert_property (ui_get (before, GTK_TYPE_ENTRY, NULL), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Before: upper value (systolic)");
  assert_nothing_stored (&scene);
  end (&scene);
}

/* Where the questions of the day are asked here, the pressure before is one of them, and a measure that is too high is said at once. */
static void
test_pressure_is_a_question (void)
{
  Scene scene = begin ("minoxidil");
  g_autoptr(MesoTreatmentSession) stored = NULL;
  GtkWidget *form;
  GtkEditable *upper;
  GtkEditable *lower;

  open_page (&scene, NULL);
  form = ui_get (scene.page, MESO_TYPE_SHORT_FORM, NULL);
  g_assert_false (gtk_widget_get_mapped (get_row (&scene, "Before")));
  upper = GTK_EDITABLE (ui_get (form, ADW_TYPE_ENTRY_ROW, "A number from \u206650\u2069 to \u2066300\u2069"));
  lower = GTK_EDITABLE (ui_get (form, ADW_TYPE_ENTRY_ROW, "A number from \u206620\u2069 to \u2066200\u2069"));
  answer_no_to_all (&scene);
  g_assert_false (ui_shows (scene.page, "Nothing stands in the way. The answers are stored with the session."));
  gtk_editable_set_text (upper, "120");
  gtk_editable_set_text (lower, "80");
  g_assert_true (ui_shows (scene.page, "Nothing stands in the way. The answers are stored with the session."));
  gtk_editable_set_text (GTK_EDITABLE (ui_get (get_row (&scene, "After"), GTK_TYPE_ENTRY, NULL)), "118");
  sign (&scene);
  assert_nothing_stored (&scene);
  meso_pressure_row_set_texts (MESO_PRESSURE_ROW (get_row (&scene, "After")), (char *[]) { (char *) "118", (char *) "78" });
  sign (&scene);
  stored = get_last (&scene);
  g_assert_cmpint (stored->before.systolic, ==, 120);
  g_assert_cmpint (stored->before.diastolic, ==, 80);
  g_assert_cmpint (stored->after.systolic, ==, 118);
  end (&scene);
}

static void
test_correction (void)
{
  Scene scene = begin ("biotin");
  g_autofree char *recorded = NULL;
  g_autoptr(MesoTreatmentSession) original = NULL;
  g_autoptr(MesoTreatmentSession) stored = NULL;

  visit_answer_short_form (scene.visit, scene.visit->today, NULL);
  recorded = visit_treat (scene.visit);
  original = ui_fixture_call (scene.visit->fixture, get_session, recorded);
  open_page (&scene, recorded);
  g_assert_cmpstr (get_text (&scene, "Points"), ==, "20");
  type (&scene, "Points", "18");
  sign (&scene);
  /* Why is due, and what is on record stands. */
  g_assert_true (meso_field_has_error (get_row (&scene, "Reason")));
  g_assert_true (has_focus_inside (get_row (&scene, "Reason")));
  type (&scene, "Reason", "Miscounted & <b>");
  /* Half a correction is a draft of its own, apart from the patient's next session. */
  close_page (&scene);
  g_assert_false (has_draft (&scene));
  open_page (&scene, recorded);
  g_assert_cmpstr (get_text (&scene, "Reason"), ==, "Miscounted & <b>");
  sign (&scene);
  stored = get_last (&scene);
  g_assert_cmpstr (stored->amends, ==, recorded);
  g_assert_cmpstr (stored->reason, ==, "Miscounted & <b>");
  g_assert_cmpint (stored->points, ==, 18);
  g_assert_cmpint (stored->session_n, ==, original->session_n);
  g_assert_cmpstr (stored->screening, ==, original->screening);
  g_assert_cmpstr (stored->formula, ==, original->formula);
  g_assert_cmpuint (scene.desk.calls, ==, 0);
  end (&scene);
}

static void
test_late_answers (void)
{
  Scene scene = begin ("biotin");

  visit_answer_short_form (scene.visit, scene.visit->today, NULL);
  scene.page = GTK_WIDGET (meso_session_page_new (scene.visit->fixture->context, scene.visit->patient->id, NULL));
  scene.window = visit_show (&scene.desk, ADW_NAVIGATION_PAGE (scene.page), 800, 600);
  close_page (&scene);
  open_page (&scene, NULL);
  gtk_widget_activate_action (scene.page, "session.sign", NULL);
  end (&scene);
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
  sign (&scene);
  stored = get_last (&scene);
  g_assert_cmpint (stored->points, ==, 20);
  g_assert_cmpint (stored->volume_ul, ==, 2000);
  end (&scene);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/session-page/opens", test_opens);
  g_test_add_func ("/session-page/answers-go-along", test_answers_go_along);
  g_test_add_func ("/session-page/answer-that-blocks", test_answer_that_blocks);
  g_test_add_func ("/session-page/answer-is-taken-back", test_answer_is_taken_back);
  g_test_add_func ("/session-page/draft-of-answers", test_draft_of_answers);
  g_test_add_func ("/session-page/needs-short-form", test_needs_short_form);
  g_test_add_func ("/session-page/short-form-that-blocks", test_short_form_that_blocks);
  g_test_add_func ("/session-page/draft-that-forbids", test_draft_that_forbids);
  g_test_add_func ("/session-page/late-entry", test_late_entry);
  g_test_add_func ("/session-page/faults-at-their-fields", test_faults_at_their_fields);
  g_test_add_func ("/session-page/waste-is-no-wall", test_waste_is_no_wall);
  g_test_add_func ("/session-page/signs", test_signs);
  g_test_add_func ("/session-page/no-reactions", test_no_reactions);
  g_test_add_func ("/session-page/archived", test_archived);
  g_test_add_func ("/session-page/suspended", test_suspended);
  g_test_add_func ("/session-page/signed-page-leaves", test_signed_page_leaves);
  g_test_add_func ("/session-page/who-treats", test_who_treats);
  g_test_add_func ("/session-page/draft", test_draft);
  g_test_add_func ("/session-page/minoxidil-asks-pressure", test_minoxidil_asks_pressure);
  g_test_add_func ("/session-page/pressure-is-a-question", test_pressure_is_a_question);
  g_test_add_func ("/session-page/correction", test_correction);
  g_test_add_func ("/session-page/late-answers", test_late_answers);
  g_test_add_func ("/session-page/persian", test_persian);
  return g_test_run ();
}
