/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): a fault of a protocol as the readers say it, in the window's language; as it is where that isn't known */
char *meso_fault_words_say (const char *text);

G_END_DECLS
