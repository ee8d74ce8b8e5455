/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-ctl.h"
#include "meso-settings-service.h"

static MesoCtlExit
print_settings (MesoClinic  *clinic,
                GError     **error)
{
  g_autoptr(GHashTable) settings = meso_settings_service_get_all (clinic, error);
  const char *const *keys = meso_settings_service_get_keys ();
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  if (settings == NULL)
    return MESO_CTL_COULD_NOT;
  meso_json_begin (builder, NULL);
  for (guint i = 0; keys[i] != NULL; i++)
    meso_json_add_string (builder, keys[i], g_hash_table_lookup (settings, keys[i]));
  json_builder_end_object (builder);
  return meso_json_print (builder, error) ? MESO_CTL_DONE : MESO_CTL_COULD_NOT;
}

MesoCtlExit
meso_command_clinic_show (MesoCtl  *ctl,
                          GError  **error)
{
  MesoClinic *clinic;

  if (!meso_ctl_parse (ctl, NULL, 0, 0, error))
    return MESO_CTL_BAD_INPUT;
  clinic = meso_ctl_open_clinic (ctl, error);
  return clinic != NULL ? print_settings (clinic, error) : MESO_CTL_COULD_NOT;
}

/* Only the keys that the object holds are changed; null takes a setting back. */
static GHashTable *
read_settings (GError **error)
{
  g_autoptr(MesoJsonReader) reader = meso_json_reader_new_for_file ("-", error);
  g_autoptr(GHashTable) settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GList) members = NULL;

  if (reader == NULL)
    return NULL;
  members = meso_json_reader_get_members (reader);
  for (GList *l = members; l != NULL; l = l->next)
    {
      g_autofree char *value = NULL;

      if (!meso_json_reader_read_string (reader, l->data, &value, error))
        return NULL;
      g_hash_table_insert (settings, g_strdup (l->data), g_steal_pointer (&value));
    }
  return g_steal_pointer (&settings);
}

/* Reads one JSON object on standard input. */
MesoCtlExit
meso_command_clinic_set (MesoCtl  *ctl,
                         GError  **error)
{
  g_autoptr(GHashTable) settings = NULL;
  MesoClinic *clinic;

  if (!meso_ctl_parse (ctl, NULL, 0, 0, error))
    return MESO_CTL_BAD_INPUT;
  settings = read_settings (error);
  if (settings == NULL)
    return MESO_CTL_BAD_INPUT;
  clinic = meso_ctl_open_clinic (ctl, error);
  if (clinic == NULL || !meso_settings_service_set (clinic, settings, error))
    return MESO_CTL_COULD_NOT;
  return print_settings (clinic, error);
}
