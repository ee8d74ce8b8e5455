/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-civil-time.h"
#include "meso-ctl.h"

G_BEGIN_DECLS

/* A sheet must not be written over the records. output: a file, or "-" */
gboolean meso_ctl_check_output    (MesoCtl *ctl, const char *output, GError **error);
gboolean meso_ctl_make_folder     (const char *folder, GError **error);
/* When a document says that it was made: date (nullable), else SOURCE_DATE_EPOCH, else now, so that equal arguments give equal bytes.
 * when: what date says, unset without one; printed_at: unset with one. (transfer full), NULL for bad input */
GDateTime *meso_ctl_choose_creation (const char *date, MesoCivilTime *when, MesoCivilTime *printed_at, GError **error);

G_END_DECLS
