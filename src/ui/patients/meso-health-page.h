/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>
#include <json-glib/json-glib.h>

#include "meso-context.h"
#include "meso-patient-record.h"

G_BEGIN_DECLS

/**
 * MesoHealthPage:
 *
 * The page of a patient's form with the allergies, the medicines or the conditions: a list to be typed, or whether there are none or
 * nobody asked yet. Signal `changed`.
 */
#define MESO_TYPE_HEALTH_PAGE (meso_health_page_get_type ())
G_DECLARE_FINAL_TYPE (MesoHealthPage, meso_health_page, MESO, HEALTH_PAGE, AdwNavigationPage)

MesoHealthPage *meso_health_page_new         (MesoHealthKind kind);
/* substances (element-type MesoSubstance): what is offered while a name is typed */
void            meso_health_page_set_substances (MesoHealthPage *self, GPtrArray *substances);
void            meso_health_page_show        (MesoHealthPage *self, const MesoPatientRecord *record);
/* Puts what is typed into record, in place of all that it has of the kind. */
void            meso_health_page_fill        (MesoHealthPage *self, MesoPatientRecord *record);
/* (transfer full): what is typed, in a few words */
char           *meso_health_page_dup_summary (MesoHealthPage *self);
/* Beside Save. */
void            meso_health_page_add_button  (MesoHealthPage *self, GtkWidget *button);
/* Says at each field what is wrong with it. (nullable): the first of them */
GtkWidget      *meso_health_page_check       (MesoHealthPage *self);

G_END_DECLS
