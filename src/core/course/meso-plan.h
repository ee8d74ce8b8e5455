/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-calendar-date.h"
#include "meso-plan-template.h"

G_BEGIN_DECLS

typedef enum {
  MESO_PLAN_TREATMENT,
  MESO_PLAN_MAINTENANCE,
  MESO_PLAN_CHECK,
} MesoPlanKind;

const char *meso_plan_kind_to_string (MesoPlanKind kind);

/**
 * MesoPlanDay:
 *
 * How a day fits that a session is to be on.
 */
typedef enum {
  MESO_PLAN_DAY_FITS,
  MESO_PLAN_DAY_PAST,
  MESO_PLAN_DAY_FAR,
} MesoPlanDay;

/**
 * MesoPlanSession:
 * @n: 1 for the first of the plan
 */
typedef struct
{
  int n;
  MesoCalendarDate date;
  MesoPlanKind kind;
} MesoPlanSession;

/**
 * MesoPlanOptions:
 * @start: the day of the first session; moved on when it is closed or before @not_before
 * @not_before: unset, or the first allowed day of a defer
 * @sessions: how many; 0 for the template's own default
 * @interval_days: 0 for the template's own gaps
 * @closed: bit (ISO weekday − 1) set for each closed day
 */
typedef struct
{
  MesoCalendarDate start;
  MesoCalendarDate not_before;
  int sessions;
  int interval_days;
  guint8 closed;
} MesoPlanOptions;

typedef struct
{
  char *template_id;
  GPtrArray *sessions;     /* MesoPlanSession, in order of date */
} MesoPlan;

MesoPlan *meso_plan_new  (const MesoPlanTemplate *template, const MesoPlanOptions *options, GError **error);
void      meso_plan_free (MesoPlan *self);
/* today: the day it is asked on */
MesoPlanDay meso_plan_judge_day (MesoCalendarDate day, MesoCalendarDate today);
gboolean  meso_plan_parse_closed_days (const char *text, guint8 *closed_out, GError **error);   /* "fri,sat"; "" is none */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoPlan, meso_plan_free)

G_END_DECLS
