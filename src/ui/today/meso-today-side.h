/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

#include "meso-context.h"
#include "meso-query-list.h"
#include "meso-today-agenda.h"

G_BEGIN_DECLS

/* What stands on Today beside the sessions: what was begun and left, the copies of the file, and tomorrow. */

/* (transfer full): rows of #MesoDraftNote that this window can resume */
MesoQueryList *meso_today_drafts_new       (MesoContext *context);
GtkWidget     *meso_today_draft_row_new    (MesoContext *context, MesoRow *row);
/* (transfer full): one row of #MesoClinicInfo */
MesoQueryList *meso_today_backup_new       (MesoContext *context);
GtkWidget     *meso_today_backup_row_new   (MesoContext *context, MesoRow *row);
/* lines: of %MESO_TODAY_TOMORROW, at least one */
GtkWidget     *meso_today_tomorrow_row_new (MesoContext *context, GListModel *lines);

G_END_DECLS
