/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-demo-twin.h"

#include <string.h>

#include "meso-demo-contact.h"

#define N_SLIPS 6

static void
swap (char **a,
      char **b)
{
  char *kept = *a;

  *a = *b;
  *b = kept;
}

/* One letter is missing, not the first one. */
static void
drop_letter (char  **text,
             GRand  *rand)
{
  glong length = g_utf8_strlen (*text, -1);
  const char *letter;
  char *shorter;

  if (length < 4)
    return;
  letter = g_utf8_offset_to_pointer (*text, g_rand_int_range (rand, 1, (gint32) length));
  shorter = g_strdup_printf ("%.*s%s", (int) (letter - *text), *text, g_utf8_next_char (letter));
  g_free (*text);
  *text = shorter;
}

static void
respell (MesoPatient *self,
         GRand       *rand)
{
  gboolean latin = g_ascii_isalpha (*self->family_name);
  MesoDemoNaming naming = {
    .given = { latin ? self->other_given_name : self->given_name, latin ? self->given_name : self->other_given_name },
    .family = { latin ? self->other_family_name : self->family_name, latin ? self->family_name : self->other_family_name },
  };

  meso_demo_naming_respell (&naming, rand);
  self->given_name = naming.given[latin];
  self->family_name = naming.family[latin];
  self->other_given_name = naming.given[!latin];
  self->other_family_name = naming.family[!latin];
}

static void
slip (MesoPatient *self,
      GRand       *rand)
{
  switch (g_rand_int_range (rand, 0, N_SLIPS))
    {
    case 0:
      respell (self, rand);
      break;
    case 1:
      swap (&self->given_name, &self->family_name);
      swap (&self->other_given_name, &self->other_family_name);
      break;
    case 2:
      drop_letter (&self->family_name, rand);
      break;
    case 3:
      /* In the other script, where that is known */
      if (*self->other_given_name == '\0' || *self->other_family_name == '\0')
        break;
      swap (&self->given_name, &self->other_given_name);
      swap (&self->family_name, &self->other_family_name);
      break;
    case 4:
      g_set_str (&self->other_given_name, "");
      g_set_str (&self->other_family_name, "");
      g_set_str (&self->national_id, "");
      g_set_str (&self->national_id_reason, "");
      break;
    default:
      drop_letter (&self->given_name, rand);
      g_free (self->phone);
      self->phone = meso_demo_contact_mobile (rand);
      break;
    }
}

/**
 * meso_demo_twin_new:
 * @first: somebody who is on file
 * @rand: where chance comes from
 *
 * Returns: (transfer full): the same person, entered once more with a slip
 */
MesoPatient *
meso_demo_twin_new (const MesoPatient *first,
                    GRand             *rand)
{
  MesoPatient *self = meso_patient_copy (first);

  slip (self, rand);
  return self;
}
