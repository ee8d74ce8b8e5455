/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "clinic-fixture.h"
#include "meso-chart.h"
#include "meso-treatment-session.h"

G_BEGIN_DECLS

/**
 * Visit:
 * @screening: the full one
 *
 * A patient who may be treated today: screened, signed, planned and with a formula.
 */
typedef struct
{
  ClinicFixture *fixture;
  MesoPatient *patient;
  char *physician;
  char *screening;
} Visit;

/* screened: the day of the full screening */
Visit                      visit_begin          (const char *screened, const char *ingredient);
/* The same in a clinic whose clock was set, say; takes fixture. */
Visit                      visit_begin_in       (ClinicFixture *fixture, const char *screened, const char *ingredient);
void                       visit_end            (Visit *visit);
/* (transfer full): as the record says it now, looked at on that day */
MesoChart                 *visit_get_chart      (const Visit *visit, const char *day);
/* (transfer full): today's session of the course as it would be typed; screening left to the service */
MesoTreatmentSession      *visit_type_session   (const Visit *visit);
/* (transfer full): its id */
char                      *visit_record         (const Visit *visit, const MesoTreatmentSession *session);
/* Refused for that reason, and nothing stored */
void                       visit_assert_refused (const Visit *visit, const MesoTreatmentSession *session, GQuark domain, int code,
                                                 const char *text);
/* (transfer full): the questions of the day, all no but for those answers ("pregnant=yes") */
MesoQuestionnaireResponse *visit_answer_short   (const Visit *visit, const char *answers);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Visit, visit_end)

G_END_DECLS
