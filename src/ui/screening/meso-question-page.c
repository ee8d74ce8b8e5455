/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-question-page.h"

#include <glib/gi18n.h>

#include "meso-answer-cards.h"
#include "meso-answer-fields.h"
#include "meso-found-list.h"
#include "meso-outcome-look.h"
#include "meso-question-words.h"
#include "meso-tag.h"
#include "meso-text.h"

struct _MesoQuestionPage
{
  AdwNavigationPage parent_instance;

  MesoContext *context;
  MesoInterview *interview;           /* the dialog's, which outlives its pages */
  GPtrArray *questions;               /* const MesoQuestion: the first one names the page */

  GtkLabel *section;
  MesoTag *flags;
  GtkLabel *place;
  GtkLabel *heading;
  GtkLabel *opened_by;
  GtkLabel *notice;
  GtkWidget *known_box;
  GtkLabel *known;
  MesoAnswerFields *fields;
  MesoAnswerCards *cards;
  GtkWidget *unknown;
  GtkLabel *find_out;
  GtkButton *forward;
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
get_answer (MesoQuestionPage   *self,
            const MesoQuestion *question)
{
  return meso_questionnaire_response_lookup (meso_interview_get_response (self->interview), question->id);
}

const MesoQuestion *
meso_question_page_get_question (MesoQuestionPage *self)
{
  return g_ptr_array_index (self->questions, 0);
}

/* What need not be answered can be passed over; then nothing is missing, which “don’t know” would be. */
static gboolean
may_skip (MesoQuestionPage *self)
{
  const MesoQuestion *question = meso_question_page_get_question (self);

  return !question->required && question->type != MESO_QUESTION_ANSWER;
}

static gboolean
is_unknown (MesoQuestionPage *self)
{
  const MesoAnswer *answer = get_answer (self, meso_question_page_get_question (self));

  return answer != NULL && answer->kind == MESO_ANSWER_UNKNOWN;
}

static gboolean
has_find_out (MesoQuestionPage *self)
{
  return *get_text (self, meso_question_page_get_question (self)->find_out) != '\0';
}

/* The button says what it does: with nothing typed or chosen it leaves the question open. */
static void
show_forward (MesoQuestionPage *self)
{
  gboolean unknown = is_unknown (self) && has_find_out (self);
  gboolean has_fields = meso_answer_fields_get_count (self->fields) > 0;
  gboolean skips = may_skip (self) && !meso_answer_fields_is_typed (self->fields) &&
                   (has_fields || get_answer (self, meso_question_page_get_question (self)) == NULL);

  gtk_button_set_label (self->forward, skips ? _("_Skip") : _("_Continue"));
  gtk_widget_set_visible (GTK_WIDGET (self->forward), unknown || has_fields || may_skip (self));
}

/* After “Don’t know” it says first how to know. */
static void
show_answer (MesoQuestionPage *self)
{
  const MesoQuestion *question = meso_question_page_get_question (self);
  const MesoAnswerProposal *proposal = meso_interview_get_proposal (self->interview, question->id);

  meso_answer_cards_show (self->cards, get_answer (self, question), proposal != NULL ? proposal->answer : NULL);
  gtk_widget_set_visible (self->unknown, is_unknown (self) && has_find_out (self));
  show_forward (self);
}

/* answer (nullable): for all questions of the page */
static void
give (MesoQuestionPage *self,
      const MesoAnswer *answer)
{
  gboolean again = is_unknown (self);

  for (guint i = 0; i < self->questions->len; i++)
    g_signal_emit (self, signals[ANSWERED], 0, g_ptr_array_index (self->questions, i), answer);
  show_answer (self);
  if (is_unknown (self) && has_find_out (self) && !again)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->forward));
      gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_text (self->find_out),
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
      return;
    }
  g_signal_emit (self, signals[FORWARD], 0);
}

static void
card_chosen (MesoQuestionPage *self,
             const MesoAnswer *answer)
{
  meso_answer_fields_clear_errors (self->fields);
  give (self, answer);
}

static void
give_fields (MesoQuestionPage *self)
{
  g_autoptr(GPtrArray) read = meso_answer_fields_read (self->fields);

  if (read == NULL)
    return;
  for (guint i = 0; i < read->len; i++)
    g_signal_emit (self, signals[ANSWERED], 0, g_ptr_array_index (self->questions, i), g_ptr_array_index (read, i));
  show_answer (self);
  g_signal_emit (self, signals[FORWARD], 0);
}

static void
forward_clicked (MesoQuestionPage *self)
{
  /* Going on may take this page out of the dialog. */
  g_autoptr(MesoQuestionPage) alive = g_object_ref (self);
  gboolean answered = get_answer (self, meso_question_page_get_question (self)) != NULL;
  gboolean has_fields = meso_answer_fields_get_count (self->fields) > 0;

  /* Whoever said “don’t know” and typed nothing stays with it. */
  if ((!has_fields && answered) || (is_unknown (self) && !meso_answer_fields_is_typed (self->fields)))
    g_signal_emit (self, signals[FORWARD], 0);
  else if (has_fields)
    give_fields (self);
  else
    give (self, NULL);
}

static void
show_known (MesoQuestionPage *self)
{
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->questions->len && text == NULL; i++)
    {
      const char *id = ((const MesoQuestion *) g_ptr_array_index (self->questions, i))->id;
      const MesoAnswerProposal *proposal = meso_interview_get_proposal (self->interview, id);

      if (proposal != NULL)
        text = meso_question_dup_known (self->context, self->interview, proposal);
    }
  gtk_label_set_text (self->known, text != NULL ? text : "");
  gtk_widget_set_visible (self->known_box, text != NULL);
}

static void
show_question (MesoQuestionPage *self)
{
  const MesoQuestion *question = meso_question_page_get_question (self);
  g_autofree char *source = meso_provenance_dup_words (self->context, &question->provenance);
  const char *help = get_text (self, question->help);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), get_text (self, question->text));
  gtk_label_set_text (self->section, meso_question_get_section (self->interview, question));
  gtk_label_set_text (self->heading, get_text (self, question->text));
  gtk_label_set_text (self->find_out, get_text (self, question->find_out));
  gtk_label_set_text (self->help, help);
  gtk_widget_set_visible (GTK_WIDGET (self->help), *help != '\0');
  gtk_label_set_text (self->source, source);
  meso_answer_fields_set (self->fields, self->context, self->interview, self->questions);
  meso_answer_cards_set (self->cards, self->context, question, meso_interview_get_date (self->interview), !may_skip (self));
}

static void
meso_question_page_dispose (GObject *object)
{
  MesoQuestionPage *self = MESO_QUESTION_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_QUESTION_PAGE);
  g_clear_object (&self->context);
  g_clear_pointer (&self->questions, g_ptr_array_unref);
  G_OBJECT_CLASS (meso_question_page_parent_class)->dispose (object);
}

static void
meso_question_page_class_init (MesoQuestionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_question_page_dispose;
  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                    2, G_TYPE_POINTER, G_TYPE_POINTER);
  signals[FORWARD] = g_signal_new ("forward", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (MESO_TYPE_ANSWER_CARDS);
  g_type_ensure (MESO_TYPE_ANSWER_FIELDS);
  g_type_ensure (MESO_TYPE_FOUND_LIST);
  g_type_ensure (MESO_TYPE_TAG);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-question-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoQuestionPage, section);
  gtk_widget_class_bind_template_child (widget_class, MesoQuestionPage, flags);
  gtk_widget_class_bind_template_child (widget_class, MesoQuestionPage, place);
  gtk_widget_class_bind_template_child (widget_class, MesoQuestionPage, heading);
  gtk_widget_class_bind_template_child (widget_class, MesoQuestionPage, opened_by);
  gtk_widget_class_bind_template_child (widget_class, MesoQuestionPage, notice);
  gtk_widget_class_bind_template_child (widget_class, MesoQuestionPage, known_box);
  gtk_widget_class_bind_template_child (widget_class, MesoQuestionPage, known);
  gtk_widget_class_bind_template_child (widget_class, MesoQuestionPage, fields);
  gtk_widget_class_bind_template_child (widget_class, MesoQuestionPage, cards);
  gtk_widget_class_bind_template_child (widget_class, MesoQuestionPage, unknown);
  gtk_widget_class_bind_template_child (widget_class, MesoQuestionPage, find_out);
  gtk_widget_class_bind_template_child (widget_class, MesoQuestionPage, forward);
  gtk_widget_class_bind_template_child (widget_class, MesoQuestionPage, help);
  gtk_widget_class_bind_template_child (widget_class, MesoQuestionPage, source);
  gtk_widget_class_bind_template_child (widget_class, MesoQuestionPage, found);
  gtk_widget_class_bind_template_callback (widget_class, card_chosen);
  gtk_widget_class_bind_template_callback (widget_class, forward_clicked);
  gtk_widget_class_bind_template_callback (widget_class, show_forward);
}

static void
meso_question_page_init (MesoQuestionPage *self)
{
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
  self->questions = meso_interview_list_page (interview, question->id);
  show_question (self);
  return self;
}

/* What was found stands below; how much, and how grave, is in sight from the start. */
static void
show_flags (MesoQuestionPage  *self,
            const MesoVerdict *verdict)
{
  guint count = verdict != NULL ? verdict->findings->len : 0;
  g_autofree char *number = meso_context_format_number (self->context, count);
  g_autofree char *isolated = meso_text_isolate (number);
  /* Translators: %s is how many things were found so far */
  g_autofree char *text = g_strdup_printf (ngettext ("%s found", "%s found", count), isolated);
  const MesoFinding *strictest = count > 0 ? g_ptr_array_index (verdict->findings, 0) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->flags), count > 0);
  if (strictest != NULL)
    g_object_set (self->flags, "icon-name", meso_outcome_get_icon_name (strictest->outcome), "label", text, "kind",
                  meso_outcome_get_kind (strictest->outcome), NULL);
}

void
meso_question_page_refresh (MesoQuestionPage *self)
{
  const MesoQuestion *question = meso_question_page_get_question (self);
  g_autoptr(MesoVerdict) verdict = meso_interview_evaluate (self->interview, NULL);
  guint count;
  guint place = meso_interview_get_place (self->interview, question->id, &count);
  g_autofree char *place_text = meso_context_format_number (self->context, place);
  g_autofree char *count_text = meso_context_format_number (self->context, count);
  /* Translators: "Question 8 of about 22": answers may open more */
  g_autofree char *text = g_strdup_printf (_("Question %s of about %s"), place_text, count_text);
  g_autofree char *opened_by = meso_question_dup_opened_by (self->context, self->interview, question);

  gtk_label_set_text (self->place, place > 0 ? text : "");
  gtk_label_set_text (self->opened_by, opened_by != NULL ? opened_by : "");
  gtk_widget_set_visible (GTK_WIDGET (self->opened_by), opened_by != NULL);
  show_flags (self, verdict);
  meso_found_list_show (self->found, self->context, meso_interview_get_protocol (self->interview), verdict);
  show_known (self);
  meso_answer_fields_refresh (self->fields);
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

gboolean
meso_question_page_press (MesoQuestionPage *self,
                          MesoAnswerKey     key,
                          guint             number)
{
  if (meso_answer_cards_press (self->cards, key, number))
    return TRUE;
  if (key != MESO_ANSWER_KEY_UNKNOWN || !may_skip (self))
    return FALSE;
  give (self, NULL);
  return TRUE;
}

void
meso_question_page_set_narrow (MesoQuestionPage *self,
                               gboolean          narrow)
{
  meso_answer_cards_set_narrow (self->cards, narrow);
  meso_found_list_set_narrow (self->found, narrow);
}

void
meso_question_page_focus (MesoQuestionPage *self)
{
  gboolean is_choice = meso_question_page_get_question (self)->type == MESO_QUESTION_CHOICE;

  if (meso_answer_fields_get_count (self->fields) > 0)
    meso_answer_fields_focus (self->fields);
  /* Enter by habit chooses nothing that nobody looked at. */
  else if (is_choice && may_skip (self) && !meso_answer_cards_has_chosen (self->cards))
    gtk_widget_grab_focus (GTK_WIDGET (self->forward));
  else
    meso_answer_cards_focus (self->cards);
}
