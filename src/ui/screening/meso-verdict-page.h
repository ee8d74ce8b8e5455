/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-result.h"

G_BEGIN_DECLS

/**
 * MesoVerdictPage:
 *
 * The result: the verdict in one sentence, what is missing, each finding with what to do, what is left out, what was decided, and
 * what comes next. Its buttons call the dialog's actions.
 */
#define MESO_TYPE_VERDICT_PAGE (meso_verdict_page_get_type ())
G_DECLARE_FINAL_TYPE (MesoVerdictPage, meso_verdict_page, MESO, VERDICT_PAGE, AdwNavigationPage)

MesoVerdictPage *meso_verdict_page_new        (MesoContext *context);
void             meso_verdict_page_show       (MesoVerdictPage *self, const MesoResult *result);
void             meso_verdict_page_set_busy   (MesoVerdictPage *self, gboolean busy);
void             meso_verdict_page_set_narrow (MesoVerdictPage *self, gboolean narrow);
void             meso_verdict_page_focus      (MesoVerdictPage *self);

G_END_DECLS
