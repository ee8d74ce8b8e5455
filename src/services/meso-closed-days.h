/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-calendar-date.h"
#include "meso-store-context.h"

G_BEGIN_DECLS

/* Private to services. closed: bit (ISO weekday − 1) set for each closed day, as in #MesoPlanOptions */
/* Inside of a unit of work: the clinic's own closed days, beside those that are in closed already. */
gboolean         meso_closed_days_add       (MesoStoreContext *context, guint8 *closed, GError **error);
/* That day, or the next open one; unset past the end of the calendar. */
MesoCalendarDate meso_closed_days_find_open (MesoCalendarDate day, guint8 closed);

G_END_DECLS
