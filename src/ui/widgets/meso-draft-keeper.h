/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoDraftKeeper:
 *
 * Journals what is typed into a form within half a second, however long somebody goes on typing, so that a kill or a power cut loses
 * no more. Property `saved-at`: the minute of the day of the last save, -1 before. Property `failed`: the last
 * save did not reach the disk; it is tried again, and a banner over the form says so for as long as it is.
 */
#define MESO_TYPE_DRAFT_KEEPER (meso_draft_keeper_get_type ())
G_DECLARE_FINAL_TYPE (MesoDraftKeeper, meso_draft_keeper, MESO, DRAFT_KEEPER, GObject)

/* text (nullable): what was kept; NULL when there is nothing */
typedef void (*MesoDraftLoaded) (GtkWidget *widget, const char *text, gpointer user_data);

MesoDraftKeeper *meso_draft_keeper_new      (MesoContext *context, const char *entity, const char *key);
/* widget: the form, which holds an AdwToolbarView. Late answers, after it was disposed, are dropped. */
void             meso_draft_keeper_load     (MesoDraftKeeper *self, GtkWidget *widget, MesoDraftLoaded loaded, gpointer user_data);
/* The whole form as JSON, at each change. */
void             meso_draft_keeper_set_text (MesoDraftKeeper *self, const char *text);
/* Writes at once what is still waiting: when the form is left. */
void             meso_draft_keeper_flush    (MesoDraftKeeper *self);
/* The form was stored or thrown away: there is nothing to resume any more. What is still waiting is not written. */
void             meso_draft_keeper_discard  (MesoDraftKeeper *self);
/* (transfer full) (nullable): "Draft saved 10:42"; NULL before anything was */
char            *meso_draft_keeper_dup_saved (MesoDraftKeeper *self);
/* Of all forms: before the window goes. */
void             meso_draft_keeper_flush_all (MesoContext *context);

G_END_DECLS
