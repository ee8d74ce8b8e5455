/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-national-id.h"

#include <string.h>

#include "meso-core-error.h"
#include "meso-text.h"

#define ID_LENGTH 10
#define ID_MIN_LENGTH 8   /* leading zeros get lost in spreadsheets */
#define MODULUS 11

static gboolean
is_all_digits (const char *text)
{
  return *text != '\0' && strspn (text, "0123456789") == strlen (text);
}

/**
 * meso_national_id_normalise:
 * @text: an identity number as it was typed, valid UTF-8
 *
 * Returns: (transfer full): trimmed, with ASCII digits; when nothing but digits, blanks and hyphens is in
 *   it, the digits alone. Zeros in front are neither added nor taken away.
 */
char *
meso_national_id_normalise (const char *text)
{
  g_autofree char *ascii = NULL;
  g_autofree char *trimmed = NULL;
  GString *digits;

  g_return_val_if_fail (text != NULL, g_strdup (""));

  ascii = meso_text_ascii_digits (text);
  trimmed = meso_text_trim (ascii);
  if (strspn (trimmed, "0123456789 -") != strlen (trimmed) || !g_ascii_isdigit (trimmed[0]))
    return g_steal_pointer (&trimmed);

  digits = g_string_new (NULL);
  for (const char *p = trimmed; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);

  return g_string_free (digits, FALSE);
}

static int
compute_check_digit (const char *id)
{
  int sum = 0;
  int rest;

  for (int i = 0; i < ID_LENGTH - 1; i++)
    sum += g_ascii_digit_value (id[i]) * (ID_LENGTH - i);
  rest = sum % MODULUS;

  return rest < 2 ? rest : MODULUS - rest;
}

/**
 * meso_national_id_check:
 * @text: an identity number, any digit form
 * @error: return location
 *
 * Proves the check digit of an Iranian national ID (کد ملی): ten digits, or eight and nine that
 * lost their leading zeros. Ten equal digits satisfy the sum and are refused all the same. The
 * message doesn't repeat the number, as it may end up in a log. Rule: [NID-A], [NID-B].
 *
 * Returns: %FALSE with %MESO_CORE_ERROR_INVALID and the reason to show as a warning
 */
gboolean
meso_national_id_check (const char  *text,
                        GError     **error)
{
  g_autofree char *id = NULL;
  char padded[ID_LENGTH + 1];
  gsize length;

  g_return_val_if_fail (text != NULL, FALSE);

  id = meso_national_id_normalise (text);
  length = strlen (id);
  if (!is_all_digits (id) || length < ID_MIN_LENGTH || length > ID_LENGTH)
    {
      g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID,
                   "This isn't an Iranian national ID, which has %d digits. Another kind of number can stay.", ID_LENGTH);
      return FALSE;
    }

  memset (padded, '0', ID_LENGTH);
  memcpy (padded + ID_LENGTH - length, id, length + 1);

  if (strspn (padded, (char[]) { padded[0], '\0' }) == ID_LENGTH)
    {
      g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID,
                   "No national ID has %d equal digits. Compare it with the card.", ID_LENGTH);
      return FALSE;
    }

  if (g_ascii_digit_value (padded[ID_LENGTH - 1]) != compute_check_digit (padded))
    {
      g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID,
                   "The last digit of the national ID doesn't fit the others: one digit may be mistyped. "
                   "Compare it with the card.");
      return FALSE;
    }

  return TRUE;
}
