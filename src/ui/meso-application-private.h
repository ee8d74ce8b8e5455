/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-application.h"
#include "meso-opener.h"

G_BEGIN_DECLS

/* Between the application and its actions. */
void       meso_application_add_actions  (MesoApplication *self);

/* opener (transfer full) (nullable): NULL for the first page. The clinic that is open is put away before. */
void       meso_application_switch       (MesoApplication *self, MesoOpener *opener);
void       meso_application_welcome      (MesoApplication *self);
void       meso_application_quit         (MesoApplication *self);
void       meso_application_cancel       (MesoApplication *self);
void       meso_application_try_again    (MesoApplication *self);
void       meso_application_set_language (MesoApplication *self, const char *language);
/* (transfer none) (nullable) */
GtkWindow *meso_application_get_window   (MesoApplication *self);

G_END_DECLS
