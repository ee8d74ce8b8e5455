/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-lot-twin.h"

#include <glib/gi18n.h>

#include "meso-lot-match.h"
#include "meso-stock-words.h"
#include "meso-words.h"

MesoRow *
meso_lot_twin_find (GListModel         *lots,
                    const MesoLotDraft *draft,
                    const char         *but)
{
  g_autofree char *number = meso_lot_match_fold (draft->texts[MESO_LOT_FIELD_NUMBER]);

  for (guint i = 0; *number != '\0' && i < g_list_model_get_n_items (lots); i++)
    {
      g_autoptr(MesoRow) row = g_list_model_get_item (lots, i);
      const MesoLot *lot = ((const MesoStockItem *) meso_row_get_value (row))->lot;
      g_autofree char *other = meso_lot_match_fold (lot != NULL ? lot->number : "");

      if (lot != NULL && g_strcmp0 (lot->id, but) != 0 && g_str_equal (number, other) &&
          meso_lot_match_makers (draft->texts[MESO_LOT_FIELD_MAKER], lot->maker))
        return g_steal_pointer (&row);
    }
  return NULL;
}

/* What comes under the number of a lot that was stopped is stopped with it. */
char *
meso_lot_twin_describe (MesoContext   *context,
                        const MesoLot *lot)
{
  g_autofree char *name = meso_stock_words_name (context, lot);
  g_autofree char *isolated = meso_words_isolate (name);
  g_autofree char *received = meso_words_date_alone (context, lot->received_on);
  g_autofree char *expiry = meso_words_date_alone (context, lot->expiry);

  if (lot->state == MESO_LOT_RECALLED)
    /* Translators: a lot with the number that is being typed: what it is of, the date it came, and the date it expires */
    return g_strdup_printf (_("%s, received %s, expires %s. It was recalled: what is received under this number is recalled too."),
                            isolated, received, expiry);
  if (lot->state == MESO_LOT_QUARANTINED)
    /* Translators: a lot with the number that is being typed: what it is of, the date it came, and the date it expires */
    return g_strdup_printf (_("%s, received %s, expires %s. It is quarantined: what is received under this number is quarantined too."),
                            isolated, received, expiry);
  /* Translators: a lot with the number that is being typed: what it is of, the date it came, and the date it expires */
  return g_strdup_printf (_("%s, received %s, expires %s. Receive it here only if another delivery came."), isolated, received, expiry);
}
