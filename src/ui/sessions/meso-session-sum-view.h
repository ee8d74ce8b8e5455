/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

#include "meso-context.h"
#include "meso-session-form-reading.h"

G_BEGIN_DECLS

/**
 * MesoSessionSumView:
 *
 * Points times volume, and whether it is what was drawn up.
 */
#define MESO_TYPE_SESSION_SUM_VIEW (meso_session_sum_view_get_type ())
G_DECLARE_FINAL_TYPE (MesoSessionSumView, meso_session_sum_view, MESO, SESSION_SUM_VIEW, GtkWidget)

void meso_session_sum_view_show (MesoSessionSumView *self, MesoContext *context, MesoSessionSum sum);

G_END_DECLS
