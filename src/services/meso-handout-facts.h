/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-handout-context.h"
#include "meso-handout-service.h"
#include "meso-patient.h"
#include "meso-store-context.h"

G_BEGIN_DECLS

/**
 * MesoHandoutFacts:
 * @date: the sheet's day; the clinic's day for a sheet that says none
 * @course: (nullable): the patient's newest plan; @session_n: the session of the sheet in it, 0 without
 * @formula_id: (nullable), with @formula_version
 *
 * What the clinic's file knows for a patient's sheet.
 */
typedef struct
{
  MesoHandoutContext *context;
  char *paper;
  char *patient;
  MesoCalendarDate date;
  char *course;
  int session_n;
  char *formula_id;
  int formula_version;
} MesoHandoutFacts;

/* Inside of a unit of work. */
MesoHandoutFacts *meso_handout_facts_gather (MesoStoreContext *store, const MesoHandoutRequest *request, GError **error);
void              meso_handout_facts_free   (MesoHandoutFacts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoHandoutFacts, meso_handout_facts_free)

G_END_DECLS
