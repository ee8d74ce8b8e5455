/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-facts-page.h"

#include <glib/gi18n.h>

#include "meso-answer-card.h"
#include "meso-body-weight.h"
#include "meso-date-row.h"
#include "meso-field.h"
#include "meso-milli.h"
#include "meso-text.h"
#include "meso-words.h"

struct _MesoFactsPage
{
  AdwNavigationPage parent_instance;

  MesoContext *context;
  MesoSex sex;

  GtkWidget *sex_box;
  GtkBox *cards;
  GtkWidget *fields;
  MesoDateRow *birth_date;
  GtkWidget *weight;
  GtkWidget *forward;
};

G_DEFINE_FINAL_TYPE (MesoFactsPage, meso_facts_page, ADW_TYPE_NAVIGATION_PAGE)

enum { FORWARD, N_SIGNALS };
static guint signals[N_SIGNALS];

/* In the order of the cards. */
static const struct
{
  MesoSex sex;
  const char *word;
} sexes[] = {
  { MESO_SEX_FEMALE, N_("Female") },
  { MESO_SEX_MALE, N_("Male") },
  { MESO_SEX_OTHER, N_("Other") },
};

static void
show_sex (MesoFactsPage *self)
{
  GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->cards));

  for (guint i = 0; card != NULL; i++, card = gtk_widget_get_next_sibling (card))
    meso_answer_card_set_chosen (MESO_ANSWER_CARD (card), sexes[i].sex == self->sex);
}

/* Pressed again it is taken back: nobody has to say. */
static void
sex_clicked (MesoFactsPage *self,
             GtkWidget     *card)
{
  guint index = 0;

  for (GtkWidget *other = gtk_widget_get_prev_sibling (card); other != NULL; other = gtk_widget_get_prev_sibling (other))
    index++;
  self->sex = self->sex == sexes[index].sex ? MESO_SEX_UNKNOWN : sexes[index].sex;
  show_sex (self);
  if (self->sex != MESO_SEX_UNKNOWN)
    gtk_widget_child_focus (self->fields, GTK_DIR_TAB_FORWARD);
}

static gboolean
check_birth_date (MesoFactsPage    *self,
                  MesoCalendarDate *date_out)
{
  GtkWidget *field = GTK_WIDGET (self->birth_date);

  if (!gtk_widget_get_visible (field))
    return TRUE;
  if (!meso_date_row_get_date (self->birth_date, date_out, NULL))
    return FALSE;
  if (meso_calendar_date_is_set (*date_out) &&
      meso_calendar_date_compare (*date_out, meso_context_get_today (self->context)) > 0)
    meso_field_set_error (field, _("This day is still to come. Check the day, the month and the year."));
  else if (meso_calendar_date_is_set (*date_out) && date_out->year < MESO_CALENDAR_EARLIEST_YEAR)
    meso_field_set_error (field, _("This is too long ago. Check the year and the calendar."));
  else
    meso_field_set_error (field, NULL);
  return !meso_field_has_error (field);
}

static gboolean
check_weight (MesoFactsPage *self,
              gint64        *weight_g)
{
  g_autofree char *text = meso_text_trim (gtk_editable_get_text (GTK_EDITABLE (self->weight)));
  gboolean fine;

  *weight_g = 0;
  fine = *text == '\0' || meso_body_weight_parse (text, weight_g, NULL);
  meso_field_set_error (self->weight, fine ? NULL : _("A weight from 20 to 400 kg is expected here. It may be left empty."));
  return fine;
}

gboolean
meso_facts_page_take (MesoFactsPage *self,
                      MesoPatient   *patient,
                      gint64        *weight_g_out)
{
  MesoCalendarDate birth_date = patient->birth_date;
  gboolean birth_date_fine = check_birth_date (self, &birth_date);
  gboolean weight_fine = check_weight (self, weight_g_out);

  if (!birth_date_fine)
    gtk_widget_grab_focus (GTK_WIDGET (self->birth_date));
  else if (!weight_fine)
    gtk_widget_grab_focus (self->weight);
  if (!birth_date_fine || !weight_fine)
    return FALSE;
  patient->birth_date = birth_date;
  /* An age was told for the want of a birth date. */
  if (meso_calendar_date_is_set (birth_date))
    {
      patient->age = 0;
      patient->age_on = MESO_CALENDAR_DATE_NONE;
    }
  if (gtk_widget_get_visible (self->sex_box))
    patient->sex = self->sex;
  return TRUE;
}

static void
forward_clicked (MesoFactsPage *self)
{
  g_signal_emit (self, signals[FORWARD], 0);
}

static void
meso_facts_page_dispose (GObject *object)
{
  MesoFactsPage *self = MESO_FACTS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MESO_TYPE_FACTS_PAGE);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (meso_facts_page_parent_class)->dispose (object);
}

static void
meso_facts_page_class_init (MesoFactsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = meso_facts_page_dispose;
  signals[FORWARD] = g_signal_new ("forward", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (MESO_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/MesoClinic/ui/meso-facts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MesoFactsPage, sex_box);
  gtk_widget_class_bind_template_child (widget_class, MesoFactsPage, cards);
  gtk_widget_class_bind_template_child (widget_class, MesoFactsPage, fields);
  gtk_widget_class_bind_template_child (widget_class, MesoFactsPage, birth_date);
  gtk_widget_class_bind_template_child (widget_class, MesoFactsPage, weight);
  gtk_widget_class_bind_template_child (widget_class, MesoFactsPage, forward);
  gtk_widget_class_bind_template_callback (widget_class, forward_clicked);
}

static void
meso_facts_page_init (MesoFactsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (sexes); i++)
    {
      GtkWidget *card = meso_answer_card_new (NULL, _(sexes[i].word), NULL);

      g_signal_connect_swapped (card, "clicked", G_CALLBACK (sex_clicked), self);
      gtk_box_append (self->cards, card);
    }
}

MesoFactsPage *
meso_facts_page_new (MesoContext *context)
{
  MesoFactsPage *self = g_object_new (MESO_TYPE_FACTS_PAGE, NULL);

  self->context = g_object_ref (context);
  meso_date_row_set_context (self->birth_date, context);
  return self;
}

/* A weight that nobody told today is said to be the record's, until it is changed. */
static void
show_weight_origin (MesoFactsPage     *self,
                    const MesoPatient *patient,
                    gint64             weight_g)
{
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;

  if (weight_g > 0 && weight_g == patient->weight_g && meso_calendar_date_is_set (patient->weight_on))
    {
      date = meso_words_date_alone (self->context, patient->weight_on);
      /* Translators: %s is a day */
      text = g_strdup_printf (_("From the record, noted on %s. Is it still so?"), date);
    }
  meso_field_set_hint (self->weight, text);
}

void
meso_facts_page_show (MesoFactsPage     *self,
                      const MesoPatient *patient,
                      gint64             weight_g,
                      gboolean           ask_weight,
                      gboolean           correct)
{
  gboolean ask_date = correct || !meso_calendar_date_is_set (meso_patient_get_latest_birth (patient));
  g_autofree char *weight = weight_g > 0 ? meso_milli_dup_words (self->context, weight_g) : g_strdup ("");

  self->sex = patient->sex;
  show_sex (self);
  gtk_widget_set_visible (self->sex_box, correct || patient->sex == MESO_SEX_UNKNOWN);
  meso_date_row_set_date (self->birth_date, patient->birth_date);
  gtk_widget_set_visible (GTK_WIDGET (self->birth_date), ask_date);
  gtk_editable_set_text (GTK_EDITABLE (self->weight), weight);
  show_weight_origin (self, patient, weight_g);
  gtk_widget_set_visible (self->weight, ask_weight);
  gtk_widget_set_visible (self->fields, ask_date || ask_weight);
}

void
meso_facts_page_set_narrow (MesoFactsPage *self,
                            gboolean       narrow)
{
  GtkWidget *card;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->cards), narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  for (card = gtk_widget_get_first_child (GTK_WIDGET (self->cards)); card != NULL; card = gtk_widget_get_next_sibling (card))
    meso_answer_card_set_narrow (MESO_ANSWER_CARD (card), narrow);
}

void
meso_facts_page_focus (MesoFactsPage *self)
{
  if (gtk_widget_get_visible (self->sex_box))
    gtk_widget_grab_focus (gtk_widget_get_first_child (GTK_WIDGET (self->cards)));
  else
    gtk_widget_grab_focus (gtk_widget_get_visible (GTK_WIDGET (self->birth_date)) ? GTK_WIDGET (self->birth_date) : self->weight);
}
