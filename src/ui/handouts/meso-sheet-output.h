/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks for the PDF when somebody has chosen where it goes: only then is a sheet handed out. Answers with
 * meso_sheet_output_take (). */
typedef struct _MesoSheetOutput MesoSheetOutput;
typedef void (*MesoSheetWanted)   (GtkWidget *page, MesoSheetOutput *output);
/* error NULL and done FALSE: somebody cancelled */
typedef void (*MesoSheetFinished) (GtkWidget *page, gboolean printed, gboolean done, const GError *error);

/* The print dialog, or the file dialog with suggested_name; page is told how it went unless it is gone by then. */
void meso_sheet_output_print (GtkWidget *page, const char *title, MesoSheetWanted wanted, MesoSheetFinished finished);
void meso_sheet_output_save  (GtkWidget *page, const char *suggested_name, MesoSheetWanted wanted, MesoSheetFinished finished);
/* (transfer full) output; pdf (nullable): NULL with the error that kept the sheet from being made */
void meso_sheet_output_take  (MesoSheetOutput *output, GBytes *pdf, const GError *error);

G_END_DECLS
