/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-lot-twin.h"

#include <glib/gi18n.h>

#include "meso-stock-words.h"
#include "meso-text-fold.h"
#include "meso-words.h"

/* "B 2407", "b-2407" and «B۲۴۰۷» are one number. */
static char *
fold (const char *text)
{
  g_autofree char *folded = meso_text_fold (text);
  g_auto(GStrv) words = g_strsplit (folded, " ", -1);

  return g_strjoinv ("", words);
}

static gboolean
may_be_same (const char *folded,
             const char *stored)
{
  g_autofree char *other = fold (stored);

  return *folded == '\0' || *other == '\0' || g_str_equal (folded, other);
}

MesoRow *
meso_lot_twin_find (GListModel         *lots,
                    const MesoLotDraft *draft,
                    const char         *but)
{
  g_autofree char *number = fold (draft->texts[MESO_LOT_FIELD_NUMBER]);
  g_autofree char *maker = fold (draft->texts[MESO_LOT_FIELD_MAKER]);

  for (guint i = 0; *number != '\0' && i < g_list_model_get_n_items (lots); i++)
    {
      g_autoptr(MesoRow) row = g_list_model_get_item (lots, i);
      const MesoLot *lot = ((const MesoStockItem *) meso_row_get_value (row))->lot;
      g_autofree char *other = fold (lot->number);

      if (g_strcmp0 (lot->id, but) != 0 && g_str_equal (number, other) && may_be_same (maker, lot->maker))
        return g_steal_pointer (&row);
    }
  return NULL;
}

char *
meso_lot_twin_describe (MesoContext   *context,
                        const MesoLot *lot)
{
  g_autofree char *name = meso_stock_words_name (context, lot);
  g_autofree char *isolated = meso_words_isolate (name);
  g_autofree char *day = meso_words_date_alone (context, lot->received_on);

  /* Translators: a lot with the number that is being typed: what it is of, and the date */
  return g_strdup_printf (_("%s, received %s. Receive it here only if another delivery came."), isolated, day);
}
