/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-sheet-private.h"

#include "meso-text.h"

/**
 * meso_handout_take:
 * @field: (inout): a string of a sheet
 * @text: (transfer full): what replaces it
 */
void
meso_handout_take (char **field,
                   char  *text)
{
  g_free (*field);
  *field = text;
}

static void
meso_handout_row_free (gpointer data)
{
  MesoHandoutRow *self = data;

  g_free (self->id);
  g_free (self->icon);
  g_free (self->lead);
  g_free (self->text);
  g_free (self->strong);
  g_clear_pointer (&self->boxes, g_ptr_array_unref);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_free (self);
}

/**
 * meso_handout_row_new:
 * @id: the content's id of the item it is made from, "" for none
 *
 * Returns: (transfer full): a row with empty texts
 */
MesoHandoutRow *
meso_handout_row_new (const char *id)
{
  MesoHandoutRow *self = g_new0 (MesoHandoutRow, 1);

  self->id = g_strdup (id);
  self->icon = g_strdup ("");
  self->lead = g_strdup ("");
  self->text = g_strdup ("");
  self->strong = g_strdup ("");

  return self;
}

/**
 * meso_handout_row_take_cell:
 * @self: a row of a grid
 * @text: (transfer full): what stands in its next column; "" leaves a line to write on
 */
void
meso_handout_row_take_cell (MesoHandoutRow *self,
                            char           *text)
{
  if (self->cells == NULL)
    self->cells = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->cells, text);
}

static void
column_free (gpointer data)
{
  MesoHandoutColumn *self = data;

  g_free (self->label);
  g_free (self);
}

/**
 * meso_handout_block_add_column:
 * @self: a grid
 * @type: what stands in the column
 * @label: its head
 * @share: of the width
 */
void
meso_handout_block_add_column (MesoHandoutBlock      *self,
                               MesoHandoutColumnType  type,
                               const char            *label,
                               guint                  share)
{
  MesoHandoutColumn *column = g_new0 (MesoHandoutColumn, 1);

  column->type = type;
  column->label = g_strdup (label);
  column->share = share;
  g_ptr_array_add (self->columns, column);
}

static void
meso_handout_group_free (gpointer data)
{
  MesoHandoutGroup *self = data;

  g_free (self->label);
  g_ptr_array_unref (self->date);
  g_free (self->note);
  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->boxed, meso_handout_row_free);
  g_free (self);
}

/**
 * meso_handout_group_new:
 *
 * Returns: (transfer full): a group with empty texts and without date and rows
 */
MesoHandoutGroup *
meso_handout_group_new (void)
{
  MesoHandoutGroup *self = g_new0 (MesoHandoutGroup, 1);

  self->label = g_strdup ("");
  self->date = g_ptr_array_new_with_free_func (g_free);
  self->note = g_strdup ("");
  self->rows = g_ptr_array_new_with_free_func (meso_handout_row_free);

  return self;
}

static void
meso_handout_call_free (MesoHandoutCall *self)
{
  g_free (self->phone_label);
  g_free (self->phone);
  g_free (self->later_lead);
  g_free (self->later_text);
  g_free (self->emergency_text);
  g_free (self->emergency_call);
  g_free (self);
}

/**
 * meso_handout_call_new:
 *
 * Returns: (transfer full): the texts of a call box, all of them empty
 */
MesoHandoutCall *
meso_handout_call_new (void)
{
  MesoHandoutCall *self = g_new0 (MesoHandoutCall, 1);

  self->phone_label = g_strdup ("");
  self->phone = g_strdup ("");
  self->later_lead = g_strdup ("");
  self->later_text = g_strdup ("");
  self->emergency_text = g_strdup ("");
  self->emergency_call = g_strdup ("");

  return self;
}

/**
 * meso_handout_block_new:
 * @type: what it looks like
 *
 * Returns: (transfer full): a block with empty texts, rows, groups and columns
 */
MesoHandoutBlock *
meso_handout_block_new (MesoHandoutBlockType type)
{
  MesoHandoutBlock *self = g_new0 (MesoHandoutBlock, 1);

  self->type = type;
  self->heading = g_strdup ("");
  self->note = g_strdup ("");
  self->rows = g_ptr_array_new_with_free_func (meso_handout_row_free);
  self->groups = g_ptr_array_new_with_free_func (meso_handout_group_free);
  self->columns = g_ptr_array_new_with_free_func (column_free);

  return self;
}

/**
 * meso_handout_block_take_row:
 * @self: a block
 * @id: the content's id of the item that the row is made from, "" for none
 * @lead: (transfer full): what is set bold
 * @text: (transfer full): the rest
 *
 * Returns: (transfer none): a row at the end of @self
 */
MesoHandoutRow *
meso_handout_block_take_row (MesoHandoutBlock *self,
                             const char       *id,
                             char             *lead,
                             char             *text)
{
  MesoHandoutRow *row = meso_handout_row_new (id);

  meso_handout_take (&row->lead, lead);
  meso_handout_take (&row->text, text);
  g_ptr_array_add (self->rows, row);

  return row;
}

/**
 * meso_handout_block_free:
 * @self: (transfer full): a block, with all that is in it
 */
void
meso_handout_block_free (MesoHandoutBlock *self)
{
  g_free (self->heading);
  g_free (self->note);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->columns);
  g_clear_pointer (&self->call, meso_handout_call_free);
  g_free (self);
}

static void
meso_handout_fact_free (gpointer data)
{
  MesoHandoutFact *self = data;

  g_free (self->label);
  g_free (self->value);
  g_free (self->detail);
  g_free (self);
}

/**
 * meso_handout_fact_new:
 * @label: what it is
 * @value: what it says
 * @detail: the line below; "" for none
 *
 * Returns: (transfer full): the three together
 */
MesoHandoutFact *
meso_handout_fact_new (const char *label,
                       const char *value,
                       const char *detail)
{
  MesoHandoutFact *self = g_new0 (MesoHandoutFact, 1);

  self->label = g_strdup (label);
  self->value = g_strdup (value);
  self->detail = g_strdup (detail);

  return self;
}

/**
 * meso_handout_sheet_new:
 *
 * Returns: (transfer full): a sheet with empty texts and without blocks, for the assembly to fill before anyone else
 *   sees it
 */
MesoHandoutSheet *
meso_handout_sheet_new (void)
{
  MesoHandoutSheet *self = g_atomic_rc_box_new0 (MesoHandoutSheet);

  self->kind = g_strdup ("");
  self->language = g_strdup ("");
  self->title = g_strdup ("");
  self->clinic_name = g_strdup ("");
  self->physician = g_strdup ("");
  self->phone = g_strdup ("");
  self->address = g_ptr_array_new_with_free_func (g_free);
  self->facts = g_ptr_array_new_with_free_func (meso_handout_fact_free);
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_handout_block_free);
  self->running_start = g_strdup ("");
  self->running_end = g_strdup ("");
  self->notice = g_strdup ("");
  self->imprint = g_strdup ("");
  self->draft = g_strdup ("");
  self->watermark = g_strdup ("");
  self->page_format = g_strdup ("");

  return self;
}

/**
 * meso_handout_sheet_add_block:
 * @self: a sheet
 * @type: what the block looks like
 * @heading: what stands over it, "" for nothing
 *
 * Returns: (transfer none): a block at the end of @self
 */
MesoHandoutBlock *
meso_handout_sheet_add_block (MesoHandoutSheet     *self,
                              MesoHandoutBlockType  type,
                              const char           *heading)
{
  MesoHandoutBlock *block = meso_handout_block_new (type);

  g_set_str (&block->heading, heading);
  g_ptr_array_add (self->blocks, block);

  return block;
}

static void
clear_sheet (gpointer data)
{
  MesoHandoutSheet *self = data;

  g_free (self->kind);
  g_free (self->language);
  g_free (self->title);
  g_free (self->clinic_name);
  g_free (self->physician);
  g_free (self->phone);
  g_ptr_array_unref (self->address);
  g_ptr_array_unref (self->facts);
  g_ptr_array_unref (self->blocks);
  g_free (self->running_start);
  g_free (self->running_end);
  g_free (self->notice);
  g_free (self->imprint);
  g_free (self->draft);
  g_free (self->watermark);
  g_free (self->page_format);
}

/**
 * meso_handout_sheet_ref:
 * @self: a sheet
 *
 * Returns: (transfer full): @self with one more reference
 */
MesoHandoutSheet *
meso_handout_sheet_ref (MesoHandoutSheet *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * meso_handout_sheet_unref:
 * @self: (transfer full): a sheet
 */
void
meso_handout_sheet_unref (MesoHandoutSheet *self)
{
  g_atomic_rc_box_release_full (self, clear_sheet);
}

/**
 * meso_handout_sheet_dup_page_label:
 * @self: a sheet
 * @page: the page's number, from 1
 * @pages: how many there are
 *
 * Returns: (transfer full): "Page 1 of 2", in the sheet's language and digits
 */
char *
meso_handout_sheet_dup_page_label (const MesoHandoutSheet *self,
                                   int                     page,
                                   int                     pages)
{
  g_autofree char *page_digits = g_strdup_printf ("%d", page);
  g_autofree char *pages_digits = g_strdup_printf ("%d", pages);
  g_autofree char *page_text = meso_text_localise_digits (page_digits, self->language);
  g_autofree char *pages_text = meso_text_localise_digits (pages_digits, self->language);

  return meso_text_format (self->page_format, "page", page_text, "pages", pages_text, NULL);
}
