/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

#include "meso-context.h"
#include "meso-recall.h"

G_BEGIN_DECLS

/* Rows of what a lot went into. Both (transfer floating). */

/* A lot, which opens when it is activated */
GtkWidget *meso_recall_lot_row_new    (MesoContext *context, const MesoLot *lot);
/* A person with the phones to call, and each preparation; entries: (element-type MesoRecallEntry): all of that person's, at least one.
 * Opens the record. The lots are named too where there are several. */
GtkWidget *meso_recall_person_row_new (MesoContext *context, const MesoRecall *recall, const GPtrArray *entries);
/* (transfer full): "15 Nov 2026, 10:30 · 2 mL · session of 15 Nov", and what became of it */
char      *meso_recall_describe_entry (MesoContext *context, const MesoRecallEntry *entry);
/* Whether the entry is more than what simply happened: corrected, thrown away, entered in error. (transfer floating) (nullable) */
GtkWidget *meso_recall_tag_new        (const MesoRecallEntry *entry);

G_END_DECLS
