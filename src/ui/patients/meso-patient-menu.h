/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-patient-finder.h"

G_BEGIN_DECLS

/**
 * MesoPatientMenu:
 *
 * What can be done with a row of a finder's list: by the other mouse button, by a long press, or by the menu key.
 */
typedef struct _MesoPatientMenu MesoPatientMenu;

/* Gives the finder's class the actions `found.open`, `found.screen`, `found.copy` (s) and `found.copy-phone`, and Ctrl+C. */
void             meso_patient_menu_install (GtkWidgetClass *finder_class);
/* may_screen: whether a screening may be begun from here */
MesoPatientMenu *meso_patient_menu_new     (MesoPatientFinder *finder, GMenuModel *model, gboolean may_screen);
void             meso_patient_menu_free    (MesoPatientMenu *self);
/* Opens it on a row: what is done then is done with that patient, whatever is selected meanwhile. place: in the finder */
void             meso_patient_menu_open_at (MesoPatientMenu *self, guint position, const GdkRectangle *place);
/* Opens it on the rows of a view. */
void             meso_patient_menu_attach  (MesoPatientMenu *self, GtkWidget *view);

G_END_DECLS
