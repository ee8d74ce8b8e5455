/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MesoPatientBlank:
 *
 * What stands in the place of the rows where there are none, and what can be done about it. Signals: `new-patient`, `show-all`, `retry`.
 */
#define MESO_TYPE_PATIENT_BLANK (meso_patient_blank_get_type ())
G_DECLARE_FINAL_TYPE (MesoPatientBlank, meso_patient_blank, MESO, PATIENT_BLANK, AdwBin)

/* They are being read; a while later it says so. */
void meso_patient_blank_wait        (MesoPatientBlank *self);
/* The clinic has no patient at all. */
void meso_patient_blank_show_empty  (MesoPatientBlank *self);
/* typed: "" for nothing; filtered: whether only a part of the patients was looked at */
void meso_patient_blank_show_nobody (MesoPatientBlank *self, const char *typed, gboolean filtered);
void meso_patient_blank_show_failed (MesoPatientBlank *self, const GError *error);

G_END_DECLS
