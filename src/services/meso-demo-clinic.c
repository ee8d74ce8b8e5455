/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-demo-clinic.h"

#include "meso-clinic-making.h"
#include "meso-clinic-private.h"
#include "meso-demo-staff.h"
#include "meso-local-day.h"
#include "meso-setting-repository.h"
#include "meso-settings-service.h"

/* Equal days give equal demos: what a manual or a bug report says of one is true of another. */
#define SEED 22

typedef struct
{
  const MesoDemoHistory *history;
  MesoOperation *operation;
} Making;

static gboolean
fill (MesoClinic  *clinic,
      gpointer     data,
      GError     **error)
{
  Making *making = data;

  return meso_demo_history_fill (clinic, making->history, making->operation, error);
}

/**
 * meso_demo_clinic_make:
 * @path: where nothing may be yet
 * @content: the clinical content
 * @history: what the clinic is to hold
 * @operation: (nullable): told how far it is, and stops it
 *
 * Makes a demo clinic's file.
 *
 * Returns: whether it is there, whole and closed; nothing is there otherwise
 */
gboolean
meso_demo_clinic_make (const char             *path,
                       MesoContent            *content,
                       const MesoDemoHistory  *history,
                       MesoOperation          *operation,
                       GError                **error)
{
  const MesoStaff physician = meso_demo_staff_describe (MESO_DEMO_STAFF_PHYSICIAN, history->language);
  Making making = { history, operation };

  return meso_clinic_make_file (path, content, &physician, fill, &making, error);
}

/**
 * meso_demo_clinic_make_own:
 * @path: where nothing may be yet
 * @content: the clinical content
 * @patients: how many people are made up
 * @language: "en" or "fa"
 * @operation: (nullable): told how far it is, and stops it
 *
 * The same with the one seed that every demo in the window has.
 *
 * Returns: whether it is there, whole and closed; nothing is there otherwise
 */
gboolean
meso_demo_clinic_make_own (const char     *path,
                           MesoContent    *content,
                           guint           patients,
                           const char     *language,
                           MesoOperation  *operation,
                           GError        **error)
{
  const MesoDemoHistory history = { .patients = patients, .seed = SEED, .today = meso_local_day_now ().date, .language = language };

  return meso_demo_clinic_make (path, content, &history, operation, error);
}

/**
 * meso_demo_clinic_set_language:
 * @clinic: a demo clinic
 * @language: "en" or "fa"
 *
 * Lets the demo speak @language, with the calendar, the digits and the names of its staff that go with it.
 *
 * Returns: %FALSE with %MESO_SERVICES_ERROR_REFUSED when @clinic isn't a demo
 */
gboolean
meso_demo_clinic_set_language (MesoClinic  *clinic,
                               const char  *language,
                               GError     **error)
{
  g_autoptr(GHashTable) settings = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(MesoClinicInfo) info = meso_clinic_get_info (clinic, error);
  gboolean persian = g_str_equal (language, "fa");

  if (info == NULL)
    return FALSE;
  if (!info->demo)
    {
      g_set_error (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED,
                   "“%s” holds a clinic's own records, where the demo clinic should be. Nothing was changed in it. Open it as "
                   "your clinic, or move it away.", info->path);
      return FALSE;
    }
  g_hash_table_insert (settings, (gpointer) MESO_SETTING_LANGUAGE, (gpointer) language);
  g_hash_table_insert (settings, (gpointer) MESO_SETTING_CALENDAR, (gpointer) (persian ? "persian" : "gregorian"));
  g_hash_table_insert (settings, (gpointer) MESO_SETTING_DIGITS, (gpointer) (persian ? "persian" : "latin"));
  return meso_settings_service_set (clinic, settings, error) && meso_demo_staff_rename (clinic, language, error);
}
