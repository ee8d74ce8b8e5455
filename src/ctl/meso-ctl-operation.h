/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-operation.h"

G_BEGIN_DECLS

typedef gboolean (*MesoCtlWork) (gpointer data, MesoOperation *operation, GError **error);

/* Does long work on a thread of its own. How far it is stands on standard error, where somebody looks at that; Ctrl+C stops it as a
 * cancel does in the window: nothing is left by halves. */
gboolean meso_ctl_operation_run (MesoCtlWork work, gpointer data, GError **error);

G_END_DECLS
