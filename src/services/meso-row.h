/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MesoRow:
 *
 * One immutable value in a list model. Two rows with equal keys show the same.
 */
#define MESO_TYPE_ROW (meso_row_get_type ())
G_DECLARE_FINAL_TYPE (MesoRow, meso_row, MESO, ROW, GObject)

/* key: all that is shown, in one string; value (transfer full) */
MesoRow       *meso_row_new       (const char *key, gpointer value, GDestroyNotify value_free);
const char    *meso_row_get_key   (MesoRow *self);
gpointer       meso_row_get_value (MesoRow *self);

G_END_DECLS
