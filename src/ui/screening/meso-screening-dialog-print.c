/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-screening-dialog-private.h"

#include <glib/gi18n.h>

#include "meso-error-presenter.h"
#include "meso-sheet-output.h"

/* In the patient's own language, on the clinic's own paper. */
MesoHandoutChoice *
meso_screening_dialog_make_sheet (MesoScreeningDialog *self)
{
  MesoHandoutChoice *choice = meso_handout_choice_new ("screening", self->file->screening->patient, NULL, NULL);

  choice->screening = g_strdup (self->file->screening->id);
  return choice;
}

static void
sheet_wanted (GtkWidget       *widget,
              MesoSheetOutput *output)
{
  MesoScreeningDialog *self = MESO_SCREENING_DIALOG (widget);

  meso_sheet_output_make (output, self->context, widget, meso_screening_dialog_make_sheet (self));
}

static void
finished (GtkWidget    *widget,
          gboolean      printed,
          gboolean      done,
          const GError *error)
{
  if (error != NULL)
    meso_error_presenter_alert (widget, _("print the sheet"), error);
  if (done)
    meso_error_presenter_say (widget, _("Sent to the printer"), NULL);
}

void
meso_screening_dialog_print (MesoScreeningDialog *self)
{
  if (self->file->screening != NULL)
    meso_sheet_output_print (GTK_WIDGET (self), _("Screening Result"), sheet_wanted, finished);
}
