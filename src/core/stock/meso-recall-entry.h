/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-calendar-date.h"

G_BEGIN_DECLS

/**
 * MesoRecallEntry:
 * @lot: id of the lot
 * @preparation: id of a preparation that drew from it, and @volume_ul how much
 * @mixed_at: when it was mixed, UTC, and @mixed_on: on which day of the clinic
 * @amended: whether it was amended, and so is told of twice where the amendment draws from the lot too
 * @in_error: whether it was marked as entered in error; @discarded: whether it was thrown away unused
 * @session: (nullable): the session it was given in, on @session_date (unset without)
 * @patient: whose record it stands in, and @person: the record of theirs that is kept
 * @file_number: of @person, as are @given_name, @family_name, @phone, @second_phone; "" for a record that was legally erased
 * @language: the person's
 *
 * One way that a lot went: lot → preparation → session, if any → patient.
 */
typedef struct
{
  char *lot;
  char *preparation;
  gint64 volume_ul;
  char *mixed_at;
  MesoCalendarDate mixed_on;
  gboolean amended;
  gboolean in_error;
  gboolean discarded;
  char *session;
  MesoCalendarDate session_date;
  char *patient;
  char *person;
  char *file_number;
  char *given_name;
  char *family_name;
  char *phone;
  char *second_phone;
  char *language;
} MesoRecallEntry;

void meso_recall_entry_free (MesoRecallEntry *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoRecallEntry, meso_recall_entry_free)

G_END_DECLS
