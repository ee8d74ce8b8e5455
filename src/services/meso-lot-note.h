/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MesoLotNoteKind:
 * @MESO_LOT_NOTE_CORRECTED: a stock-take, or a preparation that was corrected: what its volumes were is booked back
 * @MESO_LOT_NOTE_RELEASED: a quarantine or a recall was lifted
 *
 * What happened to a lot.
 */
typedef enum {
  MESO_LOT_NOTE_RECEIVED,
  MESO_LOT_NOTE_OPENED,
  MESO_LOT_NOTE_USED,
  MESO_LOT_NOTE_WASTED,
  MESO_LOT_NOTE_CORRECTED,
  MESO_LOT_NOTE_QUARANTINED,
  MESO_LOT_NOTE_RECALLED,
  MESO_LOT_NOTE_RELEASED,
} MesoLotNoteKind;

/**
 * MesoLotNote:
 * @at: the moment, UTC
 * @who: the name of who did it
 * @volume_ul: what came (above zero) or went (below); 0 for what moved nothing
 * @balance_ul: what was left after it
 * @reason: "" when none was due
 * @preparation: (nullable): the preparation that drew it, for whom in @patient (nullable) and @patient_name (nullable)
 * @opening: (nullable): the opened container
 *
 * One line of a lot's history.
 */
typedef struct
{
  char *at;
  char *who;
  MesoLotNoteKind kind;
  gint64 volume_ul;
  gint64 balance_ul;
  char *reason;
  char *preparation;
  char *patient;
  char *patient_name;
  char *opening;
} MesoLotNote;

const char *meso_lot_note_kind_to_string (MesoLotNoteKind kind);
void        meso_lot_note_free           (MesoLotNote *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoLotNote, meso_lot_note_free)

G_END_DECLS
