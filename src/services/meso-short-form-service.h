/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"
#include "meso-questionnaire-response.h"
#include "meso-verdict.h"

G_BEGIN_DECLS

/* Stores the questions of a day by themselves, when no session takes place or a physician has to look at them first. day: the one
 * they are about; an earlier one was answered on paper. id_out (transfer full). (transfer full): the verdict */
MesoVerdict *meso_short_form_service_record (MesoClinic *clinic, const char *patient, MesoQuestionnaireResponse *answers,
                                             MesoCalendarDate day, MesoCalendarDate today, char **id_out, GError **error);

G_END_DECLS
