/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-formula-entry.h"
#include "meso-formula-version.h"

G_BEGIN_DECLS

/**
 * MesoFormulaDraft:
 * @formula_id: (nullable): the recipe that this is the next version of, and @base_version the version it was made from
 * @name: "" for none
 * @formula: the mixture; every text in it as typed, also what can't be read yet
 * @points: number of points as typed, @weight: body weight in kg as typed; "" for not said
 * @allergies_said: whether the form says anything of allergies; @allergies (element-type utf8): what, empty for “none known”
 *
 * What somebody is writing in the formula builder. Knows no window.
 */
typedef struct
{
  char *formula_id;
  int base_version;
  char *name;
  MesoFormula *formula;
  char *points;
  char *weight;
  gboolean allergies_said;
  GPtrArray *allergies;
} MesoFormulaDraft;

MesoFormulaDraft *meso_formula_draft_new       (void);
/* What is stored, as a draft of the next version; version (nullable): an empty one */
MesoFormulaDraft *meso_formula_draft_new_stored (const MesoFormulaVersion *version);
MesoFormulaDraft *meso_formula_draft_copy      (const MesoFormulaDraft *self);
void              meso_formula_draft_free      (MesoFormulaDraft *self);
gboolean          meso_formula_draft_equal     (const MesoFormulaDraft *self, const MesoFormulaDraft *other);
/* Takes the mixture of another recipe; its number of points becomes text. */
void              meso_formula_draft_set_mixture (MesoFormulaDraft *self, const MesoFormula *formula);
/* Where the text of a field of the whole stands; (nullable) text. Not for the fields of an item. */
char            **meso_formula_draft_get_place (MesoFormulaDraft *self, MesoFormulaField field);
/* A total volume is reached with the formulary's diluent; without one there is none. */
void              meso_formula_draft_follow_volume (MesoFormulaDraft *self, const MesoProtocol *protocol);
char             *meso_formula_draft_to_json   (const MesoFormulaDraft *self);
/* (nullable): NULL for a text that no draft was written as */
MesoFormulaDraft *meso_formula_draft_from_json (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoFormulaDraft, meso_formula_draft_free)

G_END_DECLS
