/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-clinic.h"
#include "meso-preparation-plan.h"
#include "meso-preparation.h"

G_BEGIN_DECLS

/* version 0: the newest. language: of names and findings. Works without any lot: then everything is short */
MesoPreparationPlan *meso_preparation_service_plan    (MesoClinic *clinic, const char *formula, int version, const char *language,
                                                       MesoCalendarDate today, GError **error);
/* draft: patient (nullable: whose the formula is), formula, formula_version, draws, prepared_by (nullable: who is at the desk), checked_by
 * (nullable), mixed_at (nullable: now), use_before (nullable: the latest), wasted_ul, notes; amends with reason corrects that one.
 * Bad input names its field first: "checked_by: …", "draws[2].volume_ul: …". (transfer full): as stored */
MesoPreparation     *meso_preparation_service_record  (MesoClinic *clinic, const MesoPreparation *draft, MesoCalendarDate today,
                                                       GError **error);
MesoPreparation     *meso_preparation_service_get     (MesoClinic *clinic, const char *id, GError **error);
/* (element-type MesoPreparation): newest first, with those that were amended, discarded or entered in error, which say so */
GPtrArray           *meso_preparation_service_list    (MesoClinic *clinic, const char *patient, GError **error);
/* (element-type MesoPreparation): those of the patient that a session of now may use: they count, weren't used or discarded, and are in
 * time; the newest first */
GPtrArray           *meso_preparation_service_list_ready (MesoClinic *clinic, const char *patient, GError **error);
/* (element-type MesoPreparation): all patients' that wait to be given, by the moment they must be used before; also those whose time is
 * over and that nobody threw away yet */
GPtrArray           *meso_preparation_service_list_waiting (MesoClinic *clinic, GError **error);
/* It wasn't used in time, or fell: the liquid is gone. */
gboolean             meso_preparation_service_discard (MesoClinic *clinic, const char *id, const char *reason, GError **error);
/* It never was: what it drew is booked as wasted, because no liquid comes back into a vial. */
gboolean             meso_preparation_service_mark_entered_in_error (MesoClinic *clinic, const char *id, const char *reason,
                                                                     GError **error);

G_END_DECLS
