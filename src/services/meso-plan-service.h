/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"
#include "meso-plan.h"

G_BEGIN_DECLS

MesoPlan *meso_plan_service_record (MesoClinic              *clinic,
                                    const char              *patient,
                                    const MesoPlanTemplate  *template,
                                    const MesoPlanOptions   *options,
                                    GError                 **error);

G_END_DECLS
