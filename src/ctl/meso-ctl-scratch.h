/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MesoCtlScratch:
 * @path: where a file can be put; nobody else can read it
 *
 * A place for one file that comes from standard input or goes to standard output, in a folder of its own that is
 * gone again with it.
 */
typedef struct
{
  char *folder;
  char *path;
} MesoCtlScratch;

MesoCtlScratch *meso_ctl_scratch_new       (GError **error);
void            meso_ctl_scratch_free      (MesoCtlScratch *self);
gboolean        meso_ctl_scratch_read_from (MesoCtlScratch *self, int descriptor, GError **error);
gboolean        meso_ctl_scratch_write_to  (MesoCtlScratch *self, int descriptor, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoCtlScratch, meso_ctl_scratch_free)

G_END_DECLS
