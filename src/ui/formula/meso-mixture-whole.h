/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-formula-editor.h"

G_BEGIN_DECLS

/**
 * MesoMixtureWholePlaces:
 *
 * Where the entries stand, and where it is said what is wrong with them; they outlive the entries' last change.
 */
typedef struct
{
  AdwBin *total;
  GtkWidget *total_problem;
  GtkBox *points;
  GtkWidget *points_problem;
} MesoMixtureWholePlaces;

/**
 * MesoMixtureWhole:
 *
 * The entries of the whole syringe: total volume, number of points, volume per point, dead space; Enter goes from one to the next.
 */
#define MESO_TYPE_MIXTURE_WHOLE (meso_mixture_whole_get_type ())
G_DECLARE_FINAL_TYPE (MesoMixtureWhole, meso_mixture_whole, MESO, MIXTURE_WHOLE, GObject)

MesoMixtureWhole *meso_mixture_whole_new        (MesoContext *context, MesoFormulaEditor *editor, const MesoMixtureWholePlaces *places);
/* Shows what the editor holds now. */
void              meso_mixture_whole_update     (MesoMixtureWhole *self);
void              meso_mixture_whole_grab_field (MesoMixtureWhole *self, MesoFormulaField field);
/* The first that can't be read; FALSE when there is none */
gboolean          meso_mixture_whole_grab_fault (MesoMixtureWhole *self);

G_END_DECLS
