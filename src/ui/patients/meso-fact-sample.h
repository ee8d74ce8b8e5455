/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

#include "meso-drawn-line.h"

G_BEGIN_DECLS

/**
 * MesoFactSample:
 *
 * What the cells of a column have room for, however small the window is: written out and measured in their own letters, once for all of
 * them. A count of middling characters doesn't do: digits of one width are wider than those.
 */
typedef struct _MesoFactSample MesoFactSample;

/* text: one line for each that may be the widest; kept by the caller */
MesoFactSample *meso_fact_sample_new       (const char *text);
MesoFactSample *meso_fact_sample_ref       (MesoFactSample *self);
void            meso_fact_sample_unref     (MesoFactSample *self);
/* sizes: of the lines of widget as they are now */
int             meso_fact_sample_get_width (MesoFactSample *self, GtkWidget *widget, const MesoLineSizes *sizes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoFactSample, meso_fact_sample_unref)

G_END_DECLS
