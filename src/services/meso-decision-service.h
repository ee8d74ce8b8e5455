/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"
#include "meso-screening-decision.h"

G_BEGIN_DECLS

/* Whoever is at the desk decides: MESO_SERVICES_ERROR_REFUSED unless that is a physician. (transfer full): the new id */
char *meso_decision_service_record (MesoClinic *clinic, const MesoScreeningDecision *decision, MesoCalendarDate today, GError **error);
/* A physician goes on although: a reason for each of the rules named (element-type utf8 utf8: rule, reason), and the signature,
 * in one unit of work. */
gboolean meso_decision_service_override_and_sign (MesoClinic *clinic, const char *screening, GHashTable *reasons,
                                                  MesoCalendarDate today, GError **error);

G_END_DECLS
