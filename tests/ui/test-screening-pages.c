/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-question-page.h"

#include <string.h>

#include "meso-answer-card.h"
#include "meso-clearance-page.h"
#include "meso-content.h"
#include "meso-date-row.h"
#include "meso-field.h"
#include "meso-question-words.h"
#include "meso-scale-picture.h"
#include "meso-verdict-page.h"
#include "ui-fixture.h"

/* Pages of each type of question, whatever the shipped content asks: ours stand behind its own. */
#define PROVENANCE " origin='clinic' source='GK' grade='GK' review='unreviewed'"
#define NUMBER(id, text, more) \
  "<question id='" id "' type='number' forms='full' required='false' min='40' max='300' unit='mmHg' " more PROVENANCE ">" \
  "<text>" text "</text><help>Why</help></question>"

#define STAGE(n) "<choice id='stage-" n "'><text>Stage " n "</text></choice>"

static const char more[] =
  "<protocol xmlns='https://example.org/mesoclinic/protocol' version='1.0.0'>"
  "<question id='x-gate' type='answer' forms='full'" PROVENANCE ">"
  "<text>A &amp; B &lt;i&gt;?</text><help>Why</help><find-out>How</find-out></question>"
  "<question id='x-child' type='answer' forms='full' parent='x-gate'" PROVENANCE ">"
  "<text>Child?</text><help>Why</help><find-out>How</find-out></question>"
  NUMBER ("x-upper", "Upper?", "") NUMBER ("x-lower", "Lower?", "below='x-upper'")
  "<question id='x-scale' type='choice' forms='full' required='false'" PROVENANCE "><text>Scale?</text><help>Why</help>"
  "<choice id='norwood-1'><text>I</text></choice><choice id='norwood-3v'><text>III vertex</text></choice>"
  "<choice id='norwood-7'><text>VII</text></choice></question>"
  "<question id='x-plain' type='choice' forms='full'" PROVENANCE "><text>Plain?</text><help>Why</help>"
  "<choice id='one'><text>One</text></choice><choice id='two'><text>Two</text></choice></question>"
  "<question id='x-stages' type='choice' forms='full' required='false'" PROVENANCE "><text>Stages?</text><help>Why</help>"
  STAGE ("1") STAGE ("2") STAGE ("3") STAGE ("4") STAGE ("5") STAGE ("6") STAGE ("7") STAGE ("8") STAGE ("9") STAGE ("10") "</question>"
  "<question id='x-day' type='date' forms='full' required='false'" PROVENANCE "><text>Day?</text><help>Why</help></question>"
  "<rule id='X-DAY' overridable='true' findings='all'" PROVENANCE "><case outcome='defer' event='x-day' days='14'>"
  "<when question='x-gate' is='yes'/><reason>R</reason><advice>A</advice></case></rule>"
  "</protocol>";

typedef struct
{
  UiFixture *fixture;
  MesoContent *content;
  MesoProtocol *protocol;
  MesoInterview *interview;
  MesoQuestionPage *page;
  GtkWindow *window;
  guint forward;
} Scene;

/* What the dialog does with an answer. */
static void
answered (MesoQuestionPage   *page,
          const MesoQuestion *question,
          const MesoAnswer   *answer,
          Scene              *scene)
{
  if (answer != NULL)
    meso_interview_answer (scene->interview, question->id, meso_answer_copy (answer));
  else
    meso_interview_skip (scene->interview, question->id);
}

static void
went_forward (Scene *scene)
{
  scene->forward++;
}

static const MesoQuestion *
find (Scene      *scene,
      const char *id)
{
  const MesoQuestion *question = meso_protocol_lookup_question (scene->protocol, id);

  g_assert_nonnull (question);
  return question;
}

static void
show (Scene      *scene,
      const char *id)
{
  scene->page = meso_question_page_new (scene->fixture->context, scene->interview, find (scene, id));
  g_signal_connect (scene->page, "answered", G_CALLBACK (answered), scene);
  g_signal_connect_swapped (scene->page, "forward", G_CALLBACK (went_forward), scene);
  scene->window = ui_show (GTK_WIDGET (scene->page), 700, 760);
  meso_question_page_refresh (scene->page);
  scene->forward = 0;
}

static void
hide (Scene *scene)
{
  gtk_window_destroy (scene->window);
}

static Scene *
scene_new (const char *language)
{
  Scene *scene = g_new0 (Scene, 1);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) documents = g_ptr_array_new ();
  g_autoptr(GBytes) bytes = g_bytes_new_static (more, strlen (more));
  MesoProtocolDocument *document = meso_protocol_document_new ("more.xml", bytes);

  scene->fixture = ui_fixture_new (language, 0);
  scene->content = meso_content_load (&error);
  g_assert_no_error (error);
  for (guint i = 0; i < meso_content_get_documents (scene->content)->len; i++)
    g_ptr_array_add (documents, g_ptr_array_index (meso_content_get_documents (scene->content), i));
  g_ptr_array_add (documents, document);
  scene->protocol = meso_protocol_new (documents, &error);
  g_assert_no_error (error);
  meso_protocol_document_free (document);
  scene->interview = meso_interview_new (scene->protocol, MESO_FORM_FULL, meso_context_get_today (scene->fixture->context));
  return scene;
}

static void
scene_free (Scene *scene)
{
  meso_interview_free (scene->interview);
  meso_protocol_unref (scene->protocol);
  meso_content_unref (scene->content);
  ui_fixture_free (scene->fixture);
  g_free (scene);
}

static const MesoAnswer *
get_answer (Scene      *scene,
            const char *id)
{
  return meso_questionnaire_response_lookup (meso_interview_get_response (scene->interview), id);
}

static GtkWidget *
get_card (Scene      *scene,
          const char *word)
{
  GtkWidget *card = gtk_widget_get_ancestor (ui_get (GTK_WIDGET (scene->page), GTK_TYPE_LABEL, word), MESO_TYPE_ANSWER_CARD);

  g_assert_nonnull (card);
  return card;
}

/* The nth field that something is typed into. */
static GtkWidget *
get_field (Scene *scene,
           guint  index)
{
  GtkWidget *list = ui_get (GTK_WIDGET (scene->page), GTK_TYPE_LIST_BOX, NULL);

  for (; index > 0; index--)
    {
      do
        list = gtk_widget_get_next_sibling (list);
      while (!GTK_IS_LIST_BOX (list));
    }
  return GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
}

/* Two fields with one range sound the same by it: what is asked names them, and the range describes them. */
static void
assert_named (GtkWidget  *row,
              const char *name)
{
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (row)));
  const char *range = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));

  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, range);
  gtk_test_accessible_assert_property (text, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  gtk_test_accessible_assert_property (text, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, range);
  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_RELATION_LABELLED_BY));
}

/* Two readings of one gauge: one page, one place among the questions, each field with its own words. */
static void
test_numbers (gconstpointer language)
{
  Scene *scene = scene_new (language);
  g_autoptr(GPtrArray) page = meso_interview_list_page (scene->interview, "x-lower");
  guint upper = meso_interview_get_place (scene->interview, "x-upper", NULL);

  g_assert_cmpuint (page->len, ==, 2);
  g_assert_cmpstr (meso_interview_get_leader (scene->interview, "x-lower")->id, ==, "x-upper");
  g_assert_cmpuint (meso_interview_get_place (scene->interview, "x-lower", NULL), ==, upper);
  g_assert_cmpuint (meso_interview_get_place (scene->interview, "x-scale", NULL), ==, upper + 1);
  show (scene, "x-upper");
  assert_named (get_field (scene, 0), "Upper?");
  assert_named (get_field (scene, 1), "Lower?");
  /* What can't be stays, with the reason; nothing of the page is given meanwhile. */
  gtk_editable_set_text (GTK_EDITABLE (get_field (scene, 0)), "۱۲۰");
  gtk_editable_set_text (GTK_EDITABLE (get_field (scene, 1)), "8000");
  g_signal_emit_by_name (get_field (scene, 0), "entry-activated");
  g_assert_cmpuint (scene->forward, ==, 0);
  g_signal_emit_by_name (get_field (scene, 1), "entry-activated");
  g_assert_true (meso_field_has_error (get_field (scene, 1)));
  g_assert_false (meso_field_has_error (get_field (scene, 0)));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_field (scene, 1))), ==, "8000");
  g_assert_null (get_answer (scene, "x-upper"));
  gtk_editable_set_text (GTK_EDITABLE (get_field (scene, 1)), "80");
  g_signal_emit_by_name (get_field (scene, 1), "entry-activated");
  g_assert_cmpuint (scene->forward, ==, 1);
  g_assert_cmpint (get_answer (scene, "x-upper")->milli, ==, 120000);
  g_assert_cmpint (get_answer (scene, "x-lower")->milli, ==, 80000);
  hide (scene);
  scene_free (scene);
}

/* What need not be answered is passed over: nothing is missing for it, and it isn't asked for again. */
static void
test_skip (void)
{
  Scene *scene = scene_new ("en");
  g_autofree char *json = NULL;
  g_autoptr(MesoInterview) again = NULL;
  g_auto(MesoInterviewDraft) draft = { 0 };

  show (scene, "x-upper");
  g_assert_nonnull (ui_find (GTK_WIDGET (scene->page), GTK_TYPE_BUTTON, "Skip"));
  g_assert_null (ui_find (GTK_WIDGET (scene->page), GTK_TYPE_LABEL, "Don’t know"));
  gtk_editable_set_text (GTK_EDITABLE (get_field (scene, 0)), "1");
  g_assert_nonnull (ui_find (GTK_WIDGET (scene->page), GTK_TYPE_BUTTON, "Continue"));
  gtk_editable_set_text (GTK_EDITABLE (get_field (scene, 0)), "");
  g_assert_true (meso_question_page_press (scene->page, MESO_ANSWER_KEY_UNKNOWN, 0));
  g_assert_cmpuint (scene->forward, ==, 1);
  g_assert_null (get_answer (scene, "x-upper"));
  g_assert_true (meso_interview_is_skipped (scene->interview, "x-upper"));
  g_assert_true (meso_interview_is_skipped (scene->interview, "x-lower"));
  hide (scene);
  json = meso_interview_to_json (scene->interview, NULL);
  again = meso_interview_new (scene->protocol, MESO_FORM_FULL, meso_context_get_today (scene->fixture->context));
  g_assert_true (meso_interview_from_json (again, json, &draft));
  g_assert_true (meso_interview_is_skipped (again, "x-upper"));
  g_assert_false (meso_interview_is_skipped (again, "x-scale"));
  scene_free (scene);
}

/* Pictures with names and descriptions, that keys choose. */
static void
test_scale (gconstpointer language)
{
  Scene *scene = scene_new (language);
  GtkWidget *card;

  show (scene, "x-scale");
  card = get_card (scene, "III vertex");
  gtk_test_accessible_assert_role (card, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (card, GTK_ACCESSIBLE_PROPERTY_LABEL, "III vertex");
  gtk_test_accessible_assert_property (card, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, meso_scale_picture_get_description ("norwood-3v"));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (card), ==, meso_scale_picture_get_description ("norwood-3v"));
  g_assert_false (meso_question_page_press (scene->page, MESO_ANSWER_KEY_YES, 0));
  g_assert_false (meso_question_page_press (scene->page, MESO_ANSWER_KEY_NUMBER, 4));
  g_assert_true (meso_question_page_press (scene->page, MESO_ANSWER_KEY_NUMBER, 2));
  g_assert_cmpstr (get_answer (scene, "x-scale")->choice, ==, "norwood-3v");
  gtk_test_accessible_assert_state (card, GTK_ACCESSIBLE_STATE_PRESSED, GTK_ACCESSIBLE_TRISTATE_TRUE);
  hide (scene);
  show (scene, "x-plain");
  g_assert_null (gtk_widget_get_tooltip_text (get_card (scene, "Two")));
  hide (scene);
  scene_free (scene);
}

/* Of more choices than there are number keys none has one: a key would stand for a name with another number. */
static void
test_many_choices (void)
{
  Scene *scene = scene_new ("en");

  show (scene, "x-stages");
  for (guint number = 1; number <= 9; number++)
    {
      g_autofree char *key = g_strdup_printf ("%u", number);

      g_assert_false (meso_question_page_press (scene->page, MESO_ANSWER_KEY_NUMBER, number));
      g_assert_false (ui_shows (GTK_WIDGET (scene->page), key));
    }
  g_assert_null (get_answer (scene, "x-stages"));
  hide (scene);
  show (scene, "x-scale");
  g_assert_true (ui_shows (GTK_WIDGET (scene->page), "3"));
  hide (scene);
  scene_free (scene);
}

/* Who presses Enter by habit chooses nothing; who comes back stands on what was chosen. */
static void
test_choice_focus (void)
{
  Scene *scene = scene_new ("en");

  show (scene, "x-scale");
  meso_question_page_focus (scene->page);
  g_assert_true (gtk_widget_is_focus (ui_get (GTK_WIDGET (scene->page), GTK_TYPE_BUTTON, "Skip")));
  g_assert_true (meso_question_page_press (scene->page, MESO_ANSWER_KEY_NUMBER, 3));
  meso_question_page_focus (scene->page);
  g_assert_true (gtk_widget_is_focus (get_card (scene, "VII")));
  hide (scene);
  /* One that has to be answered begins with its first. */
  show (scene, "x-plain");
  meso_question_page_focus (scene->page);
  g_assert_true (gtk_widget_is_focus (get_card (scene, "One")));
  hide (scene);
  scene_free (scene);
}

/* Every picture that is drawn can be shown, and has its words in both languages; nothing else is one. */
static void
test_pictures (void)
{
  UiFixture *fixture = ui_fixture_new ("fa", 0);
  g_auto(GStrv) files = g_resources_enumerate_children ("/org/example/MesoClinic/icons/scalable/actions", 0, NULL);
  guint count = 0;

  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autofree char *name = g_strdup (files[i]);
      g_autofree char *icon = NULL;

      if (!g_str_has_prefix (name, "meso-scale-"))
        continue;
      name[strlen (name) - strlen ("-symbolic.svg")] = '\0';
      icon = g_strconcat (name, "-symbolic", NULL);
      g_assert_cmpstr (meso_scale_picture_get_icon_name (name + strlen ("meso-scale-")), ==, icon);
      g_assert_nonnull (meso_scale_picture_get_description (name + strlen ("meso-scale-")));
      count++;
    }
  g_assert_cmpuint (count, ==, 20);
  g_assert_null (meso_scale_picture_get_icon_name ("one"));
  g_assert_null (meso_scale_picture_get_description ("norwood"));
  ui_fixture_free (fixture);
}

static MesoAnswerProposal *
propose (const char *question,
         MesoAnswer *answer,
         const char *what)
{
  MesoAnswerProposal *proposal = g_new0 (MesoAnswerProposal, 1);
  MesoHealthItem *item;

  proposal->question = g_strdup (question);
  proposal->answer = answer;
  proposal->items = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_health_item_free);
  if (what != NULL)
    {
      item = meso_health_item_new (MESO_HEALTH_MEDICINE, what);
      item->origin = MESO_MEDICINE_PRESCRIBED;
      g_ptr_array_add (proposal->items, item);
    }
  return proposal;
}

static gboolean
reads (Scene      *scene,
       const char *part)
{
  g_autofree char *words = ui_dup_words (GTK_WIDGET (scene->page));

  return strstr (words, part) != NULL;
}

/* What the record says stands there to be confirmed: it is no answer before somebody says so. */
static void
test_known (void)
{
  Scene *scene = scene_new ("en");
  GPtrArray *proposals = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_answer_proposal_free);

  g_ptr_array_add (proposals, propose ("x-gate", meso_answer_new (MESO_ANSWER_YES), "war & farin <b>"));
  g_ptr_array_add (proposals, propose ("x-upper", meso_answer_new_number (130000), NULL));
  meso_interview_set_proposals (scene->interview, proposals);
  show (scene, "x-gate");
  g_assert_true (reads (scene, "From the record: "));
  g_assert_true (reads (scene, "war & farin <b>"));
  g_assert_true (reads (scene, "prescribed"));
  g_assert_null (get_answer (scene, "x-gate"));
  gtk_test_accessible_assert_state (get_card (scene, "Yes"), GTK_ACCESSIBLE_STATE_PRESSED, GTK_ACCESSIBLE_TRISTATE_FALSE);
  gtk_test_accessible_assert_property (get_card (scene, "Yes"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "As in the record");
  meso_question_page_focus (scene->page);
  g_assert_true (gtk_widget_is_focus (get_card (scene, "Yes")));
  g_assert_true (meso_question_page_press (scene->page, MESO_ANSWER_KEY_NO, 0));
  g_assert_cmpint (get_answer (scene, "x-gate")->kind, ==, MESO_ANSWER_NO);
  g_assert_false (meso_answer_card_get_suggested (MESO_ANSWER_CARD (get_card (scene, "Yes"))));
  /* Who comes back still reads what the record says. */
  meso_question_page_refresh (scene->page);
  g_assert_true (reads (scene, "From the record: "));
  hide (scene);
  /* A number stands in its field, and is taken by going on. */
  show (scene, "x-upper");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_field (scene, 0))), ==, "130");
  g_assert_null (get_answer (scene, "x-upper"));
  g_signal_emit_by_name (get_field (scene, 1), "entry-activated");
  g_assert_cmpint (get_answer (scene, "x-upper")->milli, ==, 130000);
  hide (scene);
  scene_free (scene);
}

/* A follow-up says what opened it, in words that are never markup; what lies behind never shrinks. */
static void
test_follow_up (void)
{
  Scene *scene = scene_new ("en");
  double gate = meso_interview_get_progress (scene->interview, "x-gate");
  double next = meso_interview_get_progress (scene->interview, "x-upper");

  meso_interview_answer (scene->interview, "x-gate", meso_answer_new (MESO_ANSWER_YES));
  g_assert_cmpfloat (meso_interview_get_progress (scene->interview, "x-gate"), ==, gate);
  g_assert_cmpfloat (meso_interview_get_progress (scene->interview, "x-child"), >, gate);
  g_assert_cmpfloat (meso_interview_get_progress (scene->interview, "x-child"), <, next);
  g_assert_cmpfloat (meso_interview_get_progress (scene->interview, "x-upper"), ==, next);
  show (scene, "x-child");
  g_assert_true (ui_shows (GTK_WIDGET (scene->page), "Asked because of “Yes” to: A & B <i>?"));
  hide (scene);
  scene_free (scene);
}

/* A day that need not be known may stay open; one that is typed is still checked. */
static void
test_day (void)
{
  Scene *scene = scene_new ("en");
  GtkWidget *row;

  show (scene, "x-day");
  row = ui_get (GTK_WIDGET (scene->page), MESO_TYPE_DATE_ROW, NULL);
  gtk_editable_set_text (GTK_EDITABLE (row), "2999-01-01");
  g_signal_emit_by_name (row, "entry-activated");
  g_assert_true (meso_field_has_error (row));
  g_assert_cmpuint (scene->forward, ==, 0);
  gtk_editable_set_text (GTK_EDITABLE (row), "");
  g_signal_emit_by_name (row, "entry-activated");
  g_assert_cmpuint (scene->forward, ==, 1);
  g_assert_true (meso_interview_is_skipped (scene->interview, "x-day"));
  hide (scene);
  scene_free (scene);
}

/* Swapped, two pressures would hide what is wrong with either. */
static void
test_swapped (void)
{
  Scene *scene = scene_new ("en");

  show (scene, "x-upper");
  gtk_editable_set_text (GTK_EDITABLE (get_field (scene, 0)), "80");
  gtk_editable_set_text (GTK_EDITABLE (get_field (scene, 1)), "120");
  g_signal_emit_by_name (get_field (scene, 1), "entry-activated");
  g_assert_true (meso_field_has_error (get_field (scene, 1)));
  g_assert_false (meso_field_has_error (get_field (scene, 0)));
  g_assert_true (ui_shows (GTK_WIDGET (scene->page), "The lower value must be below the upper one. Are they swapped?"));
  g_assert_cmpuint (scene->forward, ==, 0);
  g_assert_null (get_answer (scene, "x-lower"));
  gtk_editable_set_text (GTK_EDITABLE (get_field (scene, 0)), "120");
  gtk_editable_set_text (GTK_EDITABLE (get_field (scene, 1)), "80");
  g_signal_emit_by_name (get_field (scene, 1), "entry-activated");
  g_assert_cmpuint (scene->forward, ==, 1);
  hide (scene);
  scene_free (scene);
}

static void
type_day (Scene            *scene,
          GtkWidget        *row,
          MesoCalendarDate  day)
{
  g_autofree char *text = meso_calendar_date_to_string (day);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, "entry-activated");
}

/* A slip in the year: what can't be is refused, what can hardly be is said once before it is taken. */
static void
test_wrong_year (void)
{
  Scene *scene = scene_new ("en");
  MesoCalendarDate today = meso_context_get_today (scene->fixture->context);
  g_autoptr(MesoPatient) patient = meso_patient_new ();
  GtkWidget *row;

  patient->sex = MESO_SEX_FEMALE;
  patient->birth_date = (MesoCalendarDate) { 1990, 3, 4 };
  meso_interview_set_patient (scene->interview, patient);
  show (scene, "x-day");
  row = ui_get (GTK_WIDGET (scene->page), MESO_TYPE_DATE_ROW, NULL);
  type_day (scene, row, (MesoCalendarDate) { 1990, 3, 3 });
  g_assert_true (ui_shows (GTK_WIDGET (scene->page), "This is before the patient was born. Check the year."));
  type_day (scene, row, (MesoCalendarDate) { 1990, 3, 3 });
  g_assert_cmpuint (scene->forward, ==, 0);
  type_day (scene, row, meso_calendar_date_add_days (today, -368));
  g_assert_true (ui_shows (GTK_WIDGET (scene->page),
                           "That was \u2066368\u2069 days ago, although the answer before says otherwise. Check the year."));
  g_assert_cmpuint (scene->forward, ==, 0);
  g_assert_null (get_answer (scene, "x-day"));
  /* Another day is another doubt; the same one again is meant. */
  type_day (scene, row, meso_calendar_date_add_days (today, -15));
  g_assert_cmpuint (scene->forward, ==, 0);
  type_day (scene, row, meso_calendar_date_add_days (today, -15));
  g_assert_cmpuint (scene->forward, ==, 1);
  g_assert_false (meso_field_has_error (row));
  /* On the day that the wait ends there is nothing to doubt. */
  type_day (scene, row, meso_calendar_date_add_days (today, -14));
  g_assert_cmpuint (scene->forward, ==, 2);
  hide (scene);
  /* A period of ten days is no slip: a rule speaks of it. */
  show (scene, "period-started-on");
  type_day (scene, ui_get (GTK_WIDGET (scene->page), MESO_TYPE_DATE_ROW, NULL), meso_calendar_date_add_days (today, -12));
  g_assert_cmpuint (scene->forward, ==, 1);
  hide (scene);
  scene_free (scene);
}

static const char *
get_section (Scene      *scene,
             const char *id)
{
  return meso_question_get_section (scene->interview, find (scene, id));
}

/* “Today” stands once, at the end; not in the middle of the health of years. */
static void
test_sections (void)
{
  Scene *scene = scene_new ("en");
  g_autoptr(MesoInterview) visit = meso_interview_new (scene->protocol, MESO_FORM_SHORT, meso_context_get_today (scene->fixture->context));

  g_assert_cmpstr (get_section (scene, "heart-vessels"), ==, "Health");
  g_assert_cmpstr (get_section (scene, "blood-thinner"), ==, "Health");
  g_assert_cmpstr (get_section (scene, "anticoagulant"), ==, "Health");
  g_assert_cmpstr (get_section (scene, "last-weeks"), ==, "Health");
  g_assert_cmpstr (get_section (scene, "skin-today"), ==, "Today");
  g_assert_cmpstr (get_section (scene, "diastolic"), ==, "Today");
  /* The short form is of a day altogether. */
  g_assert_cmpstr (meso_question_get_section (visit, find (scene, "blood-thinner")), ==, "Today");
  scene_free (scene);
}

/* No clearance is without an end: a year is proposed, which follows the paper's date until somebody says otherwise. */
static void
test_clearance_ends (void)
{
  UiFixture *fixture = ui_fixture_new ("en", 0);
  g_autoptr(MesoLocalText) reason = meso_local_text_new ("A & B");
  MesoFinding finding = { .rule = (char *) "TUM-H", .outcome = MESO_OUTCOME_CLEARANCE, .reason = reason };
  MesoClearancePage *page = meso_clearance_page_new (fixture->context, &finding, "Dr Sara Karimi");
  GtkWindow *window = ui_show (GTK_WIDGET (page), 700, 760);
  GtkWidget *date = ui_get (GTK_WIDGET (page), MESO_TYPE_DATE_ROW, "Date of the paper");
  GtkWidget *expires = ui_get (GTK_WIDGET (page), MESO_TYPE_DATE_ROW, "Valid until (a year where no end is named)");
  g_autoptr(MesoScreeningDecision) decision = NULL;

  g_signal_emit_by_name (ui_get (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Record Clearance"), "clicked");
  g_assert_true (meso_field_has_error (expires));
  gtk_editable_set_text (GTK_EDITABLE (date), "2026-0");
  g_assert_false (meso_field_has_error (date));
  gtk_editable_set_text (GTK_EDITABLE (date), "2026-01-15");
  decision = meso_clearance_page_get (page);
  g_assert_cmpint (meso_calendar_date_compare (decision->clearance_expires, (MesoCalendarDate) { 2027, 1, 15 }), ==, 0);
  gtk_editable_set_text (GTK_EDITABLE (date), "2026-01-10");
  g_assert_cmpint (meso_calendar_date_compare (meso_date_row_peek_date (MESO_DATE_ROW (expires)),
                                               (MesoCalendarDate) { 2027, 1, 10 }), ==, 0);
  gtk_editable_set_text (GTK_EDITABLE (expires), "2026-06-30");
  gtk_editable_set_text (GTK_EDITABLE (date), "2026-01-11");
  g_assert_cmpint (meso_calendar_date_compare (meso_date_row_peek_date (MESO_DATE_ROW (expires)),
                                               (MesoCalendarDate) { 2026, 6, 30 }), ==, 0);
  gtk_window_destroy (window);
  ui_fixture_free (fixture);
}

/* A result that was signed under other rules reads as it was, by its own words, and says so. */
static void
test_older_rules (void)
{
  Scene *scene = scene_new ("en");
  g_autoptr(MesoVerdict) verdict = NULL;
  MesoVerdictPage *page = meso_verdict_page_new (scene->fixture->context);
  GtkWindow *window;
  MesoScreening screening = { .id = (char *) "1", .recorded_by = (char *) "1", .recorded_at = (char *) "2026-01-01T08:00:00.000000Z" };
  MesoResult result = { .form = MESO_FORM_FULL, .protocol = scene->protocol, .screening = &screening,
                        .response = meso_interview_get_response (scene->interview), .eligibility = MESO_ELIGIBILITY_INCOMPLETE };

  meso_interview_answer (scene->interview, "x-gate", meso_answer_new (MESO_ANSWER_UNKNOWN));
  verdict = meso_interview_evaluate (scene->interview, NULL);
  result.verdict = verdict;
  result.today = verdict->date;
  meso_verdict_page_show (page, &result);
  window = ui_show (GTK_WIDGET (page), 720, 760);
  /* A question that the rules of today don't know. */
  g_assert_nonnull (ui_find (GTK_WIDGET (page), ADW_TYPE_ACTION_ROW, "A & B <i>?"));
  {
    g_autofree char *words = ui_dup_words (GTK_WIDGET (page));

    g_assert_nonnull (strstr (words, "this result stays as it was"));
  }
  gtk_window_destroy (window);
  scene_free (scene);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_data_func ("/screening-pages/numbers/en", "en", test_numbers);
  g_test_add_data_func ("/screening-pages/numbers/fa", "fa", test_numbers);
  g_test_add_func ("/screening-pages/skip", test_skip);
  g_test_add_data_func ("/screening-pages/scale/en", "en", test_scale);
  g_test_add_data_func ("/screening-pages/scale/fa", "fa", test_scale);
  g_test_add_func ("/screening-pages/many-choices", test_many_choices);
  g_test_add_func ("/screening-pages/choice-focus", test_choice_focus);
  g_test_add_func ("/screening-pages/pictures", test_pictures);
  g_test_add_func ("/screening-pages/known", test_known);
  g_test_add_func ("/screening-pages/follow-up", test_follow_up);
  g_test_add_func ("/screening-pages/day", test_day);
  g_test_add_func ("/screening-pages/swapped", test_swapped);
  g_test_add_func ("/screening-pages/wrong-year", test_wrong_year);
  g_test_add_func ("/screening-pages/sections", test_sections);
  g_test_add_func ("/screening-pages/clearance-ends", test_clearance_ends);
  g_test_add_func ("/screening-pages/older-rules", test_older_rules);
  return g_test_run ();
}
