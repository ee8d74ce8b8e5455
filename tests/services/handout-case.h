/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "clinic-fixture.h"
#include "meso-handout-service.h"

/* Sheets for a test: asked for, made and read again. */

/* patient (nullable): a sheet that is nobody's own. Of today at half past eight; g_auto () clears it */
MesoHandoutRequest handout_request_for   (const MesoPatient *patient, const char *kind);
void               handout_request_clear (MesoHandoutRequest *request);

MesoIssuedHandout *handout_issue         (ClinicFixture *fixture, const MesoHandoutRequest *request);
/* (transfer full): the words of a sheet, with single spaces between. mode: "-raw" reads all that is drawn, in its order;
 * "-layout" reads once what lies twice on one place */
char              *handout_read_words_as (ClinicFixture *fixture, const MesoIssuedHandout *handout, const char *mode);
char              *handout_read_words    (ClinicFixture *fixture, const MesoIssuedHandout *handout);
void               handout_assert_words  (ClinicFixture *fixture, const MesoIssuedHandout *handout, const char *words,
                                          gboolean expected);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MesoHandoutRequest, handout_request_clear)
