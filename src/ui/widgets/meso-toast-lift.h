/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A toast lies over the lower edge of its overlay, where the one button of a page is: it moves up to where it covers no bar. */
void meso_toast_lift_attach (AdwToastOverlay *overlay);

G_END_DECLS
