/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-formula-repository.h"
#include "meso-patient.h"
#include "meso-plan.h"
#include "meso-protocol.h"
#include "meso-questionnaire-response.h"
#include "meso-verdict.h"

G_BEGIN_DECLS

/* Values to store, made by hand: the store must keep them whatever the content says. */

MesoPatient               *meso_test_patient  (const char *given_name, const char *family_name);
MesoQuestionnaireResponse *meso_test_response (void);
/* hash: of a protocol in the archive */
MesoVerdict               *meso_test_verdict  (MesoOutcome outcome, const char *hash, const char *version);
void                       meso_test_verdict_add_finding (MesoVerdict *verdict, const char *rule, MesoOutcome outcome, gboolean overridable);
MesoFormulaVersion        *meso_test_formula  (const char *patient, const char *hash);
MesoPlan                  *meso_test_plan     (int sessions);
/* The content that ships, and the documents it was read from (element-type MesoProtocolDocument). */
MesoProtocol              *meso_test_protocol (GPtrArray **documents_out);
/* The same with a clinic's own document laid over it, which holds entries. */
MesoProtocol              *meso_test_protocol_of_clinic (const char *entries, GPtrArray **documents_out);

G_END_DECLS
