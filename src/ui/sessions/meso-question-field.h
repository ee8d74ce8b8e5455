/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-answer.h"
#include "meso-context.h"
#include "meso-question.h"

G_BEGIN_DECLS

/* The row where the day or the number that a question asks for is typed. */
GtkWidget  *meso_question_field_new  (const MesoQuestion *question, MesoContext *context);
/* (nullable) (transfer full): NULL for nothing, and for what can't be; the field says what is wrong. day: the one that the answer is
 * about */
MesoAnswer *meso_question_field_read (GtkWidget *field, const MesoQuestion *question, MesoContext *context, MesoCalendarDate day);
/* answer (nullable) */
void        meso_question_field_fill (GtkWidget *field, const MesoQuestion *question, MesoContext *context, const MesoAnswer *answer);

G_END_DECLS
