/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-chart.h"
#include "meso-session-form.h"

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

G_END_DECLS
