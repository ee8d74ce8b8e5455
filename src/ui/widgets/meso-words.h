/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"

G_BEGIN_DECLS

/* Parts of sentences, for all pages alike. All (transfer full). */

/* A name, or a date in words, inside of running text: it keeps its own direction, and the line that of the window. */
char *meso_words_isolate (const char *text);
/* Appends a part to parts that stand in one line, apart by a mark; nothing for NULL or "" */
void  meso_words_append  (GString *line, const char *part);
/* Begins a line of data, so that all lines begin at the same edge, in whichever script they are. (transfer none) */
const char *meso_words_get_direction_mark (void);
/* "12,408" */
char *meso_words_count   (MesoContext *context, guint64 n);
/* "Sun 22 Nov": the date as it stands in a sentence, isolated */
char *meso_words_date    (MesoContext *context, MesoCalendarDate date);
/* "12 May 1992", isolated: a day of which the weekday says nothing */
char *meso_words_date_alone (MesoContext *context, MesoCalendarDate date);
/* Whether each word of what is looked for stands somewhere in text, which is folded already */
gboolean meso_words_hold (const char *folded, const char *wanted);
/* "today", "yesterday", "tomorrow", else the date */
char *meso_words_day     (MesoContext *context, MesoCalendarDate date);

G_END_DECLS
