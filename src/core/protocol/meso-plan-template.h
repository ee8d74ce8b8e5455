/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-local-text.h"
#include "meso-provenance.h"

G_BEGIN_DECLS

/**
 * MesoPlanStep:
 * @gap_days: days to the session before (0 with @gap_months)
 * @gap_months: calendar months to the session before (0 with @gap_days)
 * @repeats: how many sessions follow one another with this gap; 0 for as many as are asked for
 */
typedef struct
{
  int gap_days;
  int gap_months;
  int repeats;
} MesoPlanStep;

/**
 * MesoPlanTemplate:
 * @maintenance: sessions are of the kind maintenance, not treatment
 * @min_sessions: least and @max_sessions most sessions a plan of it may have
 * @steps: (element-type MesoPlanStep): the pattern; the first session is on the start day
 */
typedef struct
{
  char *id;
  gboolean maintenance;
  int min_sessions;
  int max_sessions;
  int default_sessions;
  GPtrArray *steps;
  MesoLocalText *name;
  MesoLocalText *note;      /* (nullable) */
  MesoProvenance provenance;
} MesoPlanTemplate;

void meso_plan_template_free (MesoPlanTemplate *self);

G_END_DECLS
