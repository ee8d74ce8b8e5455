/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-answer-cards.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "meso-answer-card.h"
#include "meso-question-words.h"
#include "meso-scale-picture.h"

#define GAP 12
/* As many as there are keys; with more, a key would stand for another card than it seems to: “7” for the one named IV. */
#define MAX_NUMBERED 9

struct _MesoAnswerCards
{
  GtkBox parent_instance;

  MesoContext *context;
  gboolean stacked;             /* below one another whatever the room */
  gboolean numbered;            /* number keys choose */
  GPtrArray *answers;           /* MesoAnswer: what each card says, in their order */
  GPtrArray *cards;             /* MesoAnswerCard: borrowed */
  GtkWidget *row;
  GtkWidget *grid;
};

G_DEFINE_FINAL_TYPE (MesoAnswerCards, meso_answer_cards, GTK_TYPE_BOX)

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

static MesoAnswerCard *
get_card (MesoAnswerCards *self,
          guint            index)
{
  return g_ptr_array_index (self->cards, index);
}

static void
card_clicked (MesoAnswerCards *self,
              MesoAnswerCard  *card)
{
  guint index = 0;

  g_ptr_array_find (self->cards, card, &index);
  g_signal_emit (self, signals[CHOSEN], 0, g_ptr_array_index (self->answers, index));
}

/* answer (transfer full) */
static void
add_card (MesoAnswerCards *self,
          MesoAnswer      *answer,
          GtkWidget       *card,
          gboolean         picture)
{
  g_ptr_array_add (self->answers, answer);
  g_ptr_array_add (self->cards, card);
  g_signal_connect_object (card, "clicked", G_CALLBACK (card_clicked), self, G_CONNECT_SWAPPED);
  if (picture)
    adw_wrap_box_append (ADW_WRAP_BOX (self->grid), card);
  else
    gtk_box_append (GTK_BOX (self->row), card);
}

static void
add_plain (MesoAnswerCards *self,
           MesoAnswerKind   kind,
           const char      *icon_name,
           const char      *word,
           const char      *key)
{
  add_card (self, meso_answer_new (kind), meso_answer_card_new (icon_name, word, key), FALSE);
}

static void
add_days (MesoAnswerCards  *self,
          MesoCalendarDate  today)
{
  add_card (self, meso_answer_new_date (today), meso_answer_card_new ("meso-today-symbolic", _("Today"), NULL), FALSE);
  add_card (self, meso_answer_new_date (meso_calendar_date_add_days (today, -1)),
            meso_answer_card_new ("meso-today-symbolic", _("Yesterday"), NULL), FALSE);
}

static void
add_choices (MesoAnswerCards    *self,
             const MesoQuestion *question)
{
  const char *language = meso_context_get_language (self->context);
  gboolean scale = meso_question_is_scale (question);

  for (guint i = 0; i < question->choices->len; i++)
    {
      const MesoChoice *choice = g_ptr_array_index (question->choices, i);
      const char *text = meso_local_text_get (choice->text, language);
      g_autofree char *key = self->numbered ? g_strdup_printf ("%u", i + 1) : NULL;
      GtkWidget *card = scale ? meso_answer_card_new_picture (meso_scale_picture_get_icon_name (choice->id), text,
                                                              meso_scale_picture_get_description (choice->id), key)
                              : meso_answer_card_new (NULL, text, key);

      add_card (self, meso_answer_new_choice (choice->id), card, scale);
    }
}

static void
meso_answer_cards_dispose (GObject *object)
{
  MesoAnswerCards *self = MESO_ANSWER_CARDS (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->answers, g_ptr_array_unref);
  g_clear_pointer (&self->cards, g_ptr_array_unref);
  G_OBJECT_CLASS (meso_answer_cards_parent_class)->dispose (object);
}

static void
meso_answer_cards_class_init (MesoAnswerCardsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = meso_answer_cards_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_POINTER);
}

static void
meso_answer_cards_init (MesoAnswerCards *self)
{
  self->answers = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_answer_free);
  self->cards = g_ptr_array_new ();
  self->row = g_object_new (GTK_TYPE_BOX, "spacing", GAP, "homogeneous", TRUE, NULL);
  self->grid = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", GAP, "line-spacing", GAP, "line-homogeneous", TRUE, NULL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), GAP);
  gtk_box_append (GTK_BOX (self), self->grid);
  gtk_box_append (GTK_BOX (self), self->row);
}

void
meso_answer_cards_set (MesoAnswerCards    *self,
                       MesoContext        *context,
                       const MesoQuestion *question,
                       MesoCalendarDate    today,
                       gboolean            unknown)
{
  self->context = g_object_ref (context);
  self->stacked = question->type == MESO_QUESTION_CHOICE;
  self->numbered = question->type != MESO_QUESTION_CHOICE || question->choices->len <= MAX_NUMBERED;
  if (question->type == MESO_QUESTION_DATE)
    {
      add_days (self, today);
    }
  else if (question->type == MESO_QUESTION_CHOICE)
    {
      add_choices (self, question);
    }
  else if (question->type == MESO_QUESTION_ANSWER)
    {
      add_plain (self, MESO_ANSWER_YES, "object-select-symbolic", _("Yes"), "Y");
      add_plain (self, MESO_ANSWER_NO, "window-close-symbolic", _("No"), "N");
    }
  if (unknown)
    add_plain (self, MESO_ANSWER_UNKNOWN, "meso-question-symbolic", _("Don’t know"), "U");
  gtk_widget_set_visible (self->row, gtk_widget_get_first_child (self->row) != NULL);
  gtk_widget_set_visible (self->grid, gtk_widget_get_first_child (self->grid) != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), self->cards->len > 0);
}

/* What the record suggests looks as if it were chosen lightly. */
void
meso_answer_cards_show (MesoAnswerCards  *self,
                        const MesoAnswer *answer,
                        const MesoAnswer *suggested)
{
  for (guint i = 0; i < self->cards->len; i++)
    {
      const MesoAnswer *says = g_ptr_array_index (self->answers, i);

      meso_answer_card_set_chosen (get_card (self, i), answer != NULL && meso_answer_equal (answer, says));
      meso_answer_card_set_suggested (get_card (self, i),
                                      answer == NULL && suggested != NULL && meso_answer_equal (suggested, says));
    }
}

/* The card that a key stands for. */
static int
find_card (MesoAnswerCards  *self,
           MesoAnswerKey     key,
           guint             number)
{
  static const MesoAnswerKind kinds[] = {
    [MESO_ANSWER_KEY_YES] = MESO_ANSWER_YES,
    [MESO_ANSWER_KEY_NO] = MESO_ANSWER_NO,
    [MESO_ANSWER_KEY_UNKNOWN] = MESO_ANSWER_UNKNOWN,
  };

  if (key == MESO_ANSWER_KEY_NUMBER)
    return self->numbered && number <= self->answers->len ? (int) number - 1 : -1;
  for (guint i = 0; i < self->answers->len; i++)
    {
      if (((const MesoAnswer *) g_ptr_array_index (self->answers, i))->kind == kinds[key])
        return (int) i;
    }
  return -1;
}

gboolean
meso_answer_cards_press (MesoAnswerCards *self,
                         MesoAnswerKey    key,
                         guint            number)
{
  int card = key != MESO_ANSWER_KEY_NONE ? find_card (self, key, number) : -1;

  if (card < 0)
    return FALSE;
  card_clicked (self, get_card (self, (guint) card));
  return TRUE;
}

void
meso_answer_cards_set_narrow (MesoAnswerCards *self,
                              gboolean         narrow)
{
  gboolean stacked = narrow || self->stacked;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->row), stacked ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  for (GtkWidget *card = gtk_widget_get_first_child (self->row); card != NULL; card = gtk_widget_get_next_sibling (card))
    meso_answer_card_set_narrow (MESO_ANSWER_CARD (card), stacked);
}

/* (nullable): the card of what was said, or of what the record suggests */
static MesoAnswerCard *
find_chosen (MesoAnswerCards *self)
{
  for (guint i = 0; i < self->cards->len; i++)
    {
      if (meso_answer_card_get_chosen (get_card (self, i)) || meso_answer_card_get_suggested (get_card (self, i)))
        return get_card (self, i);
    }
  return NULL;
}

gboolean
meso_answer_cards_has_chosen (MesoAnswerCards *self)
{
  return find_chosen (self) != NULL;
}

void
meso_answer_cards_focus (MesoAnswerCards *self)
{
  MesoAnswerCard *chosen = find_chosen (self);

  gtk_widget_grab_focus (GTK_WIDGET (chosen != NULL ? chosen : get_card (self, 0)));
}
