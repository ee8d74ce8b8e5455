/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-demo-person.h"

/* Common names, so that a search in the demo clinic finds several people; nobody in particular is meant. */
typedef struct
{
  const char *persian;
  const char *latin;
} Name;

static const Name women[] = {
  { "لیلا", "Leila" }, { "مریم", "Maryam" }, { "زهرا", "Zahra" }, { "نرگس", "Narges" }, { "سارا", "Sara" },
  { "فاطمه", "Fatemeh" }, { "مینا", "Mina" }, { "شیرین", "Shirin" }, { "الهام", "Elham" }, { "پریسا", "Parisa" },
};

static const Name men[] = {
  { "علی‌رضا", "Alireza" }, { "محمد", "Mohammad" }, { "رضا", "Reza" }, { "آرش", "Arash" }, { "امیر", "Amir" },
  { "مهدی", "Mehdi" }, { "کامران", "Kamran" }, { "بهرام", "Bahram" }, { "سعید", "Saeed" }, { "یوسف", "Yousef" },
};

static const Name families[] = {
  { "کریمی", "Karimi" }, { "رحیمی", "Rahimi" }, { "حسینی", "Hosseini" }, { "موسوی", "Mousavi" },
  { "نیک‌پور", "Nikpour" }, { "احمدی", "Ahmadi" }, { "جعفری", "Jafari" }, { "صادقی", "Sadeghi" },
  { "گلستانی", "Golestani" }, { "شریفی", "Sharifi" }, { "ژاله", "Zhaleh" }, { "پاکزاد", "Pakzad" },
};

/* Three of four write their name in Persian. */
#define LATIN_ONE_IN 4
#define MIN_AGE_DAYS (19 * 365)
#define MAX_AGE_DAYS (65 * 365)

static const Name *
pick (GRand      *rand,
      const Name *names,
      guint       n_names)
{
  return &names[g_rand_int_range (rand, 0, n_names)];
}

/**
 * meso_demo_person_new:
 * @rand: where chance comes from; equal states give equal people
 * @today: the clinic's day
 *
 * Makes somebody up: an adult of 18 to 64 years at @today, with a common name.
 *
 * Returns: (transfer full): the record; it has no file number yet
 */
MesoPatient *
meso_demo_person_new (GRand            *rand,
                      MesoCalendarDate  today)
{
  MesoPatient *person = meso_patient_new ();
  gboolean woman = g_rand_boolean (rand);
  gboolean latin = g_rand_int_range (rand, 0, LATIN_ONE_IN) == 0;
  const Name *given = woman ? pick (rand, women, G_N_ELEMENTS (women)) : pick (rand, men, G_N_ELEMENTS (men));
  const Name *family = pick (rand, families, G_N_ELEMENTS (families));

  g_set_str (&person->given_name, latin ? given->latin : given->persian);
  g_set_str (&person->family_name, latin ? family->latin : family->persian);
  g_set_str (&person->language, latin ? "en" : "fa");
  person->sex = woman ? MESO_SEX_FEMALE : MESO_SEX_MALE;
  person->birth_date = meso_calendar_date_add_days (today, -g_rand_int_range (rand, MIN_AGE_DAYS, MAX_AGE_DAYS));
  g_free (person->phone);
  person->phone = g_strdup_printf ("+98900%07d", g_rand_int_range (rand, 0, 10000000));
  return person;
}
