/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoPhysicianNotice:
 *
 * Says, while nobody who may change the protocol is at the desk, who could; otherwise it isn't there. Property `allowed`: whether
 * the one at the desk is a physician.
 */
#define MESO_TYPE_PHYSICIAN_NOTICE (meso_physician_notice_get_type ())
G_DECLARE_FINAL_TYPE (MesoPhysicianNotice, meso_physician_notice, MESO, PHYSICIAN_NOTICE, GtkWidget)

void     meso_physician_notice_set_context (MesoPhysicianNotice *self, MesoContext *context);
gboolean meso_physician_notice_get_allowed (MesoPhysicianNotice *self);
/* Beside the button that decides: whose name is kept with the change. */
void     meso_physician_notice_say_who     (MesoPhysicianNotice *self, GtkLabel *label);

G_END_DECLS
