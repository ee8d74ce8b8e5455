/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-phone.h"

#include <string.h>

static void
assert_normalised (const char *text,
                   const char *expected)
{
  g_autofree char *normalised = meso_phone_normalise (text);
  g_autofree char *again = meso_phone_normalise (normalised);

  g_assert_cmpstr (normalised, ==, expected);
  g_assert_cmpstr (again, ==, expected);
}

static void
test_iranian_mobile (void)
{
  static const char *const forms[] = {
    "09123456789", "9123456789", "989123456789", "+989123456789", "00989123456789", "0912 345 6789", "0912-345-6789",
    "(0912) 3456789", "+98 (912) 345.67.89", "+98 (0) 912 345 6789", "۰۹۱۲۳۴۵۶۷۸۹", "٠٩١٢٣٤٥٦٧٨٩", "\u202A+98 912 345 6789\u202C",
    " 0912\u00A0345\u200C6789\u200E ", "0912–345–6789", "0912/345/6789"
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    assert_normalised (forms[i], "+989123456789");
}

static void
test_others_are_kept (void)
{
  assert_normalised ("+44 20 7946 0000", "+44 20 7946 0000");
  assert_normalised (" +۴۹ ۳۰ ۱۲۳۴۵۶ ", "+49 30 123456");
  assert_normalised ("0044 20 7946 0000", "0044 20 7946 0000");
  assert_normalised ("+1 912 345 6789", "+1 912 345 6789");
  assert_normalised ("021 8877 6655", "021 8877 6655");
  assert_normalised ("+98 21 8877 6655", "+98 21 8877 6655");
  assert_normalised ("0912345678", "0912345678");
  assert_normalised ("091234567890", "091234567890");
  assert_normalised ("\u202A+44\u00A020–7946\u202C", "+44 20-7946");
  assert_normalised ("", "");
  assert_normalised ("  ", "");
  assert_normalised ("ask at the desk", "ask at the desk");
  assert_normalised ("a\xff", "a\uFFFD");
}

static gboolean
finds (const char *typed,
       const char *stored)
{
  g_autofree char *key = meso_phone_search_key (stored);
  g_autofree char *part = meso_phone_search_part (typed);

  return part != NULL && strstr (key, part) != NULL;
}

static void
test_prefixes_are_alike (void)
{
  static const char *const stored[] = { "+989123456789", "09123456789", "989123456789", "0912 345 6789" };
  static const char *const typed[] = {
    "0912", "98912", "0098912", "+98912", "+98 (0) 912", "912", "09123456789", "989123456789", "+989123456789", "00989123456789",
    "9123456789", "+98 912 345", "۰۹۱۲", "345", "6789", "123456", "0098", "098912", "۹۸۹۱"
  };

  for (guint i = 0; i < G_N_ELEMENTS (stored); i++)
    for (guint j = 0; j < G_N_ELEMENTS (typed); j++)
      g_assert_true (finds (typed[j], stored[i]));
}

static void
test_landline (void)
{
  g_assert_true (finds ("0218877", "+98 21 8877 6655"));
  g_assert_true (finds ("+98218877", "021 8877 6655"));
  g_assert_true (finds ("8877", "021-88776655"));
  g_assert_false (finds ("0098", "88776655"));
}

static void
test_other_countries (void)
{
  g_assert_true (finds ("+44 20", "+44 20 7946 0000"));
  g_assert_true (finds ("0044207", "+44 20 7946 0000"));
  g_assert_true (finds ("7946", "+44 20 7946 0000"));
  g_assert_false (finds ("0207", "+44 20 7946 0000"));
  g_assert_false (finds ("0098", "+44 20 7946 0000"));
}

static void
test_not_found (void)
{
  g_assert_false (finds ("0913", "+989123456789"));
  g_assert_false (finds ("97891", "+989123456789"));
  g_assert_false (finds ("912345678900", "+989123456789"));
  /* Not across the two forms of the key. */
  g_assert_false (finds ("67890912", "+989123456789"));
  g_assert_false (finds ("09", "+989123456789"));
  g_assert_false (finds ("+91", "+989123456789"));
}

static void
test_part_needs_a_number (void)
{
  static const char *const texts[] = { "", "12", "+12", "Sara", "091a", "۱۲", "0912 x", "12+3", "++12", "<", "12\xff" "34" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *part = meso_phone_search_part (texts[i]);

      g_assert_null (part);
    }
}

static void
assert_key (char       *actual,
            const char *expected)
{
  g_assert_cmpstr (actual, ==, expected);
  g_free (actual);
}

static void
test_keys (void)
{
  assert_key (meso_phone_search_key ("+989123456789"), "00989123456789 09123456789");
  assert_key (meso_phone_search_key ("+44 20 7946"), "0044207946");
  assert_key (meso_phone_search_key ("12 34"), "1234");
  assert_key (meso_phone_search_key ("desk 12, ask 3"), "123");
  assert_key (meso_phone_search_key (""), "");
  assert_key (meso_phone_search_key ("+"), "");
  assert_key (meso_phone_id_key ("۰۰۷۷-316 894"), "0077316894");
  assert_key (meso_phone_id_key ("P1234"), "1234");
  assert_key (meso_phone_id_key (""), "");
}

static void
test_odd_length (void)
{
  static const char *const odd[] = {
    "0912 345 67", "09", "0912 345 67890", "+98 912 345 67", "0098 912 345 678", "۰۹۱۲ ۳۴۵ ۶۷", "+98 21 8877 66", "+98 (0) 912 345 67",
    "+98", "\u2066+98 912\u2069",
  };
  static const char *const fine[] = {
    "", "0912 345 6789", "۰۹۱۲۳۴۵۶۷۸۹", "+98 912 345 6789", "+98 (0) 912 345 6789", "0098 21 8877 6655", "021 8877 66", "12", "+44 20 7946",
    "030 12345", "912 345 67", "989", "desk 12", "0912 345 67 ext",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (odd); i++)
    if (!meso_phone_has_odd_length (odd[i]))
      g_error ("“%s” is said to be whole", odd[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (fine); i++)
    if (meso_phone_has_odd_length (fine[i]))
      g_error ("“%s” is said to be odd", fine[i]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/phone/iranian-mobile", test_iranian_mobile);
  g_test_add_func ("/phone/others-are-kept", test_others_are_kept);
  g_test_add_func ("/phone/prefixes-are-alike", test_prefixes_are_alike);
  g_test_add_func ("/phone/landline", test_landline);
  g_test_add_func ("/phone/other-countries", test_other_countries);
  g_test_add_func ("/phone/not-found", test_not_found);
  g_test_add_func ("/phone/part-needs-a-number", test_part_needs_a_number);
  g_test_add_func ("/phone/keys", test_keys);
  g_test_add_func ("/phone/odd-length", test_odd_length);

  return g_test_run ();
}
