/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-number-spin.h"

#include "meso-text.h"

static gboolean
show_number (GtkSpinButton *spin,
             MesoContext   *context)
{
  g_autofree char *text = meso_context_format_number (context, (gint64) gtk_adjustment_get_value (gtk_spin_button_get_adjustment (spin)));

  if (g_strcmp0 (text, gtk_editable_get_text (GTK_EDITABLE (spin))) != 0)
    gtk_editable_set_text (GTK_EDITABLE (spin), text);
  return TRUE;
}

static int
read_number (GtkSpinButton *spin,
             double        *number_out,
             gpointer       user_data)
{
  g_autofree char *ascii = meso_text_ascii_digits (gtk_editable_get_text (GTK_EDITABLE (spin)));
  g_autofree char *trimmed = meso_text_trim (ascii);
  guint64 number;

  if (!g_ascii_string_to_unsigned (trimmed, 10, 0, G_MAXUINT16, &number, NULL))
    return GTK_INPUT_ERROR;
  *number_out = (double) number;
  return TRUE;
}

void
meso_number_spin_join (GtkSpinButton *spin,
                       MesoContext   *context)
{
  g_signal_connect_object (spin, "output", G_CALLBACK (show_number), context, G_CONNECT_DEFAULT);
  g_signal_connect (spin, "input", G_CALLBACK (read_number), NULL);
  gtk_spin_button_update (spin);
}
