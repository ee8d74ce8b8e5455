/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-draft-keeper.h"

G_BEGIN_DECLS

/**
 * MesoSessionBar:
 *
 * What keeps a session from being signed, whether what was typed is kept, and the button that signs (`session.sign`). Vertical where
 * it is narrow.
 */
#define MESO_TYPE_SESSION_BAR (meso_session_bar_get_type ())
G_DECLARE_FINAL_TYPE (MesoSessionBar, meso_session_bar, MESO, SESSION_BAR, GtkBox)

void meso_session_bar_set_keeper     (MesoSessionBar *self, MesoDraftKeeper *keeper);
void meso_session_bar_set_sign_label (MesoSessionBar *self, const char *label);
/* how many things */
void meso_session_bar_show_missing   (MesoSessionBar *self, MesoContext *context, guint missing);

G_END_DECLS
