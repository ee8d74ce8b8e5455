/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-dose-entry.h"
#include "ui-fixture.h"

G_BEGIN_DECLS

/* The formula builder in a window, as tests use it. */
typedef struct
{
  UiFixture *fixture;
  GtkWidget *page;
  GtkWindow *window;
} FormulaScene;

/* patient, formula (nullable): as of meso_formula_page_new (). Open, and ready to be written in. */
FormulaScene   formula_scene_show      (UiFixture *fixture, const char *patient, const char *formula, int width);
void           formula_scene_close     (FormulaScene *shown);
/* (nullable): the nth child of that type, at any depth */
GtkWidget     *formula_scene_find      (GtkWidget *root, GType type, guint *n);
/* (nullable): a row of the mixture; its fields: strength, volume, amount */
GtkWidget     *formula_scene_get_row   (FormulaScene *shown, guint index);
MesoDoseEntry *formula_scene_get_entry (FormulaScene *shown, guint row, guint field);
void           formula_scene_type      (MesoDoseEntry *entry, const char *text);
/* As from the keyboard: its name, Enter, strength, volume. */
void           formula_scene_add       (FormulaScene *shown, const char *name, const char *strength, const char *volume);
GtkWidget     *formula_scene_get_save  (FormulaScene *shown);
/* Pressed, and answered */
void           formula_scene_save      (FormulaScene *shown);
void           formula_scene_clear     (FormulaScene *shown);

G_END_DECLS
