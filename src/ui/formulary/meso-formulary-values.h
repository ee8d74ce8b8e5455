/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"
#include "meso-formulary-edit.h"

G_BEGIN_DECLS

typedef enum {
  MESO_FORMULARY_INGREDIENT,   /* one of the clinic's own */
  MESO_FORMULARY_CHANGE,       /* one that ships, otherwise */
  MESO_FORMULARY_PRODUCT,
  MESO_FORMULARY_PAIR,
} MesoFormularyKind;

/**
 * MesoFormularyValues:
 * @kind: what the form is of
 * @id: the ingredient's or the product's; of a pair the first ingredient's
 * @texts: field → what stands in it; a field that isn't there is empty
 *
 * What is typed into a form of the formulary, as texts. Fields have the names that the document has for them; "name-fa" is the name in
 * Persian, "b" the other ingredient of a pair. "component" has a line each: ingredient, tab, strength, tab, salt.
 */
typedef struct
{
  MesoFormularyKind kind;
  char *id;
  GHashTable *texts;
} MesoFormularyValues;

MesoFormularyValues *meso_formulary_values_new            (MesoFormularyKind kind, const char *id);
MesoFormularyValues *meso_formulary_values_new_ingredient (MesoContext *context, MesoFormularyKind kind, const MesoIngredient *ingredient);
MesoFormularyValues *meso_formulary_values_new_product    (MesoContext *context, const MesoProduct *product);
/* pair (nullable): NULL where nothing is known yet; other (nullable): still to be chosen */
MesoFormularyValues *meso_formulary_values_new_pair       (MesoContext *context, const char *ingredient, const char *other,
                                                           const MesoIngredientPair *pair);
void                 meso_formulary_values_free           (MesoFormularyValues *self);
/* (transfer none): "" without */
const char          *meso_formulary_values_get            (const MesoFormularyValues *self, const char *field);
void                 meso_formulary_values_set            (MesoFormularyValues *self, const char *field, const char *text);
char                *meso_formulary_values_to_json        (const MesoFormularyValues *self);
gboolean             meso_formulary_values_take_json      (MesoFormularyValues *self, const char *json);

/* (transfer full) (nullable): what is wrong with a field, in the window's language; NULL when nothing is */
char                *meso_formulary_values_check          (const MesoFormularyValues *self, MesoContext *context, const char *field);
/* (transfer full): the wish that they amount to, once every field is sound */
MesoProtocolEdit    *meso_formulary_values_to_edit        (const MesoFormularyValues *self, MesoContext *context);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoFormularyValues, meso_formulary_values_free)

G_END_DECLS
