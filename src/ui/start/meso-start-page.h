/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MesoStartPage:
 *
 * The first start: a clinic of one's own or the demo, in one click each. What its buttons do are actions of the application.
 */
#define MESO_TYPE_START_PAGE (meso_start_page_get_type ())
G_DECLARE_FINAL_TYPE (MesoStartPage, meso_start_page, MESO, START_PAGE, AdwBreakpointBin)

GtkWidget *meso_start_page_new (void);

G_END_DECLS
