/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-lot.h"
#include "meso-preparation.h"

G_BEGIN_DECLS

/**
 * MesoRecallEntry:
 * @preparation: id of the preparation, @mixed_at (UTC) when it was made
 * @lot: id of the lot, of which it drew @volume_ul
 * @session: (nullable): id of the session that used it, held on @session_date (unset without)
 * @patient: the person's record: the one that a merged record was merged into
 * @given_name: as the record has it, and @family_name, @file_number, @phone, @second_phone, each "" where there is none
 * @amended: whether another preparation corrects it: it counts no more, but may have happened
 * @in_error: whether it was marked as entered in error; @discarded: whether it was thrown away unused
 *
 * One preparation that drew from a lot.
 */
typedef struct
{
  char *preparation;
  char *mixed_at;
  char *lot;
  gint64 volume_ul;
  char *session;
  MesoCalendarDate session_date;
  char *patient;
  char *file_number;
  char *given_name;
  char *family_name;
  char *phone;
  char *second_phone;
  gboolean amended;
  gboolean in_error;
  gboolean discarded;
} MesoRecallEntry;

/**
 * MesoRecall:
 * @lots: (element-type MesoLot): a number may be of several makers
 * @entries: (element-type MesoRecallEntry): by mixing, the newest first
 * @patients: how many persons they are about
 *
 * Into whom a lot went.
 */
typedef struct
{
  GPtrArray *lots;
  GPtrArray *entries;
  guint patients;
} MesoRecall;

/**
 * MesoPatientLot:
 * @lot: what it was
 * @entry: the preparation of the patient that drew from it
 *
 * One lot that went into a patient's preparation.
 */
typedef struct
{
  MesoLot *lot;
  MesoRecallEntry *entry;
} MesoPatientLot;

void meso_recall_entry_free (MesoRecallEntry *self);
void meso_patient_lot_free  (MesoPatientLot *self);
void meso_recall_free       (MesoRecall *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoRecall, meso_recall_free)

G_END_DECLS
