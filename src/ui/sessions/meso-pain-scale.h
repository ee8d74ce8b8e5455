/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MesoPainScale:
 *
 * Pain from 0 to 10, a button each; pressed again it is not said. Signal `changed`.
 */
#define MESO_TYPE_PAIN_SCALE (meso_pain_scale_get_type ())
G_DECLARE_FINAL_TYPE (MesoPainScale, meso_pain_scale, MESO, PAIN_SCALE, GtkWidget)

/* MESO_PAIN_NOT_ASKED, or 0 to 10 */
int  meso_pain_scale_get_value (MesoPainScale *self);
void meso_pain_scale_set_value (MesoPainScale *self, int value);
void meso_pain_scale_set_digits (MesoPainScale *self, gboolean persian);

G_END_DECLS
