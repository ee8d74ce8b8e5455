/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-chart.h"
#include "meso-context.h"

G_BEGIN_DECLS

/* Whether the short form of the session's day lets it be recorded. */
gboolean meso_session_ready_short_form (const MesoChart *chart);

/* What stands ready before a session is recorded. state: a box for the tag; button: what leads on. */
void     meso_session_ready_show_short_form (const MesoChart *chart, AdwActionRow *row, GtkBox *state, GtkButton *button);
/* rows: (element-type GtkWidget): those of the last time, which are replaced */
void     meso_session_ready_show_formula    (MesoContext *context, const MesoChart *chart, AdwExpanderRow *row, GtkBox *state,
                                             GPtrArray *rows);

G_END_DECLS
