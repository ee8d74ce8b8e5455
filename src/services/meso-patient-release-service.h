/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-civil-time.h"
#include "meso-clinic.h"

G_BEGIN_DECLS

/**
 * MesoReleaseDeliver:
 * @pdf: the record as pages
 * @data: the same as JSON
 *
 * Hands a record out, or writes it. What can't be delivered isn't written into the log as given out.
 */
typedef gboolean (*MesoReleaseDeliver) (GBytes *pdf, GBytes *data, const char *file_number, gpointer user_data, GError **error);

/**
 * MesoReleaseRequest:
 * @patient: an id or a file number
 * @recipient: to whom, @reason: why; both not empty for a release
 * @language: (nullable): %NULL for the patient's own, else the clinic's, else English
 * @paper: (nullable): "a4", "a5", "letter"; %NULL for the clinic's own, else A4
 * @printed_at: the clinic's time
 * @creation: when the document says that it was made
 * @deliver: (nullable): called with @deliver_data before anything is written into the log
 */
typedef struct
{
  const char *patient;
  const char *recipient;
  const char *reason;
  const char *language;
  const char *paper;
  MesoCivilTime printed_at;
  GDateTime *creation;
  MesoReleaseDeliver deliver;
  gpointer deliver_data;
} MesoReleaseRequest;

/**
 * MesoRelease:
 * @pdf: the record as pages, @pages of them
 * @data: the same as JSON, UTF-8
 * @file_number: for a file name
 *
 * One patient's whole record.
 */
typedef struct
{
  char *file_number;
  char *language;
  char *paper;
  int pages;
  GBytes *pdf;
  GBytes *data;
} MesoRelease;

void         meso_release_free (MesoRelease *self);

/* PDF and data, and a row in the log: "release", with to whom, why, and the SHA-256 of both. */
MesoRelease *meso_patient_release_service_make    (MesoClinic *clinic, const MesoReleaseRequest *request, GError **error);
/* The same without giving it to anyone: for looking at before, and for the clinic's own paper. A row in the log: "print". */
MesoRelease *meso_patient_release_service_preview (MesoClinic *clinic, const MesoReleaseRequest *request, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoRelease, meso_release_free)

G_END_DECLS
