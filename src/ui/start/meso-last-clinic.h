/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which file to open at the next start: the clinic's own, unless another one was chosen, or brought back, instead. */

/* (transfer full) (nullable): NULL where there is no clinic yet */
char *meso_last_clinic_dup_path (void);
/* Waits for the disk. */
void  meso_last_clinic_remember (const char *path);

G_END_DECLS
