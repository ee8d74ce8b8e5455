/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-demo-person.h"

#include <string.h>

/* Of a hundred people */
#define WOMEN 58
#define OTHER_SCRIPT 85
#define RESPELT 12
#define NATIONAL_ID 80
#define PASSPORT 60
#define LANDLINE 14
#define EMAIL 12
#define ADDRESS 70
#define KIN 25
#define REFERRED 16
#define AGE_ONLY 4
/* Of a thousand national IDs */
#define MISTYPED 4

/* Ages of those who come for their hair: two dice, so that most are in between. */
#define MIN_AGE 18
#define FIRST_DIE 20
#define SECOND_DIE 24
#define OLDER 4
#define OLDER_YEARS 18
#define YEAR_DAYS 365

typedef struct
{
  GRand *rand;
  MesoDemoRegister *places;
  const MesoDemoPlace *place;
  MesoDemoNaming naming;
  MesoDemoScript script;        /* of the name that comes first */
  gboolean persian;             /* what the clinic writes */
} Making;

static gboolean
happens (Making *making,
         int     percent)
{
  return g_rand_int_range (making->rand, 0, 100) < percent;
}

/* Guests from far away; everybody else has an Iranian phone and ID. */
static gboolean
is_guest (Making *making)
{
  switch (making->naming.origin)
    {
    case MESO_DEMO_ORIGIN_AFGHAN:
    case MESO_DEMO_ORIGIN_ARAB:
    case MESO_DEMO_ORIGIN_EUROPEAN:
      return TRUE;
    case MESO_DEMO_ORIGIN_PERSIAN:
    case MESO_DEMO_ORIGIN_AZERI:
    case MESO_DEMO_ORIGIN_KURDISH:
    case MESO_DEMO_ORIGIN_ARMENIAN:
    case MESO_DEMO_N_ORIGINS:
    default:
      return FALSE;
    }
}

/* A Persian clinic writes Persian, whoever comes, but for some guests; an English one Latin, but for many at home. */
static MesoDemoScript
choose_script (Making *making)
{
  int latin = making->persian ? 6 : 65;

  if (making->naming.origin == MESO_DEMO_ORIGIN_EUROPEAN || making->naming.origin == MESO_DEMO_ORIGIN_ARAB)
    latin = making->persian ? 60 : 95;
  return happens (making, latin) ? MESO_DEMO_SCRIPT_LATIN : MESO_DEMO_SCRIPT_PERSIAN;
}

static int
choose_age (Making *making)
{
  int age = MIN_AGE + g_rand_int_range (making->rand, 0, FIRST_DIE) + g_rand_int_range (making->rand, 0, SECOND_DIE);

  return happens (making, OLDER) ? age + g_rand_int_range (making->rand, 0, OLDER_YEARS) : age;
}

static void
tell_age (Making           *making,
          MesoPatient      *person,
          MesoCalendarDate  birth,
          MesoCalendarDate  day)
{
  if (!happens (making, AGE_ONLY))
    {
      person->birth_date = birth;
      return;
    }
  person->age = meso_calendar_date_years_between (birth, day);
  person->age_on = day;
}

static void
write_name (Making      *making,
            MesoPatient *person)
{
  MesoDemoScript other = making->script == MESO_DEMO_SCRIPT_LATIN ? MESO_DEMO_SCRIPT_PERSIAN : MESO_DEMO_SCRIPT_LATIN;

  if (happens (making, RESPELT))
    meso_demo_naming_respell (&making->naming, making->rand);
  g_set_str (&person->given_name, making->naming.given[making->script]);
  g_set_str (&person->family_name, making->naming.family[making->script]);
  if (!happens (making, OTHER_SCRIPT))
    return;
  g_set_str (&person->other_given_name, making->naming.given[other]);
  g_set_str (&person->other_family_name, making->naming.family[other]);
}

static void
write_number (Making      *making,
              MesoPatient *person)
{
  char *number;

  if (!happens (making, is_guest (making) ? PASSPORT : NATIONAL_ID))
    return;
  number = is_guest (making) ? meso_demo_contact_passport (making->rand)
                             : meso_demo_register_enter (making->places, making->place);
  if (is_guest (making))
    {
      g_set_str (&person->national_id_reason, making->persian ? "گذرنامه" : "Passport");
    }
  else if (g_rand_int_range (making->rand, 0, 1000) < MISTYPED)
    {
      char *right = number;

      number = meso_demo_contact_mistype (right, making->rand);
      g_free (right);
      g_set_str (&person->national_id_reason, making->persian ? "کارت همراه نبود؛ شماره از حفظ گفته شد" : "Told from memory, without the card");
    }
  g_free (person->national_id);
  person->national_id = number;
}

/* (transfer full): of ASCII letters; "" where there are none */
static char *
spell_plainly (const char *name)
{
  g_autofree char *ascii = g_str_to_ascii (name, "C");
  GString *plain = g_string_new (NULL);

  for (const char *p = ascii; *p != '\0'; p++)
    if (g_ascii_isalpha (*p))
      g_string_append_c (plain, g_ascii_tolower (*p));
  return g_string_free (plain, FALSE);
}

static void
write_contact (Making      *making,
               MesoPatient *person)
{
  gboolean from_abroad = is_guest (making) && happens (making, 40);

  g_free (person->phone);
  person->phone = from_abroad ? meso_demo_contact_foreign (making->naming.origin, making->rand)
                              : meso_demo_contact_mobile (making->rand);
  if (happens (making, LANDLINE))
    {
      g_free (person->second_phone);
      person->second_phone = meso_demo_place_landline (making->place, making->rand);
    }
  if (happens (making, ADDRESS))
    {
      g_free (person->address);
      person->address = meso_demo_place_address (making->place, making->persian ? MESO_DEMO_SCRIPT_PERSIAN : MESO_DEMO_SCRIPT_LATIN,
                                                 making->rand);
    }
  if (happens (making, EMAIL))
    {
      g_autofree char *given = spell_plainly (making->naming.given[MESO_DEMO_SCRIPT_LATIN]);
      g_autofree char *family = spell_plainly (making->naming.family[MESO_DEMO_SCRIPT_LATIN]);

      g_free (person->email);
      person->email = g_strdup_printf ("%s.%s%d@example.org", given, family, g_rand_int_range (making->rand, 1, 100));
    }
}

typedef struct
{
  const char *english;
  const char *persian;
  gboolean woman;
} Relation;

static const Relation relations[] = {
  { "mother", "مادر", TRUE },  { "father", "پدر", FALSE },   { "sister", "خواهر", TRUE },
  { "brother", "برادر", FALSE }, { "daughter", "دختر", TRUE }, { "son", "پسر", FALSE },
};

static const char *const doctors[][MESO_DEMO_N_SCRIPTS] = {
  { "دکتر پارسا", "Dr Parsa" }, { "دکتر سپهری", "Dr Sepehri" }, { "دکتر نیکنام", "Dr Niknam" }, { "دکتر آذرمهر", "Dr Azarmehr" },
};

static void
write_people_around (Making      *making,
                     MesoPatient *person)
{
  MesoDemoScript script = making->persian ? MESO_DEMO_SCRIPT_PERSIAN : MESO_DEMO_SCRIPT_LATIN;

  if (happens (making, KIN))
    {
      const Relation *relation = &relations[g_rand_int_range (making->rand, 0, G_N_ELEMENTS (relations))];
      g_auto(MesoDemoNaming) kin = { 0 };

      meso_demo_naming_init (&kin, making->rand, making->naming.origin, relation->woman, 1975);
      g_free (person->next_of_kin_name);
      person->next_of_kin_name = g_strdup_printf ("%s %s", kin.given[script], making->naming.family[script]);
      g_set_str (&person->next_of_kin_relation, making->persian ? relation->persian : relation->english);
      g_free (person->next_of_kin_phone);
      person->next_of_kin_phone = meso_demo_contact_mobile (making->rand);
    }
  if (happens (making, REFERRED))
    g_set_str (&person->referred_by, doctors[g_rand_int_range (making->rand, 0, G_N_ELEMENTS (doctors))][script]);
}

/**
 * meso_demo_person_make:
 * @rand: where chance comes from; equal states give equal people
 * @places: who is registered where
 * @language: "en" or "fa": what the clinic speaks
 * @day: the day on which they come
 *
 * Makes somebody up: an adult at @day, with a name that fits their sex, age and origin.
 *
 * Returns: (transfer full): the record; it has no file number yet
 */
MesoPatient *
meso_demo_person_make (GRand            *rand,
                       MesoDemoRegister *places,
                       const char       *language,
                       MesoCalendarDate  day)
{
  MesoPatient *person = meso_patient_new ();
  Making making = { .rand = rand, .places = places, .place = meso_demo_place_choose (rand), .persian = g_str_equal (language, "fa") };
  gboolean woman = happens (&making, WOMEN);
  MesoCalendarDate birth;

  birth = meso_calendar_date_add_days (meso_calendar_date_add_months (day, -12 * choose_age (&making)),
                                       -g_rand_int_range (rand, 0, YEAR_DAYS));
  meso_demo_naming_init (&making.naming, rand, meso_demo_naming_choose_origin (rand), woman, birth.year);
  making.script = choose_script (&making);
  person->sex = woman ? MESO_SEX_FEMALE : MESO_SEX_MALE;
  tell_age (&making, person, birth, day);
  write_name (&making, person);
  g_set_str (&person->language, making.script == MESO_DEMO_SCRIPT_LATIN ? "en" : "fa");
  write_number (&making, person);
  write_contact (&making, person);
  write_people_around (&making, person);
  meso_demo_naming_clear (&making.naming);
  return person;
}

/**
 * meso_demo_person_new:
 * @rand: where chance comes from; equal states give equal people
 * @day: the day on which they come
 *
 * Returns: (transfer full): the record of somebody who comes to an English-speaking clinic; it has no file number yet
 */
MesoPatient *
meso_demo_person_new (GRand            *rand,
                      MesoCalendarDate  day)
{
  g_autoptr(MesoDemoRegister) places = meso_demo_register_new (rand);

  return meso_demo_person_make (rand, places, "en", day);
}
