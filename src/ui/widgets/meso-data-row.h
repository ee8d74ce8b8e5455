/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row (AdwActionRow, AdwExpanderRow …) whose title and subtitle (nullable) are data: never markup, not even while it is made. */
GtkWidget *meso_data_row_new (GType row_type, const char *title, const char *subtitle);
/* Of a row that Adwaita gives no name to (it is inside of one that folds, or has a choice, or no title of its own in sight): its title */
void       meso_data_row_say_title (GtkWidget *self);
/* What stands beside title and subtitle in tags, for a screen reader, which hears the subtitle by itself */
void       meso_data_row_say (GtkWidget *self, const char *words);

G_END_DECLS
