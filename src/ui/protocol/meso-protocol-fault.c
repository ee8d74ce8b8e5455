/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-protocol-fault.h"

#include <glib/gi18n.h>
#include <string.h>

#include "meso-fault-words.h"
#include "meso-text.h"
#include "meso-words.h"

/* A sentence begins with a large letter, where a language has them. */
static char *
begin_sentence (const char *text)
{
  char first[7] = { 0 };

  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (text)), first);
  return g_strconcat (first, *text != '\0' ? g_utf8_next_char (text) : "", NULL);
}

/* The file's own name may hold a colon and digits: the place stands behind the last of them that fits. */
static GRegex *
get_pattern (void)
{
  static GRegex *pattern;

  if (g_once_init_enter (&pattern))
    g_once_init_leave (&pattern, g_regex_new ("^(.*?):([0-9]+):([0-9]+): (.*)$", G_REGEX_DOTALL | G_REGEX_OPTIMIZE, 0, NULL));
  return pattern;
}

static char *
write_place (MesoContext *context,
             const char  *line,
             const char  *column)
{
  g_autofree char *local_line = meso_context_localise_digits (context, line);
  g_autofree char *local_column = meso_context_localise_digits (context, column);
  g_autofree char *one = meso_text_isolate (local_line);
  g_autofree char *other = meso_text_isolate (local_column);

  /* Translators: a place in a file: two numbers */
  return g_strdup_printf (_("Line %s, column %s"), one, other);
}

char *
meso_protocol_fault_split (MesoContext  *context,
                           const char   *file,
                           const char   *fault,
                           char        **what_out)
{
  const char *rest = g_str_has_prefix (fault, file) ? fault + strlen (file) : fault;
  g_autoptr(GMatchInfo) match = NULL;
  g_autofree char *other = NULL;
  g_autofree char *line = NULL;
  g_autofree char *column = NULL;
  g_autofree char *what = NULL;
  g_autofree char *said = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *place = NULL;
  g_autofree char *isolated = NULL;

  if (!g_regex_match (get_pattern (), rest, 0, &match))
    {
      *what_out = meso_words_isolate (fault);
      return g_strdup ("");
    }
  other = g_match_info_fetch (match, 1);
  line = g_match_info_fetch (match, 2);
  column = g_match_info_fetch (match, 3);
  what = g_match_info_fetch (match, 4);
  said = meso_fault_words_say (what);
  sentence = begin_sentence (said);
  *what_out = meso_words_isolate (sentence);
  place = write_place (context, line, column);
  if (*other == '\0')
    return g_steal_pointer (&place);
  isolated = meso_words_isolate (other);
  /* Translators: a place in a file, and the file's name */
  return g_strdup_printf (_("%s of %s"), place, isolated);
}
