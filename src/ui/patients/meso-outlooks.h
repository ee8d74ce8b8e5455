/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"
#include "meso-patient-outlook.h"

G_BEGIN_DECLS

/**
 * MesoOutlooks:
 *
 * What comes next for the patients in sight, asked for a screenful at a time behind the list itself. What it knows goes on being shown
 * while it is asked for again. Signal `changed`: more is known, or something may be known no more; ask again for what is in sight.
 */
#define MESO_TYPE_OUTLOOKS (meso_outlooks_get_type ())
G_DECLARE_FINAL_TYPE (MesoOutlooks, meso_outlooks, MESO, OUTLOOKS, GObject)

/* widget: what is in sight is in it; nothing is asked for once it is gone */
MesoOutlooks             *meso_outlooks_new (MesoContext *context, GtkWidget *widget);
/* (transfer none) (nullable): good until `changed`; serial_out: another number for another answer */
const MesoPatientOutlook *meso_outlooks_get (MesoOutlooks *self, const char *patient, guint *serial_out);

G_END_DECLS
