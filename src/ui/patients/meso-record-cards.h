/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-patient-record.h"

G_BEGIN_DECLS

/**
 * MesoRecordCards:
 *
 * What is known of a patient, part by part; each opens where it is edited, by the action "patient.edit-part".
 */
#define MESO_TYPE_RECORD_CARDS (meso_record_cards_get_type ())
G_DECLARE_FINAL_TYPE (MesoRecordCards, meso_record_cards, MESO, RECORD_CARDS, AdwBin)

void meso_record_cards_show (MesoRecordCards *self, MesoContext *context, const MesoPatientRecord *record);

G_END_DECLS
