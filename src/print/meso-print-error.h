/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MesoPrintError:
 * @MESO_PRINT_ERROR_FONT: the font that sheets are set in isn't installed
 * @MESO_PRINT_ERROR_FAILED: the page could not be drawn or written
 *
 * Why a sheet could not be made. Every message is a plain sentence that says what to do.
 */
typedef enum {
  MESO_PRINT_ERROR_FONT,
  MESO_PRINT_ERROR_FAILED,
} MesoPrintError;

#define MESO_PRINT_ERROR (meso_print_error_quark ())
GQuark meso_print_error_quark (void);

G_END_DECLS
