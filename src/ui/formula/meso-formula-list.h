/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"
#include "meso-query-list.h"

G_BEGIN_DECLS

/**
 * MesoFormulaNote:
 * @patient: (nullable): whose it is, and @patient_name; %NULL for a recipe of the clinic
 * @contents: names of what is in it
 * @by: who stored it; "" when that isn't known
 *
 * One formula as a list shows it.
 */
typedef struct
{
  char *formula_id;
  char *patient;
  char *patient_name;
  char *name;
  char *contents;
  char *created_at;
  char *by;
  int version;
  guint blocks;
  guint warnings;
} MesoFormulaNote;

/* Both of #MesoRow with a #MesoFormulaNote, newest first, and kept up to date. */
MesoQueryList *meso_formula_list_new_recent    (MesoContext *context);
MesoQueryList *meso_formula_list_new_retired   (MesoContext *context);
MesoQueryList *meso_formula_list_new_templates (MesoContext *context);

/* (transfer floating): a row for a list box that goes to the formula when it is activated */
GtkWidget     *meso_formula_list_create_row    (MesoContext *context, const MesoFormulaNote *note);

G_END_DECLS
