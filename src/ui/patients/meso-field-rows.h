/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

#include "meso-context.h"
#include "meso-patient-fields.h"

G_BEGIN_DECLS

/* The rows that the fields of a record are typed into: an entry, a choice, a date, or several lines. */
GtkWidget *meso_field_row_new      (MesoPatientField field);
/* A date needs to know the calendar. */
void       meso_field_row_set_context (GtkWidget *row, MesoContext *context);
/* (transfer full): as typed; of a choice its stable name */
char      *meso_field_row_dup_text (GtkWidget *row);
void       meso_field_row_set_text (GtkWidget *row, const char *text);
/* At the end of the row. */
void       meso_field_row_add_button (GtkWidget *row, GtkWidget *button);
/* What the row shows, changed: callback (gpointer data) while owner lives. */
void       meso_field_row_connect  (GtkWidget *row, GCallback callback, gpointer owner);
/* A choice: names (of it, static) and the words for them, both NULL-terminated. (transfer floating) */
GtkWidget *meso_choice_row_new       (const char *title, const char *const *names, const char *const *words);

G_END_DECLS
