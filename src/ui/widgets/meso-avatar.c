/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-avatar.h"

#include <string.h>

void
meso_avatar_set_name (AdwAvatar  *avatar,
                      const char *name)
{
  const char *space = name != NULL ? strchr (name, ' ') : NULL;
  g_autofree char *first = NULL;

  /* The avatar takes a letter of the first word and one of the last. */
  if (space != NULL && g_unichar_get_script (g_utf8_get_char (name)) == G_UNICODE_SCRIPT_ARABIC)
    first = g_strndup (name, (gsize) (space - name));
  adw_avatar_set_text (avatar, first != NULL ? first : name);
}
