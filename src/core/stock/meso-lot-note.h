/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MesoLotNoteKind:
 * @MESO_LOT_NOTE_USED: drawn for @preparation
 * @MESO_LOT_NOTE_WASTED: with a reason; with @preparation: the rest of a single-dose container, or what a preparation that was entered
 *   in error had drawn
 * @MESO_LOT_NOTE_CORRECTED: a count, with its reason; with @preparation: its draw was taken back (amended or entered in error)
 * @MESO_LOT_NOTE_OPENED: a container was opened
 * @MESO_LOT_NOTE_THROWN_AWAY: an opened container is gone
 * @MESO_LOT_NOTE_STATE: quarantined, recalled or available again: @field is the state
 * @MESO_LOT_NOTE_AMENDED: something typed about the lot was corrected: @field, @old_value, @new_value
 */
typedef enum {
  MESO_LOT_NOTE_RECEIVED,
  MESO_LOT_NOTE_USED,
  MESO_LOT_NOTE_WASTED,
  MESO_LOT_NOTE_CORRECTED,
  MESO_LOT_NOTE_OPENED,
  MESO_LOT_NOTE_THROWN_AWAY,
  MESO_LOT_NOTE_STATE,
  MESO_LOT_NOTE_AMENDED,
} MesoLotNoteKind;

/* "received", "used", "wasted", "corrected", "opened", "thrown-away", "state", "amended" */
const char *meso_lot_note_kind_to_string (MesoLotNoteKind kind);

/**
 * MesoLotNote:
 * @at: when it was recorded, UTC; of an opening: when it was opened
 * @by: id of who recorded it
 * @volume_ul: how much came (above 0) or went (below 0); 0 for what moves nothing
 * @balance_ul: what the lot held afterwards
 * @opening: which opened container, by its number in the lot; 0 when none is meant
 * @reason: "" when none was due
 * @preparation: (nullable): the preparation that it belongs to, and @patient (nullable) whose it is
 * @field: (nullable), @old_value: (nullable), @new_value: (nullable): see the kinds
 *
 * One line of a lot's history.
 */
typedef struct
{
  MesoLotNoteKind kind;
  char *at;
  char *by;
  gint64 volume_ul;
  gint64 balance_ul;
  guint opening;
  char *reason;
  char *preparation;
  char *patient;
  char *field;
  char *old_value;
  char *new_value;
} MesoLotNote;

void meso_lot_note_free (MesoLotNote *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoLotNote, meso_lot_note_free)

G_END_DECLS
