/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient-outlook.h"

/**
 * meso_patient_outlook_free:
 * @self: (transfer full): an outlook
 */
void
meso_patient_outlook_free (MesoPatientOutlook *self)
{
  g_free (self->patient);
  g_free (self->registered_at);
  g_strfreev (self->allergies);
  g_free (self);
}
