/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-chart.h"
#include "meso-clinic.h"
#include "meso-draft.h"

G_BEGIN_DECLS

/**
 * MesoAgendaEntry:
 * @session: (nullable): the planned session or check-up; %NULL for a visit that was begun without one
 * @chart: the patient and what comes next
 *
 * One line of a day.
 */
typedef struct
{
  MesoPlannedSession *session;
  MesoChart *chart;
} MesoAgendaEntry;

void       meso_agenda_entry_free (MesoAgendaEntry *self);

/* (transfer full) (element-type MesoAgendaEntry): treatments and maintenance of one day in order of time, those without a
 * time last */
GPtrArray *meso_agenda_service_list_day     (MesoClinic *clinic, MesoCalendarDate day, MesoCalendarDate today, GError **error);
/* check-ups and recalls due up to today and still open; treatments that are overdue; oldest first; at most limit */
GPtrArray *meso_agenda_service_list_due     (MesoClinic *clinic, MesoCalendarDate today, guint limit, GError **error);
GPtrArray *meso_agenda_service_list_overdue (MesoClinic *clinic, MesoCalendarDate today, guint limit, GError **error);
/* patients who were screened or added today, or whose visit was begun, and who aren't in the day's sessions: newest first */
GPtrArray *meso_agenda_service_list_begun   (MesoClinic *clinic, MesoCalendarDate today, guint limit, GError **error);

/**
 * MesoDraftNote:
 * @patient: (nullable): whose it is about
 *
 * Something that was begun and left.
 */
typedef struct
{
  MesoDraft *draft;
  MesoPatient *patient;
} MesoDraftNote;

void       meso_draft_note_free             (MesoDraftNote *self);
/* (transfer full) (element-type MesoDraftNote): newest first */
GPtrArray *meso_agenda_service_list_drafts  (MesoClinic *clinic, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoAgendaEntry, meso_agenda_entry_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoDraftNote, meso_draft_note_free)

G_END_DECLS
