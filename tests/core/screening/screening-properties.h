/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-screening-engine.h"

G_BEGIN_DECLS

/* One random response to a protocol, and what the engine made of it. */
typedef struct
{
  GRand *rand;
  const MesoProtocol *protocol;
  const MesoQuestionnaireResponse *response;
  MesoCalendarDate today;
  const MesoVerdict *verdict;
} ScreeningTrial;

/* What must hold of every verdict, whatever was answered: check () says what is wrong (transfer full), or NULL. The
 * names are those of the invariants that the engine has to keep. */
typedef struct
{
  const char *name;
  char *(*check) (const ScreeningTrial *trial);
} ScreeningProperty;

/* Ends with a NULL name. */
extern const ScreeningProperty screening_properties[];

MesoVerdict *screening_trial_evaluate (const ScreeningTrial            *trial,
                                       const MesoQuestionnaireResponse *response);

G_END_DECLS
