/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-recall-call.h"

#include "meso-handout-choice.h"
#include "meso-recall-service.h"
#include "meso-recall-sheet-service.h"

gpointer
meso_recall_call (MesoClinic  *clinic,
                  gpointer     lot,
                  GError     **error)
{
  return meso_recall_service_trace (clinic, lot, error);
}

MesoRecallFile *
meso_recall_file_new (const char *lot,
                      const char *path,
                      char        separator)
{
  MesoRecallFile *self = g_new0 (MesoRecallFile, 1);

  self->lot = g_strdup (lot);
  self->path = g_strdup (path);
  self->separator = separator;
  return self;
}

void
meso_recall_file_free (MesoRecallFile *self)
{
  g_free (self->lot);
  g_free (self->path);
  g_free (self);
}

gpointer
meso_recall_file_write_csv (MesoClinic  *clinic,
                            gpointer     file,
                            GError     **error)
{
  const MesoRecallFile *self = file;
  g_autoptr(MesoRecall) recall = meso_recall_service_trace (clinic, self->lot, error);

  /* The dialog has asked before a file was chosen that is there. A spreadsheet takes the mark for "this is UTF-8". */
  if (recall != NULL)
    meso_recall_service_write_file (clinic, recall, self->path, self->separator, TRUE, TRUE, NULL, NULL, error);
  return NULL;
}

MesoRecallPaper *
meso_recall_paper_new (const char *lot,
                       const char *language,
                       GFile      *file)
{
  MesoRecallPaper *self = g_new0 (MesoRecallPaper, 1);

  self->lot = g_strdup (lot);
  self->language = g_strdup (language);
  self->file = g_object_ref (file);
  return self;
}

void
meso_recall_paper_free (MesoRecallPaper *self)
{
  g_free (self->lot);
  g_free (self->language);
  g_object_unref (self->file);
  g_free (self);
}

gpointer
meso_recall_paper_write (MesoClinic  *clinic,
                         gpointer     paper,
                         GError     **error)
{
  const MesoRecallPaper *self = paper;
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  const MesoRecallSheetRequest request = {
    .lot = self->lot, .language = self->language, .printed_at = meso_civil_time_from_date_time (now), .creation = now,
    .deliver = meso_handout_choice_write_file, .deliver_data = self->file,
  };
  g_autoptr(MesoRecallSheet) sheet = meso_recall_sheet_service_make (clinic, &request, error);

  return NULL;
}
