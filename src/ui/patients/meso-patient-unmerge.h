/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

#include "meso-context.h"

G_BEGIN_DECLS

/* Asks which of the records that were merged (element-type MesoPatient) stands for itself again, and why; and does it. */
void meso_patient_unmerge_begin (GtkWidget *page, MesoContext *context, const GPtrArray *merged);

G_END_DECLS
