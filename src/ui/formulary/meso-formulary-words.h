/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

#include "meso-context.h"

G_BEGIN_DECLS

/* What the formulary says, in words. */

const char *meso_formulary_words_group        (MesoIngredientGroup group);
const char *meso_formulary_words_availability (MesoAvailability availability);
const char *meso_formulary_words_form         (MesoProductForm form);
const char *meso_formulary_words_origin       (MesoOrigin origin);
/* NULL pair: nothing is known */
const char *meso_formulary_words_pair         (const MesoIngredientPair *pair);
/* "Cap per session", by the name that the document has for it; the name itself where it has no words */
const char *meso_formulary_words_field        (const char *field);
/* (transfer full): a value of the document as people read it: "off" is “Off”, "zinc 1 mg/mL" is “Zinc 1 mg/mL” */
char       *meso_formulary_words_value        (MesoContext *context, const MesoProtocol *protocol, const char *field, const char *value);
/* (transfer full): the name of an excipient */
char       *meso_formulary_words_excipient    (MesoContext *context, const MesoProtocol *protocol, const char *id);
/* (transfer full): “3 mg per session, 0.05 mg per kg; more than that blocks”; NULL where no cap is known */
char       *meso_formulary_words_cap          (MesoContext *context, const MesoIngredient *ingredient);

GtkWidget  *meso_formulary_availability_tag   (MesoAvailability availability);
GtkWidget  *meso_formulary_origin_tag         (MesoOrigin origin);
GtkWidget  *meso_formulary_pair_tag           (const MesoIngredientPair *pair);

G_END_DECLS
