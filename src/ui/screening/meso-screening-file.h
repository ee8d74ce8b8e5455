/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-chart-service.h"
#include "meso-decision-service.h"
#include "meso-screening-service.h"

G_BEGIN_DECLS

/**
 * MesoScreeningFile:
 * @chart: what else is known of the patient today
 * @screening: (nullable): the stored screening that was asked for, with its @decisions and @eligibility
 * @protocol: (nullable): the content that @screening was judged by
 * @staff: (element-type MesoStaff): everybody, also who left
 * @draft: (nullable): reasons that were being written about @screening
 *
 * What the screening dialog reads before it shows anything, in one go.
 */
typedef struct
{
  MesoPatient *patient;
  MesoChart *chart;
  MesoScreening *screening;
  GPtrArray *decisions;
  MesoEligibility eligibility;
  MesoProtocol *protocol;
  GPtrArray *staff;
  char *draft;
} MesoScreeningFile;

/* What is kept of reasons that are being written; the key is the screening. */
#define MESO_DECISION_DRAFT "decision"

/**
 * MesoScreeningRequest:
 * @patient: an id; @screening: (nullable): a stored one, which knows its patient
 * @response: to be stored; @record: to be updated
 * @decisions: (element-type MesoScreeningDecision): to be recorded, one after the other
 * @reasons: (nullable): rule → reason: to go on and sign at once
 *
 * What one of the calls below works on.
 */
typedef struct
{
  char *patient;
  char *screening;
  MesoCalendarDate today;
  MesoQuestionnaireResponse *response;
  MesoPatient *record;
  GPtrArray *decisions;
  GHashTable *reasons;
} MesoScreeningRequest;

MesoScreeningRequest *meso_screening_request_new  (const char *patient, const char *screening, MesoCalendarDate today);
void                  meso_screening_request_free (gpointer request);
void                  meso_screening_file_free    (gpointer file);

/* For meso_context_call(); each on the clinic's own thread. */
gpointer meso_screening_call_load   (MesoClinic *clinic, gpointer request, GError **error);   /* MesoScreeningFile */
gpointer meso_screening_call_update (MesoClinic *clinic, gpointer request, GError **error);   /* MesoPatient */
gpointer meso_screening_call_record (MesoClinic *clinic, gpointer request, GError **error);   /* the new id */
gpointer meso_screening_call_decide (MesoClinic *clinic, gpointer request, GError **error);   /* NULL */

G_END_DECLS
