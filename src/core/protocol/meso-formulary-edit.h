/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-formulary-layer.h"
#include "meso-protocol-edit.h"

G_BEGIN_DECLS

/* (transfer full): an id for what a clinic adds, which no other has ever had */
char             *meso_formulary_dup_new_id         (void);

/* (transfer full): wishes for meso_protocol_service_preview_edits () and _apply_edits (). What is given is taken as it is: whether
 * it may be so shows in the preview. Origin and review are the clinic's, whatever is given; an empty source becomes it. */
MesoProtocolEdit *meso_formulary_edit_new_ingredient (const MesoIngredient       *own);
MesoProtocolEdit *meso_formulary_edit_new_product    (const MesoProduct          *own);
MesoProtocolEdit *meso_formulary_edit_new_pair       (const MesoIngredientPair   *own);
/* for an ingredient that ships; it takes the place of an earlier change as a whole */
MesoProtocolEdit *meso_formulary_edit_new_change     (const MesoIngredientChange *change);

G_END_DECLS
