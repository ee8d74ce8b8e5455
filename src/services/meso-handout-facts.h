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
 * @course: (nullable): the plan of the recorded session that the sheet is about, else the patient's newest; @session_n: the
 *   session of the sheet in it, 0 without
 * @formula_id: (nullable), with @formula_version
 * @key: two sheets that are made from equal keys, by equal requests, say the same
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
  char *key;
} MesoHandoutFacts;

/* Inside of a unit of work. */
MesoHandoutFacts *meso_handout_facts_gather (MesoStoreContext *store, const MesoProtocol *protocol, const MesoHandoutRequest *request,
                                             GError **error);
/* A part of that, for the gathering only. */
gboolean          meso_handout_facts_take_settings (MesoHandoutFacts *self, MesoStoreContext *store, const MesoPatient *patient,
                                                    const MesoHandoutRequest *request, GError **error);
/* Flags of the patient that the content knows, up to the sheet's day. */
gboolean          meso_handout_facts_take_flags    (MesoHandoutFacts *self, MesoStoreContext *store, const MesoProtocol *protocol,
                                                    GError **error);
/* Instead of session and formula, for the sheet of a screening. */
gboolean          meso_handout_facts_take_screening (MesoHandoutFacts *self, MesoStoreContext *store,
                                                     const MesoHandoutRequest *request, GError **error);
/* The same for the worksheet of a formula. */
gboolean          meso_handout_facts_take_formula (MesoHandoutFacts *self, MesoStoreContext *store, const MesoPatient *patient,
                                                   const MesoHandoutRequest *request, GError **error);
void              meso_handout_facts_free   (MesoHandoutFacts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoHandoutFacts, meso_handout_facts_free)

G_END_DECLS
