/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Runs this very program with these arguments (NULL-terminated, without its name) as a child that writes, and says a line for
 * each thing once it is stored; kills it after a random time, at most max_us after it was begun (early) or after its first line.
 * What it said goes into acknowledged (element-type utf8). Returns how many lines that were. */
guint writer_kill_run (const char *const *arguments, GRand *rand, gboolean early, gulong max_us, GHashTable *acknowledged);
/* In the child: says a line. FALSE when nobody listens any more. */
gboolean writer_kill_say (const char *line);

G_END_DECLS
