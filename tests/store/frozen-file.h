/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): the frozen file of that version of the schema, unpacked into a folder */
char *frozen_file_unpack (const char *folder, int version);

G_END_DECLS
