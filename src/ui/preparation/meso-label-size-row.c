/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-label-size-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "meso-field-rows.h"
#include "meso-preparation-label-service.h"

#define SCHEMA "org.example.MesoClinic"
#define KEY "label-size"

/* (transfer full) (nullable) */
static GSettings *
open_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr(GSettingsSchema) schema = source != NULL ? g_settings_schema_source_lookup (source, SCHEMA, TRUE) : NULL;

  return schema != NULL && g_settings_schema_has_key (schema, KEY) ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

static const char *
get_words (const char *size)
{
  if (g_str_equal (size, "70x37"))
    return C_("label", "70 × 37 mm");
  if (g_str_equal (size, "62x29"))
    return C_("label", "62 × 29 mm");
  if (g_str_equal (size, "a4-3x8"))
    return C_("label", "A4 sheet, 3 × 8 labels");
  return size;
}

static void
selected (AdwComboRow *row,
          GParamSpec  *pspec,
          GSettings   *settings)
{
  g_settings_set_string (settings, KEY, meso_label_size_row_get (GTK_WIDGET (row)));
}

static void
take_last (AdwComboRow       *row,
           const char *const *sizes)
{
  g_autoptr(GSettings) settings = open_settings ();
  g_autofree char *last = NULL;

  if (settings == NULL)
    return;
  last = g_settings_get_string (settings, KEY);
  for (guint i = 0; sizes[i] != NULL; i++)
    {
      if (g_str_equal (sizes[i], last))
        adw_combo_row_set_selected (row, i);
    }
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (selected), settings, G_CONNECT_DEFAULT);
  g_object_set_data_full (G_OBJECT (row), "settings", g_steal_pointer (&settings), g_object_unref);
}

GtkWidget *
meso_label_size_row_new (void)
{
  const char *const *sizes = meso_preparation_label_service_list_sizes ();
  g_autoptr(GPtrArray) words = g_ptr_array_new ();
  GtkWidget *row;

  for (guint i = 0; sizes[i] != NULL; i++)
    g_ptr_array_add (words, (gpointer) get_words (sizes[i]));
  g_ptr_array_add (words, NULL);
  row = meso_choice_row_new (_("Labels in the Printer"), sizes, (const char *const *) words->pdata);
  take_last (ADW_COMBO_ROW (row), sizes);
  return row;
}

const char *
meso_label_size_row_get (GtkWidget *row)
{
  return meso_preparation_label_service_list_sizes ()[adw_combo_row_get_selected (ADW_COMBO_ROW (row))];
}
