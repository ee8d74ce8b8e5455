/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic-call.h"
#include "meso-services-error.h"

G_BEGIN_DECLS

/* The copy that is made once a day, when the window closes, in a folder of the program's own; the newest ones are kept. What waits for
 * the disk runs on the clinic's thread. */

#define MESO_DAILY_BACKUPS_KEPT 14

typedef struct
{
  char *folder;
  char *day;            /* "2026-11-22" */
} MesoDailyBackup;

MesoDailyBackup *meso_daily_backup_new        (const char *folder, const char *day);
void             meso_daily_backup_free       (MesoDailyBackup *self);
/* (transfer full): where they go */
char            *meso_daily_backup_dup_folder (void);

/* A #MesoClinicCall on a #MesoDailyBackup: writes the copy of the day where there is none yet, and removes those beyond what is kept. A
 * failure is noted down for the next start. */
gpointer         meso_daily_backup_write      (MesoClinic *clinic, gpointer request, GError **error);
/* (transfer full): the path of a copy in folder, beginning with the file's own name: "clinic-2026-11-22.db" */
char            *meso_daily_backup_make_path  (MesoClinic *clinic, const char *folder, const char *when, GError **error);

/* Whether the last one failed, and why. */
gboolean         meso_daily_backup_has_failed (MesoProblem *problem_out);
void             meso_daily_backup_forget_failure (void);

G_END_DECLS
