/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <glib-object.h>

#include "meso-formula-history.h"
#include "meso-formula-reading.h"

G_BEGIN_DECLS

/**
 * MesoFormulaEditor:
 *
 * A draft that is being edited, with what follows from it and with undo. Knows no window. Signal `changed`: draft, reading or undo have
 * changed.
 */
#define MESO_TYPE_FORMULA_EDITOR (meso_formula_editor_get_type ())
G_DECLARE_FINAL_TYPE (MesoFormulaEditor, meso_formula_editor, MESO, FORMULA_EDITOR, GObject)

MesoFormulaEditor        *meso_formula_editor_new          (const MesoProtocol *protocol, const char *language);
const MesoProtocol       *meso_formula_editor_get_protocol (MesoFormulaEditor *self);
const MesoFormulaDraft   *meso_formula_editor_get_draft    (MesoFormulaEditor *self);
const MesoFormulaReading *meso_formula_editor_get_reading  (MesoFormulaEditor *self);
/* facts (nullable): NULL for a recipe of the clinic */
void                      meso_formula_editor_set_facts    (MesoFormulaEditor *self, const MesoFormulaPatient *facts);
/* (nullable): what the record knows */
const MesoFormulaPatient *meso_formula_editor_get_facts    (MesoFormulaEditor *self);
const char               *meso_formula_editor_get_language (MesoFormulaEditor *self);
void                      meso_formula_editor_set_language (MesoFormulaEditor *self, const char *language);

/* saved: as it is stored; draft (nullable): what was written since. Nothing can be undone afterwards. Both (transfer full) */
void                      meso_formula_editor_open         (MesoFormulaEditor *self, MesoFormulaDraft *saved, MesoFormulaDraft *draft);
/* What is written is stored now. */
void                      meso_formula_editor_mark_saved   (MesoFormulaEditor *self, const char *formula_id, int version);
/* What is written becomes the next version of saved (transfer full), which somebody else stored meanwhile. */
void                      meso_formula_editor_rebase       (MesoFormulaEditor *self, MesoFormulaDraft *saved);
gboolean                  meso_formula_editor_get_modified (MesoFormulaEditor *self);

/* The row it stands in, the new one or the one that was there; exactly one of the ids */
guint                     meso_formula_editor_add          (MesoFormulaEditor *self, const char *ingredient, const char *product);
void                      meso_formula_editor_remove       (MesoFormulaEditor *self, guint row);
/* Every item that holds the ingredient, ready-made vials too */
void                      meso_formula_editor_remove_ingredient (MesoFormulaEditor *self, const char *ingredient);
/* A volume takes the place of an amount, and the other way round. */
void                      meso_formula_editor_set_item     (MesoFormulaEditor *self, guint row, MesoFormulaField field, const char *text);
void                      meso_formula_editor_set_text     (MesoFormulaEditor *self, MesoFormulaField field, const char *text);
const char               *meso_formula_editor_get_text     (MesoFormulaEditor *self, MesoFormulaField field);
/* allergies (nullable): NULL for "not asked" */
void                      meso_formula_editor_set_allergies (MesoFormulaEditor *self, const GPtrArray *allergies);
/* salt (nullable): NULL for the ingredient itself */
void                      meso_formula_editor_set_salt     (MesoFormulaEditor *self, guint row, const char *salt);
/* The same mixture with other numbers, as one step of that kind */
void                      meso_formula_editor_take_mixture (MesoFormulaEditor *self, MesoFormulaStepKind kind, const MesoFormula *formula);
void                      meso_formula_editor_start_from   (MesoFormulaEditor *self, const MesoFormula *formula, const char *name);

/* What is typed into one field in one go is one step: this ends it. */
void                      meso_formula_editor_end_step     (MesoFormulaEditor *self);
/* (nullable): NULL when there is nothing to undo, or redo */
const MesoFormulaStep    *meso_formula_editor_get_undo     (MesoFormulaEditor *self);
const MesoFormulaStep    *meso_formula_editor_get_redo     (MesoFormulaEditor *self);
void                      meso_formula_editor_undo         (MesoFormulaEditor *self);
void                      meso_formula_editor_redo         (MesoFormulaEditor *self);

G_END_DECLS
