/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-demo-cast.h"

#include "meso-demo-person.h"

#define AT(hour, minute) ((hour) * 60 + (minute))

static const MesoDemoRole cast[] = {
  { MESO_DEMO_TREATED, "Reza", "Karimi", MESO_SEX_MALE, "en", 41, "noticeable", 10, 2, 0, AT (9, 0), "", NULL },
  { MESO_DEMO_TO_HAND_OUT, "سحر", "حسینی", MESO_SEX_FEMALE, "fa", 29, "noticeable", 4, 1, 0, AT (9, 45), "", NULL },
  { MESO_DEMO_READY, "Leila", "Ahmadi", MESO_SEX_FEMALE, "en", 36, "noticeable", 8, 5, 0, AT (10, 30), "", "lidocaine" },
  { MESO_DEMO_NO_FORMULA, "مهدی", "شیرازی", MESO_SEX_MALE, "fa", 47, "maintenance", 4, 1, 0, AT (11, 15), "", NULL },
  { MESO_DEMO_LONG_AGO, "نسرین", "مرادی", MESO_SEX_FEMALE, "fa", 52, "maintenance", 6, 5, 0, AT (12, 0), "", NULL },
  { MESO_DEMO_NOT_NOW, "Sara", "Moradi", MESO_SEX_FEMALE, "en", 27, "noticeable", 6, 4, 0, AT (14, 15),
    "menstruating=yes", NULL },
  { MESO_DEMO_SUSPENDED, "امیر", "تهرانی", MESO_SEX_MALE, "fa", 33, "noticeable", 6, 3, 0, AT (16, 30), "", NULL },

  { MESO_DEMO_CHECK_UP, "Hamid", "Norouzi", MESO_SEX_MALE, "en", 38, "mild", 2, 3, 1, AT (10, 0), "", NULL },
  { MESO_DEMO_CHECK_UP, "پروین", "صادقی", MESO_SEX_FEMALE, "fa", 44, "noticeable", 4, 5, 0, AT (17, 0), "", NULL },
  { MESO_DEMO_CHECK_UP, "Neda", "Ghasemi", MESO_SEX_FEMALE, "en", 31, "mild", 2, 4, 0, AT (17, 15), "", NULL },

  { MESO_DEMO_LEFT, "پریسا", "جعفری", MESO_SEX_FEMALE, "fa", 26, NULL, 0, 0, 1, 0, "", NULL },
  { MESO_DEMO_ENTERED, "Kamran", "Rahimi", MESO_SEX_MALE, "en", 35, NULL, 0, 0, 0, 0, "", NULL },
  { MESO_DEMO_ANSWERED, "مریم", "نیک‌پور", MESO_SEX_FEMALE, "fa", 39, NULL, 0, 0, 0, 0, "", NULL },
  { MESO_DEMO_ANSWERED, "Shirin", "Pakzad", MESO_SEX_FEMALE, "en", 48, NULL, 0, 0, 0, 0,
    "endocrine-disorder=yes endocrine-uncontrolled=yes", NULL },
  { MESO_DEMO_ANSWERED, "مینا", "گلستانی", MESO_SEX_FEMALE, "fa", 30, NULL, 0, 0, 0, 0, "breastfeeding=unknown", NULL },
  { MESO_DEMO_ANSWERED, "Elham", "Sharifi", MESO_SEX_FEMALE, "en", 32, NULL, 0, 0, 0, 0, "pregnant=yes", NULL },
  { MESO_DEMO_SIGNED, "بهرام", "موسوی", MESO_SEX_MALE, "fa", 45, NULL, 0, 0, 0, 0, "", NULL },
};

/**
 * meso_demo_cast_get:
 * @n_out: (out): how many they are
 *
 * Returns: (transfer none) (array length=n_out): those whose day today is told
 */
const MesoDemoRole *
meso_demo_cast_get (guint *n_out)
{
  *n_out = G_N_ELEMENTS (cast);
  return cast;
}

/**
 * meso_demo_role_person:
 * @self: one of the cast
 * @rand: where phone numbers come from
 * @today: the clinic's day
 *
 * Returns: (transfer full): the record; it has no file number yet
 */
MesoPatient *
meso_demo_role_person (const MesoDemoRole *self,
                       GRand              *rand,
                       MesoCalendarDate    today)
{
  MesoPatient *person = meso_demo_person_new (rand, today);

  g_set_str (&person->given_name, self->given_name);
  g_set_str (&person->family_name, self->family_name);
  g_set_str (&person->language, self->language);
  person->sex = self->sex;
  person->birth_date = meso_calendar_date_add_days (today, -self->age * 365 - 200);
  return person;
}
