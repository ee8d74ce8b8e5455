/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* FILE may be `-`: standard input or output, the only way out of a sandbox for scripts. */
gboolean    meso_ctl_file_read     (const char *file, gsize max_bytes, char **data, gsize *length, GError **error);
gboolean    meso_ctl_file_write    (const char *file, GBytes *bytes, GError **error);
gboolean    meso_ctl_file_check_folder (const char *file, GError **error);
const char *meso_ctl_file_get_name (const char *file);
/* Puts its name before what another layer has found wrong in it. */
void        meso_ctl_file_prefix_error (const char *file, GError **error);

G_END_DECLS
