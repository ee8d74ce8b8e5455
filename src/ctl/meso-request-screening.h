/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-json-reader.h"
#include "meso-questionnaire-response.h"

G_BEGIN_DECLS

/**
 * MesoScreeningRequest:
 * @date: the day of the screening; unset when the request doesn't say
 *
 * What `screen --answers` reads.
 */
typedef struct
{
  MesoQuestionnaireResponse *response;
  MesoCalendarDate date;
} MesoScreeningRequest;

MesoScreeningRequest *meso_screening_request_read (const char *file, GError **error);
void                  meso_screening_request_free (MesoScreeningRequest *self);

/**
 * MesoPatientFacts:
 * @weight_g: 0 when not said
 * @allergies: (nullable): %NULL when not said
 * @excluded: (nullable): %NULL when not said
 *
 * The `patient` object that requests carry.
 */
typedef struct
{
  MesoSex sex;
  MesoCalendarDate birth_date;
  gint64 weight_g;
  GPtrArray *allergies;
  GPtrArray *excluded;
} MesoPatientFacts;

/* What @text of the member says; a fault names the member's place. */
gboolean meso_request_parse_sex   (MesoJsonReader *reader, const char *member, const char *text, MesoSex *sex, GError **error);
gboolean meso_request_parse_date  (MesoJsonReader *reader, const char *member, const char *text, MesoCalendarDate *date,
                                   GError **error);

gboolean meso_patient_facts_read  (MesoPatientFacts *self, MesoJsonReader *request, GError **error);
void     meso_patient_facts_clear (MesoPatientFacts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoScreeningRequest, meso_screening_request_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MesoPatientFacts, meso_patient_facts_clear)

G_END_DECLS
