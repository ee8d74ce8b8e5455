/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-today-stock.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "meso-badge.h"
#include "meso-data-row.h"
#include "meso-stock-note.h"
#include "meso-stock-words.h"
#include "meso-words.h"

#define ROWS_MAX 5

GListModel *
meso_today_stock_slice (MesoQueryList *notes)
{
  return G_LIST_MODEL (gtk_slice_list_model_new (G_LIST_MODEL (g_object_ref (notes)), 0, ROWS_MAX));
}

static const char *
get_kind (MesoStockNoteKind kind)
{
  return kind == MESO_STOCK_NOTE_EXPIRING || kind == MESO_STOCK_NOTE_LOW ? "warning" : "error";
}

static char *
describe (MesoContext         *context,
          const MesoStockNote *note)
{
  g_autofree char *left = meso_stock_words_volume (context, note->left_ul);
  g_autofree char *day = meso_calendar_date_is_set (note->day) ? meso_words_day (context, note->day) : g_strdup ("");

  switch (note->kind)
    {
    case MESO_STOCK_NOTE_RECALLED:
      /* Translators: of a lot; %s is a volume */
      return g_strdup_printf (_("recalled, %s left"), left);
    case MESO_STOCK_NOTE_EXPIRED:
    case MESO_STOCK_NOTE_EXPIRING:
      return meso_stock_words_expiry (context, note->lot);
    case MESO_STOCK_NOTE_OPENED_TOO_LONG:
      /* Translators: of an opened container; %s is a day: "yesterday", "Mon 23 Nov" */
      return g_strdup_printf (_("opened too long: had to be discarded %s"), day);
    case MESO_STOCK_NOTE_LOW:
    default:
      return meso_stock_words_low (context, note);
    }
}

GtkWidget *
meso_today_stock_row_new (MesoContext *context,
                          MesoRow     *item)
{
  const MesoStockNote *note = meso_row_get_value (item);
  g_autofree char *name = note->lot != NULL ? meso_stock_words_name (context, note->lot) : g_strdup (note->name);
  g_autofree char *number = note->lot != NULL ? meso_stock_words_number (note->lot) : NULL;
  g_autofree char *what = describe (context, note);
  g_autoptr(GString) line = g_string_new (number);
  GtkWidget *row;

  meso_words_append (line, what);
  row = meso_data_row_new (ADW_TYPE_ACTION_ROW, name, line->str);
  gtk_widget_add_css_class (row, "numeric");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), meso_badge_new (note->kind == MESO_STOCK_NOTE_LOW ? "meso-bars-symbolic"
                                                                                                    : "meso-vial-symbolic",
                                                                   get_kind (note->kind)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "accessible-role",
                                                                 GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", note->lot != NULL ? note->lot->id : "stock");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), note->lot != NULL ? "win.lot" : "win.go");
  return row;
}

char *
meso_today_stock_dup_more (MesoContext   *context,
                           MesoQueryList *notes)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (notes));
  g_autofree char *number = meso_context_format_number (context, n > ROWS_MAX ? n - ROWS_MAX : 0);

  /* Translators: more than are listed */
  return n > ROWS_MAX ? g_strdup_printf (ngettext ("%s More in _Stock", "%s More in _Stock", n - ROWS_MAX), number) : NULL;
}
