/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-json-reader.h"
#include "meso-patient-record.h"

G_BEGIN_DECLS

/* What `patient add` reads: one JSON object. today: when an age or a weight was told, unless the request says. Every member that there
 * is must be known. */
MesoPatientRecord *meso_request_read_patient (const char *file, MesoCalendarDate today, GError **error);

G_END_DECLS
