/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-operation.h"

G_BEGIN_DECLS

/**
 * MesoWaitPage:
 *
 * Says what is being done, how far it is, and offers the one thing that can be done about it.
 */
#define MESO_TYPE_WAIT_PAGE (meso_wait_page_get_type ())
G_DECLARE_FINAL_TYPE (MesoWaitPage, meso_wait_page, MESO, WAIT_PAGE, AdwBin)

/* operation (nullable): a bar, instead of a spinner. action (nullable): of the button with that label */
GtkWidget *meso_wait_page_new (const char *title, const char *description, MesoOperation *operation, const char *label,
                               const char *action);

G_END_DECLS
