/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-patient.h"

G_BEGIN_DECLS

/**
 * MesoFactsPage:
 *
 * What must be known of a patient before the questions, and isn't in the record. Signal `forward`: everything on it is fine.
 */
#define MESO_TYPE_FACTS_PAGE (meso_facts_page_get_type ())
G_DECLARE_FINAL_TYPE (MesoFactsPage, meso_facts_page, MESO, FACTS_PAGE, AdwNavigationPage)

MesoFactsPage *meso_facts_page_new        (MesoContext *context);
/* weight_g: 0 when not known; correct: the record's facts are asked for although they are known */
void           meso_facts_page_show       (MesoFactsPage *self, const MesoPatient *patient, gint64 weight_g, gboolean ask_weight,
                                           gboolean correct);
/* patient: takes what was answered. FALSE when something is wrong, said at its field. */
gboolean       meso_facts_page_take       (MesoFactsPage *self, MesoPatient *patient, gint64 *weight_g_out);
void           meso_facts_page_set_narrow (MesoFactsPage *self, gboolean narrow);
void           meso_facts_page_focus      (MesoFactsPage *self);

G_END_DECLS
