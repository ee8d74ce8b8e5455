/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-label-flow.h"

#include <string.h>

#define DOT " · "

static gboolean
fits (const MesoTypesetter *type,
      const MesoTextStyle  *style,
      const char           *text,
      double                width)
{
  return meso_typesetter_get_natural_width (type, &(MesoText) { .text = text, .style = *style }) <= width;
}

/* How many bytes of a text fit on a line: up to a space where there is one, and at least one character. */
static gsize
find_break (const MesoTypesetter *type,
            const MesoTextStyle  *style,
            const char           *text,
            double                width)
{
  gsize fitting = 0, at_space = 0;

  for (const char *p = g_utf8_next_char (text); ; p = g_utf8_next_char (p))
    {
      gsize length = p - text;
      g_autofree char *part = g_strndup (text, length);

      if (fitting > 0 && !fits (type, style, part, width))
        break;
      fitting = length;
      if (*p == ' ')
        at_space = length + 1;
      if (*p == '\0')
        return length;
    }

  return at_space > 0 ? at_space : fitting;
}

/* An item that is wider than a line. */
static void
add_wide (GPtrArray            *lines,
          const MesoTypesetter *type,
          const MesoTextStyle  *style,
          const char           *item,
          double                width)
{
  for (const char *rest = item; *rest != '\0';)
    {
      gsize length = find_break (type, style, rest, width);

      g_ptr_array_add (lines, g_strchomp (g_strndup (rest, length)));
      rest += length;
    }
}

/**
 * meso_label_flow:
 * @type: sets the text
 * @style: how
 * @items: (element-type utf8): what is to be said
 * @width: of a line, points
 *
 * Returns: (transfer full) (element-type utf8): the lines
 */
GPtrArray *
meso_label_flow (const MesoTypesetter *type,
                 const MesoTextStyle  *style,
                 const GPtrArray      *items,
                 double                width)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *line = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      const char *item = g_ptr_array_index (items, i);
      g_autofree char *longer = line != NULL ? g_strconcat (line, DOT, item, NULL) : g_strdup (item);

      if (fits (type, style, longer, width))
        {
          g_free (line);
          line = g_steal_pointer (&longer);
          continue;
        }
      if (line != NULL)
        g_ptr_array_add (lines, g_steal_pointer (&line));
      if (fits (type, style, item, width))
        line = g_strdup (item);
      else
        add_wide (lines, type, style, item, width);
    }
  if (line != NULL)
    g_ptr_array_add (lines, g_steal_pointer (&line));

  return lines;
}
