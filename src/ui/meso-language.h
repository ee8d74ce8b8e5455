/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The language of the window: "en" or "fa". A clinic chooses its own, whatever the desktop speaks and whatever locales the computer
 * has; it can change while the window is open. Main thread only. */

/* First thing in main (): finds the catalogues, and a locale under which gettext translates at all. */
void        meso_language_init        (void);
/* What the desktop speaks. */
const char *meso_language_get_desktop (void);
const char *meso_language_get         (void);
/* For every text that is looked up, and every widget that is made, from here on. Before the toolkit is up, only for texts:
 * meso_language_apply_direction () follows. */
void        meso_language_set         (const char *language);
void        meso_language_apply_direction (void);

G_END_DECLS
