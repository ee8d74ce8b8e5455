/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-question-page.h"

#include <glib/gi18n.h>

#include "meso-answer-card.h"
#include "meso-date-row.h"
#include "meso-data-row.h"
#include "meso-field.h"
#include "meso-found-list.h"
#include "meso-milli.h"
#include "meso-outcome-look.h"
#include "meso-text.h"

struct _MesoQuestionPage
{
  AdwNavigationPage parent_instance;

  MesoContext *context;
  MesoInterview *interview;           /* the dialog's, which outlives its pages */
  const MesoQuestion *question;
  GPtrArray *answers;                 /* MesoAnswer: what each card says, in their order */
  GtkWidget *field;                   /* (nullable): where a day or a number is typed */

  GtkLabel *section;
  GtkLabel *place;
  GtkLabel *heading;
  GtkLabel *notice;
  GtkListBox *fields;
  GtkBox *cards;
  GtkWidget *unknown;
  GtkLabel *find_out;
  GtkWidget *forward;
  GtkLabel *help;
  GtkLabel *source;
  MesoFoundList *found;
};

G_DEFINE_FINAL_TYPE (MesoQuestionPage, meso_question_page, ADW_TYPE_NAVIGATION_PAGE)

enum { ANSWERED, FORWARD, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char *
get_text (MesoQuestionPage    *self,
          const MesoLocalText *text)
{
  return meso_local_text_get (text, meso_context_get_language (self->context));
}

static const MesoAnswer *
get_answer (MesoQuestionPage *self)
{
  return meso_questionnaire_response_lookup (meso_interview_get_response (self->interview), self->question->id);
}

static MesoAnswerCard *
get_card (MesoQuestionPage *self,
          guint             index)
{
  GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->cards));

  while (card != NULL && index-- > 0)
    card = gtk_widget_get_next_sibling (card);
  return MESO_ANSWER_CARD (card);
}

static gboolean
has_find_out (MesoQuestionPage *self)
{
  return *get_text (self, self->question->find_out) != '\0';
}

/* After “Don’t know” it says first how to know. */
static void
show_answer (MesoQuestionPage *self)
{
  const MesoAnswer *answer = get_answer (self);
  gboolean unknown = answer != NULL && answer->kind == MESO_ANSWER_UNKNOWN && has_find_out (self);

  for (guint i = 0; i < self->answers->len; i++)
    meso_answer_card_set_chosen (get_card (self, i),
                                 answer != NULL && meso_answer_equal (answer, g_ptr_array_index (self->answers, i)));
  gtk_widget_set_visible (self->unknown, unknown);
  gtk_widget_set_visible (self->forward, unknown || self->field != NULL);
}

static void
give (MesoQuestionPage *self,
      const MesoAnswer *answer)
{
  const MesoAnswer *before = get_answer (self);
  gboolean again = before != NULL && before->kind == MESO_ANSWER_UNKNOWN;

  g_signal_emit (self, signals[ANSWERED], 0, answer);
  show_answer (self);
  if (answer->kind == MESO_ANSWER_UNKNOWN && has_find_out (self) && !again)
    {
      gtk_widget_grab_focus (self->forward);
      gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_text (self->find_out),
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
      return;
    }
  g_signal_emit (self, signals[FORWARD], 0);
}

static void
card_clicked (MesoQuestionPage *self,
              MesoAnswerCard   *card)
{
  guint index;

  for (index = 0; get_card (self, index) != card; index++)
    ;
  if (self->field != NULL)
    meso_field_set_error (self->field, NULL);
  give (self, g_ptr_array_index (self->answers, index));
}

static void
add_card (MesoQuestionPage *self,
          MesoAnswer       *answer,
          const char       *icon_name,
          const char       *word,
          const char       *key)
{
  GtkWidget *card = meso_answer_card_new (icon_name, word, key);

  g_ptr_array_add (self->answers, answer);
  g_signal_connect_swapped (card, "clicked", G_CALLBACK (card_clicked), self);
  gtk_box_append (self->cards, card);
}

static void
give_date (MesoQuestionPage *self)
{
  MesoCalendarDate today = meso_interview_get_date (self->interview);
  g_autoptr(MesoAnswer) answer = NULL;
  MesoCalendarDate date;

  if (!meso_date_row_get_date (MESO_DATE_ROW (self->field), &date, NULL))
    return;
  if (!meso_calendar_date_is_set (date))
    meso_field_set_error (self->field, _("Type the day, or press “Don’t know”."));
  else if (meso_calendar_date_compare (date, today) > 0)
    meso_field_set_error (self->field, _("This day is still to come. Check the day, the month and the year."));
  else if (date.year < MESO_CALENDAR_EARLIEST_YEAR)
    meso_field_set_error (self->field, _("This is too long ago. Check the year and the calendar."));
  else
    {
      answer = meso_answer_new_date (date);
      meso_field_set_error (self->field, NULL);
      give (self, answer);
    }
}

static char *
describe_range (MesoQuestionPage *self)
{
  g_autofree char *min = meso_milli_dup_words (self->context, self->question->min_milli);
  g_autofree char *max = meso_milli_dup_words (self->context, self->question->max_milli);
  g_autofree char *isolated_min = meso_text_isolate (min);
  g_autofree char *isolated_max = meso_text_isolate (max);

  /* Translators: both are numbers: the smallest and the greatest that can be typed */
  return g_strdup_printf (_("A number from %s to %s"), isolated_min, isolated_max);
}

static void
give_number (MesoQuestionPage *self)
{
  g_autoptr(MesoAnswer) answer = NULL;
  g_autofree char *range = describe_range (self);
  g_autofree char *sentence = NULL;
  gint64 milli;

  if (!meso_milli_parse (gtk_editable_get_text (GTK_EDITABLE (self->field)), &milli) ||
      milli < self->question->min_milli || milli > self->question->max_milli)
    {
      /* Translators: %s is what is expected: "A number from 40 to 300" */
      sentence = g_strdup_printf (_("%s is expected here, or press “Don’t know”."), range);
      meso_field_set_error (self->field, sentence);
      return;
    }
  answer = meso_answer_new_number (milli);
  meso_field_set_error (self->field, NULL);
  give (self, answer);
}

static void
forward_clicked (MesoQuestionPage *self)
{
  /* Going on may take this page out of the dialog. */
  g_autoptr(MesoQuestionPage) alive = g_object_ref (self);
  const char *typed = self->field != NULL ? gtk_editable_get_text (GTK_EDITABLE (self->field)) : "";
  const MesoAnswer *answer = get_answer (self);

  /* Whoever said “don’t know” and typed nothing stays with it. */
  if (self->field == NULL || (*typed == '\0' && answer != NULL && answer->kind == MESO_ANSWER_UNKNOWN))
    g_signal_emit (self, signals[FORWARD], 0);
  else if (self->question->type == MESO_QUESTION_DATE)
    give_date (self);
  else
    give_number (self);
  if (self->field != NULL && meso_field_has_error (self->field))
    gtk_widget_grab_focus (self->field);
}

static void
add_field (MesoQuestionPage *self,
           GtkWidget        *field)
{
  self->field = field;
  gtk_list_box_append (self->fields, field);
  gtk_widget_set_visible (GTK_WIDGET (self->fields), TRUE);
  g_signal_connect_swapped (field, "entry-activated", G_CALLBACK (forward_clicked), self);
}

static void
add_date (MesoQuestionPage *self)
{
  MesoCalendarDate today = meso_interview_get_date (self->interview);

  add_field (self, meso_date_row_new (self->context, _("Day")));
  add_card (self, meso_answer_new_date (today), "meso-today-symbolic", _("Today"), "1");
  add_card (self, meso_answer_new_date (meso_calendar_date_add_days (today, -1)), "meso-today-symbolic", _("Yesterday"), "2");
}

static void
add_number (MesoQuestionPage *self)
{
  g_autofree char *range = describe_range (self);
  GtkWidget *row = meso_data_row_new (ADW_TYPE_ENTRY_ROW, range, NULL);

  adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (row), GTK_INPUT_PURPOSE_NUMBER);
  add_field (self, row);
}

static void
add_choices (MesoQuestionPage *self)
{
  for (guint i = 0; i < self->question->choices->len; i++)
    {
      const MesoChoice *choice = g_ptr_array_index (self->question->choices, i);
      g_autofree char *key = i < 9 ? g_strdup_printf ("%u", i + 1) : NULL;

      add_card (self, meso_answer_new_choice (choice->id), NULL, get_text (self, choice->text), key);
    }
}

static void
add_answers (MesoQuestionPage *self)
{
  switch (self->question->type)
    {
    case MESO_QUESTION_DATE:
      add_date (self);
      break;
    case MESO_QUESTION_NUMBER:
      add_number (self);
      break;
    case MESO_QUESTION_CHOICE:
      add_choices (self);
      break;
    case MESO_QUESTION_ANSWER:
    default:
      add_card (self, meso_answer_new (MESO_ANSWER_YES), "object-select-symbolic", _("Yes"), "Y");
      add_card (self, meso_answer_new (MESO_ANSWER_NO), "window-close-symbolic", _("No"), "N");
    }
  add_card (self, meso_answer_new (MESO_ANSWER_UNKNOWN), "meso-question-symbolic", _("Don’t know"), "U");
}

/* What an answer opened belongs to what opened it. */
static const char *
describe_section (MesoQuestionPage *self)
{
  const MesoProtocol *protocol = meso_interview_get_protocol (self->interview);
  const MesoQuestion *root = self->question;

  while (root->parent != NULL)
    root = meso_protocol_lookup_question (protocol, root->parent);
  if (root->indication)
    return root == self->question ? _("Why the patient comes") : _("Why the patient comes: one more question");
  if (root->hidden_for == MESO_SEX_MALE)
    return root == self->question ? _("Cycle and pregnancy") : _("Cycle and pregnancy: one more question");
  return root == self->question ? _("Health") : _("Health: one more question");
}

static void
show_field (MesoQuestionPage *self)
{
  const MesoAnswer *answer = get_answer (self);
  g_autofree char *text = NULL;

  if (self->field == NULL || answer == NULL)
    return;
  if (answer->kind == MESO_ANSWER_DATE)
    meso_date_row_set_date (MESO_DATE_ROW (self->field), answer->date);
  else if (answer->kind == MESO_ANSWER_NUMBER)
    {
      text = meso_milli_dup_words (self->context, answer->milli);
      gtk_editable_set_text (GTK_EDITABLE (self->field), text);
    }
}

static void
show_question (MesoQuestionPage *self)
{
  g_autofree char *source = meso_provenance_dup_words (&self->question->provenance);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), get_text (self, self->question->text));
  gtk_label_set_text (self->section, describe_section (self));
  gtk_label_set_text (self->heading, get_text (self, self->question->text));
  gtk_label_set_text (self->find_out, get_text (self, self->question->find_out));
  gtk_label_set_text (self->help, get_text (self, self->question->help));
  gtk_label_set_text (self->source, source);
  add_answers (self);
}

static void
meso_question_page_dispose (GObject *object)
{
  MesoQuestionPage *self = MESO_QUESTION_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_QUESTION_PAGE);
  self->field = NULL;
  g_clear_object (&self->context);
  g_clear_pointer (&self->answers, g_ptr_array_unref);
  G_OBJECT_CLASS (meso_question_page_parent_class)->dispose (object);
}

static void
meso_question_page_class_init (MesoQuestionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_question_page_dispose;
  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                    1, G_TYPE_POINTER);
  signals[FORWARD] = g_signal_new ("forward", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (MESO_TYPE_FOUND_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-question-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoQuestionPage, section);
  gtk_widget_class_bind_template_child (widget_class, MesoQuestionPage, place);
  gtk_widget_class_bind_template_child (widget_class, MesoQuestionPage, heading);
  gtk_widget_class_bind_template_child (widget_class, MesoQuestionPage, notice);
  gtk_widget_class_bind_template_child (widget_class, MesoQuestionPage, fields);
  gtk_widget_class_bind_template_child (widget_class, MesoQuestionPage, cards);
  gtk_widget_class_bind_template_child (widget_class, MesoQuestionPage, unknown);
  gtk_widget_class_bind_template_child (widget_class, MesoQuestionPage, find_out);
  gtk_widget_class_bind_template_child (widget_class, MesoQuestionPage, forward);
  gtk_widget_class_bind_template_child (widget_class, MesoQuestionPage, help);
  gtk_widget_class_bind_template_child (widget_class, MesoQuestionPage, source);
  gtk_widget_class_bind_template_child (widget_class, MesoQuestionPage, found);
  gtk_widget_class_bind_template_callback (widget_class, forward_clicked);
}

static void
meso_question_page_init (MesoQuestionPage *self)
{
  self->answers = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_answer_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

MesoQuestionPage *
meso_question_page_new (MesoContext        *context,
                        MesoInterview      *interview,
                        const MesoQuestion *question)
{
  MesoQuestionPage *self = g_object_new (MESO_TYPE_QUESTION_PAGE, NULL);

  self->context = g_object_ref (context);
  self->interview = interview;
  self->question = question;
  show_question (self);
  return self;
}

const MesoQuestion *
meso_question_page_get_question (MesoQuestionPage *self)
{
  return self->question;
}

void
meso_question_page_refresh (MesoQuestionPage *self)
{
  g_autoptr(MesoVerdict) verdict = meso_interview_evaluate (self->interview, NULL);
  guint count;
  guint place = meso_interview_get_place (self->interview, self->question->id, &count);
  g_autofree char *place_text = meso_context_format_number (self->context, place);
  g_autofree char *count_text = meso_context_format_number (self->context, count);
  /* Translators: "Question 8 of about 22": answers may open more */
  g_autofree char *text = g_strdup_printf (_("Question %s of about %s"), place_text, count_text);

  gtk_label_set_text (self->place, place > 0 ? text : "");
  meso_found_list_show (self->found, self->context, verdict);
  show_field (self);
  show_answer (self);
}

void
meso_question_page_say (MesoQuestionPage *self,
                        const char       *text)
{
  gtk_label_set_text (self->notice, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->notice), text != NULL);
  if (text != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

/* The card that a key stands for. */
static int
find_card (MesoQuestionPage *self,
           MesoAnswerKey     key,
           guint             number)
{
  static const MesoAnswerKind kinds[] = {
    [MESO_ANSWER_KEY_YES] = MESO_ANSWER_YES,
    [MESO_ANSWER_KEY_NO] = MESO_ANSWER_NO,
    [MESO_ANSWER_KEY_UNKNOWN] = MESO_ANSWER_UNKNOWN,
  };

  if (key == MESO_ANSWER_KEY_NUMBER)
    return number <= self->answers->len ? (int) number - 1 : -1;
  for (guint i = 0; i < self->answers->len; i++)
    {
      if (((const MesoAnswer *) g_ptr_array_index (self->answers, i))->kind == kinds[key])
        return (int) i;
    }
  return -1;
}

gboolean
meso_question_page_press (MesoQuestionPage *self,
                          MesoAnswerKey     key,
                          guint             number)
{
  int card = key != MESO_ANSWER_KEY_NONE ? find_card (self, key, number) : -1;

  if (card < 0)
    return FALSE;
  card_clicked (self, get_card (self, (guint) card));
  return TRUE;
}

void
meso_question_page_set_narrow (MesoQuestionPage *self,
                               gboolean          narrow)
{
  gboolean stacked = narrow || self->question->type == MESO_QUESTION_CHOICE;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->cards), stacked ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  for (guint i = 0; i < self->answers->len; i++)
    meso_answer_card_set_narrow (get_card (self, i), stacked);
  meso_found_list_set_narrow (self->found, narrow);
}

void
meso_question_page_focus (MesoQuestionPage *self)
{
  guint chosen = 0;

  if (self->field != NULL)
    {
      gtk_widget_grab_focus (self->field);
      return;
    }
  for (guint i = 0; i < self->answers->len; i++)
    {
      if (meso_answer_card_get_chosen (get_card (self, i)))
        chosen = i;
    }
  gtk_widget_grab_focus (GTK_WIDGET (get_card (self, chosen)));
}
