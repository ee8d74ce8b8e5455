/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-reading.h"

/* The parts that aren't empty, with spaces between; no line when all of them are. */
static void G_GNUC_NULL_TERMINATED
add_line (GString    *text,
          const char *first,
          ...)
{
  gsize begin = text->len;
  va_list parts;

  va_start (parts, first);
  for (const char *part = first; part != NULL; part = va_arg (parts, const char *))
    {
      if (*part != '\0')
        g_string_append_printf (text, "%s%s", text->len > begin ? " " : "", part);
    }
  va_end (parts);
  if (text->len > begin)
    g_string_append_c (text, '\n');
}

static void
add_row (GString              *text,
         const MesoHandoutRow *row)
{
  if (row == NULL)
    return;
  add_line (text, row->lead, row->text, NULL);
  for (guint i = 0; row->cells != NULL && i < row->cells->len; i++)
    add_line (text, g_ptr_array_index (row->cells, i), NULL);
  for (guint i = 0; row->boxes != NULL && i < row->boxes->len; i++)
    add_line (text, g_ptr_array_index (row->boxes, i), NULL);
}

static void
add_rows (GString         *text,
          const GPtrArray *rows)
{
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    add_row (text, g_ptr_array_index (rows, i));
}

static void
add_group (GString                *text,
           const MesoHandoutGroup *group)
{
  g_autoptr(GString) date = g_string_new ("");

  for (guint i = 0; i < group->date->len; i++)
    g_string_append_printf (date, "%s%s", i > 0 ? " " : "", (const char *) g_ptr_array_index (group->date, i));
  add_line (text, group->label, date->str, group->note, NULL);
  add_rows (text, group->rows);
  add_row (text, group->boxed);
}

static void
add_block (GString                *text,
           const MesoHandoutBlock *block)
{
  const MesoHandoutCall *call = block->call;

  add_line (text, block->heading, NULL);
  add_line (text, block->note, NULL);
  for (guint i = 0; block->groups != NULL && i < block->groups->len; i++)
    add_group (text, g_ptr_array_index (block->groups, i));
  add_rows (text, block->rows);
  if (call == NULL)
    return;
  add_line (text, call->phone_label, call->phone, NULL);
  add_line (text, call->later_lead, call->later_text, NULL);
  add_line (text, call->emergency_text, call->emergency_call, NULL);
}

static void
add_head (GString                *text,
          const MesoHandoutSheet *sheet)
{
  add_line (text, sheet->watermark, NULL);
  add_line (text, sheet->clinic_name, NULL);
  add_line (text, sheet->physician, NULL);
  for (guint i = 0; i < sheet->address->len; i++)
    add_line (text, g_ptr_array_index (sheet->address, i), NULL);
  add_line (text, sheet->phone, NULL);
  add_line (text, sheet->title, NULL);
  for (guint i = 0; i < sheet->facts->len; i++)
    {
      const MesoHandoutFact *fact = g_ptr_array_index (sheet->facts, i);

      add_line (text, fact->label, fact->value, fact->detail, NULL);
    }
}

/**
 * meso_handout_reading_of:
 * @sheet: a sheet
 *
 * Returns: (transfer full): all of its text, a line each: for who listens to it, and for who looks for a word
 */
char *
meso_handout_reading_of (const MesoHandoutSheet *sheet)
{
  g_autoptr(GString) text = g_string_new ("");

  add_head (text, sheet);
  for (guint i = 0; i < sheet->blocks->len; i++)
    add_block (text, g_ptr_array_index (sheet->blocks, i));
  add_line (text, sheet->draft, NULL);
  add_line (text, sheet->notice, NULL);
  add_line (text, sheet->imprint, NULL);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
