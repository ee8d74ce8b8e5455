/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gio/gio.h>

#include "meso-content.h"
#include "meso-services-error.h"

G_BEGIN_DECLS

/**
 * MesoClinic:
 *
 * One clinic at work: its open file, the clinical content, and who is at the desk. Every use case
 * starts from it. One at a time may have a file open.
 */
#define MESO_TYPE_CLINIC (meso_clinic_get_type ())
G_DECLARE_FINAL_TYPE (MesoClinic, meso_clinic, MESO, CLINIC, GObject)

/* Signal `changed (what, id)`: after each commit, on the main context of whoever opened the clinic, for each record that was changed:
 * "patient", "screening", "decision", "plan", "formula", "session", "handout", "staff", "desk", "setting", "draft", "backup", "protocol": the content in use. */
char         *meso_clinic_dup_default_path (void);
MesoClinic   *meso_clinic_create           (const char *path, MesoContent *content, GError **error);
MesoClinic   *meso_clinic_open             (const char *path, MesoContent *content, GError **error);
gboolean      meso_clinic_close            (MesoClinic *self, GError **error);
MesoProtocol *meso_clinic_get_protocol     (MesoClinic *self);

/**
 * MesoClinicInfo:
 * @last_backup_at: (nullable): UTC time of the newest verified copy, @last_backup_path: (nullable)
 * @last_outside_at: (nullable): of the newest one that doesn't lie beside the file or in the program's own folder
 *
 * What can be said of a clinic's file at a glance.
 */
typedef struct
{
  char *path;
  int schema_version;
  guint64 patients;
  gboolean demo;
  char *upgrade_backup;
  char *last_backup_at;
  char *last_backup_path;
  char *last_backup_hash;
  char *last_outside_at;
} MesoClinicInfo;

MesoClinicInfo *meso_clinic_get_info  (MesoClinic *self, GError **error);
void            meso_clinic_info_free (MesoClinicInfo *self);
/* (transfer full) (element-type utf8): what is wrong with the file, one sentence each; empty when it is sound */
GPtrArray      *meso_clinic_check     (MesoClinic *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoClinicInfo, meso_clinic_info_free)

G_END_DECLS
