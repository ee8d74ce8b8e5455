/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-question.h"

G_BEGIN_DECLS

typedef enum {
  MESO_NUMBER_EMPTY,
  MESO_NUMBER_FINE,
  MESO_NUMBER_WRONG,     /* the field says why */
} MesoNumberState;

/* A row to type the answer of a number question into, in all digits; it says in which unit and within which bounds. */
GtkWidget      *meso_number_row_new  (MesoContext *context, const MesoQuestion *question);
void            meso_number_row_set  (GtkWidget *row, MesoContext *context, gint64 milli);
/* An empty one is wrong only where an answer is required. */
MesoNumberState meso_number_row_read (GtkWidget *row, MesoContext *context, const MesoQuestion *question, gint64 *milli_out);
/* What is said at the lower one of two numbers that stand in each other's place. */
const char     *meso_number_row_get_swapped_words (void);

G_END_DECLS
