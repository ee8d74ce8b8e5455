/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-calendar-date.h"
#include "meso-civil-time.h"
#include "meso-formula-account.h"
#include "meso-patient.h"
#include "meso-plan.h"
#include "meso-screening-account.h"

G_BEGIN_DECLS

/**
 * MesoLetterhead:
 * @clinic_name: the clinic's name as it stands on paper
 * @physician: the line below it: the physician and what they are
 * @address: (element-type utf8): lines, at most three are printed
 * @phone: the number that a patient calls, in groups ("021 1234 5670")
 * @emergency_number: the public emergency number, of three or four digits; with anything else the content's own (115)
 *   is printed
 *
 * Who hands the sheet out. Texts are never %NULL: empty means none, and an empty letterhead is neutral.
 */
typedef struct
{
  char *clinic_name;
  char *physician;
  GPtrArray *address;
  char *phone;
  char *emergency_number;
} MesoLetterhead;

MesoLetterhead *meso_letterhead_new  (void);
void            meso_letterhead_free (MesoLetterhead *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoLetterhead, meso_letterhead_free)

/**
 * MesoHandoutVisit:
 * @when: the day, with or without a time of day
 * @n: number of the session in its course; 0 when not known
 *
 * A visit that is still to come.
 */
typedef struct
{
  MesoCivilTime when;
  int n;
  MesoPlanKind kind;
} MesoHandoutVisit;

/**
 * MesoHandoutContext:
 * @language: "en" or "fa"
 * @when: the session's end (sheet before treatment: its beginning), the clinic's local time; hours count
 *   from it. Without a day the sheet says how long, not until when.
 * @patient_name: empty for a sheet that is nobody's own
 * @file_number: empty for none
 * @sex: as recorded; where it is unknown, what concerns women says so
 * @treated_by: who treated, empty when not said
 * @session_n: number of the session, @session_count: of how many; 0 when not known
 * @ingredients: (element-type utf8): ids of what the formula holds
 * @flags: (element-type utf8): flags of the patient that the content knows ("blood-thinner", "minoxidil-at-home")
 * @visits: (element-type MesoHandoutVisit): what is still to come, earliest first; without a time of day it is planned only
 * @account: (nullable): what was concluded, for the sheet of a screening; without it that sheet asks
 * @formula: (nullable): the formula, for its worksheet; without it that sheet is filled in with a pen
 * @demo: it comes from the demo clinic: "DEMO" stands across every page
 * @reviewed: a physician of the clinic has signed the text; @reviewed_by and @reviewed_on say who and when
 * @printed_at: when the sheet was made; may have no day
 *
 * What a sheet is made for. Texts are never %NULL: empty means none.
 */
typedef struct
{
  char *language;
  MesoCivilTime when;
  char *patient_name;
  char *file_number;
  MesoSex sex;
  char *treated_by;
  MesoLetterhead *letterhead;
  int session_n;
  int session_count;
  GPtrArray *ingredients;
  GPtrArray *flags;
  GPtrArray *visits;
  MesoScreeningAccount *account;
  MesoFormulaAccount *formula;
  gboolean demo;
  gboolean reviewed;
  char *reviewed_by;
  MesoCalendarDate reviewed_on;
  MesoCivilTime printed_at;
} MesoHandoutContext;

/* Empty texts and arrays, a neutral letterhead, language "en"; all are the caller's to replace. */
MesoHandoutContext *meso_handout_context_new            (void);
void                meso_handout_context_free           (MesoHandoutContext *self);
void                meso_handout_context_add_ingredient (MesoHandoutContext *self, const char *ingredient);
void                meso_handout_context_add_flag       (MesoHandoutContext *self, const char *flag);
void                meso_handout_context_add_visit      (MesoHandoutContext *self, MesoCivilTime when, int n, MesoPlanKind kind);
/* The sessions of `plan` that come after `after`; without a time of day. */
void                meso_handout_context_add_plan       (MesoHandoutContext *self, const MesoPlan *plan, MesoCalendarDate after);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoHandoutContext, meso_handout_context_free)

G_END_DECLS
