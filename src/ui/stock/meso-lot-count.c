/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-lot-count.h"

#include <glib/gi18n.h>

#include "meso-lot-amount.h"
#include "meso-stock-words.h"
#include "meso-text.h"

typedef struct
{
  gint64 volume_ul;             /* in all, or in the opened container */
  gint64 containers;            /* unopened ones; -1 where a volume was typed */
} Counted;

static gint64
get_opened_ul (const MesoLot *lot)
{
  return lot->balance_ul - meso_lot_get_sealed_ul (lot);
}

static gboolean
understand (const MesoLot     *lot,
            const MesoOpening *opening,
            const char        *text,
            Counted           *counted)
{
  gboolean containers;

  if (!meso_lot_amount_read (lot, text, &counted->volume_ul, &containers) || (containers && opening != NULL))
    return FALSE;
  counted->containers = containers ? counted->volume_ul / lot->container_ul : -1;
  if (containers)
    counted->volume_ul += get_opened_ul (lot);
  return TRUE;
}

static char *
say_unreadable (const MesoOpening *opening)
{
  return g_strdup (opening != NULL ? _("Write what is left in it, with its unit, for example 2.5 mL.")
                                   : _("Write all that is left with its unit, for example 12.5 mL, or how many unopened containers, "
                                       "for example 7."));
}

/* What was received, and what can be there of it. */
static char *
say_too_much (MesoContext       *context,
              const MesoLot     *lot,
              const MesoOpening *opening,
              gboolean           in_containers)
{
  g_autofree char *size = meso_stock_words_volume (context, lot->container_ul);
  g_autofree char *received = meso_stock_words_containers (context, lot->containers);
  g_autofree char *opened = meso_context_format_number (context, lot->opened);
  g_autofree char *most = in_containers ? meso_stock_words_containers (context, meso_lot_get_most_sealed (lot))
                                        : meso_stock_words_volume (context, meso_lot_get_most_ul (lot, opening));

  if (opening != NULL)
    /* Translators: volumes; a container is filled a little over what its label says */
    return meso_text_format (_("A container of {size} holds {most} at most, however well it was filled. Check the number and its unit."),
                             "size", size, "most", most, NULL);
  if (in_containers)
    /* Translators: {received} and {most} are "60 containers", {size} is a volume, {opened} a number of containers */
    return meso_text_format (_("Received: {received} of {size}; opened since: {opened}. At most {most} can be unopened. Check the "
                               "number."), "received", received, "size", size, "opened", opened, "most", most, NULL);
  /* Translators: {received} is "60 containers", {size} and {most} are volumes, {opened} is a number of containers */
  return meso_text_format (_("Received: {received} of {size}; opened since: {opened}. At most {most} can be there, however well they "
                             "were filled. Check the number and its unit."), "received", received, "size", size, "opened", opened,
                           "most", most, NULL);
}

char *
meso_lot_count_read (MesoContext       *context,
                     const MesoLot     *lot,
                     const MesoOpening *opening,
                     const char        *text,
                     gint64            *volume_ul_out)
{
  gint64 on_books = opening != NULL ? opening->left_ul : lot->balance_ul;
  Counted counted;
  gboolean too_much;

  if (!understand (lot, opening, text, &counted))
    return say_unreadable (opening);
  *volume_ul_out = counted.volume_ul;
  too_much = counted.containers > meso_lot_get_most_sealed (lot) || counted.volume_ul > meso_lot_get_most_ul (lot, opening);
  return too_much && counted.volume_ul != on_books ? say_too_much (context, lot, opening, counted.containers >= 0) : NULL;
}

char *
meso_lot_count_describe (MesoContext       *context,
                         const MesoLot     *lot,
                         const MesoOpening *opening,
                         const char        *text)
{
  g_autofree char *trimmed = meso_text_trim (text);
  g_autofree char *volume = NULL;
  g_autofree char *books = meso_stock_words_volume (context, opening != NULL ? opening->left_ul : lot->balance_ul);
  g_autofree char *opened = meso_stock_words_volume (context, get_opened_ul (lot));
  g_autofree char *containers = NULL;
  Counted counted;

  if (*trimmed == '\0' || !understand (lot, opening, trimmed, &counted))
    return NULL;
  volume = meso_stock_words_volume (context, counted.volume_ul);
  if (counted.containers < 0 && (opening != NULL || lot->openings->len == 0))
    /* Translators: volumes: what was counted, and what the books say; here and in the next ones */
    return meso_text_format (_("{volume}; the books say {books}"), "volume", volume, "books", books, NULL);
  if (counted.containers < 0)
    return meso_text_format (_("{volume} in all, opened containers too; the books say {books}"), "volume", volume, "books", books, NULL);
  containers = meso_stock_words_containers (context, counted.containers);
  if (lot->openings->len == 0)
    /* Translators: {containers} is "270 containers" */
    return meso_text_format (_("{containers} = {volume}; the books say {books}"), "containers", containers, "volume", volume, "books", books,
                             NULL);
  /* Translators: {containers} is "270 containers", {opened} is what the opened ones hold */
  return meso_text_format (_("{containers} unopened, and {opened} in opened ones = {volume}; the books say {books}"), "containers",
                           containers, "opened", opened, "volume", volume, "books", books, NULL);
}
