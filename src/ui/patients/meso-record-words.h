/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-patient-record.h"

G_BEGIN_DECLS

/* (transfer full) (element-type GtkWidget): what must never be overlooked of a record, as tags: every allergy, or that nobody asked; a
 * blood thinner where a medicine or a condition says so in words. Nothing is concluded from the name of a drug. */
GPtrArray *meso_record_words_make_tags (MesoContext *context, const MesoPatientRecord *record);

G_END_DECLS
