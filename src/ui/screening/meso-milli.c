/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-milli.h"

#include <string.h>

#include "meso-text.h"

#define MAX_WHOLE_DIGITS 9

static char *
dup_plain (const char *text)
{
  g_autofree char *ascii = meso_text_ascii_digits (text);
  char *trimmed = meso_text_trim (ascii);
  const char *mark = strstr (trimmed, "٫");
  char *plain;

  if (mark == NULL)
    return g_strdelimit (trimmed, ",", '.');
  plain = g_strdup_printf ("%.*s.%s", (int) (mark - trimmed), trimmed, mark + strlen ("٫"));
  g_free (trimmed);
  return plain;
}

gboolean
meso_milli_parse (const char *text,
                  gint64     *milli_out)
{
  g_autofree char *plain = dup_plain (text);
  gsize whole = strspn (plain, "0123456789");
  const char *decimals = plain[whole] == '.' ? plain + whole + 1 : plain + whole;
  gsize places = strspn (decimals, "0123456789");
  gint64 milli;

  if (whole == 0 || whole > MAX_WHOLE_DIGITS || places > 3 || decimals[places] != '\0')
    return FALSE;
  milli = g_ascii_strtoll (plain, NULL, 10) * 1000;
  for (gsize i = 0, worth = 100; i < places; i++, worth /= 10)
    milli += (decimals[i] - '0') * (gint64) worth;
  *milli_out = milli;
  return TRUE;
}

char *
meso_milli_dup_words (MesoContext *context,
                      gint64       milli)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (buffer, sizeof buffer, "%.15g", milli / 1000.0);
  return meso_context_localise_number (context, buffer);
}
