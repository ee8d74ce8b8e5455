/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

/* Whoever is on file is found however their name, number or birth date is written. */

#include <string.h>

#include "meso-patient-repository.h"
#include "meso-patient-search.h"
#include "meso-test-store.h"
#include "meso-test-values.h"

#define SEED 20261122
#define SPELLINGS 400

typedef struct
{
  const char *given_name, *family_name, *other_given_name, *other_family_name, *phone, *second_phone, *national_id;
  MesoCalendarDate birth_date;
} Person;

static const Person people[] = {
  { "علی‌رضا", "نیک‌پور", "Alireza", "Nikpour", "+989121234567", "021 8877 6655", "0084571622", { 1992, 5, 12 } },
  { "Zoë", "O'Neil-Müller", "زوئه", "اونیل مولر", "+44 20 7946 0018", "", "AB777123", { 1988, 2, 29 } },
  { "كبری", "آقایی", "Kobra", "Aghaei", "+989351112233", "+989029998877", "5550001113", { 2001, 3, 20 } },
};

/* The one who is looked for, found among the others. */
typedef struct
{
  const char *text;
  char *numbers;
} Search;

static gboolean
add (MesoStoreContext *context, gpointer data, GError **error)
{
  const MesoTestStore *store = data;

  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr(MesoPatient) patient = meso_test_patient (people[i].given_name, people[i].family_name);
      g_autoptr(MesoPatient) stored = NULL;

      g_set_str (&patient->other_given_name, people[i].other_given_name);
      g_set_str (&patient->other_family_name, people[i].other_family_name);
      g_set_str (&patient->phone, people[i].phone);
      g_set_str (&patient->second_phone, people[i].second_phone);
      g_set_str (&patient->national_id, people[i].national_id);
      patient->birth_date = people[i].birth_date;
      stored = meso_patient_repository_insert (context, store->staff, patient, error);
      g_assert_no_error (*error);
    }
  return TRUE;
}

static gboolean
search (MesoStoreContext *context, gpointer data, GError **error)
{
  Search *self = data;
  g_autoptr(GPtrArray) found = meso_patient_search_find (context, self->text, 0, error);
  GString *numbers = g_string_new (NULL);

  g_assert_no_error (*error);
  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (numbers, "%s%s", i > 0 ? " " : "", ((MesoPatient *) g_ptr_array_index (found, i))->file_number);
  self->numbers = g_string_free (numbers, FALSE);
  return TRUE;
}

static void
assert_finds (MesoTestStore *store, const char *text, const char *numbers)
{
  Search self = { .text = text };

  g_test_message ("“%s”", text);
  meso_test_store_read (store, search, &self);
  g_assert_cmpstr (self.numbers, ==, numbers);
  g_free (self.numbers);
}

static MesoTestStore *
make_store (void)
{
  MesoTestStore *store = meso_test_store_new ();

  meso_test_store_write (store, add, store);
  return store;
}

/* Spelled at random */

static const char *const alike[] = {
  "ی ي ى ئ", "ک ك", "ه ة ۀ ه", "ا أ إ ٱ آ", "و ؤ", "a A á Â ａ", "e E é ë Ē", "o O ó ö", "i I í", "u U ü", "n N ñ", "z Z ž", "l L", "m M", "r R",
  "k K", "b B", "p P", "g G", "h H",
};

static void
append_letter (GRand *rand, GString *spelled, const char *letter)
{
  gsize length = (gsize) (g_utf8_next_char (letter) - letter);
  g_autofree char *alone = g_strndup (letter, length);

  for (gsize i = 0; i < G_N_ELEMENTS (alike); i++)
    {
      g_auto(GStrv) forms = g_strsplit (alike[i], " ", -1);

      if (!g_strv_contains ((const char *const *) forms, alone))
        continue;
      g_string_append (spelled, forms[g_rand_int_range (rand, 0, (int) g_strv_length (forms))]);
      return;
    }
  g_string_append (spelled, alone);
}

/* Marks that say nothing: tatweel and vowel signs between Persian letters, direction marks anywhere. */
static void
append_nothing (GRand *rand, GString *spelled)
{
  static const char *const nothing[] = { "\u0640", "\u064E", "\u0651", "\u200F", "\u200E", "\u2067", "\u2069", "\u200D" };

  if (g_rand_int_range (rand, 0, 6) == 0)
    g_string_append (spelled, nothing[g_rand_int_range (rand, 0, G_N_ELEMENTS (nothing))]);
}

/* What stands between two words may be anything, and nothing. */
static void
append_gap (GRand *rand, GString *spelled)
{
  static const char *const gaps[] = { " ", "", "\u200C", "-", "  ", "\u00A0", ".", " - " };

  g_string_append (spelled, gaps[g_rand_int_range (rand, 0, G_N_ELEMENTS (gaps))]);
}

/* (transfer full) */
static char *
spell (GRand *rand, const char *name)
{
  GString *spelled = g_string_new (NULL);

  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == ' ' || c == '-' || c == 0x200C)
        append_gap (rand, spelled);
      else if (c == '\'')
        g_string_append (spelled, g_rand_boolean (rand) ? "’" : "");
      else
        append_letter (rand, spelled, at);
      append_nothing (rand, spelled);
    }
  return g_string_free (spelled, FALSE);
}

static void
test_names (void)
{
  g_autoptr(MesoTestStore) store = make_store ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (SEED);

  g_test_message ("seed %d", SEED);
  for (int i = 0; i < SPELLINGS; i++)
    {
      gsize n = (gsize) g_rand_int_range (rand, 0, G_N_ELEMENTS (people));
      gboolean other = g_rand_boolean (rand);
      const char *given = other ? people[n].other_given_name : people[n].given_name;
      const char *family = other ? people[n].other_family_name : people[n].family_name;
      g_autofree char *both = g_strjoin (" ", given, family, NULL);
      g_autofree char *whole = spell (rand, g_rand_int_range (rand, 0, 3) == 0 ? family : both);
      g_autofree char *number = g_strdup_printf ("%04d", (int) n + 1);

      assert_finds (store, whole, number);
    }
}

/* Numbers */

static const char *const digit_forms[] = { "0123456789", "۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩", "０１２３４５６７８９" };

/* (transfer full) */
static char *
write_digits (const char *text, const char *digits)
{
  GString *written = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    if (g_ascii_isdigit (*at))
      g_string_append_unichar (written, g_utf8_get_char (g_utf8_offset_to_pointer (digits, *at - '0')));
    else
      g_string_append_c (written, *at);
  return g_string_free (written, FALSE);
}

static void
assert_finds_in_all_digits (MesoTestStore *store, const char *text, const char *number)
{
  for (gsize i = 0; i < G_N_ELEMENTS (digit_forms); i++)
    {
      g_autofree char *written = write_digits (text, digit_forms[i]);

      assert_finds (store, written, number);
    }
}

static void
test_numbers (void)
{
  static const struct { const char *text, *number; } cases[] = {
    { "09121234567", "0001" }, { "9121234567", "0001" }, { "989121234567", "0001" }, { "00989121234567", "0001" },
    { "+989121234567", "0001" }, { "+98 912 123 4567", "0001" }, { "0912-123-4567", "0001" }, { "+98 (0) 912 123 4567", "0001" },
    { "(0912) 1234567", "0001" }, { "0912123", "0001" }, { "98912123", "0001" }, { "0098912123", "0001" }, { "+98912123", "0001" },
    { "4567", "0001" }, { "567", "0001" }, { "2123456", "0001" }, { "88776655", "0001" }, { "88776", "0001" }, { "8877", "0003 0001" }, { "02188", "0001" },
    { "982188776655", "0001" }, { "0084571622", "0001" }, { "8457", "0001" }, { "571622", "0001" }, { "622", "0001" },
    { "nik 0912123", "0001" }, { "0912123 nik", "0001" }, { "علی 4567", "0001" },
    { "+442079460018", "0002" }, { "7946", "0002" }, { "ab777", "0002" }, { "777123", "0002" },
    { "09029998877", "0003" }, { "998877", "0003" }, { "111223", "0003" }, { "0935 111", "0003" },
    /* Not in this order, not across two numbers, not so few. */
    { "45679", "" }, { "7654", "" }, { "45670", "" }, { "22880", "" }, { "12", "" }, { "91212345678", "" },
  };
  g_autoptr(MesoTestStore) store = make_store ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_finds_in_all_digits (store, cases[i].text, cases[i].number);
}

static void
test_birth_dates (void)
{
  static const struct { const char *text, *number; } cases[] = {
    { "1992-05-12", "0001" }, { "1992/5/12", "0001" }, { "1371-02-22", "0001" }, { "1371/2/22", "0001" }, { "1371.2.22", "0001" }, { "22/2/1371", "0001" }, { "۲۲/۲/۱۳۷۱", "0001" }, { "12.5.1992", "0001" }, { "12/5/1992", "" },
    { "nikpour 1371/2/22", "0001" }, { "1992-05-12 ali", "0001" }, { "1371/02/22 نیک پور", "0001" }, { "zoe 1371/2/22", "" },
    { "1988-02-29", "0002" }, { "1366/12/10", "0002" }, { "2001-03-20", "0003" }, { "1379/12/30", "0003" },
    { "1992-05-13", "" }, { "1371/2/23", "" }, { "1989-02-29", "" }, { "1372/12/30", "" }, { "1992", "" }, { "1371", "" },
    { "1992-05", "" }, { "1992-13-01", "" }, { "0000-00-00", "" },
  };
  g_autoptr(MesoTestStore) store = make_store ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_finds_in_all_digits (store, cases[i].text, cases[i].number);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/patient-spelling/names", test_names);
  g_test_add_func ("/patient-spelling/numbers", test_numbers);
  g_test_add_func ("/patient-spelling/birth-dates", test_birth_dates);
  return g_test_run ();
}
