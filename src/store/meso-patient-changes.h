/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-audit-body.h"
#include "meso-patient.h"
#include "meso-store-context.h"

G_BEGIN_DECLS

/* Private: how a patient's row is written, found again and told to the audit, for whoever changes it. */

/* Makes someone new, whose id and file number are there, ready to be entered; body gets what is told of them. */
void     meso_patient_changes_complete (MesoPatient *stored, MesoAuditBody *body);
/* Rows and audit rows alone, for who sees to the index and to telling listeners. (element-type MesoPatient) and (element-type
 * MesoAuditBody), both complete; first: the row's number of the first, which those of the others follow */
gboolean meso_patient_changes_enter_many (MesoStoreContext *context, const char *staff, const GPtrArray *patients,
                                          const GPtrArray *bodies, gint64 first, GError **error);
/* Enters stored, whose id and file number are filled in; body (transfer none) has what changed beside it. Nobody finds it until
 * meso_patient_index_add () with number, which comes last: once words of the search index wait to be written, every further statement
 * that a trigger may refuse has them written first. */
gboolean meso_patient_changes_insert (MesoStoreContext *context, const char *staff, MesoPatient *stored, MesoAuditBody *body,
                                      gint64 *number_out, GError **error);
/* stored instead of old, which was read in this transaction, unless both are the same and body is empty. */
gboolean meso_patient_changes_update (MesoStoreContext *context, const char *staff, const MesoPatient *old, MesoPatient *stored,
                                      MesoAuditBody *body, const char *reason, GError **error);
/* Whether what somebody edited is still what is on file; else MESO_STORE_ERROR_CHANGED. */
gboolean meso_patient_changes_is_current (const MesoPatient *on_file, const MesoPatient *edited, GError **error);
/* What was asked follows from what is listed: on_file says what is, edited what somebody said. */
void     meso_patient_changes_settle_asked (const MesoPatient *on_file, MesoPatient *edited);

G_END_DECLS
