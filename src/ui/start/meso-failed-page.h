/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MesoFailedPage:
 *
 * The clinic's file did not open: what happened, that the file is as it was, and the ways on.
 */
#define MESO_TYPE_FAILED_PAGE (meso_failed_page_get_type ())
G_DECLARE_FINAL_TYPE (MesoFailedPage, meso_failed_page, MESO, FAILED_PAGE, AdwBin)

GtkWidget *meso_failed_page_new (const char *path, const GError *error);

G_END_DECLS
