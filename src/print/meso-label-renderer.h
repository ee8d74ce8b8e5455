/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-label-sheet.h"
#include "meso-label-size.h"

G_BEGIN_DECLS

/**
 * MesoLabelPages:
 * @pages: (element-type MesoSlab)
 * @labels: how many labels it took
 *
 * A label laid out: as many labels as what it says needs.
 */
typedef struct
{
  GPtrArray *pages;
  guint labels;
} MesoLabelPages;

/* first_place: how many labels of the first page are used up already. MESO_PRINT_ERROR_FONT when Vazirmatn isn't installed. */
MesoLabelPages *meso_label_renderer_lay_out (const MesoLabelSheet *sheet, MesoLabelSize size, guint first_place, GError **error);
GBytes         *meso_label_renderer_to_pdf  (const MesoLabelSheet *sheet, const MesoLabelPages *pages, MesoLabelSize size,
                                             GDateTime *creation_date, GError **error);
void            meso_label_pages_free       (MesoLabelPages *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoLabelPages, meso_label_pages_free)

G_END_DECLS
