/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-civil-time.h"
#include "meso-clinic.h"
#include "meso-handout-deliver.h"
#include "meso-handout-issue.h"

G_BEGIN_DECLS

/**
 * MesoHandoutRequest:
 * @language: (nullable): %NULL for the patient's own, else the clinic's, else English
 * @paper: (nullable): "a4", "a5", "letter"; %NULL for the clinic's own, else A4
 * @patient: (nullable): an id or a file number; %NULL for a sheet that is nobody's own
 * @screening: (nullable): of the sheet of a screening, which one; %NULL for the strictest of those that hold
 *   on the day of @when
 * @formula: (nullable): of the worksheet of a formula, which one: "recipe", or "recipe/2" for one of its versions; %NULL for the
 *   patient's newest
 * @when: when the session ends (sheet before treatment: begins); its date may be unset
 * @today: the clinic's day: a patient's sheet that says no date is about the session next to it
 * @creation: when the document says that it was made
 * @printed_at: what the sheet says of its printing; its date may be unset
 * @deliver: (nullable): called with @deliver_data before the sheet is kept as handed out: one that can't be written isn't
 *
 * Which sheet is wanted.
 */
typedef struct
{
  const char *kind;
  const char *language;
  const char *paper;
  const char *patient;
  const char *screening;
  const char *formula;
  MesoCivilTime when;
  MesoCalendarDate today;
  GDateTime *creation;
  MesoCivilTime printed_at;
  MesoHandoutDeliver deliver;
  gpointer deliver_data;
} MesoHandoutRequest;

/**
 * MesoIssuedHandout:
 * @issue: (nullable): id of the archived copy; %NULL for a sheet that is nobody's own
 *
 * A sheet as it was made.
 */
typedef struct
{
  char *kind;
  char *language;
  char *paper;
  char *issue;
  int pages;
  GBytes *pdf;
} MesoIssuedHandout;

MesoIssuedHandout *meso_handout_service_issue      (MesoClinic *clinic, const MesoHandoutRequest *request, GError **error);
/* The sheet could not be printed after all: nobody was handed it. reason: why, not empty */
gboolean           meso_handout_service_take_back  (MesoClinic *clinic, const char *issue, const char *reason, GError **error);
MesoIssuedHandout *meso_handout_service_make_blank (const MesoProtocol *protocol, const MesoHandoutRequest *request, GError **error);
/* (transfer full) (element-type MesoHandoutIssue): a patient's sheets, newest first, without the bytes */
GPtrArray         *meso_handout_service_list       (MesoClinic *clinic, const char *patient, GError **error);
/* (transfer full) (element-type MesoHandoutIssue): what was handed out last, to anyone, without the bytes; at most limit */
GPtrArray         *meso_handout_service_list_recent (MesoClinic *clinic, guint limit, GError **error);
/* One that was handed out, exactly as printed. */
MesoHandoutIssue  *meso_handout_service_get        (MesoClinic *clinic, const char *id, GError **error);
void               meso_issued_handout_free        (MesoIssuedHandout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoIssuedHandout, meso_issued_handout_free)

G_END_DECLS
