/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"
#include "meso-questionnaire-response.h"
#include "meso-store-context.h"
#include "meso-verdict.h"

G_BEGIN_DECLS

/* Private to services. Inside of a unit of work: judges the answers and stores them with the verdict and the content they were judged
 * by, puts their draft away, and suspends the course where a finding does that. patient: an id or a file number; date: the day the
 * answers are about. (transfer full); id_out (transfer full) */
MesoVerdict *meso_screening_recording_store (MesoStoreContext *context, MesoClinic *clinic, const char *patient,
                                             MesoQuestionnaireResponse *response, MesoCalendarDate date, char **id_out,
                                             GError **error);

/* Whether they are answers to the short form of a day that has come. */
gboolean meso_screening_recording_check_day (const MesoQuestionnaireResponse *answers, MesoCalendarDate day, MesoCalendarDate today,
                                             GError **error);

G_END_DECLS
