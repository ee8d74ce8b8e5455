/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic-call.h"

G_BEGIN_DECLS

/* For meso_context_call (). lot: an id or a number; (transfer full): a #MesoRecall */
gpointer meso_recall_call (MesoClinic *clinic, gpointer lot, GError **error);

/**
 * MesoRecallFile:
 * @separator: what a spreadsheet of the window's language expects between two cells
 *
 * Where the list of a lot is to be written to.
 */
typedef struct
{
  char *lot;
  char *path;
  char separator;
} MesoRecallFile;

MesoRecallFile *meso_recall_file_new  (const char *lot, const char *path, char separator);
void            meso_recall_file_free (MesoRecallFile *self);
/* For meso_context_call (): writes it, as it is now */
gpointer        meso_recall_file_write_csv (MesoClinic *clinic, gpointer file, GError **error);

G_END_DECLS
