/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-prepare-reading.h"

G_BEGIN_DECLS

/**
 * MesoPrepareDetails:
 *
 * Who made and who checked a preparation, when, until when it may be used, and what else there is to say. Signal `changed`: by the
 * person's hand alone.
 */
#define MESO_TYPE_PREPARE_DETAILS (meso_prepare_details_get_type ())
G_DECLARE_FINAL_TYPE (MesoPrepareDetails, meso_prepare_details, MESO, PREPARE_DETAILS, GtkBox)

void     meso_prepare_details_set_context (MesoPrepareDetails *self, MesoContext *context);
/* facts (transfer none): not kept. Who may be chosen is taken anew each time; preparer: who makes it, and can't check it */
void     meso_prepare_details_show_facts  (MesoPrepareDetails *self, const MesoPrepareFacts *facts, const MesoStaff *preparer);
/* Takes what it holds into form, but for the draws. */
void     meso_prepare_details_read        (MesoPrepareDetails *self, MesoPrepareForm *form);
void     meso_prepare_details_fill        (MesoPrepareDetails *self, const MesoPrepareForm *form);
/* use_before (nullable): as moments are stored; NULL where the time of mixing can't be read */
void     meso_prepare_details_show_before (MesoPrepareDetails *self, const char *use_before, gboolean over);
/* faults: MESO_PREPARE_N_FIELDS sentences, NULL where there is nothing to say */
void     meso_prepare_details_show_faults (MesoPrepareDetails *self, char **faults);
gboolean meso_prepare_details_focus_fault (MesoPrepareDetails *self);

G_END_DECLS
