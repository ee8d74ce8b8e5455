/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-questionnaire-response.h"
#include "meso-verdict.h"

G_BEGIN_DECLS

/**
 * MesoScreening:
 * @date: the day the answers are about (also the verdict's date); @recorded_at is when they were stored: a late
 *   entry carries both
 * @amends: (nullable): the screening this one corrects, with @reason
 * @entered_in_error: the reason when someone marked it so; %NULL otherwise
 *
 * A stored screening. Signed when stored: it never changes.
 */
typedef struct
{
  char *id;
  char *patient;
  MesoCalendarDate date;
  char *recorded_at;
  char *recorded_by;
  char *amends;
  char *reason;
  char *entered_in_error;
  MesoQuestionnaireResponse *response;
  MesoVerdict *verdict;
} MesoScreening;

void meso_screening_free (MesoScreening *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoScreening, meso_screening_free)

G_END_DECLS
