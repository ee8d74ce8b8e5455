/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-patient-record.h"

G_BEGIN_DECLS

/* Private: a record that isn't stored yet as one run of bytes, for files of this very program. */

/* Replaces what bytes holds. */
void               meso_record_packing_pack   (GByteArray *bytes, const MesoPatientRecord *record);
/* (transfer full) (nullable): NULL for what pack () never made */
MesoPatientRecord *meso_record_packing_unpack (GBytes *bytes);

G_END_DECLS
