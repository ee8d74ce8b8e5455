/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-demo-people.h"

#include "meso-demo-health.h"
#include "meso-demo-person.h"
#include "meso-demo-twin.h"

/* Of a thousand people, so many are on file already. */
#define TWINS_PER_MILLE 4
/* Among how many of those who came lately */
#define REMEMBERED 32
/* One in so many is remembered. */
#define REMEMBER_ONE_IN 5

struct _MesoDemoPeople
{
  GRand *rand;
  MesoDemoRegister *places;
  const char *language;
  MesoPatient *known[REMEMBERED];
  guint n_known;                /* ever */
};

/**
 * meso_demo_people_new:
 * @rand: where chance comes from, which must outlive it; equal states give equal people
 * @language: "en" or "fa": what the clinic speaks, and so in which script most names come first
 *
 * Returns: (transfer full): nobody yet
 */
MesoDemoPeople *
meso_demo_people_new (GRand      *rand,
                      const char *language)
{
  MesoDemoPeople *self = g_new0 (MesoDemoPeople, 1);

  self->rand = rand;
  self->places = meso_demo_register_new (rand);
  self->language = g_intern_string (language);
  return self;
}

/**
 * meso_demo_people_free:
 * @self: (transfer full): people
 */
void
meso_demo_people_free (MesoDemoPeople *self)
{
  for (guint i = 0; i < REMEMBERED; i++)
    g_clear_pointer (&self->known[i], meso_patient_free);
  meso_demo_register_free (self->places);
  g_free (self);
}

static void
remember (MesoDemoPeople    *self,
          const MesoPatient *person)
{
  MesoPatient **place = &self->known[self->n_known++ % REMEMBERED];

  g_clear_pointer (place, meso_patient_free);
  *place = meso_patient_copy (person);
}

/* A person who was entered before is asked everything anew: only who they are is the same. */
static MesoPatient *
make_person (MesoDemoPeople   *self,
             MesoCalendarDate  day)
{
  MesoPatient *person;

  if (self->n_known >= REMEMBERED && g_rand_int_range (self->rand, 0, 1000) < TWINS_PER_MILLE)
    return meso_demo_twin_new (self->known[g_rand_int_range (self->rand, 0, REMEMBERED)], self->rand);
  person = meso_demo_person_make (self->rand, self->places, self->language, day);
  if (g_rand_int_range (self->rand, 0, REMEMBER_ONE_IN) == 0)
    remember (self, person);
  return person;
}

/**
 * meso_demo_people_next:
 * @self: people
 * @day: the day on which somebody comes
 *
 * Returns: (transfer full): an adult, as a record that can be stored; it has no file number yet
 */
MesoPatientRecord *
meso_demo_people_next (MesoDemoPeople   *self,
                       MesoCalendarDate  day)
{
  MesoPatientRecord *record = meso_patient_record_new (make_person (self, day));

  meso_demo_health_fill (record, self->rand, self->language, day);
  return record;
}
