/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-phone.h"

#include <string.h>

#include "meso-text.h"

#define COUNTRY_CODE "98"
#define MOBILE_PREFIX "09"
#define NATIONAL_LENGTH 10   /* digits of an Iranian number without country code and trunk 0 */
#define PART_MIN_DIGITS 3

/* Marks that people write into a number, and those that messengers paste around it. */
static gboolean
is_separator (gunichar c)
{
  return g_unichar_isspace (c) || g_unichar_type (c) == G_UNICODE_FORMAT ||
         g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION || c == '(' || c == ')' || c == '.' || c == '/';
}

/* (nullable): the digits of a number, after a + when it has one in front; NULL when anything else is in it */
static char *
strip_separators (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *ascii = meso_text_ascii_digits (valid);
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *p = ascii; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_ascii_isdigit (*p) || (*p == '+' && digits->len == 0))
        g_string_append_c (digits, *p);
      else if (!is_separator (c))
        return NULL;
    }

  return g_string_free_and_steal (g_steal_pointer (&digits));
}

/* What stands behind the country code of a number that is written with it, else NULL. */
static const char *
skip_country_code (const char *number)
{
  static const char *const prefixes[] = { "+" COUNTRY_CODE, "00" COUNTRY_CODE };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (number, prefixes[i]))
      return number + strlen (prefixes[i]);

  if (g_str_has_prefix (number, COUNTRY_CODE) && strlen (number) >= strlen (COUNTRY_CODE) + NATIONAL_LENGTH)
    return number + strlen (COUNTRY_CODE);

  return NULL;
}

/* (nullable): the ten digits of an Iranian number, within @number; NULL when it isn't one.
 * Area codes begin with 1 to 8, mobile numbers with 9; only these may go without country code and 0. */
static const char *
find_national_number (const char *number)
{
  const char *national = skip_country_code (number);
  gboolean has_prefix = national != NULL;

  if (!has_prefix)
    national = number;
  if (*national == '0')
    {
      has_prefix = TRUE;
      national++;
    }

  if (strlen (national) != NATIONAL_LENGTH || *national == '0' || *national == '+')
    return NULL;

  return has_prefix || *national == '9' ? national : NULL;
}

/* A number as it was typed, with plain blanks and hyphens and without direction marks. */
static char *
tidy (const char *text)
{
  g_autofree char *ascii = meso_text_ascii_digits (text);
  g_autoptr (GString) tidied = g_string_new (NULL);

  for (const char *p = ascii; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        g_string_append_c (tidied, ' ');
      else if (g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION)
        g_string_append_c (tidied, '-');
      else if (g_unichar_type (c) != G_UNICODE_FORMAT)
        g_string_append_unichar (tidied, c);
    }

  return meso_text_trim (tidied->str);
}

/**
 * meso_phone_normalise:
 * @text: a phone number as it was typed, any digit form
 *
 * An Iranian mobile number, with 0, 98, 0098, +98 or nothing in front of its 9, becomes
 * `+989xxxxxxxxx`. Every other number is kept as it was typed, trimmed and with ASCII digits: a
 * number of another country can look like an Iranian landline. What isn't a number at all is only
 * trimmed; meso_patient_check () refuses it. Rule: [MobileRx].
 *
 * Returns: (transfer full): the number to store
 */
char *
meso_phone_normalise (const char *text)
{
  g_autofree char *number = NULL;
  g_autofree char *valid = NULL;
  const char *national;

  g_return_val_if_fail (text != NULL, g_strdup (""));

  number = strip_separators (text);
  national = number != NULL ? find_national_number (number) : NULL;
  if (national != NULL && *national == '9')
    return g_strconcat ("+" COUNTRY_CODE, national, NULL);

  valid = g_utf8_make_valid (text, -1);

  return number != NULL ? tidy (valid) : meso_text_trim (valid);
}

/**
 * meso_phone_has_odd_length:
 * @phone: a number as it was typed or is stored
 *
 * An Iranian number has ten digits behind its country code or its 0. Without a country code, only 09 is Iranian for sure: other
 * countries' numbers begin with a 0 as well. Rule: [MobileRx].
 *
 * Returns: whether it begins like an Iranian number, and has more digits than that or fewer
 */
gboolean
meso_phone_has_odd_length (const char *phone)
{
  g_autofree char *number = NULL;

  g_return_val_if_fail (phone != NULL, FALSE);

  number = strip_separators (phone);
  if (number == NULL || find_national_number (number) != NULL)
    return FALSE;

  return g_str_has_prefix (number, MOBILE_PREFIX) || g_str_has_prefix (number, "+" COUNTRY_CODE) ||
         g_str_has_prefix (number, "00" COUNTRY_CODE);
}

static char *
collect_digits (const char *text)
{
  g_autofree char *ascii = meso_text_ascii_digits (text);
  GString *digits = g_string_new (NULL);

  for (const char *p = ascii; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);

  return g_string_free (digits, FALSE);
}

/**
 * meso_phone_search_key:
 * @phone: a number as it is stored
 *
 * An Iranian number gives `0098…` and `0…`, which between them contain every way to begin it. A
 * number with + gives its digits behind 00. The space keeps a part from matching across the two forms.
 *
 * Returns: (transfer full): the text in which a typed part is looked for
 */
char *
meso_phone_search_key (const char *phone)
{
  g_autofree char *number = NULL;
  const char *national;

  g_return_val_if_fail (phone != NULL, g_strdup (""));

  number = strip_separators (phone);
  if (number == NULL)
    return collect_digits (phone);

  national = find_national_number (number);
  if (national != NULL)
    return g_strdup_printf ("00" COUNTRY_CODE "%s 0%s", national, national);
  if (number[0] == '+' && number[1] != '\0')
    return g_strconcat ("00", number + 1, NULL);

  return g_strdup (number[0] == '+' ? "" : number);
}

/**
 * meso_phone_id_key:
 * @id: an identity number as it is stored
 *
 * Returns: (transfer full): its digits
 */
char *
meso_phone_id_key (const char *id)
{
  g_return_val_if_fail (id != NULL, g_strdup (""));

  return collect_digits (id);
}

/**
 * meso_phone_search_part:
 * @typed: what somebody typed to find a person, any digit form, with or without separators
 *
 * A + stands for the 00 that the key has, and the 0 that some write behind a country code,
 * "+98 (0) 912", is left out.
 *
 * Returns: (transfer full) (nullable): the digits that the key must contain
 */
char *
meso_phone_search_part (const char *typed)
{
  g_autofree char *number = NULL;
  const char *behind_code;

  g_return_val_if_fail (typed != NULL, NULL);

  number = strip_separators (typed);
  if (number == NULL || strlen (number) - (number[0] == '+' ? 1 : 0) < PART_MIN_DIGITS)
    return NULL;

  behind_code = skip_country_code (number);
  if (behind_code != NULL && *behind_code == '0')
    return g_strconcat ("00" COUNTRY_CODE, behind_code + 1, NULL);
  if (number[0] == '+')
    return g_strconcat ("00", number + 1, NULL);

  return g_steal_pointer (&number);
}
