/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-formula-editor.h"

G_BEGIN_DECLS

/**
 * MesoMixtureView:
 *
 * The mixture as a table to write in, its diluent and total, and how it is given: points, volume per point, dead space. Signal `next`:
 * somebody is done with a row and wants to add another; `remedy` (kind, ingredient) of a finding at a row.
 */
#define MESO_TYPE_MIXTURE_VIEW (meso_mixture_view_get_type ())
G_DECLARE_FINAL_TYPE (MesoMixtureView, meso_mixture_view, MESO, MIXTURE_VIEW, AdwBin)

void     meso_mixture_view_bind        (MesoMixtureView *self, MesoContext *context, MesoFormulaEditor *editor);
/* Rows below one another, for a narrow window, and in one column, for large text in one; properties `stacked` and `tight` */
void     meso_mixture_view_set_stacked (MesoMixtureView *self, gboolean stacked, gboolean tight);
void     meso_mixture_view_grab_row    (MesoMixtureView *self, guint row, MesoFormulaField field);
/* A field of the whole: total volume, points … */
void     meso_mixture_view_grab_field  (MesoMixtureView *self, MesoFormulaField field);
/* The first text that can't be read, or is missing; FALSE when there is none */
gboolean meso_mixture_view_grab_fault  (MesoMixtureView *self);

/* FALSE when no row has a finding with a way out */
gboolean   meso_mixture_view_grab_finding (MesoMixtureView *self);

G_END_DECLS
