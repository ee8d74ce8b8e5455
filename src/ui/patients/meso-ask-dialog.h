/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoAskDialog:
 *
 * Asks for the few words that an act needs before it is done: why, for whom. What it does is said at its head. Signal
 * `answered (GStrv)`: all that was asked, in its order, trimmed; the dialog stays until meso_ask_dialog_done (). Signal `edited ()`: an answer
 * is another now.
 */
#define MESO_TYPE_ASK_DIALOG (meso_ask_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MesoAskDialog, meso_ask_dialog, MESO, ASK_DIALOG, AdwDialog)

/* button: "_Release…"; destructive: there is no way back */
MesoAskDialog *meso_ask_dialog_new        (const char *title, const char *text, const char *button, gboolean destructive);
/* fault (nullable): what is said when nothing was written; NULL when nothing needs to be */
void           meso_ask_dialog_add_entry  (MesoAskDialog *self, const char *title, const char *fault);
/* What is written must be just that, whatever digits it is written in. */
void           meso_ask_dialog_add_match  (MesoAskDialog *self, const char *title, const char *expected, const char *fault);
/* The answer is one of names; both NULL-terminated, names copied */
void           meso_ask_dialog_add_choice (MesoAskDialog *self, const char *title, const char *const *names, const char *const *words);
/* Whom it is about, a patient's id. Added last: what is typed from here on is kept as a draft of that, until it is done. What has to match
 * something isn't: it is typed to make sure. */
void           meso_ask_dialog_keep       (MesoAskDialog *self, MesoContext *context, const char *entity, const char *patient);
/* (nullable) */
const char    *meso_ask_dialog_get_patient (MesoAskDialog *self);
/* What an entry begins with. question: its place, from 0 */
void           meso_ask_dialog_set_answer (MesoAskDialog *self, guint question, const char *text);
/* Says at a question what is wrong with its answer. */
void           meso_ask_dialog_refuse     (MesoAskDialog *self, guint question, const char *sentence);
/* (transfer full): what stands there now, trimmed */
char          *meso_ask_dialog_dup_answer (MesoAskDialog *self, guint question);
/* Says below a question how its answer is understood; NULL takes that away. What is wrong with it stays said. */
void           meso_ask_dialog_set_hint   (MesoAskDialog *self, guint question, const char *text);
/* The act is under way: nothing can be pressed twice. */
void           meso_ask_dialog_set_busy   (MesoAskDialog *self, gboolean busy);
void           meso_ask_dialog_done       (MesoAskDialog *self);

G_END_DECLS
