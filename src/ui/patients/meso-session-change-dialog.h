/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-session-change.h"

G_BEGIN_DECLS

/**
 * MesoSessionChangeDialog:
 *
 * Moves a planned session, or says with a reason what became of it.
 */
#define MESO_TYPE_SESSION_CHANGE_DIALOG (meso_session_change_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MesoSessionChangeDialog, meso_session_change_dialog, MESO, SESSION_CHANGE_DIALOG, AdwDialog)

/* Asks what is to be asked, over parent, and does it; name: whose session it is. */
void     meso_session_change_begin       (GtkWidget *parent, MesoContext *context, const MesoPlannedSession *session,
                                          const char *name, MesoSessionChange change);

G_END_DECLS
