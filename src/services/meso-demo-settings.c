/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-demo-settings.h"

#include "meso-patient-search.h"
#include "meso-protocol-archive-repository.h"
#include "meso-setting-repository.h"

static const struct
{
  const char *key;
  const char *value;
} demo_settings[] = {
  { MESO_SETTING_DEMO, "yes" },
  { MESO_SETTING_CLINIC_NAME, "Demo Hair Clinic" },
  { MESO_SETTING_CLINIC_NAME_FA, "کلینیک نمایشی مو" },
  { MESO_SETTING_PHYSICIAN, "Dr Demo, dermatologist" },
  { MESO_SETTING_PHYSICIAN_FA, "دکتر نمونه، متخصص پوست و مو" },
  { MESO_SETTING_ADDRESS, "1 Example Street\nTehran" },
  { MESO_SETTING_ADDRESS_FA, "تهران، خیابان نمونه، پلاک ۱" },
  { MESO_SETTING_PHONE, "021 0000 0000" },
  { MESO_SETTING_CLOSED_DAYS, "fri" },
};

/* Made-up people never come among real ones, and a clinic with patients never becomes a demo. */
static gboolean
check_empty (MesoStoreContext  *context,
             GError           **error)
{
  guint64 patients;

  if (!meso_patient_search_count (context, &patients, error))
    return FALSE;
  if (patients == 0)
    return TRUE;
  g_set_error_literal (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED,
                       "This clinic has patients: only a new, empty one can be filled as a demo. Nothing was changed.");
  return FALSE;
}

/**
 * meso_demo_settings_store:
 * @clinic: a new, empty clinic
 * @context: the unit of work that this happens in
 *
 * Returns: whether everything that @clinic shows and prints says that it is a demo from here on
 */
gboolean
meso_demo_settings_store (MesoClinic        *clinic,
                          MesoStoreContext  *context,
                          GError           **error)
{
  MesoContent *content = meso_clinic_get_content (clinic);
  const char *staff = meso_clinic_get_staff (clinic);

  if (!check_empty (context, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (demo_settings); i++)
    {
      if (!meso_setting_repository_set (context, staff, demo_settings[i].key, demo_settings[i].value, error))
        return FALSE;
    }
  return meso_protocol_archive_repository_store (context, staff, meso_content_get_protocol (content),
                                                 meso_content_get_documents (content), error);
}
