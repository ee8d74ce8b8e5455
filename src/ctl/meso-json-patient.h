/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-json-writer.h"
#include "meso-patient-record.h"

G_BEGIN_DECLS

/* The members of an object that was begun. First those that every list shows, then the rest of a record. */
void meso_json_add_patient      (JsonBuilder *builder, const MesoPatient *patient);
void meso_json_add_record       (JsonBuilder *builder, const MesoPatientRecord *record);

G_END_DECLS
