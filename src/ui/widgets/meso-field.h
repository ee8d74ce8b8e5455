/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Says at the field what is wrong with what was typed, and keeps what was typed: error style, accessible state and message, and the
 * sentence in sight below the field. message NULL: it is fine again. field: an entry in a vertical box, or a row of a list
 * (one without a bound model). */
void     meso_field_set_error (GtkWidget *field, const char *message);
gboolean meso_field_has_error (GtkWidget *field);
/* Says in the same place, and instead of an error, what was understood. text NULL: nothing. */
void     meso_field_set_hint  (GtkWidget *field, const char *text);
/* Puts the focus into the field, and both it and what is said below it into sight. */
void     meso_field_show      (GtkWidget *field);
/* The same for what a form puts below a field by itself. */
void     meso_field_scroll_to (GtkWidget *shown);
/* For phone numbers: they read from left to right, and fall into the wrong order where a line begins at the right. */
void     meso_field_keep_number (GtkEditable *field);

G_END_DECLS
