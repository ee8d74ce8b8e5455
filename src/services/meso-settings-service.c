/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-settings-service.h"

#include <string.h>

#include "meso-clinic-private.h"
#include "meso-plan.h"
#include "meso-setting-repository.h"
#include "meso-text.h"

/* More than any letterhead needs. */
#define MAX_CHARACTERS 300
#define MAX_EXPIRY_DAYS 730

typedef struct
{
  const char *key;
  const char *choices;     /* (nullable): what it may be, apart by spaces; NULL for any text */
  gboolean lines;          /* newlines are fine */
} Setting;

static const Setting settings_known[] = {
  { MESO_SETTING_CLINIC_NAME, NULL, FALSE },
  { MESO_SETTING_CLINIC_NAME_FA, NULL, FALSE },
  { MESO_SETTING_PHYSICIAN, NULL, FALSE },
  { MESO_SETTING_PHYSICIAN_FA, NULL, FALSE },
  { MESO_SETTING_ADDRESS, NULL, TRUE },
  { MESO_SETTING_ADDRESS_FA, NULL, TRUE },
  { MESO_SETTING_PHONE, NULL, FALSE },
  { MESO_SETTING_EMERGENCY_PHONE, NULL, FALSE },
  { MESO_SETTING_PAPER, "a4 a5 letter", FALSE },
  { MESO_SETTING_LETTERHEAD, "yes no", FALSE },
  { MESO_SETTING_LANGUAGE, "en fa", FALSE },
  { MESO_SETTING_CALENDAR, "gregorian persian both", FALSE },
  { MESO_SETTING_DIGITS, "latin persian", FALSE },
  { MESO_SETTING_CLOSED_DAYS, NULL, FALSE },
  { MESO_SETTING_BACKUP_FOLDER, NULL, FALSE },
  { MESO_SETTING_STOCK_EXPIRY_DAYS, NULL, FALSE },
  { MESO_SETTING_PREPARATION_CHECK, "yes no", FALSE },
  { MESO_SETTING_SESSION_NEEDS_PREPARATION, "yes no", FALSE },
};

/**
 * meso_settings_service_get_keys:
 *
 * Returns: (transfer none) (array zero-terminated=1): the keys that may be set
 */
const char *const *
meso_settings_service_get_keys (void)
{
  static const char *keys[G_N_ELEMENTS (settings_known) + 1];

  for (guint i = 0; i < G_N_ELEMENTS (settings_known); i++)
    keys[i] = settings_known[i].key;
  return keys;
}

static const Setting *
find_setting (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (settings_known); i++)
    {
      if (g_str_equal (settings_known[i].key, key))
        return &settings_known[i];
    }
  return NULL;
}

/* It stands beside signs of a severe allergy: an ambulance has to answer, not the clinic. */
static gboolean
check_public_number (const char  *key,
                     const char  *value,
                     GError     **error)
{
  g_autofree char *digits = meso_text_ascii_digits (value);
  gsize length = strlen (digits);

  if (length >= 3 && length <= 4 && strspn (digits, "0123456789") == length)
    return TRUE;
  g_set_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID,
               "%s: the public emergency number is expected here, of 3 or 4 digits, such as 115. The clinic's own number is "
               "“phone”.", key);
  return FALSE;
}

static gboolean
check_days (const char  *key,
            const char  *value,
            GError     **error)
{
  guint64 days;

  if (g_ascii_string_to_unsigned (value, 10, 0, MAX_EXPIRY_DAYS, &days, NULL))
    return TRUE;
  g_set_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "%s: “%s” must be a number of days from 0 to %d.", key, value,
               MAX_EXPIRY_DAYS);
  return FALSE;
}

/**
 * meso_settings_service_check:
 * @key: which setting
 * @value: (nullable): what it should be; %NULL takes it back
 *
 * Returns: %FALSE with %MESO_SERVICES_ERROR_INVALID for an unknown key or a value that it can't have, or with a
 *   %MESO_CORE_ERROR for a text that can't be printed or a weekday that isn't one
 */
gboolean
meso_settings_service_check (const char  *key,
                             const char  *value,
                             GError     **error)
{
  const Setting *setting = find_setting (key);
  g_auto(GStrv) choices = NULL;
  guint8 closed;

  if (setting == NULL)
    {
      g_set_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "%s: there is no such setting.", key);
      return FALSE;
    }
  if (value == NULL)
    return TRUE;
  if (setting->lines)
    return meso_text_check_note (value, key, error);
  if (!meso_text_check_line (value, MAX_CHARACTERS, key, error))
    return FALSE;
  if (g_str_equal (key, MESO_SETTING_CLOSED_DAYS))
    return meso_plan_parse_closed_days (value, &closed, error);
  if (g_str_equal (key, MESO_SETTING_EMERGENCY_PHONE))
    return check_public_number (key, value, error);
  if (g_str_equal (key, MESO_SETTING_STOCK_EXPIRY_DAYS))
    return check_days (key, value, error);
  if (setting->choices == NULL)
    return TRUE;
  choices = g_strsplit (setting->choices, " ", -1);
  if (g_strv_contains ((const char *const *) choices, value))
    return TRUE;
  g_set_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "%s: “%s” must be one of: %s.", key, value,
               setting->choices);
  return FALSE;
}

typedef struct
{
  const char *staff;
  GHashTable *settings;
} Work;

static gboolean
store_settings (MesoStoreContext  *context,
                gpointer           data,
                GError           **error)
{
  Work *work = data;
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  g_hash_table_iter_init (&iter, work->settings);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      if (!meso_setting_repository_set (context, work->staff, key, value, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * meso_settings_service_set:
 * @clinic: a clinic
 * @settings: (element-type utf8 utf8): key and value; a %NULL value takes the setting back
 *
 * Checks all of @settings and stores all of them, or none.
 *
 * Returns: %FALSE with the error of meso_settings_service_check(), or the store's
 */
gboolean
meso_settings_service_set (MesoClinic  *clinic,
                           GHashTable  *settings,
                           GError     **error)
{
  Work work = { .staff = meso_clinic_get_staff (clinic), .settings = settings };
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  g_hash_table_iter_init (&iter, settings);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      if (!meso_settings_service_check (key, value, error))
        return FALSE;
    }
  return meso_clinic_run (clinic, MESO_STORE_WRITE, store_settings, &work, error);
}

static gboolean
load_settings (MesoStoreContext  *context,
               gpointer           data,
               GError           **error)
{
  Work *work = data;

  work->settings = meso_setting_repository_get_all (context, error);
  return work->settings != NULL;
}

/**
 * meso_settings_service_get_all:
 * @clinic: a clinic
 *
 * Returns: (transfer full) (element-type utf8 utf8): what the clinic has set; a key that is missing has its default.
 *   %NULL when the file can't be read
 */
GHashTable *
meso_settings_service_get_all (MesoClinic  *clinic,
                               GError     **error)
{
  Work work = { 0 };

  return meso_clinic_run (clinic, MESO_STORE_READ, load_settings, &work, error) ? work.settings : NULL;
}
