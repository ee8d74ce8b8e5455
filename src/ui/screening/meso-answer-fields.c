/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-answer-fields.h"

#include <glib/gi18n.h>

#include "meso-date-row.h"
#include "meso-field.h"
#include "meso-number-row.h"
#include "meso-question-words.h"

typedef struct
{
  const MesoQuestion *question;
  GtkWidget *row;
  MesoCalendarDate doubted;     /* a day that can hardly be meant, and was said to be so */
} Field;

struct _MesoAnswerFields
{
  GtkBox parent_instance;

  MesoContext *context;
  MesoInterview *interview;     /* as the page's */
  GArray *fields;               /* Field */
};

G_DEFINE_FINAL_TYPE (MesoAnswerFields, meso_answer_fields, GTK_TYPE_BOX)

enum { CHANGED, ENTERED, N_SIGNALS };
static guint signals[N_SIGNALS];

static Field *
get_field (MesoAnswerFields *self,
           guint             index)
{
  return &g_array_index (self->fields, Field, index);
}

static const char *
get_text (MesoAnswerFields    *self,
          const MesoLocalText *text)
{
  return meso_local_text_get (text, meso_context_get_language (self->context));
}

static const MesoAnswer *
get_answer (MesoAnswerFields   *self,
            const MesoQuestion *question)
{
  return meso_questionnaire_response_lookup (meso_interview_get_response (self->interview), question->id);
}

static const char *
find_date_fault (MesoAnswerFields *self,
                 MesoCalendarDate  date)
{
  MesoCalendarDate birth_date = meso_interview_get_response (self->interview)->birth_date;

  if (meso_calendar_date_compare (date, meso_interview_get_date (self->interview)) > 0)
    return _("This day is still to come. Check the day, the month and the year.");
  if (date.year < MESO_CALENDAR_EARLIEST_YEAR)
    return _("This is too long ago. Check the year and the calendar.");
  if (meso_calendar_date_is_set (birth_date) && meso_calendar_date_compare (date, birth_date) < 0)
    return _("This is before the patient was born. Check the year.");
  return NULL;
}

/* A day that is possible and hardly meant is said to be so once; who goes on with it again means it. */
static char *
find_doubt (MesoAnswerFields *self,
            Field            *field,
            MesoCalendarDate  date)
{
  gboolean again = meso_calendar_date_compare (field->doubted, date) == 0;

  field->doubted = date;
  return again ? NULL : meso_question_dup_doubt (self->context, self->interview, field->question, date);
}

/* (transfer full) (nullable): NULL for none; *fine_out says whether the field holds something that can't be */
static MesoAnswer *
read_date (MesoAnswerFields *self,
           Field            *field,
           gboolean         *fine_out)
{
  MesoCalendarDate date;
  const char *fault;
  g_autofree char *doubt = NULL;

  *fine_out = FALSE;
  if (!meso_date_row_get_date (MESO_DATE_ROW (field->row), &date, NULL))
    return NULL;
  if (!meso_calendar_date_is_set (date))
    fault = field->question->required ? _("Type the day, or press “Don’t know”.") : NULL;
  else
    fault = find_date_fault (self, date);
  if (fault == NULL && meso_calendar_date_is_set (date))
    fault = doubt = find_doubt (self, field, date);
  meso_field_set_error (field->row, fault);
  *fine_out = fault == NULL;
  return fault == NULL && meso_calendar_date_is_set (date) ? meso_answer_new_date (date) : NULL;
}

static MesoAnswer *
read_number (MesoAnswerFields *self,
             const Field      *field,
             gboolean         *fine_out)
{
  gint64 milli = 0;
  MesoNumberState state = meso_number_row_read (field->row, self->context, field->question, &milli);

  *fine_out = state != MESO_NUMBER_WRONG;
  return state == MESO_NUMBER_FINE ? meso_answer_new_number (milli) : NULL;
}

/* Of two readings of one gauge the lower one is the smaller. read: what the fields hold */
static GtkWidget *
find_swapped (MesoAnswerFields *self,
              const GPtrArray  *read)
{
  for (guint i = 0; i < read->len; i++)
    {
      const MesoAnswer *lower = g_ptr_array_index (read, i);

      for (guint j = 0; j < read->len; j++)
        {
          const MesoAnswer *upper = g_ptr_array_index (read, j);

          if (meso_answer_is_swapped (lower, upper) &&
              g_strcmp0 (get_field (self, i)->question->below, get_field (self, j)->question->id) == 0)
            return get_field (self, i)->row;
        }
    }
  return NULL;
}

static void
row_changed (MesoAnswerFields *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Enter goes from one field to the next, and behind the last one on. */
static void
row_activated (MesoAnswerFields *self,
               GtkWidget        *row)
{
  for (guint i = 0; i + 1 < self->fields->len; i++)
    {
      if (get_field (self, i)->row == row)
        {
          gtk_widget_grab_focus (get_field (self, i + 1)->row);
          return;
        }
    }
  g_signal_emit (self, signals[ENTERED], 0);
}

static void
add_field (MesoAnswerFields   *self,
           const MesoQuestion *question,
           GtkWidget          *row)
{
  GtkWidget *list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);
  Field field = { .question = question, .row = row };
  GtkWidget *heading;

  if (self->fields->len > 0)
    {
      heading = g_object_new (GTK_TYPE_LABEL, "label", get_text (self, question->text), "wrap", TRUE, "xalign", 0.0,
                              "natural-wrap-mode", GTK_NATURAL_WRAP_WORD, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
      gtk_widget_add_css_class (heading, "title-2");
      gtk_box_append (GTK_BOX (self), heading);
    }
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  gtk_box_append (GTK_BOX (self), list);
  g_array_append_val (self->fields, field);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (row_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "changed", G_CALLBACK (row_changed), self, G_CONNECT_SWAPPED);
}

static void
meso_answer_fields_dispose (GObject *object)
{
  MesoAnswerFields *self = MESO_ANSWER_FIELDS (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->fields, g_array_unref);
  G_OBJECT_CLASS (meso_answer_fields_parent_class)->dispose (object);
}

static void
meso_answer_fields_class_init (MesoAnswerFieldsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = meso_answer_fields_dispose;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ENTERED] = g_signal_new ("entered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
meso_answer_fields_init (MesoAnswerFields *self)
{
  self->fields = g_array_new (FALSE, FALSE, sizeof (Field));
}

void
meso_answer_fields_set (MesoAnswerFields *self,
                        MesoContext      *context,
                        MesoInterview    *interview,
                        const GPtrArray  *questions)
{
  self->context = g_object_ref (context);
  self->interview = interview;
  for (guint i = 0; i < questions->len; i++)
    {
      const MesoQuestion *question = g_ptr_array_index (questions, i);

      if (question->type == MESO_QUESTION_DATE)
        add_field (self, question, meso_date_row_new (context, _("Day")));
      else if (question->type == MESO_QUESTION_NUMBER)
        add_field (self, question, meso_number_row_new (context, question));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->fields->len > 0);
}

guint
meso_answer_fields_get_count (MesoAnswerFields *self)
{
  return self->fields->len;
}

gboolean
meso_answer_fields_is_typed (MesoAnswerFields *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      if (*gtk_editable_get_text (GTK_EDITABLE (get_field (self, i)->row)) != '\0')
        return TRUE;
    }
  return FALSE;
}

/* What was answered stands in its field; before that what the record says, to be confirmed by going on. */
static const MesoAnswer *
find_answer (MesoAnswerFields *self,
             const Field      *field)
{
  const MesoAnswerProposal *proposal = meso_interview_get_proposal (self->interview, field->question->id);
  const MesoAnswer *answer = get_answer (self, field->question);

  if (answer != NULL || proposal == NULL || meso_interview_is_skipped (self->interview, field->question->id) ||
      *gtk_editable_get_text (GTK_EDITABLE (field->row)) != '\0')
    return answer;
  return proposal->answer;
}

void
meso_answer_fields_refresh (MesoAnswerFields *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      const Field *field = get_field (self, i);
      const MesoAnswer *answer = find_answer (self, field);

      if (answer != NULL && answer->kind == MESO_ANSWER_DATE)
        meso_date_row_set_date (MESO_DATE_ROW (field->row), answer->date);
      else if (answer != NULL && answer->kind == MESO_ANSWER_NUMBER)
        meso_number_row_set (field->row, self->context, answer->milli);
    }
}

void
meso_answer_fields_clear_errors (MesoAnswerFields *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    meso_field_set_error (get_field (self, i)->row, NULL);
}

/* All of them are read, so that each says what is wrong with it. */
GPtrArray *
meso_answer_fields_read (MesoAnswerFields *self)
{
  g_autoptr(GPtrArray) read = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_answer_free);
  GtkWidget *first_bad = NULL;

  for (guint i = 0; i < self->fields->len; i++)
    {
      Field *field = get_field (self, i);
      gboolean fine;

      g_ptr_array_add (read, field->question->type == MESO_QUESTION_DATE ? read_date (self, field, &fine)
                                                                         : read_number (self, field, &fine));
      if (!fine && first_bad == NULL)
        first_bad = field->row;
    }
  if (first_bad == NULL && (first_bad = find_swapped (self, read)) != NULL)
    meso_field_set_error (first_bad, meso_number_row_get_swapped_words ());
  if (first_bad == NULL)
    return g_steal_pointer (&read);
  gtk_widget_grab_focus (first_bad);
  return NULL;
}

void
meso_answer_fields_focus (MesoAnswerFields *self)
{
  gtk_widget_grab_focus (get_field (self, 0)->row);
}
