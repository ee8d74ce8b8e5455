/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

#include "meso-context.h"
#include "meso-preparation.h"

G_BEGIN_DECLS

/* What can be said about a stored preparation later, each with a reason that is asked for. page: what it is asked from */

/* It wasn't used: the liquid is gone. */
void meso_preparation_acts_discard (GtkWidget *page, MesoContext *context, const MesoPreparation *preparation);
/* It never was. */
void meso_preparation_acts_mark    (GtkWidget *page, MesoContext *context, const MesoPreparation *preparation);

G_END_DECLS
