/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gio/gio.h>

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

/**
 * MesoRecallPaper:
 * @language: of the page
 * @file: where it goes
 *
 * The call list of a lot, as a page to tick off.
 */
typedef struct
{
  char *lot;
  char *language;
  GFile *file;
} MesoRecallPaper;

MesoRecallPaper *meso_recall_paper_new  (const char *lot, const char *language, GFile *file);
void             meso_recall_paper_free (MesoRecallPaper *self);
/* For meso_context_call (): writes it, as it is now */
gpointer         meso_recall_paper_write (MesoClinic *clinic, gpointer paper, GError **error);

G_END_DECLS
