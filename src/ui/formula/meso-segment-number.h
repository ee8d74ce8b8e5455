/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"

G_BEGIN_DECLS

/* A number is a segment of the syringe is a row of the mixture: they share a colour, by a class of the style sheet. number from 1 */
void meso_segment_set_colour  (GtkWidget *widget, guint number, gboolean diluent);
/* label: a round label with the number on its colour */
void meso_segment_number_show (GtkWidget *label, MesoContext *context, guint number, gboolean diluent);

G_END_DECLS
