/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MesoCtlExit:
 *
 * What the program's exit status says, for scripts.
 */
typedef enum {
  MESO_CTL_DONE = 0,
  MESO_CTL_NO = 1,          /* a verdict other than suitable, a blocking finding, a failed check */
  MESO_CTL_BAD_INPUT = 2,
  MESO_CTL_COULD_NOT = 3,
} MesoCtlExit;

/* The error domain of the command line itself; the code is the exit status it leads to. */
#define MESO_CTL_ERROR (meso_ctl_error_quark ())
GQuark meso_ctl_error_quark (void);

MesoCtlExit meso_ctl_error_get_exit (const GError *error);
void        meso_ctl_error_print    (const GError *error);

G_END_DECLS
