/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-date-row.h"

G_BEGIN_DECLS

/* Reads the day of a session that is to come. FALSE for what is none, and for one that is over or more than a year ahead, which is
 * said at the field; so is an empty field when insist is set. */
gboolean meso_session_day_take (MesoDateRow *row, MesoContext *context, gboolean insist, MesoCalendarDate *day_out);

G_END_DECLS
