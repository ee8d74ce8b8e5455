/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include <string.h>

#include "exchange-fixture.h"

static void
assert_faults (const char *text, const char *expected)
{
  g_autoptr(ExchangeFile) file = exchange_file_new (text, NULL);
  g_autofree char *said = exchange_row_describe (exchange_file_get_row (file, 0));

  g_assert_cmpstr (said, ==, expected);
}

static void
test_record (void)
{
  g_autoptr(ExchangeFile) file = exchange_file_new (
    "نام,نام خانوادگی,جنسیت,تاریخ تولد,موبایل,کد ملی,وزن,گروه خونی,حساسیت,زبان,شماره پرونده\r\n"
    " علی‌رضا ,كریمی,مرد,۱۳۶۹/۲/۱۱,۰۹۱۲ ۳۴۵ ۶۷۸۹,۰۹۳۲۸۳۳۸۱۰,۶۱٫۵,A+,پنی‌سیلین؛ لاتکس,فارسی,۰۴۱۷\r\n", NULL);
  const MesoPatient *patient = exchange_file_get_one (file);
  MesoPatientRecord *record = exchange_file_get_row (file, 0)->record;

  g_assert_cmpstr (patient->given_name, ==, "علی‌رضا");
  g_assert_cmpstr (patient->family_name, ==, "كریمی");
  g_assert_cmpint (patient->sex, ==, MESO_SEX_MALE);
  g_assert_cmpint (patient->birth_date.year, ==, 1990);
  g_assert_cmpstr (patient->phone, ==, "+989123456789");
  g_assert_cmpstr (patient->national_id, ==, "0932833810");
  g_assert_cmpint (patient->weight_g, ==, 61500);
  g_assert_cmpint (meso_calendar_date_compare (patient->weight_on, EXCHANGE_TODAY), ==, 0);
  g_assert_cmpstr (patient->blood_group, ==, "A+");
  g_assert_cmpstr (patient->language, ==, "fa");
  g_assert_cmpstr (patient->file_number, ==, "۰۴۱۷");
  g_assert_cmpuint (record->items->len, ==, 2);
  g_assert_cmpuint (exchange_file_get_row (file, 0)->forms[MESO_IMPORT_DATE_FORM_PERSIAN], ==, 1);
}

static void
test_age (void)
{
  g_autoptr(ExchangeFile) told = exchange_file_new ("name,age\nLeila,36\n", NULL);
  g_autoptr(ExchangeFile) newborn = exchange_file_new ("name,age\nLeila,0\n", NULL);
  g_autoptr(ExchangeFile) both = exchange_file_new ("name,age,dob\nLeila,36,1990-05-01\n", NULL);
  g_autoptr(ExchangeFile) dated = exchange_file_new ("name,age,age_on\nLeila,36,2020-01-01\n", NULL);

  g_assert_cmpint (exchange_file_get_one (told)->age, ==, 36);
  g_assert_cmpint (exchange_file_get_one (told)->age_on.year, ==, 2026);
  g_assert_cmpint (exchange_file_get_one (newborn)->age_on.year, ==, 2026);
  g_assert_false (meso_calendar_date_is_set (exchange_file_get_one (both)->age_on));
  g_assert_cmpint (exchange_file_get_one (dated)->age_on.year, ==, 2020);
}

static void
keep_rest (MesoPatientMapping *mapping)
{
  for (guint i = 0; i < mapping->n_columns; i++)
    if (mapping->fields[i] == MESO_IMPORT_FIELD_NONE)
      mapping->fields[i] = MESO_IMPORT_FIELD_KEEP;
}

static void
test_kept_in_notes (void)
{
  g_autoptr(ExchangeFile) file = exchange_file_new ("Insurance,name,notes,Job\nTamin,Leila,calls back,\n", keep_rest);
  g_autoptr(ExchangeFile) left_out = exchange_file_new ("Insurance,name\nTamin,Leila\n", NULL);

  g_assert_cmpstr (exchange_file_get_one (file)->notes, ==, "calls back\nInsurance: Tamin");
  g_assert_cmpstr (exchange_file_get_one (left_out)->notes, ==, "");
}

static void
test_blank_rows (void)
{
  g_autoptr(ExchangeFile) file = exchange_file_new ("name,phone\n,\nLeila,\n", NULL);

  g_assert_true (exchange_file_get_row (file, 0)->blank);
  g_assert_null (exchange_file_get_row (file, 0)->record);
  g_assert_nonnull (exchange_file_get_row (file, 1)->record);
}

static void
test_places (void)
{
  assert_faults ("name,sex\nLeila,perhaps\n", "sex 2:7 sex");
  assert_faults ("name,dob\nLeila,1990-02-30\n", "date-impossible 2:7 birth_date");
  assert_faults ("name,dob\nلیلا,3026-01-01\n", "date-calendar 2:6 birth_date");
  assert_faults ("name,dob\nLeila,2026-11-23\n", "date-future 2:7 birth_date");
  assert_faults ("name,dob\nLeila,03/04/1990\n", "date-order 2:7 birth_date");
  assert_faults ("name,dob,sex\nLeila,x,y\n", "date-form 2:7 birth_date; sex 2:9 sex");
  assert_faults ("name,phone\nLeila,call me\n", "phone 2:7 phone");
  assert_faults ("name,email\nLeila,nowhere\n", "email 2:7 email");
  assert_faults ("phone,given_name,family_name\n0912,,\n", "name-missing 2:7 family_name");
  assert_faults ("name,weight\nLeila,6100\n", "number 2:7 weight_kg");
  assert_faults ("name,file_number\nLeila,--\n", "number 2:7 file_number");
  assert_faults ("name,language\nLeila,de\n", "choice 2:7 language");
  assert_faults ("name,allergies\nLeila,x|y|dreadful\n", "list 2:7 allergies");
  assert_faults ("name,allergies\nLeila,x| | | |Not An Id\n", "list 2:7 allergies");
}

/* An invisible character is told with its own place, in a quoted cell of several lines too. */
static void
test_characters (void)
{
  assert_faults ("name\nab\u202ecd\n", "direction 2:3 full_name");
  assert_faults ("name,phone\n\"a\"\"b\u202d\",1\n", "direction 2:6 full_name");
  assert_faults ("name,notes\nLeila,\"one\ntwo \u2067x\"\n", "direction 3:5 notes");
  assert_faults ("name,notes\nLeila,\"a\tb\x07\"\n", "control 2:11 notes");
  assert_faults ("name,phone\n\"Lei\nla\",\n", "line-break 2:5 full_name");
  assert_faults ("name,dob\nLeila,1990\u202e-05-01\n", "direction 2:11 birth_date");
}

/* Marks that came along when a name or a number was pasted just go. */
static void
test_harmless_marks (void)
{
  g_autoptr(ExchangeFile) file = exchange_file_new ("name,phone,dob\n\u202bافتخاری\u202c,\u202d+98 912 345 6789\u202c,\u200f1369/02/11\n",
                                                    NULL);

  g_assert_cmpstr (exchange_file_get_one (file)->family_name, ==, "افتخاری");
  g_assert_cmpstr (exchange_file_get_one (file)->phone, ==, "+989123456789");
  g_assert_cmpint (exchange_file_get_one (file)->birth_date.year, ==, 1990);
}

static void
test_too_long (void)
{
  g_autofree char *name = g_strnfill (201, 'x');
  g_autofree char *text = g_strconcat ("given_name\n", name, "\n", NULL);
  g_autoptr(ExchangeFile) file = exchange_file_new (text, NULL);
  MesoImportRow *row = exchange_file_get_row (file, 0);
  g_autofree char *said = exchange_row_describe (row);

  g_assert_cmpstr (said, ==, "too-long 2:1 given_name");
  g_assert_cmpuint (((MesoImportFault *) g_ptr_array_index (row->faults, 0))->found, ==, 201);
}

static void
test_wrong_national_id_is_a_remark (void)
{
  g_autoptr(ExchangeFile) file = exchange_file_new ("name,national_id\nLeila,0932833811\n", NULL);
  MesoImportRow *row = exchange_file_get_row (file, 0);
  g_autofree char *said = exchange_row_describe (row);

  g_assert_cmpstr (said, ==, "national-id 2:7 national_id");
  g_assert_cmpstr (row->record->patient->national_id, ==, "0932833811");
}

/* A row is taken with all that is worth a look. */
static void
test_short_phone_is_a_remark (void)
{
  g_autoptr(ExchangeFile) file =
    exchange_file_new ("name,phone,national_id,second_phone,next_of_kin_phone\nLeila,0912 345 67,0932833811,+44 20 7946,+98 912\n", NULL);
  MesoImportRow *row = exchange_file_get_row (file, 0);
  g_autofree char *said = exchange_row_describe (row);

  g_assert_cmpstr (said, ==, "national-id 2:19 national_id; phone-length 2:7 phone; phone-length 2:42 next_of_kin_phone");
  g_assert_cmpstr (row->record->patient->phone, ==, "0912 345 67");
}

/* The apostrophe that keeps a spreadsheet from running a cell isn't part of it. */
static void
test_guard (void)
{
  g_autoptr(ExchangeFile) file = exchange_file_new ("name,phone,notes\n'=Leila,'+44 20 7946,''-x\n", NULL);

  g_assert_cmpstr (exchange_file_get_one (file)->family_name, ==, "=Leila");
  g_assert_cmpstr (exchange_file_get_one (file)->phone, ==, "+44 20 7946");
  g_assert_cmpstr (exchange_file_get_one (file)->notes, ==, "'-x");
}

/* One file with both, and with a spreadsheet's numbers: each by its own year, and counted. */
static void
test_mixed_calendars (void)
{
  g_autoptr(ExchangeFile) file = exchange_file_new ("name,dob\na,1990-05-01\nb,1369/02/11\nc,32994\n", NULL);

  for (guint i = 0; i < 3; i++)
    {
      MesoImportRow *row = exchange_file_get_row (file, i);

      g_assert_cmpint (row->record->patient->birth_date.year, ==, 1990);
      g_assert_cmpint (row->record->patient->birth_date.day, ==, 1);
      g_assert_cmpuint (row->forms[i], ==, 1);
    }
}

/* Whatever stands in the cells: a record that can be stored, or faults. */
static void
test_mutations (void)
{
  const char *header = "name,dob,age,sex,phone,weight_kg,blood_group,allergies,notes,national_id,email,language,archived\n";
  const char *const pieces[] = { "1990-05-01", "1369/2/11", "/", "-", "9", "60", "\u202e", "علی", "+98", "'", "=", "|", ";", "\\", "x@y",
                                 "none", "A", "+", " ", "۵", "٫", "fa", "yes", "زن", "\t", "\x7f" };
  guint32 seed = g_test_rand_int ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  gint64 end = g_get_monotonic_time () + 2 * G_USEC_PER_SEC;
  guint n_good = 0;

  g_test_message ("seed %u", seed);
  for (int turn = 0; turn < 20000 && g_get_monotonic_time () < end; turn++)
    {
      g_autoptr(GString) text = g_string_new (header);
      g_autoptr(ExchangeFile) file = NULL;
      MesoImportRow *row;

      for (int column = 0; column < 13; column++)
        {
          g_string_append (text, column > 0 ? ",\"" : "\"x");
          /* Most cells stay empty, so that some rows are good. */
          for (int n = g_rand_int_range (rand, 0, 4) == 0 ? 2 : 0; n > 0; n--)
            g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
          g_string_append_c (text, '"');
        }
      file = exchange_file_new (text->str, NULL);
      row = exchange_file_get_row (file, 0);
      if (row->record != NULL)
        g_assert_true (meso_patient_record_check (row->record, EXCHANGE_TODAY, NULL));
      else
        g_assert_cmpuint (row->faults->len, >, 0);
      n_good += row->record != NULL;
    }
  g_assert_cmpuint (n_good, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-row/record", test_record);
  g_test_add_func ("/import-row/age", test_age);
  g_test_add_func ("/import-row/kept-in-notes", test_kept_in_notes);
  g_test_add_func ("/import-row/blank-rows", test_blank_rows);
  g_test_add_func ("/import-row/places", test_places);
  g_test_add_func ("/import-row/characters", test_characters);
  g_test_add_func ("/import-row/harmless-marks", test_harmless_marks);
  g_test_add_func ("/import-row/too-long", test_too_long);
  g_test_add_func ("/import-row/wrong-national-id-is-a-remark", test_wrong_national_id_is_a_remark);
  g_test_add_func ("/import-row/short-phone-is-a-remark", test_short_phone_is_a_remark);
  g_test_add_func ("/import-row/guard", test_guard);
  g_test_add_func ("/import-row/mixed-calendars", test_mixed_calendars);
  g_test_add_func ("/import-row/mutations", test_mutations);
  return g_test_run ();
}
