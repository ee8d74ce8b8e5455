/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-short-form-private.h"

#include <glib/gi18n.h>

#include "meso-screening-engine.h"
#include "meso-text.h"

G_DEFINE_FINAL_TYPE (MesoShortForm, meso_short_form, GTK_TYPE_BOX)

enum { CHANGED, STORE, FINISHED, N_SIGNALS };
static guint signals[N_SIGNALS];

static gboolean
is_needed (MesoShortForm      *self,
           const MesoQuestion *question)
{
  return question->required || (self->pressure_needed && meso_short_form_is_pressure (question));
}

static gboolean
is_open (MesoShortForm    *self,
         MesoQuestionItem *item)
{
  const MesoQuestion *question = meso_question_item_get_question (item);
  const MesoQuestionnaireResponse *response = meso_interview_get_response (self->interview);

  if (!meso_question_item_get_visible (item))
    return FALSE;
  return meso_question_item_has_fault (item) ||
         (is_needed (self, question) && meso_questionnaire_response_lookup (response, question->id) == NULL);
}

static MesoQuestionItem *
find_open (MesoShortForm *self,
           guint          from)
{
  for (guint i = from; i < self->items->len; i++)
    {
      if (is_open (self, g_ptr_array_index (self->items, i)))
        return g_ptr_array_index (self->items, i);
    }
  return NULL;
}

guint
meso_short_form_count_open (MesoShortForm *self)
{
  guint open = 0;

  for (guint i = 0; i < self->items->len; i++)
    open += is_open (self, g_ptr_array_index (self->items, i)) ? 1 : 0;
  return open;
}

gboolean
meso_short_form_allows (MesoShortForm *self)
{
  return self->verdict != NULL && self->verdict->outcome == MESO_OUTCOME_SUITABLE && meso_short_form_count_open (self) == 0;
}

gboolean
meso_short_form_suspends (MesoShortForm *self)
{
  for (guint i = 0; self->verdict != NULL && i < self->verdict->findings->len; i++)
    {
      if (((const MesoFinding *) g_ptr_array_index (self->verdict->findings, i))->suspends)
        return TRUE;
    }
  return FALSE;
}

/* What the answers say is shown as soon as they stop the session, or are complete. */
static void
show_outcome (MesoShortForm *self)
{
  gboolean done = self->verdict != NULL &&
                  (meso_short_form_count_open (self) == 0 || self->verdict->outcome == MESO_OUTCOME_BLOCK);

  meso_short_form_outcome_show (self->outcome, self->context, self->verdict, done, meso_short_form_suspends (self));
}

/* The blood pressure is a question of the visits with what lowers it. */
static gboolean
is_asked (MesoShortForm    *self,
          MesoQuestionItem *item)
{
  const MesoQuestion *question = meso_question_item_get_question (item);

  return (self->pressure_needed || !meso_short_form_is_pressure (question)) &&
         meso_screening_engine_asks (meso_interview_get_protocol (self->interview), meso_interview_get_response (self->interview),
                                     question);
}

void
meso_short_form_show_answers (MesoShortForm *self)
{
  g_clear_pointer (&self->verdict, meso_verdict_free);
  meso_short_form_show_swapped (self);
  self->verdict = meso_interview_evaluate (self->interview, NULL);
  for (guint i = 0; i < self->items->len; i++)
    {
      MesoQuestionItem *item = g_ptr_array_index (self->items, i);

      meso_question_item_set_visible (item, is_asked (self, item));
      meso_question_item_insist (item, self->insisting && is_open (self, item));
    }
  show_outcome (self);
}

static void
item_answered (MesoShortForm    *self,
               MesoQuestionItem *item)
{
  meso_interview_answer (self->interview, meso_question_item_get_question (item)->id, meso_question_item_dup_answer (item));
  meso_short_form_show_answers (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* On to the next that is open; what was passed over is asked last. */
static void
item_answered_by_key (MesoShortForm    *self,
                      MesoQuestionItem *item)
{
  guint index = 0;
  MesoQuestionItem *next;

  g_ptr_array_find (self->items, item, &index);
  next = find_open (self, index + 1);
  if (next == NULL)
    next = find_open (self, 0);
  if (next != NULL)
    meso_question_item_focus (next);
  else
    g_signal_emit (self, signals[FINISHED], 0);
}

static void
add_item (MesoShortForm      *self,
          const MesoQuestion *question)
{
  MesoQuestionItem *item = meso_question_item_new (self->context, question, self->day);

  meso_question_item_set_narrow (item, self->narrow);
  meso_question_item_add_to (item, self->group);
  g_signal_connect_object (item, "answered", G_CALLBACK (item_answered), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (item, "answered-by-key", G_CALLBACK (item_answered_by_key), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->items, item);
  if (meso_short_form_is_pressure (question))
    self->pressure[self->pressure[0] == NULL ? 0 : 1] = item;
}

static void
remove_items (MesoShortForm *self)
{
  for (guint i = 0; i < self->items->len; i++)
    meso_question_item_remove_from (g_ptr_array_index (self->items, i), self->group);
  g_ptr_array_set_size (self->items, 0);
  self->pressure[0] = NULL;
  self->pressure[1] = NULL;
  self->swapped = NULL;
}

static void
make_items (MesoShortForm *self)
{
  const GPtrArray *questions = meso_protocol_get_questions (meso_interview_get_protocol (self->interview));

  remove_items (self);
  for (guint i = 0; i < questions->len; i++)
    {
      const MesoQuestion *question = g_ptr_array_index (questions, i);

      if ((question->forms & MESO_FORM_SHORT) != 0)
        add_item (self, question);
    }
}

static void
fill_items (MesoShortForm *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      MesoQuestionItem *item = g_ptr_array_index (self->items, i);

      meso_question_item_set_answer (item, meso_questionnaire_response_lookup (meso_interview_get_response (self->interview),
                                                                               meso_question_item_get_question (item)->id));
    }
  meso_short_form_show_answers (self);
}

/* A day that went by is answered from paper, and the record says when it was entered. */
static void
describe_day (MesoShortForm *self)
{
  g_autofree char *date = meso_context_format_date (self->context, self->day, MESO_DATE_STYLE_FULL);
  g_autofree char *isolated = meso_text_isolate (date);
  g_autofree char *text = NULL;

  if (meso_calendar_date_compare (self->day, meso_context_get_today (self->context)) == 0)
    text = g_strdup (_("Asked at every visit. Y, N and U on the keyboard answer and go on."));
  else
    /* Translators: %s is a day */
    text = g_strdup_printf (_("Enter what was answered on paper on %s. The record keeps that day and the time of this entry."), isolated);
  adw_preferences_group_set_description (self->group, text);
}

void
meso_short_form_begin (MesoShortForm     *self,
                       const MesoPatient *patient,
                       MesoCalendarDate   day)
{
  g_autofree char *key = meso_calendar_date_to_string (day);
  MesoProtocol *protocol = meso_clinic_get_protocol (meso_context_get_clinic (self->context));
  MesoInterview *interview = g_hash_table_lookup (self->interviews, key);
  gboolean again = interview != NULL && interview == self->interview &&
                   meso_interview_get_protocol (interview) == protocol;

  if (interview == NULL || meso_interview_get_protocol (interview) != protocol)
    {
      interview = meso_interview_new (protocol, MESO_FORM_SHORT, day);
      g_hash_table_insert (self->interviews, g_steal_pointer (&key), interview);
    }
  self->interview = interview;
  self->day = day;
  meso_interview_set_patient (interview, patient);
  if (again)
    {
      meso_short_form_show_answers (self);
      return;
    }
  self->insisting = FALSE;
  describe_day (self);
  make_items (self);
  fill_items (self);
}

gboolean
meso_short_form_take_draft (MesoShortForm *self,
                            const char    *json)
{
  g_auto(MesoInterviewDraft) draft = { 0 };
  gboolean taken = meso_interview_from_json (self->interview, json, &draft) && draft.kept > 0;

  fill_items (self);
  return taken;
}

void
meso_short_form_adopt (MesoShortForm       *self,
                       const MesoScreening *screening)
{
  g_auto(MesoInterviewDraft) draft = { 0 };

  if (g_hash_table_size (meso_interview_get_response (self->interview)->answers) > 0)
    return;
  meso_interview_adopt (self->interview, screening->response, screening->date, screening->verdict->protocol_hash, &draft);
  fill_items (self);
}

void
meso_short_form_show_known (MesoShortForm   *self,
                            const GPtrArray *proposals)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      MesoQuestionItem *item = g_ptr_array_index (self->items, i);

      meso_question_item_show_known (item, meso_answer_proposal_find (proposals, meso_question_item_get_question (item)->id));
    }
}

void
meso_short_form_clear (MesoShortForm *self)
{
  remove_items (self);
  g_hash_table_remove_all (self->interviews);
  self->interview = NULL;
  g_clear_pointer (&self->verdict, meso_verdict_free);
}

char *
meso_short_form_to_json (MesoShortForm *self)
{
  return meso_interview_to_json (self->interview, NULL);
}

MesoInterview *
meso_short_form_get_interview (MesoShortForm *self)
{
  return self->interview;
}

void
meso_short_form_set_busy (MesoShortForm *self,
                          gboolean       busy)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self), !busy);
}

gboolean
meso_short_form_focus_open (MesoShortForm *self)
{
  MesoQuestionItem *open = find_open (self, 0);

  if (open != NULL)
    meso_question_item_focus (open);
  return open != NULL;
}

void
meso_short_form_insist (MesoShortForm *self)
{
  self->insisting = TRUE;
  meso_short_form_show_answers (self);
  if (!meso_short_form_focus_open (self))
    meso_short_form_outcome_focus (self->outcome);
}

static void
store_clicked (MesoShortForm *self)
{
  g_signal_emit (self, signals[STORE], 0);
}

static void
meso_short_form_dispose (GObject *object)
{
  MesoShortForm *self = MESO_SHORT_FORM (object);

  g_ptr_array_set_size (self->items, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_SHORT_FORM);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_short_form_parent_class)->dispose (object);
}

static void
meso_short_form_finalize (GObject *object)
{
  MesoShortForm *self = MESO_SHORT_FORM (object);

  g_clear_pointer (&self->verdict, meso_verdict_free);
  g_ptr_array_unref (self->items);
  g_hash_table_unref (self->interviews);
  G_OBJECT_CLASS (meso_short_form_parent_class)->finalize (object);
}

static void
meso_short_form_class_init (MesoShortFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_short_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = meso_short_form_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[STORE] = g_signal_new ("store", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FINISHED] = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (MESO_TYPE_SHORT_FORM_OUTCOME);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-short-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoShortForm, group);
  gtk_widget_class_bind_template_child (widget_class, MesoShortForm, outcome);
  gtk_widget_class_bind_template_callback (widget_class, store_clicked);
}

static void
meso_short_form_init (MesoShortForm *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->interviews = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) meso_interview_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
meso_short_form_set_narrow (MesoShortForm *self,
                            gboolean       narrow)
{
  self->narrow = narrow;
  for (guint i = 0; i < self->items->len; i++)
    meso_question_item_set_narrow (g_ptr_array_index (self->items, i), narrow);
  meso_short_form_outcome_set_narrow (self->outcome, narrow);
}

void
meso_short_form_set_context (MesoShortForm *self,
                             MesoContext   *context)
{
  g_set_object (&self->context, context);
}
