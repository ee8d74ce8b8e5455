/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Names by which files and scripts know the values of an enumeration, in its order, %NULL at the end. */
const char *meso_stable_name_get  (const char *const *names, guint value);
gboolean    meso_stable_name_find (const char *const *names, const char *text, guint *value_out);

G_END_DECLS
