/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoSessionPage:
 *
 * Records a session.
 */
#define MESO_TYPE_SESSION_PAGE (meso_session_page_get_type ())
G_DECLARE_FINAL_TYPE (MesoSessionPage, meso_session_page, MESO, SESSION_PAGE, AdwNavigationPage)

MesoSessionPage *meso_session_page_new (MesoContext *context, const char *patient, const char *session);

G_END_DECLS
