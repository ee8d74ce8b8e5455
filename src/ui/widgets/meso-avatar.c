/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-avatar.h"

#include <string.h>

char *
meso_avatar_dup_text (const char *name)
{
  const char *space = name != NULL ? strchr (name, ' ') : NULL;

  /* The avatar takes a letter of the first word and one of the last. */
  if (space != NULL && g_unichar_get_script (g_utf8_get_char (name)) == G_UNICODE_SCRIPT_ARABIC)
    return g_strndup (name, (gsize) (space - name));
  return g_strdup (name);
}

void
meso_avatar_set_name (AdwAvatar  *avatar,
                      const char *name)
{
  g_autofree char *text = meso_avatar_dup_text (name);

  adw_avatar_set_text (avatar, text);
}
