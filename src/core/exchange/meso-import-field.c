/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-import-field.h"

#include <string.h>

#include "meso-text-fold.h"

/* The names, and how other programs and people head such a column: folded, without blanks, one space between. */
static const struct
{
  const char *name;
  const char *headers;
} fields[MESO_N_IMPORT_FIELDS] = {
  [MESO_IMPORT_FIELD_NONE] = { "none", "" },
  [MESO_IMPORT_FIELD_KEEP] = { "keep", "" },
  [MESO_IMPORT_FIELD_FILE_NUMBER] = { "file_number",
    "fileno filenr file recordnumber recordno mrn chartnumber patientnumber patientno patientid شمارهپرونده پرونده شپرونده کدپرونده" },
  [MESO_IMPORT_FIELD_GIVEN_NAME] = { "given_name", "firstname forename fname given نام نامکوچک اسم" },
  [MESO_IMPORT_FIELD_FAMILY_NAME] = { "family_name", "lastname surname lname family نامخانوادگی فامیل فامیلی شهرت" },
  [MESO_IMPORT_FIELD_FULL_NAME] = { "full_name",
    "name patient patientname نامونامخانوادگی نامنامخانوادگی نامکامل نامبیمار بیمار" },
  [MESO_IMPORT_FIELD_OTHER_GIVEN_NAME] = { "other_given_name", "latingivenname latinfirstname firstnameen englishfirstname ناملاتین نامانگلیسی" },
  [MESO_IMPORT_FIELD_OTHER_FAMILY_NAME] = { "other_family_name",
    "latinfamilyname latinlastname lastnameen englishlastname نامخانوادگیلاتین نامخانوادگیانگلیسی" },
  [MESO_IMPORT_FIELD_SEX] = { "sex", "gender جنسیت جنس" },
  [MESO_IMPORT_FIELD_BIRTH_DATE] = { "birth_date",
    "dob dateofbirth birthday born birthdategregorian birthdatepersian تاریختولد تولد تتولد ولادت تاریخولادت" },
  [MESO_IMPORT_FIELD_AGE] = { "age", "ageyears سن" },
  [MESO_IMPORT_FIELD_AGE_ON] = { "age_on", "" },
  [MESO_IMPORT_FIELD_PHONE] = { "phone",
    "mobile mobilephone mobileno mobilenumber cell cellphone phonenumber phoneno tel telephone موبایل تلفنهمراه همراه شمارهموبایل"
    " شمارههمراه شمارهتلفنهمراه تلفن شمارهتلفن شمارهتماس" },
  [MESO_IMPORT_FIELD_SECOND_PHONE] = { "second_phone",
    "phone2 homephone landline workphone otherphone تلفنثابت تلفنمنزل تلفنخانه تلفنکار تلفن2 تلفندوم" },
  [MESO_IMPORT_FIELD_EMAIL] = { "email", "emailaddress mail ایمیل پستالکترونیک پستالکترونیکی رایانامه" },
  [MESO_IMPORT_FIELD_NATIONAL_ID] = { "national_id",
    "nationalcode nationalnumber nationalidnumber nid idnumber ssn کدملی شمارهملی کملی" },
  [MESO_IMPORT_FIELD_NATIONAL_ID_REASON] = { "national_id_reason", "" },
  [MESO_IMPORT_FIELD_ADDRESS] = { "address", "homeaddress postaladdress نشانی ادرس محلسکونت" },
  [MESO_IMPORT_FIELD_LANGUAGE] = { "language", "lang preferredlanguage زبان" },
  [MESO_IMPORT_FIELD_NEXT_OF_KIN_NAME] = { "next_of_kin_name", "nextofkin emergencycontact همراهبیمار نامهمراه بستگان" },
  [MESO_IMPORT_FIELD_NEXT_OF_KIN_RELATION] = { "next_of_kin_relation", "relation kinship نسبت" },
  [MESO_IMPORT_FIELD_NEXT_OF_KIN_PHONE] = { "next_of_kin_phone", "emergencyphone emergencycontactphone تلفناضطراری تلفنبستگان" },
  [MESO_IMPORT_FIELD_REFERRED_BY] = { "referred_by", "referrer referringdoctor referringphysician معرف پزشکمعرف پزشکارجاعدهنده" },
  [MESO_IMPORT_FIELD_WEIGHT_KG] = { "weight_kg", "weight وزن وزنکیلوگرم" },
  [MESO_IMPORT_FIELD_WEIGHT_ON] = { "weight_on", "" },
  [MESO_IMPORT_FIELD_BLOOD_GROUP] = { "blood_group", "bloodtype گروهخونی گروهخون" },
  [MESO_IMPORT_FIELD_HAIR_SINCE] = { "hair_since", "" },
  [MESO_IMPORT_FIELD_HAIR_ONSET] = { "hair_onset", "" },
  [MESO_IMPORT_FIELD_HAIR_FAMILY] = { "hair_family", "" },
  [MESO_IMPORT_FIELD_HAIR_TREATMENTS] = { "hair_treatments", "" },
  [MESO_IMPORT_FIELD_HAIR_NOTES] = { "hair_notes", "" },
  [MESO_IMPORT_FIELD_ALLERGIES] = { "allergies", "allergy allergicto حساسیت حساسیتها الرژی" },
  [MESO_IMPORT_FIELD_MEDICINES] = { "medicines",
    "medicine medication medications drugs drughistory دارو داروها داروهایمصرفی سابقهدارویی" },
  [MESO_IMPORT_FIELD_CONDITIONS] = { "conditions",
    "condition diseases disease medicalhistory بیماری بیماریها بیماریهایزمینهای سابقهبیماری" },
  [MESO_IMPORT_FIELD_NOTES] = { "notes", "note comment comments remark remarks description توضیحات توضیح یادداشت ملاحظات شرح" },
  [MESO_IMPORT_FIELD_ARCHIVED] = { "archived", "بایگانی بایگانیشده" },
};

/**
 * meso_import_field_to_string:
 * @field: what a column becomes
 *
 * Returns: its stable name, which our own export has as the column's header; "none" and "keep" for the first two
 */
const char *
meso_import_field_to_string (MesoImportField field)
{
  g_return_val_if_fail (field < MESO_N_IMPORT_FIELDS, fields[0].name);

  return fields[field].name;
}

/**
 * meso_import_field_from_string:
 * @text: (nullable): a stable name
 * @field_out: (out): the field; not touched on failure
 *
 * Returns: whether @text is one of the names
 */
gboolean
meso_import_field_from_string (const char      *text,
                               MesoImportField *field_out)
{
  for (guint i = 0; i < MESO_N_IMPORT_FIELDS; i++)
    {
      if (g_strcmp0 (text, fields[i].name) == 0)
        {
          *field_out = i;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
is_listed (const char *headers,
           const char *header)
{
  gsize length = strlen (header);

  for (const char *p = headers; (p = strstr (p, header)) != NULL; p += length)
    {
      if ((p == headers || p[-1] == ' ') && (p[length] == ' ' || p[length] == '\0'))
        return TRUE;
    }

  return FALSE;
}

/* Letters and digits only: "First name", "first_name" and "FirstName" are one. */
static char *
join_words (const char *header)
{
  g_autofree char *folded = meso_text_fold (header);
  GString *joined = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p++)
    if (*p != ' ')
      g_string_append_c (joined, *p);

  return g_string_free (joined, FALSE);
}

/**
 * meso_import_field_guess:
 * @header: a column's header, valid UTF-8
 *
 * Knows the headers of our own export and what such a column is commonly called in English and Persian, whatever the case,
 * the letter forms and the marks between the words. A look at the names alone: somebody has to confirm it.
 *
 * Returns: what the column likely is, %MESO_IMPORT_FIELD_NONE when it isn't known
 */
MesoImportField
meso_import_field_guess (const char *header)
{
  g_autofree char *joined = join_words (header);

  if (*joined == '\0')
    return MESO_IMPORT_FIELD_NONE;
  for (guint i = MESO_IMPORT_FIELD_FILE_NUMBER; i < MESO_N_IMPORT_FIELDS; i++)
    {
      g_autofree char *name = join_words (fields[i].name);

      if (g_str_equal (joined, name) || is_listed (fields[i].headers, joined))
        return i;
    }

  return MESO_IMPORT_FIELD_NONE;
}

/**
 * meso_import_field_is_phone:
 *
 * Returns: whether a phone number stands there, which is stripped of every invisible mark that was pasted along with it
 */
gboolean
meso_import_field_is_phone (MesoImportField field)
{
  return field == MESO_IMPORT_FIELD_PHONE || field == MESO_IMPORT_FIELD_SECOND_PHONE || field == MESO_IMPORT_FIELD_NEXT_OF_KIN_PHONE;
}
