/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MesoDoseEntry:
 *
 * An entry for an amount in any unit. What was typed stays as it was typed; what only follows from something else is shown dimmed, and
 * becomes typed when it is changed. Signals: `edited` (text) at each key, `left` when the focus goes, `activate`.
 */
#define MESO_TYPE_DOSE_ENTRY (meso_dose_entry_get_type ())
G_DECLARE_FINAL_TYPE (MesoDoseEntry, meso_dose_entry, MESO, DOSE_ENTRY, AdwBin)

/* caption: what stands above it where there is no head of a column; name: what a screen reader says */
GtkWidget  *meso_dose_entry_new               (const char *caption);
void        meso_dose_entry_set_name          (MesoDoseEntry *self, const char *name);
/* How much of it can be seen in a column; before its caption is shown or hidden */
void        meso_dose_entry_set_column_chars  (MesoDoseEntry *self, int chars);
void        meso_dose_entry_set_caption_shown (MesoDoseEntry *self, gboolean shown);
/* derived (nullable): what it follows to be while text is empty */
void        meso_dose_entry_show              (MesoDoseEntry *self, const char *text, const char *derived);
/* message (nullable): what is wrong; said by the label, in sight elsewhere */
void        meso_dose_entry_set_problem       (MesoDoseEntry *self, const char *message, GtkWidget *label);
const char *meso_dose_entry_get_text          (MesoDoseEntry *self);
/* As if it had been typed. */
void        meso_dose_entry_type              (MesoDoseEntry *self, const char *text);
GtkWidget  *meso_dose_entry_get_field         (MesoDoseEntry *self);

G_END_DECLS
