/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-patient-menu.h"

G_BEGIN_DECLS

/**
 * MesoPatientView:
 *
 * The rows of a finder: a table where there is room for one, a list where there is not, and the same place in both. Signals:
 * `activate (position)`, `left`: Up was pressed on the first row.
 */
#define MESO_TYPE_PATIENT_VIEW (meso_patient_view_get_type ())
G_DECLARE_FINAL_TYPE (MesoPatientView, meso_patient_view, MESO, PATIENT_VIEW, AdwBin)

/* For a view that a template made. menu: opens on its rows */
void  meso_patient_view_set_model    (MesoPatientView *self, MesoPatientFinder *finder, GListModel *patients, MesoPatientMenu *menu);
void  meso_patient_view_set_form     (MesoPatientView *self, MesoPatientRowForm form);
/* GTK_INVALID_LIST_POSITION for nobody */
guint meso_patient_view_get_selected (MesoPatientView *self);
void  meso_patient_view_select       (MesoPatientView *self, guint position);
/* Picks the first row, and gives it the focus. */
void  meso_patient_view_enter        (MesoPatientView *self);
/* From the top, with nobody picked. */
void  meso_patient_view_begin_anew   (MesoPatientView *self);

G_END_DECLS
