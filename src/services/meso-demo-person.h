/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-patient.h"

G_BEGIN_DECLS

/* (transfer full): a made-up patient; equal states of rand give equal patients */
MesoPatient *meso_demo_person_new (GRand *rand, MesoCalendarDate today);

G_END_DECLS
