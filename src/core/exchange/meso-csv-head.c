/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-csv-head.h"

#include <string.h>

#include "meso-csv-row.h"

/* The header is looked through for its separator before it is read. */
#define HEAD_MAX_BYTES MESO_CSV_ROW_MAX_BYTES
#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

/* How often each separator stands in the first line that isn't blank, outside of quotes; FALSE when the line's end isn't
 * there yet. */
static gboolean
look_through_header (const GString *head,
                     guint          counts[3])
{
  gboolean quoted = FALSE;
  gboolean blank = TRUE;

  counts[0] = counts[1] = counts[2] = 0;
  for (gsize i = 0; i < head->len; i++)
    {
      char c = head->str[i];

      if (!quoted && (c == '\n' || c == '\r'))
        {
          if (!blank)
            return TRUE;
          continue;
        }
      blank = FALSE;
      if (c == '"')
        quoted = !quoted;
      else if (!quoted && (c == ',' || c == ';' || c == '\t'))
        counts[c == ',' ? 0 : c == ';' ? 1 : 2]++;
    }

  return FALSE;
}

/* Excel's own way to say which separator a file has. */
static gboolean
take_separator_line (const char  *line,
                     MesoCsvHead *head)
{
  gsize n = 5;

  if (g_ascii_strncasecmp (line, "sep=", 4) != 0 || line[4] == '\0' || strchr (",;\t", line[4]) == NULL)
    return FALSE;
  if (line[n] == '\r')
    n++;
  if (line[n] == '\n')
    n++;
  if (n == 5)
    return FALSE;

  head->separator = line[4];
  head->line = 2;
  head->after_return = line[n - 1] == '\r';
  head->length += n;

  return TRUE;
}

static char
choose_separator (const guint counts[3])
{
  if (counts[0] >= counts[1] && counts[0] >= counts[2])
    return ',';

  return counts[1] >= counts[2] ? ';' : '\t';
}

/**
 * meso_csv_head_read:
 * @bytes: the first bytes of a file
 * @whole: whether these are all it has
 * @separator: what stands between its cells; 0 to take what stands most often in its first line that isn't blank, outside of quotes
 * @head_out: (out caller-allocates): how the file begins. A line `sep=;` is obeyed, whatever @separator says
 *
 * Returns: %FALSE while more bytes are needed to tell
 */
gboolean
meso_csv_head_read (const GString *bytes,
                    gboolean       whole,
                    char           separator,
                    MesoCsvHead   *head_out)
{
  guint counts[3];
  gboolean ended;

  if (!whole && bytes->len < strlen (BYTE_ORDER_MARK))
    return FALSE;
  ended = look_through_header (bytes, counts);
  if (!ended && !whole && bytes->len < HEAD_MAX_BYTES)
    return FALSE;

  *head_out = (MesoCsvHead) { .separator = separator, .line = 1 };
  if (g_str_has_prefix (bytes->str, BYTE_ORDER_MARK))
    head_out->length = strlen (BYTE_ORDER_MARK);
  if (!take_separator_line (bytes->str + head_out->length, head_out) && separator == 0)
    head_out->separator = choose_separator (counts);

  return TRUE;
}
