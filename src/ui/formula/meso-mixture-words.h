/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <pango/pango.h>

#include "meso-context.h"
#include "meso-formula-reading.h"

G_BEGIN_DECLS

/* What a row of the mixture says of its item beside the numbers, all (transfer full). */

/* A salt beside the element that counts; "" where nothing is weighed as a salt */
char *meso_mixture_words_salt  (MesoContext *context, const MesoFormulaItemReading *reading);
/* (nullable): what should be known of it: a ready-made vial, what a percentage comes to, rounded; NULL for nothing */
char *meso_mixture_words_note  (MesoContext *context, const MesoFormulaItem *item, const MesoFormulaItemReading *reading);
/* How much of its cap it takes, short; spoken_out (transfer full): the same as a screen reader says it */
char *meso_mixture_words_share (MesoContext *context, const MesoFormulaItemReading *reading, char **spoken_out);

/* A name is broken inside of a word only where that word would push the columns out of sight. */
PangoWrapMode meso_mixture_words_choose_wrap (const char *name);

G_END_DECLS
