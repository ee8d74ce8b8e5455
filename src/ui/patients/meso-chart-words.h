/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-chart.h"
#include "meso-context.h"

G_BEGIN_DECLS

/* What a chart says, in words, for Today and the patient's page alike. */

/* (transfer full): the button of what comes next: "Record Session 2"; "Open Record" when nothing does */
char       *meso_chart_words_step    (MesoContext *context, const MesoChart *chart);
/* (transfer full): why that comes next, or why nothing does; a sentence */
char       *meso_chart_words_why     (MesoContext *context, const MesoChart *chart);
/* (transfer full): why a course is suspended, by whom and when: "New patch · Dr Sara Ahmadi · Today, 10:30"; "" where nobody said */
char       *meso_chart_words_suspension (MesoContext *context, const MesoCourse *course);
/* (transfer full): "Session 2 of 10", "Maintenance session", "Check-up"; chart: of the same patient */
char       *meso_chart_words_session (MesoContext *context, const MesoChart *chart, const MesoPlannedSession *session);
/* (transfer none): "Planned", "Done" … */
const char *meso_chart_words_status  (MesoPlannedStatus status);

/* (transfer none): the tag of a formula that passed its check, and must not be given any more */
const char *meso_chart_words_formula_forbidden (void);

/* The flags that matter, as tags, strictest first (transfer full) (element-type GtkWidget). At most max; the rest becomes one tag "+2 more".
 * brief: only what stands in the way of a treatment */
GPtrArray  *meso_chart_words_make_tags (MesoContext *context, const MesoChart *chart, gboolean brief, guint max);

G_END_DECLS
