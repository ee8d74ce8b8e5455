/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-patient.h"

#include "meso-national-id.h"
#include "meso-phone.h"
#include "meso-text.h"

static void
take (char **field,
      char  *text)
{
  g_free (*field);
  *field = text;
}

/* Marks of direction come along when a name is pasted. They can't be seen, and one that is left open would turn what
 * stands after the name around. Overrides (U+202D, U+202E) are no accident: they stay, and are refused. */
static char *
normalise_name (const char *name)
{
  g_autoptr (GString) plain = NULL;

  if (!g_utf8_validate (name, -1, NULL))
    return g_strdup (name);

  plain = g_string_new (NULL);
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != 0x061c && c != 0x200e && c != 0x200f && !(c >= 0x202a && c <= 0x202c) && !(c >= 0x2066 && c <= 0x2069))
        g_string_append_unichar (plain, c);
    }

  return meso_text_trim (plain->str);
}

/* A reason to keep an ID that can't be right goes when the ID is taken out, or turns out to be right. */
static void
normalise_national_id (MesoPatient *self)
{
  take (&self->national_id, meso_national_id_normalise (self->national_id));
  take (&self->national_id_reason, meso_text_trim (self->national_id_reason));
  if (*self->national_id == '\0' || meso_national_id_check (self->national_id, NULL))
    take (&self->national_id_reason, g_strdup (""));
}

/**
 * meso_patient_normalise:
 * @self: a record
 *
 * Brings what was typed into the form that is stored: blanks at the ends and marks of direction go, an
 * Iranian mobile number becomes `+98…`, digits of phone and ID become ASCII. Names stay as typed otherwise.
 */
void
meso_patient_normalise (MesoPatient *self)
{
  char **names[] = { &self->given_name, &self->family_name, &self->other_given_name, &self->other_family_name,
                     &self->next_of_kin_name, &self->referred_by };
  char **phones[] = { &self->phone, &self->second_phone, &self->next_of_kin_phone };
  char **texts[] = { &self->email, &self->address, &self->next_of_kin_relation, &self->blood_group, &self->hair_since,
                     &self->hair_treatments, &self->hair_notes, &self->notes };

  g_return_if_fail (self != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    take (names[i], normalise_name (*names[i]));
  for (guint i = 0; i < G_N_ELEMENTS (phones); i++)
    take (phones[i], meso_phone_normalise (*phones[i]));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    take (texts[i], meso_text_trim (*texts[i]));
  normalise_national_id (self);
}
