/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoSubstance:
 * @id: of an ingredient or an excipient of the formulary
 * @name: in the window's language
 * @keys: its names in both languages and its id, folded as a search folds them, apart by line breaks
 *
 * Something that an allergy or a medicine can name, and that a formula is checked against.
 */
typedef struct
{
  char *id;
  char *name;
  char *keys;
} MesoSubstance;

/* (transfer full) (element-type MesoSubstance): the formulary's ingredients, then their excipients */
GPtrArray           *meso_substances_list   (MesoContext *context);
/* (transfer full) (element-type MesoSubstance): what can lie in the cupboard: the formulary's products, then its ingredients */
GPtrArray           *meso_substances_list_stocked (MesoContext *context);
/* (nullable): the one whose name or id is just that, in either language, however it is written */
const MesoSubstance *meso_substances_find   (const GPtrArray *substances, const char *text);
/* (transfer container): those with a name that has a word beginning like text; at most max */
GPtrArray           *meso_substances_search (const GPtrArray *substances, const char *text, guint max);

G_END_DECLS
