/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-question-item.h"

#include <glib/gi18n.h>

#include "meso-answer-key.h"
#include "meso-data-row.h"
#include "meso-date-row.h"
#include "meso-field.h"
#include "meso-pick-button.h"
#include "meso-question-field.h"
#include "meso-words.h"

struct _MesoQuestionItem
{
  GObject parent_instance;

  MesoContext *context;
  const MesoQuestion *question;
  MesoCalendarDate day;
  GtkWidget *row;
  GtkWidget *field;          /* (nullable): the row where a day or a number is typed */
  GtkBox *content;
  GtkLabel *known;
  GtkLabel *find_out;
  GPtrArray *buttons;        /* GtkToggleButton, and in the same order */
  GPtrArray *answers;        /* MesoAnswer: what each of them says */
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (MesoQuestionItem, meso_question_item, G_TYPE_OBJECT)

enum { ANSWERED, ANSWERED_BY_KEY, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char *
get_text (MesoQuestionItem    *self,
          const MesoLocalText *text)
{
  return meso_local_text_get (text, meso_context_get_language (self->context));
}

static int
find_pressed (MesoQuestionItem *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    {
      if (gtk_toggle_button_get_active (g_ptr_array_index (self->buttons, i)))
        return (int) i;
    }
  return -1;
}

/* After “Don’t know” it says how to know. */
static void
show_find_out (MesoQuestionItem *self)
{
  int pressed = find_pressed (self);
  const MesoAnswer *answer = pressed >= 0 ? g_ptr_array_index (self->answers, pressed) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->find_out), answer != NULL && answer->kind == MESO_ANSWER_UNKNOWN &&
                                                         *get_text (self, self->question->find_out) != '\0');
}

static void
press (MesoQuestionItem *self,
       int               index)
{
  self->setting = TRUE;
  for (guint i = 0; i < self->buttons->len; i++)
    gtk_toggle_button_set_active (g_ptr_array_index (self->buttons, i), (int) i == index);
  self->setting = FALSE;
  show_find_out (self);
}

static void
answered (MesoQuestionItem *self)
{
  meso_question_item_insist (self, FALSE);
  g_signal_emit (self, signals[ANSWERED], 0);
}

/* Pressed again, an answer is taken back. */
static void
button_toggled (MesoQuestionItem *self,
                GtkToggleButton  *button)
{
  guint index;

  if (self->setting || !g_ptr_array_find (self->buttons, button, &index))
    return;
  press (self, gtk_toggle_button_get_active (button) ? (int) index : -1);
  if (self->field != NULL)
    {
      self->setting = TRUE;
      gtk_editable_set_text (GTK_EDITABLE (self->field), "");
      self->setting = FALSE;
      meso_field_set_error (self->field, NULL);
    }
  answered (self);
}

MesoAnswer *
meso_question_item_dup_answer (MesoQuestionItem *self)
{
  int pressed = find_pressed (self);

  if (pressed >= 0)
    return meso_answer_copy (g_ptr_array_index (self->answers, pressed));
  return self->field != NULL ? meso_question_field_read (self->field, self->question, self->context, self->day) : NULL;
}

gboolean
meso_question_item_has_fault (MesoQuestionItem *self)
{
  return self->field != NULL && meso_field_has_error (self->field);
}

static void
field_changed (MesoQuestionItem *self)
{
  if (self->setting)
    return;
  if (*gtk_editable_get_text (GTK_EDITABLE (self->field)) != '\0')
    press (self, -1);
  answered (self);
}

static void
field_activated (MesoQuestionItem *self)
{
  if (!meso_question_item_has_fault (self))
    g_signal_emit (self, signals[ANSWERED_BY_KEY], 0);
}

static gboolean
key_pressed (MesoQuestionItem *self,
             guint             keyval,
             guint             keycode,
             GdkModifierType   state)
{
  static const MesoAnswerKind kinds[] = {
    [MESO_ANSWER_KEY_YES] = MESO_ANSWER_YES, [MESO_ANSWER_KEY_NO] = MESO_ANSWER_NO, [MESO_ANSWER_KEY_UNKNOWN] = MESO_ANSWER_UNKNOWN,
  };
  guint number;
  MesoAnswerKey key = meso_answer_key_read (keyval, keycode, &number);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || key == MESO_ANSWER_KEY_NONE)
    return GDK_EVENT_PROPAGATE;
  for (guint i = 0; i < self->answers->len; i++)
    {
      const MesoAnswer *answer = g_ptr_array_index (self->answers, i);

      if (key == MESO_ANSWER_KEY_NUMBER ? i + 1 != number : answer->kind != kinds[key])
        continue;
      gtk_toggle_button_set_active (g_ptr_array_index (self->buttons, i), TRUE);
      g_signal_emit (self, signals[ANSWERED_BY_KEY], 0);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
add_button (MesoQuestionItem *self,
            GtkWidget        *box,
            MesoAnswer       *answer,
            const char       *word)
{
  GtkWidget *button = meso_pick_button_new (word);

  g_signal_connect_object (button, "toggled", G_CALLBACK (button_toggled), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
  g_ptr_array_add (self->buttons, button);
  g_ptr_array_add (self->answers, answer);
}

static void
add_buttons (MesoQuestionItem *self,
             GtkWidget        *box)
{
  const MesoQuestion *question = self->question;

  if (question->type == MESO_QUESTION_ANSWER)
    {
      add_button (self, box, meso_answer_new (MESO_ANSWER_YES), _("Yes"));
      add_button (self, box, meso_answer_new (MESO_ANSWER_NO), _("No"));
    }
  for (guint i = 0; question->type == MESO_QUESTION_CHOICE && i < question->choices->len; i++)
    {
      const MesoChoice *choice = g_ptr_array_index (question->choices, i);

      add_button (self, box, meso_answer_new_choice (choice->id), get_text (self, choice->text));
    }
  /* What need not be answered is left empty. */
  if (question->required)
    add_button (self, box, meso_answer_new (MESO_ANSWER_UNKNOWN), _("Don’t know"));
}

static GtkLabel *
add_caption (GtkWidget  *box,
             const char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "xalign", 0.0f, "visible", FALSE, NULL);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dimmed");
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static GtkWidget *
make_row (MesoQuestionItem *self)
{
  const char *text = get_text (self, self->question->text);
  GtkWidget *row = meso_data_row_new (ADW_TYPE_PREFERENCES_ROW, text, NULL);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "xalign", 0.0f, "tooltip-text",
                                   get_text (self, self->question->help), NULL);
  GtkWidget *answers = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, "spacing", 6, "valign",
                                     GTK_ALIGN_CENTER, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (answers), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  add_buttons (self, answers);
  gtk_box_append (GTK_BOX (words), label);
  self->known = add_caption (words, "");
  self->find_out = add_caption (words, get_text (self, self->question->find_out));
  g_object_set (words, "hexpand", TRUE, "valign", GTK_ALIGN_CENTER, NULL);
  g_object_set (content, "margin-top", 8, "margin-bottom", 8, "margin-start", 12, "margin-end", 12, NULL);
  gtk_box_append (GTK_BOX (content), words);
  gtk_box_append (GTK_BOX (content), answers);
  self->content = GTK_BOX (content);
  g_object_set (row, "child", content, "activatable", FALSE, "focusable", FALSE, NULL);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, keys);
  return row;
}

static void
add_field (MesoQuestionItem *self)
{
  self->field = g_object_ref_sink (meso_question_field_new (self->question, self->context));
  g_signal_connect_object (self->field, MESO_IS_DATE_ROW (self->field) ? "date-changed" : "changed", G_CALLBACK (field_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->field, "entry-activated", G_CALLBACK (field_activated), self, G_CONNECT_SWAPPED);
}

static void
meso_question_item_finalize (GObject *object)
{
  MesoQuestionItem *self = MESO_QUESTION_ITEM (object);

  g_clear_object (&self->row);
  g_clear_object (&self->field);
  g_ptr_array_unref (self->buttons);
  g_ptr_array_unref (self->answers);
  g_object_unref (self->context);
  G_OBJECT_CLASS (meso_question_item_parent_class)->finalize (object);
}

static void
meso_question_item_class_init (MesoQuestionItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = meso_question_item_finalize;
  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ANSWERED_BY_KEY] = g_signal_new ("answered-by-key", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);
}

static void
meso_question_item_init (MesoQuestionItem *self)
{
  self->buttons = g_ptr_array_new ();
  self->answers = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_answer_free);
}

MesoQuestionItem *
meso_question_item_new (MesoContext        *context,
                        const MesoQuestion *question,
                        MesoCalendarDate    day)
{
  MesoQuestionItem *self = g_object_new (MESO_TYPE_QUESTION_ITEM, NULL);

  self->context = g_object_ref (context);
  self->question = question;
  self->day = day;
  self->row = g_object_ref_sink (make_row (self));
  if (question->type == MESO_QUESTION_DATE || question->type == MESO_QUESTION_NUMBER)
    add_field (self);
  return self;
}

const MesoQuestion *
meso_question_item_get_question (MesoQuestionItem *self)
{
  return self->question;
}

void
meso_question_item_add_to (MesoQuestionItem    *self,
                           AdwPreferencesGroup *group)
{
  adw_preferences_group_add (group, self->row);
  if (self->field != NULL)
    adw_preferences_group_add (group, self->field);
}

void
meso_question_item_remove_from (MesoQuestionItem    *self,
                                AdwPreferencesGroup *group)
{
  meso_question_item_insist (self, FALSE);
  meso_question_item_say (self, NULL);
  adw_preferences_group_remove (group, self->row);
  if (self->field != NULL)
    adw_preferences_group_remove (group, self->field);
}

void
meso_question_item_set_narrow (MesoQuestionItem *self,
                               gboolean          narrow)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->content), narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (self->content, narrow ? 6 : 12);
}

void
meso_question_item_set_visible (MesoQuestionItem *self,
                                gboolean          visible)
{
  gtk_widget_set_visible (self->row, visible);
  if (self->field != NULL)
    gtk_widget_set_visible (self->field, visible);
}

gboolean
meso_question_item_get_visible (MesoQuestionItem *self)
{
  return gtk_widget_get_visible (self->row);
}

void
meso_question_item_set_answer (MesoQuestionItem *self,
                               const MesoAnswer *answer)
{
  int index = -1;

  for (guint i = 0; answer != NULL && i < self->answers->len; i++)
    {
      if (meso_answer_equal (g_ptr_array_index (self->answers, i), answer))
        index = (int) i;
    }
  press (self, index);
  self->setting = TRUE;
  if (self->field != NULL)
    meso_question_field_fill (self->field, self->question, self->context, index < 0 ? answer : NULL);
  self->setting = FALSE;
}

static char *
describe_known (const MesoAnswerProposal *proposal)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *all = NULL;

  if (proposal == NULL || proposal->items->len == 0)
    return NULL;
  for (guint i = 0; i < proposal->items->len; i++)
    g_ptr_array_add (names, meso_words_isolate (((const MesoHealthItem *) g_ptr_array_index (proposal->items, i))->what));
  g_ptr_array_add (names, NULL);
  all = g_strjoinv (C_("between words", ", "), (char **) names->pdata);
  /* Translators: %s is a medicine, a condition or an allergy, or several */
  return g_strdup_printf (_("On record: %s"), all);
}

void
meso_question_item_show_known (MesoQuestionItem         *self,
                               const MesoAnswerProposal *proposal)
{
  g_autofree char *text = describe_known (proposal);

  gtk_label_set_label (self->known, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->known), text != NULL);
}

void
meso_question_item_insist (MesoQuestionItem *self,
                           gboolean          insist)
{
  if (insist != meso_field_has_error (self->row))
    meso_field_set_error (self->row, insist ? _("Not answered yet.") : NULL);
}

void
meso_question_item_say (MesoQuestionItem *self,
                        const char       *fault)
{
  meso_field_set_error (self->field != NULL ? self->field : self->row, fault);
}

void
meso_question_item_focus (MesoQuestionItem *self)
{
  if (self->field != NULL)
    gtk_widget_grab_focus (self->field);
  else
    gtk_widget_grab_focus (g_ptr_array_index (self->buttons, MAX (find_pressed (self), 0)));
}
