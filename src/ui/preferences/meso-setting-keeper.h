/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"

G_BEGIN_DECLS

/**
 * MesoSettingKeeper:
 *
 * Joins rows to the clinic's settings: shows what is set, checks and stores what is changed, says at the row what can't be, and offers
 * to take a change back.
 */
#define MESO_TYPE_SETTING_KEEPER (meso_setting_keeper_get_type ())
G_DECLARE_FINAL_TYPE (MesoSettingKeeper, meso_setting_keeper, MESO, SETTING_KEEPER, GObject)

/* dialog: where it says what was changed; not referenced */
MesoSettingKeeper *meso_setting_keeper_new         (MesoContext *context, AdwPreferencesDialog *dialog);
/* Stored when the row is left, or Enter is pressed. */
void               meso_setting_keeper_add_text    (MesoSettingKeeper *self, AdwEntryRow *row, const char *key);
/* The same for several lines; row holds view. */
void               meso_setting_keeper_add_lines   (MesoSettingKeeper *self, GtkWidget *row, GtkTextView *view, const char *title,
                                                    const char *key);
/* values: NULL-ended, in the order of the row's model; the first is what holds when nothing is set, unless standard says another one. */
void               meso_setting_keeper_add_choice  (MesoSettingKeeper *self, AdwComboRow *row, const char *key,
                                                    const char *const *values, const char *standard);
/* days: seven toggle buttons in row, from Monday on; on: open. */
void               meso_setting_keeper_add_days    (MesoSettingKeeper *self, GtkWidget *row, GtkToggleButton **days, const char *title,
                                                    const char *key);
/* Stores what was typed and not stored yet: when the dialog goes. */
void               meso_setting_keeper_flush       (MesoSettingKeeper *self);

G_END_DECLS
