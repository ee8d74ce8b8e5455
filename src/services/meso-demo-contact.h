/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-demo-naming.h"

G_BEGIN_DECLS

typedef struct _MesoDemoPlace MesoDemoPlace;

/* Private: where the demo's people live, and how they are reached. Every text is (transfer full). */
const MesoDemoPlace *meso_demo_place_choose      (GRand *rand);
char                *meso_demo_place_landline    (const MesoDemoPlace *self, GRand *rand);
char                *meso_demo_place_address     (const MesoDemoPlace *self, MesoDemoScript script, GRand *rand);
char                *meso_demo_contact_mobile    (GRand *rand);
/* A phone, and a passport's number, of where somebody of that origin may come from */
char                *meso_demo_contact_foreign   (MesoDemoOrigin origin, GRand *rand);
char                *meso_demo_contact_passport  (GRand *rand);
/* The same number with another check digit, as happens when one digit is mistyped */
char                *meso_demo_contact_mistype   (const char *national_id, GRand *rand);

/* Who is registered where: no national ID is given out twice. */
typedef struct _MesoDemoRegister MesoDemoRegister;

MesoDemoRegister *meso_demo_register_new   (GRand *rand);
void              meso_demo_register_free  (MesoDemoRegister *self);
/* (transfer full): a new national ID with a right check digit */
char             *meso_demo_register_enter (MesoDemoRegister *self, const MesoDemoPlace *place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoDemoRegister, meso_demo_register_free)

G_END_DECLS
