/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoRecallPage:
 *
 * Who got a lot: every preparation, session and patient, with the phone numbers to call.
 */
#define MESO_TYPE_RECALL_PAGE (meso_recall_page_get_type ())
G_DECLARE_FINAL_TYPE (MesoRecallPage, meso_recall_page, MESO, RECALL_PAGE, AdwNavigationPage)

/* lot: an id or a number; "" to ask for one */
MesoRecallPage *meso_recall_page_new (MesoContext *context, const char *lot);

G_END_DECLS
