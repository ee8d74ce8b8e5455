/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-session-call.h"
#include "meso-session-form-reading.h"
#include "meso-session-ready.h"

G_BEGIN_DECLS

/**
 * MesoSessionFormView:
 *
 * The fields of a session, in two columns, or one below the other when it is vertical. Signals `changed`, and `date-changed` where
 * another day means other facts: by the person's hand alone.
 */
#define MESO_TYPE_SESSION_FORM_VIEW (meso_session_form_view_get_type ())
G_DECLARE_FINAL_TYPE (MesoSessionFormView, meso_session_form_view, MESO, SESSION_FORM_VIEW, GtkBox)

void              meso_session_form_view_set_context    (MesoSessionFormView *self, MesoContext *context);
/* The form corrects what is on record: a reason is due. */
void              meso_session_form_view_set_correction (MesoSessionFormView *self, gboolean correction);
/* The session's day: as the form says it, or that of the record, or today. */
MesoCalendarDate  meso_session_form_view_get_day        (MesoSessionFormView *self, const MesoSessionFacts *facts);
/* facts (transfer none): not kept. Who may be chosen as having treated is taken from the first. asked_here: the day's questions stand on
 * the same page, and with pressure_asked the blood pressure before the session among them */
void              meso_session_form_view_show_facts     (MesoSessionFormView *self, const MesoSessionFacts *facts,
                                                         gboolean asked_here, gboolean pressure_asked);
/* (transfer full) */
MesoSessionForm  *meso_session_form_view_read           (MesoSessionFormView *self);
void              meso_session_form_view_fill           (MesoSessionFormView *self, const MesoSessionForm *form);
/* faults: MESO_SESSION_N_FIELDS sentences, NULL where there is nothing to say */
void              meso_session_form_view_show_faults    (MesoSessionFormView *self, char **faults);
void              meso_session_form_view_show_sum       (MesoSessionFormView *self, MesoSessionSum sum);
/* FALSE when no field has a fault */
gboolean          meso_session_form_view_focus_fault    (MesoSessionFormView *self);
/* The first field that is to be filled. */
void              meso_session_form_view_focus_start    (MesoSessionFormView *self);
MesoSessionReady *meso_session_form_view_get_ready      (MesoSessionFormView *self);

G_END_DECLS
