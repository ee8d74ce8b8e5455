/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

#include "meso-patient-twin.h"

G_BEGIN_DECLS

/* (transfer full): why two records may be one person, and what speaks against it: "same phone · name one letter apart" */
char       *meso_twin_words_why   (const MesoPatientTwin *twin);
/* "Very likely", "Likely", "Perhaps" the same person */
const char *meso_twin_words_grade (const MesoPatientTwin *twin);

G_END_DECLS
