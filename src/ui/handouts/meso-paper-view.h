/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

#include "meso-handout-preview.h"

G_BEGIN_DECLS

/**
 * MesoPaperView:
 *
 * The pages of a sheet, one below the other, as they will print. Property `zoom`: 1 fits the width there is.
 */
#define MESO_TYPE_PAPER_VIEW (meso_paper_view_get_type ())
G_DECLARE_FINAL_TYPE (MesoPaperView, meso_paper_view, MESO, PAPER_VIEW, GtkWidget)

GtkWidget *meso_paper_view_new         (void);
/* preview (nullable) */
void       meso_paper_view_set_preview (MesoPaperView *self, MesoHandoutPreview *preview);
double     meso_paper_view_get_zoom    (MesoPaperView *self);
/* 0.5 to 4 */
void       meso_paper_view_set_zoom    (MesoPaperView *self, double zoom);

G_END_DECLS
