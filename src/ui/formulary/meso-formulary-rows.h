/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-formulary-values.h"

G_BEGIN_DECLS

/* One of the rows was changed. */
typedef void (* MesoFormularyRowChanged) (GtkWidget *form);

/* The rows of a form of the formulary. */

/* Appends the groups of the form's kind to box. (transfer container) (element-type GtkWidget): the rows, in order */
GPtrArray  *meso_formulary_rows_fill      (GtkBox *box, MesoContext *context, const MesoFormularyValues *values,
                                           MesoFormularyRowChanged changed, GtkWidget *form);
/* (transfer none): its field */
const char *meso_formulary_row_get_field  (GtkWidget *row);
char       *meso_formulary_row_dup_text   (GtkWidget *row);
void        meso_formulary_row_set_text   (GtkWidget *row, const char *text);
/* text (nullable) */
void        meso_formulary_row_set_error  (GtkWidget *row, const char *text);
void        meso_formulary_row_show       (GtkWidget *row);

G_END_DECLS
