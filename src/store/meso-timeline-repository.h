/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-calendar-date.h"
#include "meso-store-context.h"

G_BEGIN_DECLS

/**
 * MesoTimelineMark:
 * @entity: (transfer none): what happened: "patient" (put on file), "screening", "decision", "plan", "formula", "preparation", "session",
 *   "handout"
 * @id: of that, @version: of a formula, else 0
 * @parent: (nullable): the screening of a decision
 * @patient: the record it was written in, which may have been merged into another
 * @file_number: of that record
 * @at_utc: when it was recorded, @staff: id of who did
 * @date: the day it is about; unset for the day it was recorded on
 * @amended: whether a newer one corrects it
 * @reacted: whether reactions were noted
 *
 * That something stands in a person's record, without what it says.
 */
typedef struct
{
  const char *entity;
  char *id;
  int version;
  char *parent;
  char *patient;
  char *file_number;
  char *at_utc;
  char *staff;
  MesoCalendarDate date;
  gboolean amended;
  gboolean reacted;
} MesoTimelineMark;

void       meso_timeline_mark_free       (MesoTimelineMark *self);
/* (transfer full) (element-type MesoTimelineMark): of all records that are this person's, in no order */
GPtrArray *meso_timeline_repository_list (MesoStoreContext *context, const char *patient, GError **error);

G_END_DECLS
