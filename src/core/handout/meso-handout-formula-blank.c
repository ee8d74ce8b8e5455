/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-worksheet.h"

#define BLANK_ROWS 6

/**
 * meso_worksheet_add_signatures:
 *
 * Who draws, who checks, who answers for it; when it was mixed and how long it may be used.
 */
void
meso_worksheet_add_signatures (const MesoWorksheet *self)
{
  static const struct { const char *lead; const char *text; gboolean person; } rows[] = {
    { "drawn-by", NULL, TRUE }, { "checked-by", "another-person", TRUE }, { "physician", NULL, TRUE },
    { "mixed-at", NULL, FALSE }, { "use-before", "at-most", FALSE },
  };
  MesoHandoutBlock *block = meso_worksheet_add_block (self, MESO_HANDOUT_BLOCK_GRID, "signatures");

  meso_handout_block_add_column (block, MESO_HANDOUT_COLUMN_TEXT, "", 30);
  meso_handout_block_add_column (block, MESO_HANDOUT_COLUMN_TEXT, meso_worksheet_phrase (self, "name"), 28);
  meso_handout_block_add_column (block, MESO_HANDOUT_COLUMN_TEXT, meso_worksheet_phrase (self, "time"), 16);
  meso_handout_block_add_column (block, MESO_HANDOUT_COLUMN_TEXT, meso_worksheet_phrase (self, "signature"), 26);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MesoHandoutRow *row = meso_handout_block_take_row (block, "", g_strdup (meso_worksheet_phrase (self, rows[i].lead)),
                                                         g_strdup (rows[i].text != NULL ? meso_worksheet_phrase (self, rows[i].text) : ""));

      meso_handout_row_take_cell (row, rows[i].person ? g_strdup ("") : NULL);
      meso_handout_row_take_cell (row, g_strdup (""));
      meso_handout_row_take_cell (row, rows[i].person ? g_strdup ("") : NULL);
    }
}

static void
add_person (const MesoWorksheet *self)
{
  MesoHandoutBlock *form = meso_handout_add_form (self->sheet, self->words, "sheet-person");
  static const char *const lines[] = { "record-name", "record-file", "record-birth-date", "record-weight", "record-allergies" };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    meso_handout_add_line (form, meso_handout_words_phrase (self->words, lines[i]));
  meso_handout_add_line (form, meso_worksheet_phrase (self, "formula-name"));
}

/* cells: how many of its columns are written in */
static MesoHandoutRow *
leave_row (MesoHandoutBlock *block,
           const char       *lead,
           guint             cells)
{
  MesoHandoutRow *row = meso_handout_block_take_row (block, "", g_strdup (lead), g_strdup (""));

  for (guint i = 0; i < cells; i++)
    meso_handout_row_take_cell (row, g_strdup (""));
  return row;
}

static void
add_drawing (const MesoWorksheet *self)
{
  MesoHandoutBlock *block = meso_worksheet_add_drawing (self);
  MesoHandoutRow *total;

  for (guint i = 0; i < BLANK_ROWS; i++)
    leave_row (block, "", block->columns->len - 1);
  leave_row (block, meso_worksheet_phrase (self, "diluent"), block->columns->len - 1);
  total = leave_row (block, meso_worksheet_phrase (self, "in-all"), 0);
  meso_handout_row_take_cell (total, NULL);
  meso_handout_row_take_cell (total, g_strdup (""));
}

static void
add_amounts (const MesoWorksheet *self)
{
  static const struct { MesoHandoutColumnType type; const char *label; guint share; } columns[] = {
    { MESO_HANDOUT_COLUMN_TEXT, "ingredient", 24 }, { MESO_HANDOUT_COLUMN_TEXT, "strength-times-volume", 24 },
    { MESO_HANDOUT_COLUMN_TEXT, "amount", 14 }, { MESO_HANDOUT_COLUMN_TEXT, "final", 16 },
    { MESO_HANDOUT_COLUMN_TEXT, "one-point", 12 }, { MESO_HANDOUT_COLUMN_TEXT, "most", 16 },
  };
  MesoHandoutBlock *block = meso_worksheet_add_block (self, MESO_HANDOUT_BLOCK_GRID, "amounts");

  meso_handout_take (&block->note, meso_handout_join_section (self->words, self->text, "steps"));
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    meso_handout_block_add_column (block, columns[i].type, meso_worksheet_phrase (self, columns[i].label), columns[i].share);
  for (guint i = 0; i < BLANK_ROWS; i++)
    leave_row (block, "", block->columns->len - 1);
}

/* What the program would have looked at. */
static void
add_checks (const MesoWorksheet *self)
{
  static const char *const checks[] = { "check-allergies", "check-pairs", "check-limits", "check-volume", "check-expiry" };
  MesoHandoutBlock *form = meso_worksheet_add_block (self, MESO_HANDOUT_BLOCK_FORM, "checks");

  for (gsize i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      MesoHandoutRow *row = meso_handout_block_take_row (form, "", g_strdup (""),
                                                         g_strdup (meso_worksheet_phrase (self, checks[i])));

      row->boxes = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (row->boxes, g_strdup (meso_worksheet_phrase (self, "in-order")));
      g_ptr_array_add (row->boxes, g_strdup (meso_worksheet_phrase (self, "not-in-order")));
    }
}

/**
 * meso_worksheet_add_blank:
 *
 * A worksheet for when there is no computer: all of it is written with a pen.
 */
void
meso_worksheet_add_blank (const MesoWorksheet *self)
{
  if (self->words->context->patient_name[0] == '\0')
    add_person (self);
  add_drawing (self);
  add_amounts (self);
  add_checks (self);
  meso_worksheet_add_signatures (self);
}
