/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

#include "meso-clinic-call.h"
#include "meso-formula-version.h"
#include "meso-handout-service.h"
#include "meso-protocol.h"

G_BEGIN_DECLS

/**
 * MesoHandoutChoice:
 * @patient: (nullable): %NULL for a sheet that is nobody's own
 * @language: (nullable): %NULL for the patient's own
 * @paper: (nullable): %NULL for the clinic's
 * @formula: (nullable): of the worksheet of a formula, which one: "recipe" or "recipe/2"; %NULL for the patient's newest
 * @screening: (nullable): of the sheet of a screening, which one; %NULL for what holds today
 * @issue: (nullable): one that was handed out before, and is only given out again
 * @file: (nullable): where the PDF goes
 *
 * What somebody chose on the handout page, as the clinic's thread is asked for it.
 */
typedef struct
{
  char *kind;
  char *patient;
  char *language;
  char *paper;
  char *formula;
  char *screening;
  char *issue;
  GFile *file;
} MesoHandoutChoice;

MesoHandoutChoice *meso_handout_choice_new  (const char *kind, const char *patient, const char *language, const char *paper);
void               meso_handout_choice_free (MesoHandoutChoice *self);

/* For meso_context_call (). request: a #MesoHandoutChoice. */
gpointer meso_handout_choice_preview   (MesoClinic *clinic, gpointer request, GError **error);   /* MesoHandoutPreview */
gpointer meso_handout_choice_issue     (MesoClinic *clinic, gpointer request, GError **error);   /* MesoIssuedHandout */
/* request: the id of a sheet that was handed out */
gpointer meso_handout_choice_get_issued     (MesoClinic *clinic, gpointer request, GError **error);   /* MesoHandoutIssue */

/* The kinds of sheet, in the content's order. */
GtkStringList *meso_handout_choice_list_titles (const MesoProtocol *protocol, const char *language);
const char    *meso_handout_choice_get_kind    (const MesoProtocol *protocol, guint position);
guint          meso_handout_choice_find_kind   (const MesoProtocol *protocol, const char *kind);

/**
 * MesoHandoutReason:
 * @text: a paragraph that stands in some sheets only
 * @why: why it is in this one, or isn't
 */
typedef struct
{
  char *text;
  char *why;
  gboolean added;
} MesoHandoutReason;

/* (transfer full) (element-type MesoHandoutReason): formula (nullable): what the patient was given */
GPtrArray *meso_handout_choice_list_reasons (const MesoProtocol *protocol, const char *kind, const MesoFormulaVersion *formula,
                                             const char *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MesoHandoutChoice, meso_handout_choice_free)

/* A #MesoHandoutDeliver into a GFile, which is replaced as a whole: a full disk leaves what was there. Readable by nobody else. */
gboolean meso_handout_choice_write_file (GBytes *pdf, gpointer file, GError **error);

G_END_DECLS
