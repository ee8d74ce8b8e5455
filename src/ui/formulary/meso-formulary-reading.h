/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-formulary-values.h"

G_BEGIN_DECLS

/* Private to the formulary's forms. What a typed text means: each gives FALSE, or NULL, for what can't be read. */

gboolean   meso_formulary_read_ph         (const char *text, int *centi);
gboolean   meso_formulary_read_hours      (const char *text, int *hours);
/* (transfer full) (nullable): a strength as a document has it: as it was typed, in plain digits */
char      *meso_formulary_read_strength   (const char *text, MesoDimension dimension);
/* (transfer full) (nullable) (element-type utf8); an empty text is an empty list */
GPtrArray *meso_formulary_read_strengths  (const char *text, MesoDimension dimension);
/* ids; what the content has no word for gets an id of its own, from Latin letters */
GPtrArray *meso_formulary_read_excipients (MesoContext *context, const char *text);
/* (element-type MesoProductComponent): without their strengths being read */
GPtrArray *meso_formulary_read_components (const char *text);

G_END_DECLS
