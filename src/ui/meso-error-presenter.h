/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-services-error.h"

G_BEGIN_DECLS

/**
 * MesoErrorText:
 * @title: what happened, one short sentence
 * @body: what is safe, and what to do
 * @details: the error's own words, for who is asked for help
 *
 * What a person is told about an error.
 */
typedef struct
{
  char *title;
  char *body;
  char *details;
} MesoErrorText;

/* operation: what was being done, as it finishes “Could not …”: _("save the session"). */
MesoErrorText *meso_error_presenter_describe (const char *operation, const GError *error);
void           meso_error_text_free          (MesoErrorText *self);
/* (transfer none): what is safe, and what to do, in the window's language */
const char    *meso_error_presenter_get_body (MesoProblem problem);

/* Nothing is lost: a toast with Details, in the window that holds widget. */
void           meso_error_presenter_toast    (GtkWidget *widget, const char *operation, const GError *error);
/* A decision is due. */
void           meso_error_presenter_alert    (GtkWidget *widget, const char *operation, const GError *error);

/* A plain toast; undo_action (nullable) is a detailed action name of the widget's. The text is never markup. */
void           meso_error_presenter_say      (GtkWidget *widget, const char *text, const char *undo_action);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoErrorText, meso_error_text_free)

G_END_DECLS
