/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

#include "meso-context.h"
#include "meso-treatment-session.h"

G_BEGIN_DECLS

/**
 * MesoReactionPicker:
 *
 * The side effects that the content names, as picks, each with a grade; and another one in words. Signal `changed`.
 */
#define MESO_TYPE_REACTION_PICKER (meso_reaction_picker_get_type ())
G_DECLARE_FINAL_TYPE (MesoReactionPicker, meso_reaction_picker, MESO, REACTION_PICKER, GtkWidget)

void       meso_reaction_picker_set_context   (MesoReactionPicker *self, MesoContext *context);
/* (transfer full) (element-type MesoReaction) */
GPtrArray *meso_reaction_picker_get_reactions (MesoReactionPicker *self);
void       meso_reaction_picker_set_reactions (MesoReactionPicker *self, const GPtrArray *reactions, gboolean none);
/* Whether it was said that there were none: nothing picked is nothing said. */
gboolean   meso_reaction_picker_get_none      (MesoReactionPicker *self);
/* The entry for another reaction: where a fault is shown. */
GtkWidget *meso_reaction_picker_get_other     (MesoReactionPicker *self);

G_END_DECLS
