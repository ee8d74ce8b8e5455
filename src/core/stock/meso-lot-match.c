/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-lot-match.h"

#include "meso-text-fold.h"

/**
 * meso_lot_match_fold:
 * @text: a lot's number, or its maker
 *
 * Boxes write their numbers with spaces, dashes and either case, and so do people: "B 2407", "b-2407" and «B۲۴۰۷» are one number.
 *
 * Returns: (transfer full): what two texts have in common that mean the same
 */
char *
meso_lot_match_fold (const char *text)
{
  g_autofree char *folded = meso_text_fold (text);
  g_auto(GStrv) words = g_strsplit (folded, " ", -1);

  return g_strjoinv ("", words);
}

/**
 * meso_lot_match_makers:
 * @one: a maker, "" when it wasn't said
 * @other: another
 *
 * Returns: whether both may be the same: a maker that wasn't said may be any
 */
gboolean
meso_lot_match_makers (const char *one,
                       const char *other)
{
  g_autofree char *folded = meso_lot_match_fold (one);
  g_autofree char *folded_other = meso_lot_match_fold (other);

  return *folded == '\0' || *folded_other == '\0' || g_str_equal (folded, folded_other);
}

static gboolean
have_same_number (const MesoLot *one,
                  const MesoLot *other)
{
  g_autofree char *folded = meso_lot_match_fold (one->number);
  g_autofree char *folded_other = meso_lot_match_fold (other->number);

  return *folded != '\0' ? g_str_equal (folded, folded_other) : g_str_equal (one->number, other->number);
}

static gboolean
holds (const MesoLot *lot,
       const char    *ingredient)
{
  for (guint i = 0; i < lot->components->len; i++)
    {
      if (g_str_equal (((const MesoProductComponent *) g_ptr_array_index (lot->components, i))->ingredient, ingredient))
        return TRUE;
    }
  return FALSE;
}

/**
 * meso_lot_match:
 * @one: a lot
 * @other: another
 *
 * Returns: whether both are deliveries of what was made as one: they bear the same number, hold a same ingredient, and no two makers are
 *   named. In doubt they are
 */
gboolean
meso_lot_match (const MesoLot *one,
                const MesoLot *other)
{
  gboolean shared = FALSE;

  for (guint i = 0; i < one->components->len && !shared; i++)
    shared = holds (other, ((const MesoProductComponent *) g_ptr_array_index (one->components, i))->ingredient);
  return shared && have_same_number (one, other) && meso_lot_match_makers (one->maker, other->maker);
}
