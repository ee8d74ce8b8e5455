/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-screening-engine.h"

G_BEGIN_DECLS

/* Safe answers to the article's questions. */
#define ALL_NO "pregnant=no breastfeeding=no menstruating=no endocrine-disorder=no tumour-active=no tumour-history=no"

/* The provenance of entries made up for a test. */
#define TEST_PROVENANCE " origin='clinic' source='GK' grade='GK' review='unreviewed' "

MesoProtocol              *screening_support_protocol      (const char *body);
MesoProtocol              *screening_support_reviewed      (const char *body);
gboolean                   screening_support_is_sound      (const char *body);
MesoProtocol              *screening_support_built         (void);
MesoQuestionnaireResponse *screening_support_response      (MesoSex     sex,
                                                            const char *answers);
MesoCalendarDate           screening_support_day           (const char *text);
MesoAnswer                *screening_support_answer        (const char *text);
void                       screening_support_fill_up       (const MesoProtocol        *protocol,
                                                            MesoQuestionnaireResponse *response,
                                                            MesoCalendarDate           today);
char                      *screening_support_describe      (const MesoVerdict *verdict);
char                      *screening_support_dump_response (const MesoQuestionnaireResponse *response);

/* Whether nobody has to know the answer: it is told why the patient comes, and no rule judges by it. */
gboolean screening_support_is_remark (const MesoProtocol *protocol,
                                      const MesoQuestion *question);

G_END_DECLS
