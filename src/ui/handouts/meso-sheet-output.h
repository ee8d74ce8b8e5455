/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"
#include "meso-handout-choice.h"

G_BEGIN_DECLS

/* Asks for the sheet when somebody has chosen where it goes: only then is a sheet handed out. Answers with
 * meso_sheet_output_make () or meso_sheet_output_take_written (). */
typedef struct _MesoSheetOutput MesoSheetOutput;
typedef void (*MesoSheetWanted)   (GtkWidget *page, MesoSheetOutput *output);
/* error NULL and done FALSE: somebody cancelled */
typedef void (*MesoSheetFinished) (GtkWidget *page, gboolean printed, gboolean done, const GError *error);

/* The print dialog, or the file dialog with suggested_name; page is told how it went unless it is gone by then. */
void meso_sheet_output_print (GtkWidget *page, const char *title, MesoSheetWanted wanted, MesoSheetFinished finished);
void meso_sheet_output_save  (GtkWidget *page, const char *suggested_name, MesoSheetWanted wanted, MesoSheetFinished finished);
/* (transfer none): where the sheet is to be written before it counts as handed out */
GFile *meso_sheet_output_get_file (MesoSheetOutput *output);
/* The answer: has that sheet made, and written where it was wanted before it counts as handed out. One that can't be printed after all
 * is taken back: nobody was handed it. (transfer full) output, choice */
void meso_sheet_output_make  (MesoSheetOutput *output, MesoContext *context, GtkWidget *page, MesoHandoutChoice *choice);

/* The answer for what isn't handed out to a patient, a label or a list, and kept nowhere: it was written to that file. (transfer full)
 * output */
void meso_sheet_output_take_written (MesoSheetOutput *output, const GError *error);

G_END_DECLS
