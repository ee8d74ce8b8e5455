/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-patient.h"

G_BEGIN_DECLS

/**
 * MesoIdentityRows:
 *
 * What a patient's form asks of everybody: who they are, how to reach them, and their national ID, with what depends on one another:
 * the name in the other script, an age instead of a date, a reason for a number that can't be right.
 */
#define MESO_TYPE_IDENTITY_ROWS (meso_identity_rows_get_type ())
G_DECLARE_FINAL_TYPE (MesoIdentityRows, meso_identity_rows, MESO, IDENTITY_ROWS, GObject)

/* rows: of all fields; must live as long */
MesoIdentityRows *meso_identity_rows_new               (GtkWidget *const *rows);
/* (transfer floating) each */
GtkWidget        *meso_identity_rows_make_person_group (MesoIdentityRows *self);
GtkWidget        *meso_identity_rows_make_number_group (MesoIdentityRows *self);
/* All rows were filled from a record with that ID, which nobody needs to be warned of again. */
void              meso_identity_rows_filled            (MesoIdentityRows *self, const char *national_id);
/* base (nullable): what stands on file is not asked about again */
gboolean          meso_identity_rows_needs_reason      (MesoIdentityRows *self, const MesoPatient *typed, const MesoPatient *base);

G_END_DECLS
