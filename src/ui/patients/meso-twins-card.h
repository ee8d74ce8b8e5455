/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-sought.h"

G_BEGIN_DECLS

/**
 * MesoTwinsCard:
 *
 * Says once, above the list, that two records may be one person, with a way out. Signal `changed`: other pairs are known.
 */
#define MESO_TYPE_TWINS_CARD (meso_twins_card_get_type ())
G_DECLARE_FINAL_TYPE (MesoTwinsCard, meso_twins_card, MESO, TWINS_CARD, AdwBin)

/* For a card that a template made. */
void     meso_twins_card_set_context (MesoTwinsCard *self, MesoContext *context);
/* Shows a pair of which one is looked for; sought (nullable): any pair, when nobody is looked for; offered: FALSE for none at all */
void     meso_twins_card_seek        (MesoTwinsCard *self, const MesoSought *sought, gboolean offered);
void     meso_twins_card_set_narrow  (MesoTwinsCard *self, gboolean narrow);
/* Whether a record is one of a pair. */
gboolean meso_twins_card_has         (MesoTwinsCard *self, const char *patient);

G_END_DECLS
