/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-ctl-error.h"

#include <stdio.h>

#include "meso-core-error.h"
#include "meso-services-error.h"

G_DEFINE_QUARK (meso-ctl-error-quark, meso_ctl_error)

/**
 * meso_ctl_error_get_exit:
 *
 * Returns: the exit status that an error of any layer leads to: what was typed or handed in is bad
 *   input, a rule's refusal is a no; everything else could not be done
 */
MesoCtlExit
meso_ctl_error_get_exit (const GError *error)
{
  if (error->domain == MESO_CTL_ERROR)
    return error->code;
  if (error->domain == MESO_CORE_ERROR || error->domain == G_OPTION_ERROR)
    return MESO_CTL_BAD_INPUT;
  if (g_error_matches (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_NOT_FOUND) ||
      g_error_matches (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_INVALID))
    return MESO_CTL_BAD_INPUT;
  if (g_error_matches (error, MESO_SERVICES_ERROR, MESO_SERVICES_ERROR_REFUSED))
    return MESO_CTL_NO;
  return MESO_CTL_COULD_NOT;
}

/* What would move the terminal's cursor, or show the line in another order than it was written. */
static gboolean
is_unprintable (gunichar c)
{
  return (g_unichar_iscntrl (c) && c != '\n') || (c >= 0x202A && c <= 0x202E);
}

/**
 * meso_ctl_error_print:
 *
 * Tells of an error on standard error. A message may quote whatever was handed in, also what isn't meant to be seen: that is shown as
 * U+FFFD.
 */
void
meso_ctl_error_print (const GError *error)
{
  g_autofree char *valid = g_utf8_make_valid (error->message, -1);
  g_autoptr(GString) shown = g_string_new ("mesoclinicctl: ");

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      g_string_append_unichar (shown, is_unprintable (c) ? 0xFFFD : c);
    }
  g_string_append_c (shown, '\n');
  fputs (shown->str, stderr);
}
