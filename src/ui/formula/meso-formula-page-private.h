/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-draft-keeper.h"
#include "meso-formula-bar.h"
#include "meso-formula-builder.h"
#include "meso-formula-bundle.h"
#include "meso-formula-page.h"
#include "meso-row.h"

G_BEGIN_DECLS

/* Between the page and what it loads, drafts and stores. */

struct _MesoFormulaPage
{
  AdwNavigationPage parent_instance;

  AdwWindowTitle *window_title;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *menus;
  GMenu *narrow_menus;              /* their menus, while there is no room for the two beside the other buttons */
  GtkMenuButton *versions_button;
  GtkMenuButton *start_button;
  AdwBanner *resumed;
  AdwBanner *moved_on;
  AdwBanner *retired;
  MesoFormulaBuilder *builder;
  MesoFormulaBar *bar;

  MesoContext *context;
  char *patient;                    /* (nullable) */
  char *formula;                    /* (nullable): the recipe that was asked for */
  MesoFormulaEditor *editor;
  MesoDraftKeeper *keeper;
  MesoRow *row;                     /* (nullable): what was loaded */
  const MesoFormulaBundle *bundle;  /* (nullable): in it */
  char *other_draft;                /* (nullable): of another recipe, not taken up */
  gboolean opened;
  gboolean saving;
};

/* Shows what the editor holds now, and keeps it as a draft. */
void meso_formula_page_show         (MesoFormulaPage *self);
void meso_formula_page_show_bar     (MesoFormulaPage *self);
void meso_formula_page_show_menus   (MesoFormulaPage *self);
void meso_formula_page_show_version (MesoFormulaPage *self, int version);

/* formula (nullable): the recipe; NULL for the patient's newest */
void meso_formula_page_load         (MesoFormulaPage *self, const char *formula);
/* Something was stored somewhere: what, and id. */
void meso_formula_page_follow       (MesoFormulaPage *self, const char *what, const char *id);
void meso_formula_page_keep_draft   (MesoFormulaPage *self);
void meso_formula_page_save         (MesoFormulaPage *self);
/* What can be done with a whole recipe: its actions of the menu, and which of them can be done now */
void meso_formula_page_install_sharing (GtkWidgetClass *widget_class);
void meso_formula_page_show_sharing (MesoFormulaPage *self);
/* The buttons of its banners */
void meso_formula_page_resume       (MesoFormulaPage *self);
void meso_formula_page_move_on      (MesoFormulaPage *self);

G_END_DECLS
