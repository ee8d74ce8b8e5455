/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

#include "meso-context.h"

G_BEGIN_DECLS

/* texture (nullable): NULL when there is no photo, or none that can be shown */
typedef void (*MesoPhotoLoaded) (GtkWidget *widget, GdkTexture *texture);

/* Reads a patient's photo, small. Late answers, after widget was disposed, are dropped. */
void meso_patient_photo_load   (GtkWidget *widget, MesoContext *context, const char *patient, MesoPhotoLoaded loaded);
/* Asks for a file and keeps it; what is wrong with it is said. The one before stays on file. */
void meso_patient_photo_choose (GtkWidget *widget, MesoContext *context, const char *patient);
/* Keeps a file that was chosen. */
void meso_patient_photo_take   (GtkWidget *widget, MesoContext *context, const char *patient, GFile *file);
/* Shows no photo any more, and offers to take that back. */
void meso_patient_photo_remove (GtkWidget *widget, MesoContext *context, const char *patient);

G_END_DECLS
