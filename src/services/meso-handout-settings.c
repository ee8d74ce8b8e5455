/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-facts.h"

#include "meso-setting-repository.h"

/* The clinic's own wording in the sheet's language, or in the other where only that was entered. */
static void
take_setting (GHashTable  *settings,
              const char  *language,
              const char  *key,
              const char  *key_fa,
              char       **value)
{
  const char *own = g_hash_table_lookup (settings, g_str_equal (language, "fa") ? key_fa : key);
  const char *other = g_hash_table_lookup (settings, g_str_equal (language, "fa") ? key : key_fa);

  if (own != NULL && *own != '\0')
    g_set_str (value, own);
  else if (other != NULL)
    g_set_str (value, other);
}

static void
take_letterhead (MesoLetterhead *letterhead,
                 GHashTable     *settings,
                 const char     *language)
{
  g_autofree char *address = NULL;
  g_auto(GStrv) lines = NULL;

  take_setting (settings, language, MESO_SETTING_CLINIC_NAME, MESO_SETTING_CLINIC_NAME_FA, &letterhead->clinic_name);
  take_setting (settings, language, MESO_SETTING_PHYSICIAN, MESO_SETTING_PHYSICIAN_FA, &letterhead->physician);
  take_setting (settings, language, MESO_SETTING_PHONE, MESO_SETTING_PHONE, &letterhead->phone);
  take_setting (settings, language, MESO_SETTING_EMERGENCY_PHONE, MESO_SETTING_EMERGENCY_PHONE,
                &letterhead->emergency_number);
  take_setting (settings, language, MESO_SETTING_ADDRESS, MESO_SETTING_ADDRESS_FA, &address);
  lines = g_strsplit (address != NULL ? address : "", "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] != '\0')
        g_ptr_array_add (letterhead->address, g_strdup (lines[i]));
    }
}

/* What was asked for, else the patient's own language, else the clinic's; what staff work from isn't the patient's. */
static const char *
choose_language (GHashTable               *settings,
                 const MesoPatient        *patient,
                 const MesoHandoutRequest *request)
{
  const char *clinic = g_hash_table_lookup (settings, MESO_SETTING_LANGUAGE);

  if (request->language != NULL)
    return request->language;
  if (*patient->language != '\0' && !g_str_equal (request->kind, "formula"))
    return patient->language;
  return clinic != NULL ? clinic : "en";
}

/**
 * meso_handout_facts_take_settings:
 * @self: facts whose context is there
 * @patient: whose sheet it is
 *
 * Language, paper, letterhead, and whether this is the demo clinic.
 *
 * Returns: whether the settings could be read
 */
gboolean
meso_handout_facts_take_settings (MesoHandoutFacts          *self,
                                  MesoStoreContext          *store,
                                  const MesoPatient         *patient,
                                  const MesoHandoutRequest  *request,
                                  GError                   **error)
{
  g_autoptr(GHashTable) settings = meso_setting_repository_get_all (store, error);
  const char *paper;

  if (settings == NULL)
    return FALSE;
  g_set_str (&self->context->language, choose_language (settings, patient, request));
  paper = g_hash_table_lookup (settings, MESO_SETTING_PAPER);
  self->paper = g_strdup (request->paper != NULL ? request->paper : paper != NULL ? paper : "a4");
  self->context->demo = g_strcmp0 (g_hash_table_lookup (settings, MESO_SETTING_DEMO), "yes") == 0;
  if (g_strcmp0 (g_hash_table_lookup (settings, MESO_SETTING_LETTERHEAD), "no") != 0)
    take_letterhead (self->context->letterhead, settings, self->context->language);
  return TRUE;
}
