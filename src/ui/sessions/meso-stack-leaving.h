/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Takes a page that is out of sight from the stack of its navigation view, once that is at rest: the way back leads past it. */
void meso_stack_leave (AdwNavigationPage *page);

G_END_DECLS
