/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-csv-reader.h"

#include "meso-csv-head.h"

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

  MesoCsvRow row;             /* what was read of the row */
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
  meso_csv_row_init (&self->row);

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
  meso_csv_row_clear (&self->row);
  g_free (self);
}

/* FALSE while more of the header is needed. */
static gboolean
begin (MesoCsvReader *self)
{
  MesoCsvHead head;

  if (self->begun)
    return TRUE;
  if (!meso_csv_head_read (self->head, self->ended, self->separator, &head))
    return FALSE;

  self->begun = TRUE;
  self->separator = head.separator;
  self->line = head.line;
  self->after_return = head.after_return;
  self->at = self->head->str + head.length;
  self->end = self->head->str + self->head->len;

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

static MesoCsvStep
fail (MesoCsvReader       *self,
      MesoImportFaultKind  kind,
      guint64              line,
      guint                column)
{
  meso_csv_row_fail (&self->row, kind, line, column);
  self->dead = TRUE;

  return MESO_CSV_FAULT;
}

static void
begin_cell (MesoCsvReader *self,
            gboolean       quoted)
{
  self->place = quoted ? IN_QUOTES : IN_CELL;
  meso_csv_row_begin_cell (&self->row, self->line, self->column, quoted);
}

static void
end_cell (MesoCsvReader *self)
{
  self->place = AT_CELL;
  meso_csv_row_end_cell (&self->row);
}

static MesoCsvStep
end_row (MesoCsvReader *self)
{
  end_cell (self);
  if (meso_csv_row_end (&self->row, self->line, self->column))
    return MESO_CSV_ROW;

  /* Without a header nobody knows what the columns are. */
  self->dead = self->row.n_columns == 0;
  return MESO_CSV_FAULT;
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
    meso_csv_row_append (&self->row, &c, 1);

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
      if (self->row.n_cells == 0 && (c == '\n' || c == '\r'))
        return MESO_CSV_MORE;
      begin_cell (self, c == '"');
      return c == '"' ? MESO_CSV_MORE : take_unquoted (self, c);
    case IN_QUOTES:
      if (c == '"')
        self->place = BEHIND_QUOTE;
      else
        meso_csv_row_append (&self->row, &c, 1);
      return MESO_CSV_MORE;
    case BEHIND_QUOTE:
      if (c == '"')
        {
          meso_csv_row_append (&self->row, &c, 1);
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
  meso_csv_row_append (&self->row, start, (gsize) (self->at - start));
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
      const MesoCsvCell *cell = meso_csv_row_get_last (&self->row);
      const MesoImportFault *fault = &self->row.fault;

      /* In a row that is passed over the fault that came first is also the likely cause. */
      return meso_csv_row_has_fault (&self->row) || cell == NULL
               ? fail (self, MESO_IMPORT_FAULT_QUOTE_OPEN, fault->line, fault->column)
               : fail (self, MESO_IMPORT_FAULT_QUOTE_OPEN, cell->line, cell->column);
    }
  if (self->row.n_cells > 0)
    {
      if (self->place == AT_CELL)
        begin_cell (self, FALSE);
      return end_row (self);
    }

  return MESO_CSV_END;
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
    {
      meso_csv_row_forget (&self->row);
      self->told = FALSE;
    }
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
  *n_cells_out = self->row.cells->len;

  return &g_array_index (self->row.cells, MesoCsvCell, 0);
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
  return &self->row.fault;
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
