/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-lot.h"
#include "meso-preparation.h"
#include "visit-case.h"

G_BEGIN_DECLS

/* A clinic whose formulary has a product, which what ships has none of: "vial", of biotin 5 mg/mL and zinc 0.05 % */
ClinicFixture   *stock_begin_with_product (void);
/* A patient who may be treated with 1 mL of that, 1 mg/mL; the clock stands on the day of these tests. */
Visit            stock_begin_visit (const char *ingredient);
/* A lot as it would be typed: five single-dose vials of 2 mL of one ingredient, 1 mg/mL, good for a year */
MesoLot         *stock_type_lot  (const char *number, const char *ingredient);
/* (transfer full): its id; takes lot */
char            *stock_receive   (ClinicFixture *fixture, MesoLot *lot);
/* (transfer full): the lot as it is now */
MesoLot         *stock_get       (ClinicFixture *fixture, const char *lot);
/* (transfer full): what was proposed for the visit's formula, checked by somebody else, as it would be typed */
MesoPreparation *stock_type_preparation (const Visit *visit, const char *checked_by);
/* (transfer full): the preparation as it is stored */
MesoPreparation *stock_prepare   (const Visit *visit, const MesoPreparation *draft);
/* Refused for that reason, and nothing stored */
void             stock_assert_not_prepared (const Visit *visit, const MesoPreparation *draft, GQuark domain, int code, const char *text);

G_END_DECLS
