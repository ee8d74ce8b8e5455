/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-demo-cast.h"

#include "meso-demo-health.h"

#define AT(hour, minute) ((hour) * 60 + (minute))

static const MesoDemoRole cast[] = {
  { MESO_DEMO_TREATED, "Reza", "Karimi", "رضا", "کریمی",
    MESO_SEX_MALE, "en", 41, "noticeable", 10, 2, 0, AT (9, 0), "", NULL },
  { MESO_DEMO_TO_HAND_OUT, "سحر", "حسینی", "Sahar", "Hosseini",
    MESO_SEX_FEMALE, "fa", 29, "noticeable", 4, 1, 0, AT (9, 45), "", NULL },
  { MESO_DEMO_READY, "Leila", "Ahmadi", "لیلا", "احمدی",
    MESO_SEX_FEMALE, "en", 36, "noticeable", 8, 5, 0, AT (10, 30), "", "lidocaine" },
  { MESO_DEMO_NO_FORMULA, "مهدی", "شیرازی", "Mehdi", "Shirazi",
    MESO_SEX_MALE, "fa", 47, "maintenance", 4, 1, 0, AT (11, 15), "", NULL },
  { MESO_DEMO_LONG_AGO, "نسرین", "مرادی", "Nasrin", "Moradi",
    MESO_SEX_FEMALE, "fa", 52, "maintenance", 6, 5, 0, AT (12, 0), "", NULL },
  { MESO_DEMO_NOT_NOW, "Sara", "Moradi", "سارا", "مرادی",
    MESO_SEX_FEMALE, "en", 27, "noticeable", 6, 4, 0, AT (14, 15), "menstruating=yes", NULL },
  { MESO_DEMO_SUSPENDED, "امیر", "تهرانی", "Amir", "Tehrani",
    MESO_SEX_MALE, "fa", 33, "noticeable", 6, 3, 0, AT (16, 30), "", NULL },

  { MESO_DEMO_CHECK_UP, "Hamid", "Norouzi", "حمید", "نوروزی",
    MESO_SEX_MALE, "en", 38, "mild", 2, 3, 1, AT (10, 0), "", NULL },
  { MESO_DEMO_CHECK_UP, "پروین", "صادقی", "Parvin", "Sadeghi",
    MESO_SEX_FEMALE, "fa", 44, "noticeable", 4, 5, 0, AT (17, 0), "", NULL },
  { MESO_DEMO_CHECK_UP, "Neda", "Ghasemi", "ندا", "قاسمی",
    MESO_SEX_FEMALE, "en", 31, "mild", 2, 4, 0, AT (17, 15), "", NULL },

  { MESO_DEMO_LEFT, "پریسا", "جعفری", "Parisa", "Jafari",
    MESO_SEX_FEMALE, "fa", 26, NULL, 0, 0, 1, 0, "", NULL },
  { MESO_DEMO_ENTERED, "Kamran", "Rahimi", "کامران", "رحیمی",
    MESO_SEX_MALE, "en", 35, NULL, 0, 0, 0, 0, "", NULL },
  { MESO_DEMO_ANSWERED, "مریم", "نیک‌پور", "Maryam", "Nikpour",
    MESO_SEX_FEMALE, "fa", 39, NULL, 0, 0, 0, 0, "", NULL },
  { MESO_DEMO_ANSWERED, "Shirin", "Pakzad", "شیرین", "پاکزاد",
    MESO_SEX_FEMALE, "en", 48, NULL, 0, 0, 0, 0, "endocrine-disorder=yes endocrine-uncontrolled=yes", NULL },
  { MESO_DEMO_ANSWERED, "مینا", "گلستانی", "Mina", "Golestani",
    MESO_SEX_FEMALE, "fa", 30, NULL, 0, 0, 0, 0, "breastfeeding=unknown", NULL },
  { MESO_DEMO_ANSWERED, "Elham", "Sharifi", "الهام", "شریفی",
    MESO_SEX_FEMALE, "en", 32, NULL, 0, 0, 0, 0, "pregnant=yes", NULL },
  { MESO_DEMO_SIGNED, "بهرام", "موسوی", "Bahram", "Mousavi",
    MESO_SEX_MALE, "fa", 45, NULL, 0, 0, 0, 0, "", NULL },
  { MESO_DEMO_TO_PREPARE, "Arash", "Jamali", "آرش", "جمالی",
    MESO_SEX_MALE, "en", 34, "noticeable", 6, 3, 0, AT (15, 0), "", NULL },
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

/* Whoever only came by the desk was asked nothing yet. */
static gboolean
was_asked (const MesoDemoRole *self)
{
  return self->scene != MESO_DEMO_ENTERED && self->scene != MESO_DEMO_LEFT;
}

static void
ask (const MesoDemoRole *self,
     MesoPatientRecord  *record,
     const char         *language)
{
  g_ptr_array_set_size (record->items, 0);
  for (int kind = 0; kind < MESO_HEALTH_N_KINDS; kind++)
    *meso_patient_asked_of (record->patient, (MesoHealthKind) kind) = was_asked (self) ? MESO_ASKED_NONE : MESO_ASKED_NOT;
  if (self->allergy != NULL)
    meso_demo_health_add_allergy (record, self->allergy, language);
}

/**
 * meso_demo_role_person:
 * @self: one of the cast
 * @people: where phone numbers and the like come from
 * @language: "en" or "fa": what the clinic writes
 * @today: the clinic's day
 *
 * Returns: (transfer full): the record; it has no file number yet
 */
MesoPatientRecord *
meso_demo_role_person (const MesoDemoRole *self,
                       MesoDemoPeople     *people,
                       const char         *language,
                       MesoCalendarDate    today)
{
  MesoPatientRecord *record = meso_demo_people_next (people, today);
  MesoPatient *person = record->patient;

  g_set_str (&person->given_name, self->given_name);
  g_set_str (&person->family_name, self->family_name);
  g_set_str (&person->other_given_name, self->other_given_name);
  g_set_str (&person->other_family_name, self->other_family_name);
  g_set_str (&person->language, self->language);
  g_set_str (&person->email, "");
  g_set_str (&person->next_of_kin_name, "");
  g_set_str (&person->next_of_kin_relation, "");
  g_set_str (&person->next_of_kin_phone, "");
  g_set_str (&person->hair_since, "");
  g_set_str (&person->notes, "");
  person->sex = self->sex;
  person->birth_date = meso_calendar_date_add_days (today, -self->age * 365 - 200);
  person->age = 0;
  person->age_on = MESO_CALENDAR_DATE_NONE;
  ask (self, record, language);
  return record;
}
