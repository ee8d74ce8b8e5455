/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MesoApplication:
 *
 * The process: which clinic file is open, in which language, in which window.
 */
#define MESO_TYPE_APPLICATION (meso_application_get_type ())
G_DECLARE_FINAL_TYPE (MesoApplication, meso_application, MESO, APPLICATION, AdwApplication)

MesoApplication *meso_application_new (void);

G_END_DECLS
