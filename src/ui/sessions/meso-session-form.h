/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-calendar-date.h"
#include "meso-treatment-session.h"

G_BEGIN_DECLS

/**
 * MesoSessionForm:
 * @date, @time …: as typed; never %NULL
 * @operator_id: (nullable): staff
 * @reactions: (element-type MesoReaction); @no_reactions: whether somebody said that there were none
 * @amends: (nullable): the recorded session that is being corrected, with @reason
 *
 * What somebody typed about a session: kept word for word, whether it is right or not.
 */
typedef struct
{
  MesoCalendarDate date;
  char *time;
  char *operator_id;
  char *points;
  char *volume;
  char *wasted;
  int pain;
  char *before[2];
  char *after[2];
  GPtrArray *reactions;
  gboolean no_reactions;
  char *notes;
  char *amends;
  char *reason;
} MesoSessionForm;

MesoSessionForm *meso_session_form_new       (void);
void             meso_session_form_free      (MesoSessionForm *self);
/* What was recorded, to be corrected. */
MesoSessionForm *meso_session_form_new_amend (const MesoTreatmentSession *session);

/* (transfer full): the draft; a text that isn't one gives NULL */
char            *meso_session_form_to_json   (const MesoSessionForm *self);
MesoSessionForm *meso_session_form_from_json (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoSessionForm, meso_session_form_free)

G_END_DECLS
