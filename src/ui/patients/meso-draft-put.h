/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

#include "meso-context.h"

G_BEGIN_DECLS

/* Says in the window of widget that a form was left without saving, and offers to bring back what was typed: the draft is put back, and
 * action, of the window, opens the form for target again. */
void meso_draft_put_offer (GtkWidget *widget, MesoContext *context, const char *said, const char *entity, const char *key,
                           const char *text, const char *action, const char *target);

G_END_DECLS
