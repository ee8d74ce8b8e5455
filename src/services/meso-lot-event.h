/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-lot-note.h"

G_BEGIN_DECLS

/**
 * MesoLotEvent:
 * @note: what happened, with ids
 * @who: the name of who recorded it
 * @patient_name: (nullable): of the patient for whom it was drawn, and @file_number (nullable)
 *
 * One line of a lot's history, with the names that are shown.
 */
typedef struct
{
  MesoLotNote *note;
  char *who;
  char *patient_name;
  char *file_number;
} MesoLotEvent;

void meso_lot_event_free (MesoLotEvent *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoLotEvent, meso_lot_event_free)

G_END_DECLS
