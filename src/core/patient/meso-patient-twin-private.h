/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-patient-twin.h"

G_BEGIN_DECLS

/* What both the comparison and the keys read a record by. */
/* (transfer full): without the gaps, so that ZWNJ, space and nothing are alike */
char      *meso_patient_twin_fold_name   (const char *text);
gboolean   meso_patient_twin_has_id      (const MesoPatient *patient);
/* (transfer full) (element-type utf8): those that can say anything */
GPtrArray *meso_patient_twin_list_phones (const MesoPatient *patient);

G_END_DECLS
