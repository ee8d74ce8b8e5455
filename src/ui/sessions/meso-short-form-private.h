/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-question-item.h"
#include "meso-short-form-outcome.h"
#include "meso-short-form.h"

G_BEGIN_DECLS

struct _MesoShortForm
{
  GtkBox parent_instance;

  MesoContext *context;
  MesoCalendarDate day;
  GHashTable *interviews;        /* day → MesoInterview */
  MesoInterview *interview;      /* (nullable): that of the day; until it begins */
  GPtrArray *items;              /* MesoQuestionItem: all questions of the form, in their order */
  MesoQuestionItem *pressure[2]; /* (nullable): among them */
  MesoQuestionItem *swapped;     /* (nullable): among them: where it is said that two numbers stand in each other's place */
  gboolean pressure_needed;
  gboolean insisting;
  gboolean narrow;
  MesoVerdict *verdict;          /* (nullable) */

  AdwPreferencesGroup *group;
  MesoShortFormOutcome *outcome;
};

/* What the answers say, and at which of them something is to be said. */
void     meso_short_form_show_answers (MesoShortForm *self);

/* Of a blood pressure: two questions right after one another, the upper value first. */
gboolean meso_short_form_is_pressure  (const MesoQuestion *question);
/* Says at the lower one of two numbers that they stand in each other's place, or that no longer. */
void     meso_short_form_show_swapped (MesoShortForm *self);

G_END_DECLS
