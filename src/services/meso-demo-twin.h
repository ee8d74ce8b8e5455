/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-patient.h"

G_BEGIN_DECLS

/* Private. (transfer full): the same person as somebody else entered them, who didn't find the first record */
MesoPatient *meso_demo_twin_new (const MesoPatient *first, GRand *rand);

G_END_DECLS
