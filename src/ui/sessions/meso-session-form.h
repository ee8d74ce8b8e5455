/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-chart.h"
#include "meso-treatment-session.h"

G_BEGIN_DECLS

/**
 * MesoSessionField:
 *
 * What on the session form can be wrong, in the form's order.
 */
typedef enum {
  MESO_SESSION_FIELD_DATE,
  MESO_SESSION_FIELD_TIME,
  MESO_SESSION_FIELD_OPERATOR,
  MESO_SESSION_FIELD_POINTS,
  MESO_SESSION_FIELD_VOLUME,
  MESO_SESSION_FIELD_WASTED,
  MESO_SESSION_FIELD_BEFORE,
  MESO_SESSION_FIELD_AFTER,
  MESO_SESSION_FIELD_REACTIONS,
  MESO_SESSION_FIELD_REASON,
  MESO_SESSION_N_FIELDS,
} MesoSessionField;

/**
 * MesoSessionForm:
 * @date, @time …: as typed; never %NULL
 * @operator_id: (nullable): staff
 * @reactions: (element-type MesoReaction)
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

/* Whether the formula on the chart asks for the blood pressure (CLINICAL: minoxidil). */
gboolean         meso_session_form_needs_pressure (const MesoChart *chart);

/**
 * MesoSessionSum:
 * @known: whether points and volumes could be read
 * @drawn_ul: what the formula makes, @left_ul what is neither injected nor wasted; negative when there is too much of it
 */
typedef struct
{
  gboolean known;
  gint64 points;
  gint64 volume_ul;
  gint64 per_point_nl;
  gint64 drawn_ul;
  gint64 left_ul;
} MesoSessionSum;

MesoSessionSum   meso_session_form_sum (const MesoSessionForm *self, const MesoChart *chart);

/* faults: an array of MESO_SESSION_N_FIELDS (transfer full) (nullable) sentences, in the window's language, filled for each field that is
 * wrong. (transfer full) (nullable): the session, or NULL when any is */
MesoTreatmentSession *meso_session_form_build (const MesoSessionForm *self, const MesoChart *chart,
                                               MesoCalendarDate today, char **faults);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoSessionForm, meso_session_form_free)

G_END_DECLS
