/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

#include "meso-context.h"
#include "meso-interview.h"

G_BEGIN_DECLS

/**
 * MesoAnswerFields:
 *
 * Where days and numbers are typed, one field for each question. What the record suggests stands in them already, and is an answer
 * once it is read. Signal `changed`; signal `entered`: Enter behind the last of them.
 */
#define MESO_TYPE_ANSWER_FIELDS (meso_answer_fields_get_type ())
G_DECLARE_FINAL_TYPE (MesoAnswerFields, meso_answer_fields, MESO, ANSWER_FIELDS, GtkBox)

/* questions (element-type MesoQuestion): the first one's words stand above already; those that aren't typed get no field */
void       meso_answer_fields_set      (MesoAnswerFields *self, MesoContext *context, MesoInterview *interview,
                                        const GPtrArray *questions);
guint      meso_answer_fields_get_count (MesoAnswerFields *self);
/* Whether anything stands in them. */
gboolean   meso_answer_fields_is_typed (MesoAnswerFields *self);
/* As things stand now; what somebody is typing stays. */
void       meso_answer_fields_refresh  (MesoAnswerFields *self);
void       meso_answer_fields_clear_errors (MesoAnswerFields *self);
/* (transfer full) (nullable): a MesoAnswer for each, NULL for an empty one; NULL when one of them can't be: it says so, and has the
 * focus */
GPtrArray *meso_answer_fields_read     (MesoAnswerFields *self);
void       meso_answer_fields_focus    (MesoAnswerFields *self);

G_END_DECLS
