/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

#include "meso-context.h"

G_BEGIN_DECLS

/* Says in the window of widget what was done, and offers to take it back, also when the page is gone by then. undo: a call with request
 * (transfer full), which it frees by request_free, asked for or not. */
void meso_undo_offer (GtkWidget *widget, MesoContext *context, const char *text, MesoClinicCall undo, gpointer request,
                      GDestroyNotify request_free);
/* The same; action, of the window, with target (nullable) follows once it was taken back: where that is to be seen. */
void meso_undo_offer_then (GtkWidget *widget, MesoContext *context, const char *text, MesoClinicCall undo, gpointer request,
                           GDestroyNotify request_free, const char *action, GVariant *target);

G_END_DECLS
