/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-screening-dialog-private.h"

#include "meso-answer-card.h"
#include "meso-chart-service.h"
#include "meso-clearance-page.h"
#include "meso-date-row.h"
#include "meso-facts-page.h"
#include "meso-field.h"
#include "meso-handout-preview.h"
#include "meso-override-page.h"
#include "meso-patient-service.h"
#include "meso-question-page.h"
#include "meso-staff-service.h"
#include "meso-verdict-finding.h"
#include "meso-verdict-page.h"
#include "ui-fixture.h"

#include <string.h>

#define NO_MODIFIERS ((GdkModifierType) 0)
/* What is tapped sooner answers nothing. */
#define READ_MS 260

typedef struct
{
  UiFixture *fixture;
  MesoPatient *patient;
  GtkWindow *window;
  GtkWidget *dialog;
} Scene;

static gpointer
add_patient (MesoClinic  *clinic,
             gpointer     request,
             GError     **error)
{
  return meso_patient_service_add (clinic, request, (MesoCalendarDate) { 2026, 1, 1 }, error);
}

static GtkWidget *
get_page (Scene *scene)
{
  GtkWidget *view = ui_get (scene->dialog, ADW_TYPE_NAVIGATION_VIEW, NULL);

  return GTK_WIDGET (adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (view)));
}

static gboolean
is_in_sight (gpointer data)
{
  GtkWidget *page = get_page (data);

  return (MESO_IS_QUESTION_PAGE (page) || MESO_IS_FACTS_PAGE (page) || MESO_IS_VERDICT_PAGE (page)) && gtk_widget_get_mapped (page);
}

static gboolean
is_out_of_sight (gpointer dialog)
{
  return !gtk_widget_get_mapped (dialog);
}

static gboolean
is_gone (gpointer data)
{
  return *(GtkWidget **) data == NULL;
}

static void
open_dialog (Scene      *scene,
             MesoForm    form,
             const char *screening)
{
  scene->dialog = GTK_WIDGET (meso_screening_dialog_new (scene->fixture->context, screening == NULL ? scene->patient->id : NULL, form,
                                                         screening));
  g_object_ref (scene->dialog);
  adw_dialog_present (ADW_DIALOG (scene->dialog), GTK_WIDGET (scene->window));
  ui_wait_until (is_in_sight, scene);
  ui_fixture_settle (scene->fixture);
}

static void
close_dialog (Scene *scene)
{
  adw_dialog_force_close (ADW_DIALOG (scene->dialog));
  ui_wait_until (is_out_of_sight, scene->dialog);
  g_object_add_weak_pointer (G_OBJECT (scene->dialog), (gpointer *) &scene->dialog);
  g_object_unref (scene->dialog);
  ui_wait_until (is_gone, &scene->dialog);
  ui_fixture_settle (scene->fixture);
}

static Scene *
scene_new_for (const char  *language,
               MesoPatient *patient,
               MesoForm     form)
{
  Scene *scene = g_new0 (Scene, 1);

  g_set_str (&patient->given_name, "A & B");
  g_set_str (&patient->family_name, "<i>Moradi</i>");
  scene->fixture = ui_fixture_new (language, 0);
  scene->patient = ui_fixture_call (scene->fixture, add_patient, patient);
  scene->window = ui_show (gtk_label_new ("below"), 900, 800);
  open_dialog (scene, form, NULL);
  return scene;
}

static Scene *
scene_new (const char *language,
           gboolean    known,
           MesoForm    form)
{
  g_autoptr(MesoPatient) patient = meso_patient_new ();

  if (known)
    {
      patient->sex = MESO_SEX_FEMALE;
      patient->birth_date = (MesoCalendarDate) { 1990, 3, 4 };
    }
  return scene_new_for (language, patient, form);
}

static void
scene_free (Scene *scene)
{
  gtk_window_destroy (scene->window);
  ui_fixture_free (scene->fixture);
  meso_patient_free (scene->patient);
  g_free (scene);
}

static const char *
get_question (Scene *scene)
{
  GtkWidget *page = get_page (scene);

  return MESO_IS_QUESTION_PAGE (page) ? meso_question_page_get_question (MESO_QUESTION_PAGE (page))->id : NULL;
}

static GtkWidget *
get_card (Scene      *scene,
          const char *word)
{
  GtkWidget *card = gtk_widget_get_ancestor (ui_get (get_page (scene), GTK_TYPE_LABEL, word), MESO_TYPE_ANSWER_CARD);

  g_assert_nonnull (card);
  return card;
}

/* As the window would hand it down. */
static void
press (Scene *scene,
       guint  keyval,
       guint  keycode)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (scene->dialog);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller) || gtk_event_controller_get_propagation_phase (controller) != GTK_PHASE_CAPTURE)
        continue;
      g_signal_emit_by_name (controller, "key-pressed", keyval, keycode, NO_MODIFIERS, &handled);
    }
}

static void
release (Scene *scene)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (scene->dialog);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-released", GDK_KEY_n, 57, NO_MODIFIERS);
    }
}

/* y, n, u, or a digit: each once the question before it can have been read */
static void
type (Scene      *scene,
      const char *keys)
{
  for (; *keys != '\0'; keys++)
    {
      ui_wait (READ_MS);
      press (scene, gdk_unicode_to_keyval ((guint32) *keys), (guint) *keys);
      release (scene);
    }
}

static void
leave_facts (Scene *scene)
{
  g_assert_true (MESO_IS_FACTS_PAGE (get_page (scene)));
  g_signal_emit_by_name (get_page (scene), "forward");
  ui_fixture_settle (scene->fixture);
}

static void
act (Scene      *scene,
     const char *action,
     const char *target)
{
  if (target != NULL)
    gtk_widget_activate_action (scene->dialog, action, "s", target);
  else
    gtk_widget_activate_action (scene->dialog, action, NULL);
  ui_fixture_settle (scene->fixture);
}

static gpointer
get_chart (MesoClinic  *clinic,
           gpointer     request,
           GError     **error)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  MesoCalendarDate today = { (gint16) g_date_time_get_year (now), (guint8) g_date_time_get_month (now),
                             (guint8) g_date_time_get_day_of_month (now) };

  return meso_chart_service_get (clinic, request, today, error);
}

/* What has no such answer is passed over. */
static void
say_no (Scene *scene)
{
  g_autofree char *asked = g_strdup (get_question (scene));

  type (scene, "n");
  if (g_strcmp0 (get_question (scene), asked) == 0)
    type (scene, "u");
  g_assert_cmpstr (get_question (scene), !=, asked);
}

/* To whatever is asked before that question; NULL: to all. */
static void
say_no_up_to (Scene      *scene,
              const char *question)
{
  while (get_question (scene) != NULL && g_strcmp0 (get_question (scene), question) != 0)
    say_no (scene);
  g_assert_cmpstr (get_question (scene), ==, question);
}

static void
say_no_to_the_rest (Scene *scene)
{
  say_no_up_to (scene, NULL);
}

static MesoChart *
load_chart (Scene *scene)
{
  return ui_fixture_call (scene->fixture, get_chart, scene->patient->id);
}

/* The whole way by keys: suitable, stored, signed; the next step in the same place. */
static void
test_suitable (gconstpointer language)
{
  Scene *scene = scene_new (language, TRUE, MESO_FORM_FULL);
  g_autoptr(MesoChart) chart = NULL;
  g_autoptr(MesoChart) signed_chart = NULL;

  leave_facts (scene);
  g_assert_cmpstr (get_question (scene), ==, "gradual-thinning");
  type (scene, "y");
  say_no_to_the_rest (scene);
  g_assert_true (MESO_IS_VERDICT_PAGE (get_page (scene)));
  act (scene, "screening.finish", NULL);
  chart = load_chart (scene);
  g_assert_nonnull (chart->screening);
  g_assert_false (chart->draft_screening);
  g_assert_cmpint (chart->eligibility, ==, MESO_ELIGIBILITY_TO_SIGN);
  act (scene, "screening.sign", NULL);
  signed_chart = load_chart (scene);
  g_assert_cmpint (signed_chart->eligibility, ==, MESO_ELIGIBILITY_SIGNED);
  if (g_str_equal (language, "en"))
    g_assert_true (ui_shows (scene->dialog, "Next: choose a plan of sessions"));
  close_dialog (scene);
  /* The stored one opens again where it was. */
  open_dialog (scene, MESO_FORM_FULL, chart->screening->id);
  g_assert_true (MESO_IS_VERDICT_PAGE (get_page (scene)));
  close_dialog (scene);
  scene_free (scene);
}

static gpointer
count_sheets (MesoClinic  *clinic,
              gpointer     patient,
              GError     **error)
{
  g_autoptr(GPtrArray) sheets = meso_handout_service_list (clinic, patient, error);

  return GUINT_TO_POINTER (sheets->len);
}

static gboolean
shows_print (Scene *scene)
{
  GtkWidget *label = ui_find (get_page (scene), GTK_TYPE_LABEL, "Print…");

  return label != NULL && gtk_widget_get_mapped (label);
}

/* What isn't stored yet has no button; what is stored is printed as it was signed, not as what was answered since, and kept. */
static void
test_print (void)
{
  Scene *scene = scene_new ("en", TRUE, MESO_FORM_FULL);
  g_autoptr(MesoChart) chart = NULL;
  g_autoptr(MesoHandoutChoice) choice = NULL;
  g_autoptr(MesoIssuedHandout) sheet = NULL;
  g_autoptr(MesoHandoutPreview) preview = NULL;
  g_autofree char *text = NULL;

  leave_facts (scene);
  say_no_to_the_rest (scene);
  g_assert_true (MESO_IS_VERDICT_PAGE (get_page (scene)));
  g_assert_false (shows_print (scene));
  act (scene, "screening.finish", NULL);
  g_assert_true (shows_print (scene));
  chart = load_chart (scene);
  choice = meso_screening_dialog_make_sheet (MESO_SCREENING_DIALOG (scene->dialog));
  g_assert_cmpstr (choice->screening, ==, chart->screening->id);
  preview = ui_fixture_call (scene->fixture, meso_handout_choice_preview, choice);
  text = meso_handout_preview_dup_text (preview);
  g_assert_nonnull (strstr (text, "Screening result"));
  g_assert_nonnull (strstr (text, "A & B <i>Moradi</i>"));
  g_assert_cmpuint (GPOINTER_TO_UINT (ui_fixture_call (scene->fixture, count_sheets, scene->patient->id)), ==, 0);
  sheet = ui_fixture_call (scene->fixture, meso_handout_choice_issue, choice);
  g_assert_true (g_str_has_prefix (g_bytes_get_data (sheet->pdf, NULL), "%PDF-"));
  g_assert_cmpuint (GPOINTER_TO_UINT (ui_fixture_call (scene->fixture, count_sheets, scene->patient->id)), ==, 1);
  close_dialog (scene);
  open_dialog (scene, MESO_FORM_FULL, chart->screening->id);
  g_assert_true (shows_print (scene));
  close_dialog (scene);
  scene_free (scene);
}

/* A name is never markup; the cards say what they are, which key, and which one stands. */
static void
test_accessible (void)
{
  Scene *scene = scene_new ("en", TRUE, MESO_FORM_SHORT);
  GtkWidget *yes = get_card (scene, "Yes");
  g_autofree char *words = ui_dup_words (scene->dialog);

  g_assert_nonnull (strstr (words, "A & B <i>Moradi</i>"));
  gtk_test_accessible_assert_role (yes, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (yes, GTK_ACCESSIBLE_PROPERTY_LABEL, "Yes");
  gtk_test_accessible_assert_property (yes, GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, "Y");
  gtk_test_accessible_assert_state (yes, GTK_ACCESSIBLE_STATE_PRESSED, GTK_ACCESSIBLE_TRISTATE_FALSE);
  type (scene, "u");
  g_assert_true (ui_shows (scene->dialog, "How to Find Out"));
  gtk_test_accessible_assert_state (get_card (scene, "Don’t know"), GTK_ACCESSIBLE_STATE_PRESSED,
                                    GTK_ACCESSIBLE_TRISTATE_TRUE);
  close_dialog (scene);
  scene_free (scene);
}

/* A key that is held answers one question; pressed again, the next. Backspace goes back. */
static void
test_held_key (void)
{
  Scene *scene = scene_new ("en", TRUE, MESO_FORM_SHORT);

  ui_wait (READ_MS);
  press (scene, GDK_KEY_n, 57);
  ui_wait (READ_MS);
  press (scene, GDK_KEY_n, 57);
  ui_wait (READ_MS);
  press (scene, GDK_KEY_n, 57);
  g_assert_cmpstr (get_question (scene), ==, "menstruating");
  release (scene);
  press (scene, GDK_KEY_BackSpace, 22);
  g_assert_cmpstr (get_question (scene), ==, "pregnant");
  close_dialog (scene);
  scene_free (scene);
}

/* A second tap falls on a question that nobody has seen: it answers nothing, by key or by hand. */
static void
test_second_tap (void)
{
  Scene *scene = scene_new ("en", TRUE, MESO_FORM_SHORT);

  ui_wait (READ_MS);
  press (scene, GDK_KEY_n, 57);
  release (scene);
  g_assert_cmpstr (get_question (scene), ==, "menstruating");
  press (scene, GDK_KEY_n, 57);
  release (scene);
  press (scene, GDK_KEY_Return, 36);
  release (scene);
  g_signal_emit_by_name (get_card (scene, "Yes"), "clicked");
  g_signal_emit_by_name (get_card (scene, "Don’t know"), "clicked");
  g_assert_cmpstr (get_question (scene), ==, "menstruating");
  g_assert_false (ui_shows (scene->dialog, "How to Find Out"));
  gtk_test_accessible_assert_state (get_card (scene, "Yes"), GTK_ACCESSIBLE_STATE_PRESSED, GTK_ACCESSIBLE_TRISTATE_FALSE);
  /* Who has read it answers it. */
  ui_wait (READ_MS);
  g_signal_emit_by_name (get_card (scene, "No"), "clicked");
  g_assert_cmpstr (get_question (scene), ==, "blood-thinner");
  close_dialog (scene);
  scene_free (scene);
}

/* In a field Backspace takes a letter away; in an empty one it goes back as anywhere. */
static void
test_back_from_field (void)
{
  Scene *scene = scene_new ("en", TRUE, MESO_FORM_SHORT);
  GtkWidget *row;

  say_no_up_to (scene, "systolic");
  row = ui_get (get_page (scene), ADW_TYPE_ENTRY_ROW, NULL);
  gtk_widget_grab_focus (row);
  gtk_editable_set_text (GTK_EDITABLE (row), "1");
  press (scene, GDK_KEY_BackSpace, 22);
  g_assert_cmpstr (get_question (scene), ==, "systolic");
  /* Still held when the field is empty. */
  gtk_editable_set_text (GTK_EDITABLE (row), "");
  press (scene, GDK_KEY_BackSpace, 22);
  g_assert_cmpstr (get_question (scene), ==, "systolic");
  release (scene);
  press (scene, GDK_KEY_BackSpace, 22);
  g_assert_cmpstr (get_question (scene), ==, "trouble-after");
  close_dialog (scene);
  scene_free (scene);
}

/* Left in the middle and opened again, it goes on there, and says so. */
static void
test_resume (void)
{
  Scene *scene = scene_new ("en", TRUE, MESO_FORM_FULL);
  g_autoptr(MesoChart) chart = NULL;

  leave_facts (scene);
  type (scene, "ynn");
  close_dialog (scene);
  chart = load_chart (scene);
  g_assert_true (chart->draft_screening);
  g_assert_null (chart->screening);
  open_dialog (scene, MESO_FORM_FULL, NULL);
  g_assert_cmpstr (get_question (scene), ==, "oily-flaky");
  g_assert_true (ui_shows (scene->dialog, "Resumed where you stopped today."));
  press (scene, GDK_KEY_BackSpace, 22);
  g_assert_cmpstr (get_question (scene), ==, "dry-brittle-damaged");
  close_dialog (scene);
  scene_free (scene);
}

/* Nobody can go on after a block: no button, and no way past the buttons. */
static void
test_block (void)
{
  Scene *scene = scene_new ("en", TRUE, MESO_FORM_FULL);
  g_autoptr(MesoChart) chart = NULL;

  leave_facts (scene);
  say_no_up_to (scene, "pregnant");
  type (scene, "y");
  say_no_to_the_rest (scene);
  act (scene, "screening.finish", NULL);
  g_assert_true (ui_shows (scene->dialog, "Do Not Treat"));
  g_assert_true (ui_shows (scene->dialog, "No treatment"));
  act (scene, "screening.decide", "");
  act (scene, "screening.decide", "PREG");
  act (scene, "screening.clear", "PREG");
  g_assert_true (MESO_IS_VERDICT_PAGE (get_page (scene)));
  chart = load_chart (scene);
  g_assert_cmpint (chart->eligibility, ==, MESO_ELIGIBILITY_BLOCKED);
  close_dialog (scene);
  scene_free (scene);
}

/* Tab goes through findings that are folded out, and leaves them again, down to the page's own button. */
static void
tab_to_decide (Scene *scene)
{
  GtkWidget *focus = NULL;
  gboolean reached = FALSE;
  GtkWidget *first = ui_get (get_page (scene), MESO_TYPE_VERDICT_FINDING, NULL);

  for (GtkWidget *row = first; row != NULL; row = gtk_widget_get_next_sibling (row))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  ui_wait (400);
  g_assert_true (gtk_widget_child_focus (first, GTK_DIR_TAB_FORWARD));
  for (guint i = 0; i < 60 && !reached; i++)
    {
      gtk_widget_child_focus (get_page (scene), GTK_DIR_TAB_FORWARD);
      focus = gtk_root_get_focus (gtk_widget_get_root (scene->dialog));
      g_assert_false (GTK_IS_LABEL (focus));
      reached = GTK_IS_BUTTON (focus) && gtk_widget_get_ancestor (focus, MESO_TYPE_VERDICT_FINDING) == NULL &&
                ui_find (focus, GTK_TYPE_LABEL, "Decide as Physician…") != NULL;
    }
  g_assert_true (reached);
}

/* A wait and a caution: decided with a reason for each, which the fields insist on. */
static void
test_decide (void)
{
  Scene *scene = scene_new ("en", TRUE, MESO_FORM_FULL);
  g_autoptr(MesoChart) chart = NULL;
  GtkWidget *field;

  leave_facts (scene);
  say_no_up_to (scene, "menstruating");
  type (scene, "y");
  g_assert_cmpstr (get_question (scene), ==, "period-started-on");
  /* What is typed into the field stays there, with what is wrong about it. */
  field = ui_get (get_page (scene), MESO_TYPE_DATE_ROW, NULL);
  gtk_editable_set_text (GTK_EDITABLE (field), "2999-01-01");
  g_signal_emit_by_name (field, "entry-activated");
  g_assert_true (meso_field_has_error (field));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (field)), ==, "2999-01-01");
  ui_wait (READ_MS);
  meso_question_page_press (MESO_QUESTION_PAGE (get_page (scene)), MESO_ANSWER_KEY_NUMBER, 2);
  say_no_up_to (scene, "endocrine-disorder");
  type (scene, "y");
  say_no_to_the_rest (scene);
  act (scene, "screening.finish", NULL);
  tab_to_decide (scene);
  act (scene, "screening.decide", "");
  g_assert_true (MESO_IS_OVERRIDE_PAGE (get_page (scene)));
  g_signal_emit_by_name (ui_get (get_page (scene), GTK_TYPE_BUTTON, "Go On and Sign"), "clicked");
  field = ui_get (get_page (scene), ADW_TYPE_ENTRY_ROW, NULL);
  g_assert_true (meso_field_has_error (field));
  gtk_editable_set_text (GTK_EDITABLE (field), "A & B <b>");
  g_assert_true (MESO_IS_OVERRIDE_PAGE (get_page (scene)));
  close_dialog (scene);

  /* Reasons that were begun are still there. */
  chart = load_chart (scene);
  open_dialog (scene, MESO_FORM_FULL, chart->screening->id);
  act (scene, "screening.decide", "");
  field = ui_get (get_page (scene), ADW_TYPE_ENTRY_ROW, NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (field)), ==, "A & B <b>");
  close_dialog (scene);
  scene_free (scene);
}

static gpointer
put_nurse_at_desk (MesoClinic  *clinic,
                   gpointer     request,
                   GError     **error)
{
  g_autoptr(MesoStaff) nurse = meso_staff_new ();
  g_autofree char *id = NULL;

  g_set_str (&nurse->name, "Nurse <b>Niloufar</b>");
  nurse->role = MESO_ROLE_NURSE;
  id = meso_staff_service_add (clinic, nurse, error);
  if (id != NULL)
    meso_staff_service_take_desk (clinic, id, error);
  return NULL;
}

/* A nurse prepares; the page says who is at the desk, and nothing can be signed. */
static void
test_nurse (void)
{
  Scene *scene = scene_new ("en", TRUE, MESO_FORM_FULL);
  g_autoptr(MesoChart) chart = NULL;

  leave_facts (scene);
  type (scene, "y");
  say_no_to_the_rest (scene);
  act (scene, "screening.finish", NULL);
  ui_fixture_call (scene->fixture, put_nurse_at_desk, NULL);
  ui_fixture_settle (scene->fixture);
  g_assert_true (ui_shows (scene->dialog, "Next: a physician decides"));
  act (scene, "screening.sign", NULL);
  chart = load_chart (scene);
  g_assert_cmpint (chart->eligibility, ==, MESO_ELIGIBILITY_TO_SIGN);
  close_dialog (scene);
  scene_free (scene);
}

/* What the record lacks is asked first, and kept in the record. */
static void
test_facts (void)
{
  Scene *scene = scene_new ("en", FALSE, MESO_FORM_FULL);
  GtkWidget *weight = ui_get (get_page (scene), ADW_TYPE_ENTRY_ROW, "Weight in kg (may be left empty)");
  g_autoptr(MesoChart) chart = NULL;

  g_signal_emit_by_name (get_card (scene, "Male"), "clicked");
  gtk_editable_set_text (GTK_EDITABLE (weight), "6500");
  g_signal_emit_by_name (get_page (scene), "forward");
  g_assert_true (meso_field_has_error (weight));
  g_assert_true (MESO_IS_FACTS_PAGE (get_page (scene)));
  gtk_editable_set_text (GTK_EDITABLE (weight), "1,000");
  g_signal_emit_by_name (get_page (scene), "forward");
  g_assert_true (meso_field_has_error (weight));
  gtk_editable_set_text (GTK_EDITABLE (weight), "65");
  leave_facts (scene);
  chart = load_chart (scene);
  g_assert_cmpint (chart->patient->sex, ==, MESO_SEX_MALE);
  /* Nobody asks him whether he is pregnant. */
  for (; g_strcmp0 (get_question (scene), "endocrine-disorder") != 0; say_no (scene))
    g_assert_cmpstr (get_question (scene), !=, "pregnant");
  close_dialog (scene);
  scene_free (scene);
}

/* The short form of a suitable day is stored and gone. */
static void
test_short_form (void)
{
  Scene *scene = scene_new ("en", TRUE, MESO_FORM_SHORT);
  g_autoptr(MesoChart) chart = NULL;

  say_no_to_the_rest (scene);
  g_assert_true (MESO_IS_VERDICT_PAGE (get_page (scene)));
  act (scene, "screening.finish", NULL);
  chart = load_chart (scene);
  g_assert_nonnull (chart->short_form);
  ui_wait_until (is_out_of_sight, scene->dialog);
  g_clear_object (&scene->dialog);
  scene_free (scene);
}

/* Gone before the answer came. */
static void
test_late_answer (void)
{
  Scene *scene = scene_new ("en", TRUE, MESO_FORM_FULL);
  GtkWidget *dialog = GTK_WIDGET (meso_screening_dialog_new (scene->fixture->context, scene->patient->id, MESO_FORM_FULL, NULL));

  g_object_ref_sink (dialog);
  g_object_unref (dialog);
  leave_facts (scene);
  type (scene, "y");
  say_no_to_the_rest (scene);
  gtk_widget_activate_action (scene->dialog, "screening.finish", NULL);
  close_dialog (scene);
  scene_free (scene);
}

/* An age that was told and a weight that was measured need not be said again. */
static void
test_the_record_is_known (void)
{
  g_autoptr(MesoPatient) patient = meso_patient_new ();
  Scene *scene;
  GtkWidget *weight;

  patient->sex = MESO_SEX_FEMALE;
  patient->age = 34;
  patient->age_on = (MesoCalendarDate) { 2025, 12, 1 };
  patient->weight_g = 61500;
  patient->weight_on = (MesoCalendarDate) { 2025, 12, 1 };
  scene = scene_new_for ("en", patient, MESO_FORM_FULL);
  g_assert_true (MESO_IS_FACTS_PAGE (get_page (scene)));
  weight = ui_get (get_page (scene), ADW_TYPE_ENTRY_ROW, "Weight in kg (may be left empty)");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (weight)), ==, "61.5");
  g_assert_false (gtk_widget_get_visible (ui_get (get_page (scene), MESO_TYPE_DATE_ROW, NULL)));
  close_dialog (scene);
  scene_free (scene);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_data_func ("/screening-dialog/suitable/en", "en", test_suitable);
  g_test_add_data_func ("/screening-dialog/suitable/fa", "fa", test_suitable);
  g_test_add_func ("/screening-dialog/print", test_print);
  g_test_add_func ("/screening-dialog/accessible", test_accessible);
  g_test_add_func ("/screening-dialog/held-key", test_held_key);
  g_test_add_func ("/screening-dialog/second-tap", test_second_tap);
  g_test_add_func ("/screening-dialog/back-from-field", test_back_from_field);
  g_test_add_func ("/screening-dialog/resume", test_resume);
  g_test_add_func ("/screening-dialog/block", test_block);
  g_test_add_func ("/screening-dialog/decide", test_decide);
  g_test_add_func ("/screening-dialog/nurse", test_nurse);
  g_test_add_func ("/screening-dialog/facts", test_facts);
  g_test_add_func ("/screening-dialog/short-form", test_short_form);
  g_test_add_func ("/screening-dialog/late-answer", test_late_answer);
  g_test_add_func ("/screening-dialog/the-record-is-known", test_the_record_is_known);
  return g_test_run ();
}
