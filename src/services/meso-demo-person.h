/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-demo-contact.h"

G_BEGIN_DECLS

/* Private. (transfer full): somebody who comes to an English-speaking clinic on that day, as a record that can be stored */
MesoPatient *meso_demo_person_new  (GRand *rand, MesoCalendarDate day);
/* (transfer full): who an adult is who comes on that day; without a file number and without a word of their health.
 * language: what the clinic speaks */
MesoPatient *meso_demo_person_make (GRand *rand, MesoDemoRegister *places, const char *language, MesoCalendarDate day);

G_END_DECLS
