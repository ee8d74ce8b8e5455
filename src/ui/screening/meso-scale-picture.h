/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The pictures of the scales of hair loss. A choice whose id is the name of one is shown with it; which scales are asked, and what
 * follows from an answer, only the protocol says. Both (transfer none) (nullable): NULL where there is no picture of that name. */
const char *meso_scale_picture_get_icon_name   (const char *name);
/* In words what it shows, in the window's language. */
const char *meso_scale_picture_get_description (const char *name);

G_END_DECLS
