/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic-call.h"
#include "meso-operation.h"
#include "meso-services-error.h"

G_BEGIN_DECLS

#define MESO_DAILY_BACKUPS_KEPT 14

/**
 * MesoDailyBackup:
 * @folder: the program's own
 * @day: "2026-11-22"
 * @outside: (nullable): one that the clinic chose: a disk that is taken home, a server
 * @operation: (nullable): told how far it is
 *
 * The copies that are made once a day, when the window closes; the newest ones are kept. What waits for the disk runs on the
 * clinic's thread.
 */
typedef struct
{
  char *folder;
  char *day;
  char *outside;
  MesoOperation *operation;
} MesoDailyBackup;

MesoDailyBackup *meso_daily_backup_new        (const char *folder, const char *day);
void             meso_daily_backup_free       (MesoDailyBackup *self);
/* (transfer full): where they go */
char            *meso_daily_backup_dup_folder (void);

/* A #MesoClinicCall on a #MesoDailyBackup: writes the copies of the day where there are none yet, and removes those beyond what is kept.
 * A failure of one doesn't keep the other from being made, and is noted down for the next start. */
gpointer         meso_daily_backup_write      (MesoClinic *clinic, gpointer request, GError **error);
/* (transfer full): the path of a copy in folder, beginning with the file's own name: "clinic-2026-11-22.db" */
char            *meso_daily_backup_make_path  (MesoClinic *clinic, const char *folder, const char *when, GError **error);

/* Whether the last one failed, which, and why. */
gboolean         meso_daily_backup_has_failed (MesoProblem *problem_out, gboolean *outside_out);
void             meso_daily_backup_forget_failure (void);

G_END_DECLS
