/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MesoAnswerCard:
 *
 * One answer as a large card to press: a picture, a word and the key that does the same. It says whether it is the answer that
 * stands (`chosen`). Narrow, the three lie in one line.
 */
#define MESO_TYPE_ANSWER_CARD (meso_answer_card_get_type ())
G_DECLARE_FINAL_TYPE (MesoAnswerCard, meso_answer_card, MESO, ANSWER_CARD, GtkButton)

/* icon_name, key (nullable) */
GtkWidget *meso_answer_card_new        (const char *icon_name, const char *word, const char *key);
/* With a picture to compare with, whose description is told to whoever doesn't see it. */
GtkWidget *meso_answer_card_new_picture (const char *icon_name, const char *word, const char *description, const char *key);
gboolean   meso_answer_card_get_chosen (MesoAnswerCard *self);
void       meso_answer_card_set_chosen (MesoAnswerCard *self, gboolean chosen);
/* Whether the record says so: no answer yet. */
gboolean   meso_answer_card_get_suggested (MesoAnswerCard *self);
void       meso_answer_card_set_suggested (MesoAnswerCard *self, gboolean suggested);
void       meso_answer_card_set_narrow (MesoAnswerCard *self, gboolean narrow);

G_END_DECLS
