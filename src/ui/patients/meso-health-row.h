/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-health-item.h"

G_BEGIN_DECLS

/**
 * MesoHealthRow:
 *
 * One allergy, medicine or condition, to be typed. What is on file already isn't taken out, but said to hold no longer, or to have
 * been an error. Signals `changed`, and `removed` for what was never on file.
 */
#define MESO_TYPE_HEALTH_ROW (meso_health_row_get_type ())
G_DECLARE_FINAL_TYPE (MesoHealthRow, meso_health_row, MESO, HEALTH_ROW, AdwExpanderRow)

/* substances (element-type MesoSubstance): what is offered while a name is typed */
GtkWidget      *meso_health_row_new      (const MesoHealthItem *item, GPtrArray *substances);
/* (transfer full): as typed, normalised */
MesoHealthItem *meso_health_row_dup_item (MesoHealthRow *self);
/* Nothing was typed into it yet. */
gboolean        meso_health_row_is_empty (MesoHealthRow *self);
/* Says at each field what is wrong with it. (nullable): the first of them */
GtkWidget      *meso_health_row_check    (MesoHealthRow *self);

G_END_DECLS
