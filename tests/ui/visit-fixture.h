/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-chart.h"
#include "ui-fixture.h"

G_BEGIN_DECLS

/* What is typed as a name, to be seen as it is. */
#define VISIT_GIVEN "A & B"
#define VISIT_FAMILY "<i>Moradi</i>"

/* A patient who comes for the first session of a course: screened a month ago, signed, planned from today, and with a formula. Only
 * the short form of today is missing. */
typedef struct
{
  UiFixture *fixture;
  MesoPatient *patient;
  MesoCalendarDate today;
} Visit;

/* Of a clinic in that language; patient_language is the patient's own. ingredient: the formula's, 2 mL in 20 points. */
Visit            *visit_new                (const char *language, const char *patient_language, const char *ingredient);
void              visit_free               (Visit *self);
MesoCalendarDate  visit_get_day            (Visit *self, int days_from_today);
/* Nothing new since last time, but for a question that is answered yes (nullable). */
void              visit_answer_short_form  (Visit *self, MesoCalendarDate day, const char *yes);
/* A full screening of today, not signed; with a question (nullable) that is answered yes. */
void              visit_screen_again       (Visit *self, const char *yes);
/* (transfer full): as the record says it now */
MesoChart        *visit_get_chart          (Visit *self);
/* Records the first session, without a window. (transfer full): its id */
char             *visit_treat              (Visit *self);
/* Employs somebody, and lets them take the desk. (transfer full): the id */
char             *visit_seat               (Visit *self, const char *name, MesoRole role);
/* How many sheets were handed out to the patient. */
guint             visit_count_handouts     (Visit *self);

/* A stand-in for the window: counts how often an action was activated, and remembers with what. */
typedef struct
{
  guint calls;
  char *last;                /* the action and its parameter, as "win.handout ('…', 'aftercare', '')" */
} VisitDesk;

/* The window of a navigation view in which page stands above another, with the actions of the window. */
GtkWindow        *visit_show               (VisitDesk *desk, AdwNavigationPage *page, int width, int height);
void              visit_desk_clear         (VisitDesk *desk);

G_END_DECLS
