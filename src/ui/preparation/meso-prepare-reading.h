/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-civil-time.h"
#include "meso-prepare-call.h"
#include "meso-prepare-form.h"
#include "meso-staff.h"

G_BEGIN_DECLS

/* The fields in which something can be missing or wrong, in their order on the page. */
typedef enum {
  MESO_PREPARE_FIELD_PREPARED,
  MESO_PREPARE_FIELD_CHECKED,
  MESO_PREPARE_FIELD_DATE,
  MESO_PREPARE_FIELD_TIME,
  MESO_PREPARE_FIELD_WASTED,
  MESO_PREPARE_FIELD_REASON,
  MESO_PREPARE_N_FIELDS,
} MesoPrepareField;

/* When it is mixed, as the form says: now, or a day and a time that can be read; else unset. */
MesoCivilTime    meso_prepare_form_get_mixed      (const MesoPrepareForm *self, MesoCivilTime now);
/* The same, but now where that can't be read: what is on offer is judged by it. */
MesoCivilTime    meso_prepare_form_get_moment     (const MesoPrepareForm *self, MesoCivilTime now);
/* (transfer full): until when what is mixed then may be used, as moments are stored: four hours, or less where a container has to be
 * discarded before. mixed_at: as moments are stored */
char            *meso_prepare_form_get_use_before (const MesoPrepareForm *self, const MesoPrepareFacts *facts, const char *mixed_at);
/* How many parts lack something: a pick that can't be drawn any more, or volume. */
guint            meso_prepare_form_count_open     (const MesoPrepareForm *self, const MesoPrepareFacts *facts, MesoCivilTime now);
/* (transfer full) (nullable): what is to be stored; NULL where a field is wrong, of which faults gets a sentence (transfer full) at its
 * place in the MESO_PREPARE_N_FIELDS. preparer: who made it */
MesoPreparation *meso_prepare_form_build          (const MesoPrepareForm *self, const MesoPrepareFacts *facts, MesoCivilTime now,
                                                   const MesoStaff *preparer, char **faults);

G_END_DECLS
