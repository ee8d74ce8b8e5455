/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-clinic-setup.h"

#include "meso-clinic-making.h"
#include "meso-setting-repository.h"
#include "meso-settings-service.h"
#include "meso-staff-service.h"
#include "meso-text.h"

#define MAX_CLINIC_NAME_CHARACTERS 200
/* Where the week ends on a Friday. */
#define PERSIAN_CLOSED_DAYS "fri"

/**
 * meso_clinic_setup_new:
 *
 * Returns: (transfer full): what a new clinic is asked, with nothing answered: English, Gregorian, Latin digits
 */
MesoClinicSetup *
meso_clinic_setup_new (void)
{
  MesoClinicSetup *self = g_new0 (MesoClinicSetup, 1);

  self->clinic_name = g_strdup ("");
  self->physician_name = g_strdup ("");
  self->licence_number = g_strdup ("");
  self->language = g_strdup ("en");
  self->calendar = g_strdup ("gregorian");
  self->digits = g_strdup ("latin");
  return self;
}

/**
 * meso_clinic_setup_copy:
 * @self: what was answered
 *
 * Returns: (transfer full): the same, without spaces around names
 */
MesoClinicSetup *
meso_clinic_setup_copy (const MesoClinicSetup *self)
{
  MesoClinicSetup *copy = g_new0 (MesoClinicSetup, 1);

  copy->clinic_name = meso_text_trim (self->clinic_name);
  copy->physician_name = meso_text_trim (self->physician_name);
  copy->licence_number = meso_text_trim (self->licence_number);
  copy->language = g_strdup (self->language);
  copy->calendar = g_strdup (self->calendar);
  copy->digits = g_strdup (self->digits);
  return copy;
}

/**
 * meso_clinic_setup_free:
 * @self: (transfer full): what was answered
 */
void
meso_clinic_setup_free (MesoClinicSetup *self)
{
  g_free (self->clinic_name);
  g_free (self->physician_name);
  g_free (self->licence_number);
  g_free (self->language);
  g_free (self->calendar);
  g_free (self->digits);
  g_free (self);
}

static gboolean
check_name (const char  *name,
            const char  *key,
            const char  *why,
            glong        max_characters,
            GError     **error)
{
  g_autofree char *trimmed = meso_text_trim (name);
  g_autofree char *field = g_strdup_printf ("%s: the name", key);

  if (*trimmed != '\0')
    return meso_text_check_line (trimmed, max_characters, field, error);
  g_set_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID, "%s: a name is expected here: %s.", key, why);
  return FALSE;
}

/**
 * meso_clinic_setup_check:
 * @self: what was answered
 *
 * Returns: %FALSE with an error whose message starts with the field: "clinic-name: …", "physician: …", "licence-number: …",
 *   "language: …"
 */
gboolean
meso_clinic_setup_check (const MesoClinicSetup  *self,
                         GError                **error)
{
  return check_name (self->clinic_name, MESO_SETTING_CLINIC_NAME, "it stands on every sheet", MAX_CLINIC_NAME_CHARACTERS, error) &&
         check_name (self->physician_name, MESO_SETTING_PHYSICIAN, "a physician signs every verdict",
                     MESO_STAFF_MAX_NAME_CHARACTERS, error) &&
         meso_text_check_line (self->licence_number, MESO_STAFF_MAX_LICENCE_CHARACTERS, "licence-number: the number", error) &&
         meso_settings_service_check (MESO_SETTING_LANGUAGE, self->language, error) &&
         meso_settings_service_check (MESO_SETTING_CALENDAR, self->calendar, error) &&
         meso_settings_service_check (MESO_SETTING_DIGITS, self->digits, error);
}

/* A name is kept as one of the language that it was asked in; sheets in the other one fall back to it. */
static gboolean
fill (MesoClinic  *clinic,
      gpointer     data,
      GError     **error)
{
  const MesoClinicSetup *self = data;
  g_autoptr(GHashTable) settings = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean persian = g_str_equal (self->language, "fa");

  g_hash_table_insert (settings, (gpointer) (persian ? MESO_SETTING_CLINIC_NAME_FA : MESO_SETTING_CLINIC_NAME),
                       self->clinic_name);
  g_hash_table_insert (settings, (gpointer) (persian ? MESO_SETTING_PHYSICIAN_FA : MESO_SETTING_PHYSICIAN),
                       self->physician_name);
  g_hash_table_insert (settings, (gpointer) MESO_SETTING_LANGUAGE, self->language);
  g_hash_table_insert (settings, (gpointer) MESO_SETTING_CALENDAR, self->calendar);
  g_hash_table_insert (settings, (gpointer) MESO_SETTING_DIGITS, self->digits);
  if (persian || g_str_equal (self->calendar, "persian"))
    g_hash_table_insert (settings, (gpointer) MESO_SETTING_CLOSED_DAYS, (gpointer) PERSIAN_CLOSED_DAYS);
  return meso_settings_service_set (clinic, settings, error);
}

/**
 * meso_clinic_setup_make:
 * @self: what was answered
 * @path: where nothing may be yet
 * @content: the clinical content
 *
 * Makes a clinic's file whose first member of staff, and so who is at the desk, is the physician.
 *
 * Returns: whether it is there, whole and closed
 */
gboolean
meso_clinic_setup_make (const MesoClinicSetup  *self,
                        const char             *path,
                        MesoContent            *content,
                        GError                **error)
{
  const MesoStaff physician = {
    .name = self->physician_name,
    .role = MESO_ROLE_PHYSICIAN,
    .licence_number = self->licence_number,
    .active = TRUE,
  };

  return meso_clinic_setup_check (self, error) &&
         meso_clinic_make_file (path, content, &physician, fill, (gpointer) self, error);
}
