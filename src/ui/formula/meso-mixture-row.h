/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-formula-editor.h"

G_BEGIN_DECLS

#define MESO_MIXTURE_COLUMNS 5

/**
 * MesoMixtureColumns:
 * @groups: (element-type GtkSizeGroup): strength, volume, amount, final strength, share: what rows and their head share
 *
 * So that the columns of all rows are as wide as one another.
 */
typedef struct
{
  GtkSizeGroup *groups[MESO_MIXTURE_COLUMNS];
} MesoMixtureColumns;

/**
 * MesoMixtureRow:
 *
 * One item of the mixture: number, name, strength, volume, amount, final strength, share of the cap, and a button that takes it out. What
 * can't be read is said below. Signals: `removed`, `done` (Enter in its last entry),
 * `remedy` (kind, ingredient) of a finding that stands at it.
 */
#define MESO_TYPE_MIXTURE_ROW (meso_mixture_row_get_type ())
G_DECLARE_FINAL_TYPE (MesoMixtureRow, meso_mixture_row, MESO, MIXTURE_ROW, AdwBin)

/* id: of the ingredient or product */
GtkWidget  *meso_mixture_row_new         (MesoContext *context, MesoFormulaEditor *editor, const MesoMixtureColumns *columns,
                                          const char *id);
const char *meso_mixture_row_get_id      (MesoMixtureRow *self);
/* index: which item of the draft it shows */
void        meso_mixture_row_update      (MesoMixtureRow *self, guint index);
/* Before it is taken out: the focus that leaves it then changes nothing. */
void        meso_mixture_row_retire      (MesoMixtureRow *self);
/* tight: not even three entries fit beside one another */
void        meso_mixture_row_set_stacked (MesoMixtureRow *self, gboolean stacked, gboolean tight);
void        meso_mixture_row_grab_field  (MesoMixtureRow *self, MesoFormulaField field);

/* FALSE when it has no finding with a way out */
gboolean   meso_mixture_row_grab_finding (MesoMixtureRow *self);

G_END_DECLS
