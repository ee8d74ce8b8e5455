/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"

G_BEGIN_DECLS

typedef enum {
  MESO_FORMULARY_SHOWN_ALL,
  MESO_FORMULARY_SHOWN_ON,
  MESO_FORMULARY_SHOWN_OFF,
  MESO_FORMULARY_SHOWN_OWN_SYRINGE,
  MESO_FORMULARY_SHOWN_CHANGED,
  MESO_FORMULARY_SHOWN_OWN,
} MesoFormularyShown;

/* Rows of the formulary's list: one an entry. */

GtkWidget  *meso_formulary_row_new_ingredient (MesoContext *context, const MesoIngredient *ingredient);
GtkWidget  *meso_formulary_row_new_product    (MesoContext *context, const MesoProduct *product);
const char *meso_formulary_row_get_id         (GtkWidget *row);
gboolean    meso_formulary_row_matches        (GtkWidget *row, MesoFormularyShown shown, const char *wanted);

G_END_DECLS
