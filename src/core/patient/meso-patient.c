/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient.h"

/**
 * meso_patient_new:
 *
 * Returns: (transfer full): a record with nothing in it: texts empty, no id, no file number, nothing asked
 */
MesoPatient *
meso_patient_new (void)
{
  MesoPatient *self = g_new0 (MesoPatient, 1);
  char **text;

  for (guint i = 0; (text = meso_patient_get_text (self, i)) != NULL; i++)
    *text = g_strdup ("");

  return self;
}

/**
 * meso_patient_copy:
 * @self: a record
 *
 * Returns: (transfer full): an independent copy
 */
MesoPatient *
meso_patient_copy (const MesoPatient *self)
{
  MesoPatient *copy;
  char **text;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new (MesoPatient, 1);
  *copy = *self;
  copy->id = g_strdup (self->id);
  copy->file_number = g_strdup (self->file_number);
  for (guint i = 0; (text = meso_patient_get_text (copy, i)) != NULL; i++)
    *text = g_strdup (*text);

  return copy;
}

/**
 * meso_patient_free:
 * @self: (transfer full): a record
 */
void
meso_patient_free (MesoPatient *self)
{
  char **text;

  for (guint i = 0; (text = meso_patient_get_text (self, i)) != NULL; i++)
    g_free (*text);
  g_free (self->id);
  g_free (self->file_number);
  g_free (self);
}

static char *
join_names (const char *given_name,
            const char *family_name)
{
  if (*given_name == '\0' || *family_name == '\0')
    return g_strconcat (given_name, family_name, NULL);

  return g_strconcat (given_name, " ", family_name, NULL);
}

/**
 * meso_patient_dup_full_name:
 * @self: a record
 *
 * Returns: (transfer full): given and family name with a space between, or the one that there is
 */
char *
meso_patient_dup_full_name (const MesoPatient *self)
{
  g_return_val_if_fail (self != NULL, g_strdup (""));

  return join_names (self->given_name, self->family_name);
}

/**
 * meso_patient_dup_other_name:
 * @self: a record
 *
 * Returns: (transfer full): the name in the other script in the same way; "" for none
 */
char *
meso_patient_dup_other_name (const MesoPatient *self)
{
  g_return_val_if_fail (self != NULL, g_strdup (""));

  return join_names (self->other_given_name, self->other_family_name);
}
