/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-stock-words.h"

#include <glib/gi18n.h>

#include "meso-formula-wording.h"
#include "meso-local-day.h"
#include "meso-tag.h"
#include "meso-text.h"
#include "meso-words.h"

/* Nearer than this an expiry is told in days. */
#define NEAR_DAYS 60

MesoStockLook
meso_stock_words_look (MesoLotUse use,
                       gboolean   expiring)
{
  switch (use)
    {
    case MESO_LOT_IS_RECALLED:
      return (MesoStockLook) { "meso-stop-symbolic", C_("lot", "Recalled"), "error" };
    case MESO_LOT_IS_QUARANTINED:
      return (MesoStockLook) { "meso-pause-symbolic", C_("lot", "Quarantined"), "warning" };
    case MESO_LOT_EMPTY:
      return (MesoStockLook) { "meso-done-symbolic", C_("lot", "Used up"), "neutral" };
    case MESO_LOT_EXPIRED:
      return (MesoStockLook) { "meso-stop-symbolic", C_("lot", "Expired"), "error" };
    case MESO_LOT_OPENED_TOO_LONG:
      return (MesoStockLook) { "meso-clock-symbolic", C_("lot", "Opened too long"), "error" };
    case MESO_LOT_USABLE:
    default:
      if (expiring)
        return (MesoStockLook) { "meso-clock-symbolic", C_("lot", "Expires soon"), "warning" };
      return (MesoStockLook) { "meso-proven-symbolic", C_("lot", "Usable"), "success" };
    }
}

GtkWidget *
meso_stock_words_tag (MesoLotUse use,
                      gboolean   expiring)
{
  MesoStockLook look = meso_stock_words_look (use, expiring);

  return meso_tag_new (look.icon, look.word, look.kind);
}

GtkWidget *
meso_stock_words_overdue_tag (void)
{
  /* Translators: a tag of a lot of which an opened container had to be discarded by now */
  return meso_tag_new ("meso-clock-symbolic", C_("lot", "Container open too long"), "error");
}

static char *
write_component (MesoContext                *context,
                 const MesoProductComponent *component)
{
  const MesoIngredient *ingredient = meso_protocol_lookup_ingredient (meso_context_get_protocol (context), component->ingredient);
  const char *language = meso_context_get_language (context);
  const MesoSalt *salt = ingredient != NULL ? meso_ingredient_find_salt (ingredient, component->salt) : NULL;
  const char *name = salt != NULL ? meso_local_text_get (salt->name, language)
                     : ingredient != NULL ? meso_local_text_get (ingredient->name, language) : component->ingredient;
  g_autofree char *strength = meso_context_localise_number (context, component->strength);
  g_autofree char *isolated = meso_text_isolate (strength);

  if (*component->strength == '\0')
    return g_strdup (name);
  return g_strdup_printf ("%s\u00a0%s", name, isolated);
}

/* A snapshot keeps the words that it was received under; those of the other language are found while they still mean the same. */
static const char *
find_local (MesoContext *context,
            const MesoLot *lot)
{
  const MesoProduct *product = lot->product != NULL ? meso_protocol_lookup_product (meso_context_get_protocol (context), lot->product)
                                                    : NULL;

  if (product == NULL || (g_strcmp0 (meso_local_text_get (product->name, "en"), lot->name) != 0 &&
                          g_strcmp0 (meso_local_text_get (product->name, "fa"), lot->name) != 0))
    return NULL;
  return meso_local_text_get (product->name, meso_context_get_language (context));
}

char *
meso_stock_words_name (MesoContext   *context,
                       const MesoLot *lot)
{
  const char *local = find_local (context, lot);
  const MesoProductComponent *component;
  const MesoIngredient *ingredient;

  if (local != NULL)
    return g_strdup (local);
  if (lot->product != NULL || lot->components->len != 1)
    return g_strdup (lot->name);
  component = g_ptr_array_index (lot->components, 0);
  ingredient = meso_protocol_lookup_ingredient (meso_context_get_protocol (context), component->ingredient);
  /* A trade name of its own says more than the ingredient. */
  if (ingredient != NULL && *lot->name != '\0' && g_strcmp0 (meso_local_text_get (ingredient->name, "en"), lot->name) != 0 &&
      g_strcmp0 (meso_local_text_get (ingredient->name, "fa"), lot->name) != 0)
    return g_strdup (lot->name);
  return write_component (context, component);
}

char *
meso_stock_words_number (const MesoLot *lot)
{
  g_autofree char *number = meso_text_isolate (lot->number);

  /* Translators: the number that stands on a box */
  return g_strdup_printf (_("Lot\u00a0%s"), number);
}

char *
meso_stock_words_contents (MesoContext   *context,
                           const MesoLot *lot)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) parts = NULL;

  for (guint i = 0; i < lot->components->len; i++)
    g_strv_builder_take (builder, write_component (context, g_ptr_array_index (lot->components, i)));
  parts = g_strv_builder_end (builder);
  return g_strjoinv (_(", "), parts);
}

char *
meso_stock_words_expiry (MesoContext   *context,
                         const MesoLot *lot)
{
  int days = meso_calendar_date_days_between (meso_context_get_today (context), lot->expiry);
  g_autofree char *day = days >= -1 && days <= 1 ? meso_words_day (context, lot->expiry) : meso_words_date_alone (context, lot->expiry);
  g_autofree char *number = meso_context_format_number (context, days);

  if (days < 0)
    /* Translators: of a lot; %s is a date, or "yesterday" */
    return g_strdup_printf (_("expired %s"), day);
  if (days <= 1 || days > NEAR_DAYS)
    /* Translators: of a lot; %s is a date, "today" or "tomorrow" */
    return g_strdup_printf (_("expires %s"), day);
  /* Translators: of a lot; a number of days, and the date */
  return g_strdup_printf (ngettext ("expires in %s day, %s", "expires in %s days, %s", (gulong) days), number, day);
}

char *
meso_stock_words_volume (MesoContext *context,
                         gint64       volume_ul)
{
  g_autofree char *text = volume_ul != 0 ? meso_formula_wording_volume (context, ABS (volume_ul))
                                         : meso_context_localise_number (context, "0\u00a0mL");

  return meso_text_isolate (text);
}

gint64
meso_stock_words_count (const MesoLot *lot)
{
  return lot->sealed + lot->openings->len;
}

char *
meso_stock_words_containers (MesoContext *context,
                             gint64       containers)
{
  g_autofree char *number = meso_context_format_number (context, containers);

  return g_strdup_printf (ngettext ("%s container", "%s containers", (gulong) containers), number);
}

char *
meso_stock_words_left (MesoContext   *context,
                       const MesoLot *lot)
{
  g_autofree char *volume = meso_stock_words_volume (context, lot->balance_ul);
  g_autofree char *sealed = meso_context_format_number (context, lot->sealed);
  g_autofree char *opened = meso_context_format_number (context, lot->openings->len);

  if (lot->balance_ul == 0)
    return g_strdup (_("nothing left"));
  if (lot->openings->len == 0)
    /* Translators: what is left of a lot: a volume, and how many containers */
    return g_strdup_printf (ngettext ("%s in %s unopened", "%s in %s unopened", (gulong) lot->sealed), volume, sealed);
  if (lot->sealed == 0)
    return g_strdup_printf (ngettext ("%s in %s opened", "%s in %s opened", lot->openings->len), volume, opened);
  /* Translators: what is left of a lot: a volume, how many containers are unopened, and how many are opened */
  return g_strdup_printf (_("%s in %s unopened and %s opened"), volume, sealed, opened);
}

char *
meso_stock_words_moment (MesoContext *context,
                         const char  *at_utc)
{
  g_autofree char *moment = meso_context_format_moment (context, at_utc);

  return meso_words_isolate (moment);
}

char *
meso_stock_words_within (MesoContext *context,
                         const char  *at_utc)
{
  MesoCivilTime when = meso_local_day_time_of_moment (at_utc);
  g_autofree char *minute = NULL;
  g_autofree char *time = NULL;

  if (meso_calendar_date_compare (when.date, meso_context_get_today (context)) != 0)
    return meso_stock_words_moment (context, at_utc);
  minute = meso_context_format_minute (context, when.minute);
  time = meso_text_isolate (minute);
  return g_strdup_printf (C_("day and time", "%s, %s"), _("today"), time);
}

char *
meso_stock_words_now (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%S.000000Z");
}

char *
meso_stock_words_low (MesoContext         *context,
                      const MesoStockNote *note)
{
  g_autofree char *left = meso_context_format_number (context, note->containers);
  g_autofree char *least = meso_context_format_number (context, note->minimum);

  if (note->containers == 0)
    /* Translators: %s is a number of containers */
    return g_strdup_printf (_("none usable left, at least %s wanted"), least);
  /* Translators: numbers of containers */
  return g_strdup_printf (_("low: %s left, at least %s wanted"), left, least);
}
