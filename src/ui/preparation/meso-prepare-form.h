/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-calendar-date.h"
#include "meso-preparation.h"

G_BEGIN_DECLS

/**
 * MesoPrepareForm:
 * @formula: which formula, and @version, the draws are for
 * @draws: (element-type MesoPreparationDraw): in the order of the items; several of one item where one vial isn't enough
 * @now: mixed when it is signed; else on @date at @time, as typed
 * @checked_by: (nullable): staff
 * @wasted, @notes: as typed; never %NULL
 * @amends: (nullable): the stored preparation that is being corrected, with @reason
 *
 * What somebody said about a preparation: kept word for word, whether it is right or not.
 */
typedef struct
{
  char *formula;
  int version;
  GPtrArray *draws;
  gboolean now;
  MesoCalendarDate date;
  char *time;
  char *checked_by;
  char *wasted;
  char *notes;
  char *amends;
  char *reason;
} MesoPrepareForm;

MesoPrepareForm *meso_prepare_form_new       (void);
void             meso_prepare_form_free      (MesoPrepareForm *self);

/* (transfer full): the draft; a text that isn't one gives NULL */
char            *meso_prepare_form_to_json   (const MesoPrepareForm *self);
MesoPrepareForm *meso_prepare_form_from_json (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoPrepareForm, meso_prepare_form_free)

G_END_DECLS
