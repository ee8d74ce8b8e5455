/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"
#include "meso-patient-record.h"

G_BEGIN_DECLS

/* What somebody typed to find a patient begins the new record: a national ID, a phone number, a date of birth, an address, else a
 * name. (transfer full) */
MesoPatientRecord *meso_patient_beginning_new (MesoContext *context, const char *text);

G_END_DECLS
