/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"
#include "meso-operation.h"

G_BEGIN_DECLS

/**
 * MesoClinicSetup:
 * @clinic_name: as it stands on paper
 * @physician_name: who signs verdicts; becomes the first physician of the staff, and takes the desk
 * @licence_number: "" when none is said
 * @language: "en" or "fa", @calendar: "gregorian", "persian" or "both", @digits: "latin" or "persian"
 *
 * What a new clinic is asked.
 */
typedef struct
{
  char *clinic_name;
  char *physician_name;
  char *licence_number;
  char *language;
  char *calendar;
  char *digits;
} MesoClinicSetup;

MesoClinicSetup *meso_clinic_setup_new   (void);
void             meso_clinic_setup_free  (MesoClinicSetup *self);
/* Bad input names its field first: "clinic-name: …", "physician: …". */
gboolean         meso_clinic_setup_check (const MesoClinicSetup *self, GError **error);

/* Each reads the clinical content too, off the main thread. `finish` is common to all. */
void        meso_clinic_open_async      (const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* The file is made beside its place and renamed into it when it is whole: one that was cut short leaves no clinic behind. */
void        meso_clinic_set_up_async    (const char *path, const MesoClinicSetup *setup, GCancellable *cancellable,
                                         GAsyncReadyCallback callback, gpointer user_data);
/* Opens the demo clinic, made first where there is none: patients with histories over two years; operation (nullable) */
void        meso_clinic_open_demo_async (const char *path, const char *language, guint patients, MesoOperation *operation,
                                         GAsyncReadyCallback callback, gpointer user_data);
/* Brings a backup back to `path`, where nothing may be, and opens it. */
void        meso_clinic_restore_async   (const char *copy, const char *path, GCancellable *cancellable,
                                         GAsyncReadyCallback callback, gpointer user_data);
MesoClinic *meso_clinic_opening_finish  (GAsyncResult *result, GError **error);

/* (transfer full): where the demo clinic's own file lies */
char       *meso_clinic_dup_demo_path   (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoClinicSetup, meso_clinic_setup_free)

G_END_DECLS
