/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-recall-csv.h"

#include "meso-csv-guard.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

/* Stable names: scripts know them. */
static const char *const columns[] = {
  "lot_number", "lot_name", "maker", "expiry", "lot", "file_number", "given_name", "family_name", "phone", "second_phone", "mixed_on",
  "volume_ul", "session_date", "amended", "discarded", "in_error", "preparation", "session", "patient",
};

static void
add (GString    *file,
     const char *text,
     char        separator)
{
  if (text != NULL)
    meso_csv_append_cell (file, text, separator);
  g_string_append_c (file, separator);
}

static void
add_day (GString          *file,
         MesoCalendarDate  day,
         char              separator)
{
  g_autofree char *text = meso_calendar_date_is_set (day) ? meso_calendar_date_to_string (day) : NULL;

  add (file, text, separator);
}

static void
add_flag (GString  *file,
          gboolean  is_so,
          char      separator)
{
  add (file, is_so ? "yes" : "no", separator);
}

static void
end_row (GString *file)
{
  g_string_truncate (file, file->len - 1);
  g_string_append (file, "\r\n");
}

static void
add_entry (GString               *file,
           const MesoRecall      *recall,
           const MesoRecallEntry *entry,
           char                   separator)
{
  const MesoLot *lot = meso_lot_find (recall->lots, entry->lot);
  g_autofree char *volume = g_strdup_printf ("%" G_GINT64_FORMAT, entry->volume_ul);

  add (file, lot != NULL ? lot->number : NULL, separator);
  add (file, lot != NULL ? lot->name : NULL, separator);
  add (file, lot != NULL ? lot->maker : NULL, separator);
  add_day (file, lot != NULL ? lot->expiry : MESO_CALENDAR_DATE_NONE, separator);
  add (file, entry->lot, separator);
  add (file, entry->file_number, separator);
  add (file, entry->given_name, separator);
  add (file, entry->family_name, separator);
  add (file, entry->phone, separator);
  add (file, entry->second_phone, separator);
  add_day (file, entry->mixed_on, separator);
  add (file, volume, separator);
  add_day (file, entry->session_date, separator);
  add_flag (file, entry->amended, separator);
  add_flag (file, entry->discarded, separator);
  add_flag (file, entry->in_error, separator);
  add (file, entry->preparation, separator);
  add (file, entry->session, separator);
  add (file, entry->person, separator);
  end_row (file);
}

/**
 * meso_recall_csv_write:
 * @recall: where lots went
 * @separator: what stands between cells: `,` `;` or a tab
 * @byte_order_mark: whether Excel shall see by a mark that it is UTF-8
 *
 * One row for each lot that a preparation drew from; the same phone may stand in several. Cells that a spreadsheet would run as a formula
 * are guarded (meso_csv_guard ()).
 *
 * Returns: (transfer full): the file's text
 */
GString *
meso_recall_csv_write (const MesoRecall *recall,
                       char              separator,
                       gboolean          byte_order_mark)
{
  GString *file = g_string_new (byte_order_mark ? BYTE_ORDER_MARK : "");

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    add (file, columns[i], separator);
  end_row (file);
  for (guint i = 0; i < recall->entries->len; i++)
    add_entry (file, recall, g_ptr_array_index (recall->entries, i), separator);
  return file;
}
