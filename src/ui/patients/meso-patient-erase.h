/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

#include "meso-context.h"
#include "meso-patient.h"

G_BEGIN_DECLS

/* Says what a legal erasure takes away and what stays, asks why, by which law, and for the file number; and does it. Only a physician
 * at the desk can. */
void meso_patient_erase_begin (GtkWidget *page, MesoContext *context, const MesoPatient *patient);

G_END_DECLS
