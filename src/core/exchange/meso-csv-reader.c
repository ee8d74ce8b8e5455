/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-csv-reader.h"

#include <string.h>

/* The header is looked through for its separator before it is read. */
#define HEAD_MAX_BYTES MESO_CSV_ROW_MAX_BYTES

typedef enum {
  AT_CELL,         /* nothing of the cell has been read */
  IN_CELL,
  IN_QUOTES,
  BEHIND_QUOTE,    /* of a quoted cell: its end, or the first half of a doubled one */
} Place;

struct _MesoCsvReader
{
  char separator;
  const char *at;
  const char *end;
  GString *head;              /* (nullable): what was fed until the separator is known */
  gboolean begun;             /* the first bytes have been looked at */
  gboolean ended;
  gboolean dead;              /* nothing more can be told for sure */
  gboolean told;              /* the row, or its fault, was given out */

  Place place;
  guint64 line;               /* of the character that is being read */
  guint column;
  gboolean after_return;      /* the character before was a CR: a LF belongs to it */
  guint bytes_due;            /* of a character of several bytes */
  guchar least;               /* what the next of them may be */
  guchar most;

  guint n_columns;            /* of the header; 0 before it */
  GString *text;              /* of all cells of the row, each NUL-ended */
  GArray *cells;              /* MesoCsvCell, without their text until the row is whole */
  gsize cell_start;
  guint n_cells;              /* seen, also in a row that is passed over */
  MesoImportFault fault;
};

/* What a run of plain text doesn't hold. Bytes from 0x80 are looked at one by one. */
static gboolean
is_plain (char c)
{
  guchar byte = (guchar) c;

  return byte < 0x80 && byte != '\0' && byte != '"' && byte != ',' && byte != ';' && byte != '\t' && byte != '\r' && byte != '\n';
}

/**
 * meso_csv_reader_new:
 * @separator: `,` `;` or a tab; 0 to find it out from the header
 *
 * Returns: (transfer full): a reader at the first byte of a file
 */
MesoCsvReader *
meso_csv_reader_new (char separator)
{
  MesoCsvReader *self = g_new0 (MesoCsvReader, 1);

  g_assert (separator == 0 || separator == ',' || separator == ';' || separator == '\t');

  self->separator = separator;
  self->line = 1;
  self->column = 1;
  self->head = g_string_new (NULL);
  self->text = g_string_new (NULL);
  self->cells = g_array_new (FALSE, FALSE, sizeof (MesoCsvCell));

  return self;
}

/**
 * meso_csv_reader_free:
 * @self: (transfer full): a reader
 */
void
meso_csv_reader_free (MesoCsvReader *self)
{
  if (self->head != NULL)
    g_string_free (self->head, TRUE);
  g_string_free (self->text, TRUE);
  g_array_unref (self->cells);
  meso_import_fault_clear (&self->fault);
  g_free (self);
}

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
take_separator_line (MesoCsvReader *self)
{
  const char *line = self->head->str;
  gsize n = 5;

  if (g_ascii_strncasecmp (line, "sep=", 4) != 0 || line[4] == '\0' || strchr (",;\t", line[4]) == NULL)
    return FALSE;
  if (line[n] == '\r')
    n++;
  if (line[n] == '\n')
    n++;
  if (n == 5)
    return FALSE;

  self->separator = line[4];
  self->line = 2;
  self->after_return = line[n - 1] == '\r';
  g_string_erase (self->head, 0, n);

  return TRUE;
}

static void
find_separator (MesoCsvReader *self,
                const guint    counts[3])
{
  if (take_separator_line (self) || self->separator != 0)
    return;
  if (counts[0] >= counts[1] && counts[0] >= counts[2])
    self->separator = ',';
  else
    self->separator = counts[1] >= counts[2] ? ';' : '\t';
}

/* FALSE while more of the header is needed. */
static gboolean
begin (MesoCsvReader *self)
{
  guint counts[3];
  gboolean whole;

  if (self->begun)
    return TRUE;
  if (!self->ended && self->head->len < 3)
    return FALSE;
  whole = look_through_header (self->head, counts);
  if (!whole && !self->ended && self->head->len < HEAD_MAX_BYTES)
    return FALSE;

  self->begun = TRUE;
  if (g_str_has_prefix (self->head->str, "\xEF\xBB\xBF"))
    g_string_erase (self->head, 0, 3);
  find_separator (self, counts);
  self->at = self->head->str;
  self->end = self->at + self->head->len;

  return TRUE;
}

/**
 * meso_csv_reader_feed:
 * @self: a reader that asked for more
 * @block: (array length=length) (transfer none): the next bytes of the file, any number; they stay as they are until
 *   meso_csv_reader_next () asks for more
 */
void
meso_csv_reader_feed (MesoCsvReader *self,
                      const char    *block,
                      gsize          length)
{
  g_return_if_fail (self->at == self->end && !self->ended);

  if (!self->begun)
    {
      g_string_append_len (self->head, block, (gssize) length);
      return;
    }
  self->at = block;
  self->end = block + length;
}

/**
 * meso_csv_reader_end:
 * @self: a reader that asked for more
 *
 * Says that the file has ended.
 */
void
meso_csv_reader_end (MesoCsvReader *self)
{
  self->ended = TRUE;
}

/* Remembers the first fault of a row; the rest of it is passed over. */
static void
note_fault (MesoCsvReader       *self,
            MesoImportFaultKind  kind,
            guint64              line,
            guint                column,
            guint64              expected,
            guint64              found)
{
  if (self->fault.kind != MESO_IMPORT_FAULT_NONE)
    return;
  self->fault = (MesoImportFault) { .kind = kind, .line = line, .column = column, .expected = expected, .found = found };
  g_string_truncate (self->text, 0);
}

static MesoCsvStep
fail (MesoCsvReader       *self,
      MesoImportFaultKind  kind,
      guint64              line,
      guint                column)
{
  meso_import_fault_clear (&self->fault);
  note_fault (self, kind, line, column, 0, 0);
  self->dead = TRUE;

  return MESO_CSV_FAULT;
}

static gboolean
passes_over (MesoCsvReader *self)
{
  return self->fault.kind != MESO_IMPORT_FAULT_NONE;
}

static void
append (MesoCsvReader *self,
        const char    *text,
        gsize          length)
{
  const MesoCsvCell *cell;

  if (passes_over (self))
    return;
  cell = &g_array_index (self->cells, MesoCsvCell, self->cells->len - 1);
  if (self->text->len - self->cell_start + length > MESO_CSV_CELL_MAX_BYTES)
    note_fault (self, MESO_IMPORT_FAULT_CELL_TOO_LONG, cell->line, cell->column, MESO_CSV_CELL_MAX_BYTES, 0);
  else if (self->text->len + length > MESO_CSV_ROW_MAX_BYTES)
    note_fault (self, MESO_IMPORT_FAULT_ROW_TOO_LONG, cell->line, cell->column, MESO_CSV_ROW_MAX_BYTES, 0);
  else
    g_string_append_len (self->text, text, (gssize) length);
}

static void
begin_cell (MesoCsvReader *self,
            gboolean       quoted)
{
  MesoCsvCell cell = { .line = self->line, .column = self->column, .quoted = quoted };

  self->place = quoted ? IN_QUOTES : IN_CELL;
  self->n_cells++;
  if (self->n_cells > MESO_CSV_MAX_COLUMNS)
    note_fault (self, MESO_IMPORT_FAULT_TOO_MANY_COLUMNS, self->line, self->column, MESO_CSV_MAX_COLUMNS, 0);
  else if (self->n_columns > 0 && self->n_cells == self->n_columns + 1)
    note_fault (self, MESO_IMPORT_FAULT_ROW_WIDTH, self->line, self->column, self->n_columns, 0);
  if (passes_over (self))
    return;
  self->cell_start = self->text->len;
  g_array_append_val (self->cells, cell);
}

static void
end_cell (MesoCsvReader *self)
{
  self->place = AT_CELL;
  if (passes_over (self))
    return;
  g_array_index (self->cells, MesoCsvCell, self->cells->len - 1).length = self->text->len - self->cell_start;
  g_string_append_c (self->text, '\0');
}

/* The text may have moved while the row was read: now it stays. */
static void
place_cells (MesoCsvReader *self)
{
  const char *text = self->text->str;

  for (guint i = 0; i < self->cells->len; i++)
    {
      MesoCsvCell *cell = &g_array_index (self->cells, MesoCsvCell, i);

      cell->text = text;
      text += cell->length + 1;
    }
}

static MesoCsvStep
end_row (MesoCsvReader *self)
{
  end_cell (self);
  if (self->n_columns > 0 && self->n_cells < self->n_columns)
    note_fault (self, MESO_IMPORT_FAULT_ROW_WIDTH, self->line, self->column, self->n_columns, self->n_cells);
  if (self->fault.kind == MESO_IMPORT_FAULT_ROW_WIDTH)
    self->fault.found = self->n_cells;
  if (passes_over (self))
    {
      /* Without a header nobody knows what the columns are. */
      self->dead = self->n_columns == 0;
      return MESO_CSV_FAULT;
    }
  if (self->n_columns == 0)
    self->n_columns = self->n_cells;
  place_cells (self);

  return MESO_CSV_ROW;
}

/* Strict UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF. */
static gboolean
take_utf8 (MesoCsvReader *self,
           guchar         c)
{
  if (self->bytes_due > 0)
    {
      if (c < self->least || c > self->most)
        return FALSE;
      self->bytes_due--;
    }
  else if (c >= 0x80)
    {
      if (c < 0xC2 || c > 0xF4)
        return FALSE;
      self->bytes_due = c < 0xE0 ? 1 : c < 0xF0 ? 2 : 3;
      self->least = c == 0xE0 ? 0xA0 : c == 0xF0 ? 0x90 : 0x80;
      self->most = c == 0xED ? 0x9F : c == 0xF4 ? 0x8F : 0xBF;
      return TRUE;
    }
  self->least = 0x80;
  self->most = 0xBF;

  return TRUE;
}

static MesoCsvStep
take_unquoted (MesoCsvReader *self,
               char           c)
{
  if (c == self->separator)
    end_cell (self);
  else if (c == '\n' || c == '\r')
    return end_row (self);
  else if (self->place == BEHIND_QUOTE)
    return fail (self, MESO_IMPORT_FAULT_TEXT_AFTER_QUOTE, self->line, self->column);
  else if (c == '"')
    return fail (self, MESO_IMPORT_FAULT_QUOTE_INSIDE, self->line, self->column);
  else
    append (self, &c, 1);

  return MESO_CSV_MORE;
}

/* One byte; MESO_CSV_MORE when there is nothing to tell yet. */
static MesoCsvStep
take_byte (MesoCsvReader *self,
           char           c)
{
  if (c == '\0')
    return fail (self, MESO_IMPORT_FAULT_NUL, self->line, self->column);
  if (!take_utf8 (self, (guchar) c))
    return fail (self, MESO_IMPORT_FAULT_ENCODING, self->line, self->column);

  switch (self->place)
    {
    case AT_CELL:
      /* A line with nothing in it, or the second half of a line break. */
      if (self->n_cells == 0 && (c == '\n' || c == '\r'))
        return MESO_CSV_MORE;
      begin_cell (self, c == '"');
      return c == '"' ? MESO_CSV_MORE : take_unquoted (self, c);
    case IN_QUOTES:
      if (c == '"')
        self->place = BEHIND_QUOTE;
      else
        append (self, &c, 1);
      return MESO_CSV_MORE;
    case BEHIND_QUOTE:
      if (c == '"')
        {
          append (self, &c, 1);
          self->place = IN_QUOTES;
          return MESO_CSV_MORE;
        }
      return take_unquoted (self, c);
    case IN_CELL:
    default:
      return take_unquoted (self, c);
    }
}

static void
step_forward (MesoCsvReader *self,
              char           c)
{
  if (c == '\n' || c == '\r')
    {
      if (c == '\r' || !self->after_return)
        self->line++;
      self->column = 1;
    }
  else if (self->bytes_due == 0)
    {
      self->column++;
    }
  self->after_return = c == '\r';
}

/* A run of ASCII text at once. */
static void
take_run (MesoCsvReader *self)
{
  const char *start = self->at;

  while (self->at < self->end && is_plain (*self->at))
    self->at++;
  if (self->at == start)
    return;
  append (self, start, (gsize) (self->at - start));
  self->column += (guint) (self->at - start);
  self->after_return = FALSE;
}

static MesoCsvStep
read_on (MesoCsvReader *self)
{
  while (self->at < self->end)
    {
      MesoCsvStep step;

      if ((self->place == IN_CELL || self->place == IN_QUOTES) && self->bytes_due == 0)
        take_run (self);
      if (self->at == self->end)
        break;
      step = take_byte (self, *self->at);
      step_forward (self, *self->at);
      self->at++;
      if (step != MESO_CSV_MORE)
        return step;
    }

  return MESO_CSV_MORE;
}

static MesoCsvStep
finish (MesoCsvReader *self)
{
  self->dead = TRUE;
  if (self->bytes_due > 0)
    return fail (self, MESO_IMPORT_FAULT_ENCODING, self->line, self->column);
  if (self->place == IN_QUOTES)
    {
      const MesoCsvCell *cell = self->cells->len > 0 ? &g_array_index (self->cells, MesoCsvCell, self->cells->len - 1) : NULL;

      /* In a row that is passed over the fault that came first is also the likely cause. */
      return passes_over (self) || cell == NULL
               ? fail (self, MESO_IMPORT_FAULT_QUOTE_OPEN, self->fault.line, self->fault.column)
               : fail (self, MESO_IMPORT_FAULT_QUOTE_OPEN, cell->line, cell->column);
    }
  if (self->n_cells > 0)
    {
      if (self->place == AT_CELL)
        begin_cell (self, FALSE);
      return end_row (self);
    }

  return MESO_CSV_END;
}

static void
forget_row (MesoCsvReader *self)
{
  g_array_set_size (self->cells, 0);
  g_string_truncate (self->text, 0);
  meso_import_fault_clear (&self->fault);
  self->n_cells = 0;
  self->told = FALSE;
}

/**
 * meso_csv_reader_next:
 * @self: a reader
 *
 * Reads on until there is a row, or a fault. Blank lines are passed over. After the fault of a row, reading goes
 * on behind it; after one of the file (meso_import_fault_kind_is_fatal (), or any in the header) comes the end, since nobody
 * can tell for sure what the rest means.
 *
 * Returns: what was found
 */
MesoCsvStep
meso_csv_reader_next (MesoCsvReader *self)
{
  MesoCsvStep step;

  if (self->dead)
    return MESO_CSV_END;
  if (!begin (self))
    return MESO_CSV_MORE;

  if (self->told)
    forget_row (self);
  step = read_on (self);
  if (step == MESO_CSV_MORE && self->ended)
    step = finish (self);
  self->told = step == MESO_CSV_ROW || step == MESO_CSV_FAULT;

  return step;
}

/**
 * meso_csv_reader_get_row:
 * @self: a reader that has a row
 * @n_cells_out: (out): how many cells; as many as the header has
 *
 * Returns: (transfer none) (array length=n_cells_out): the cells, until the next call of meso_csv_reader_next ()
 */
const MesoCsvCell *
meso_csv_reader_get_row (MesoCsvReader *self,
                         guint         *n_cells_out)
{
  *n_cells_out = self->cells->len;

  return &g_array_index (self->cells, MesoCsvCell, 0);
}

/**
 * meso_csv_reader_get_fault:
 * @self: a reader that found a fault
 *
 * Returns: (transfer none): what is wrong and where, until the next call of meso_csv_reader_next ()
 */
const MesoImportFault *
meso_csv_reader_get_fault (MesoCsvReader *self)
{
  return &self->fault;
}

/**
 * meso_csv_reader_get_separator:
 * @self: a reader
 *
 * Returns: what stands between the cells; 0 until the header has been seen
 */
char
meso_csv_reader_get_separator (MesoCsvReader *self)
{
  return self->separator;
}

/**
 * meso_csv_cell_get_place:
 * @self: a cell
 * @offset: a byte of its text where a character begins
 * @line_out: (out): the line of the file where that character stands
 * @column_out: (out): the same, in characters
 *
 * Finds a character of a cell in the file again.
 */
void
meso_csv_cell_get_place (const MesoCsvCell *self,
                         gsize              offset,
                         guint64           *line_out,
                         guint             *column_out)
{
  gboolean after_return = FALSE;

  *line_out = self->line;
  *column_out = self->column + (self->quoted ? 1 : 0);
  for (gsize i = 0; i < offset && i < self->length; i++)
    {
      char c = self->text[i];

      if (c == '\n' || c == '\r')
        {
          *line_out += c == '\r' || !after_return;
          *column_out = 1;
        }
      else if (((guchar) c & 0xC0) != 0x80)
        {
          /* A quote in a cell is written twice. */
          *column_out += c == '"' ? 2 : 1;
        }
      after_return = c == '\r';
    }
}
