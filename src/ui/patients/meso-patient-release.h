/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

#include "meso-context.h"
#include "meso-patient.h"

G_BEGIN_DECLS

/* Asks to whom and why, and for a folder; puts the whole record there, as pages and as data. */
void     meso_patient_release_begin (GtkWidget *page, MesoContext *context, const MesoPatient *patient);
/* For who has a folder already: dialog is where it is said when something went wrong. answers: to whom, why, language */
void     meso_patient_release_make  (GtkWidget *dialog, MesoContext *context, const char *patient, const char *const *answers,
                                     GFile *folder);

G_END_DECLS
