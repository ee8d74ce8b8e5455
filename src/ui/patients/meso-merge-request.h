/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-patient-merge-service.h"

G_BEGIN_DECLS

/**
 * MesoMergeRequest:
 * @fields: (nullable): what the kept record takes over
 * @reason: (nullable): why
 *
 * What is asked of the clinic about two records that may be one person's.
 */
typedef struct
{
  char *duplicate;
  char *kept;
  GStrv fields;
  char *reason;
} MesoMergeRequest;

/* reason (nullable) */
MesoMergeRequest *meso_merge_request_new  (const char *duplicate, const char *kept, const char *reason);
void              meso_merge_request_free (gpointer self);

/* #MesoClinicCall: the request is a #MesoMergeRequest. */
gpointer meso_merge_request_preview       (MesoClinic *clinic, gpointer self, GError **error);   /* #MesoMergePreview */
gpointer meso_merge_request_run           (MesoClinic *clinic, gpointer self, GError **error);   /* #MesoPatient that was kept */
gpointer meso_merge_request_take_back     (MesoClinic *clinic, gpointer self, GError **error);   /* nothing */
gpointer meso_merge_request_set_different (MesoClinic *clinic, gpointer self, GError **error);   /* nothing */
gpointer meso_merge_request_set_open      (MesoClinic *clinic, gpointer self, GError **error);   /* nothing */

G_END_DECLS
