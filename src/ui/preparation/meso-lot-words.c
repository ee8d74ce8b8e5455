/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-lot-words.h"

#include <glib/gi18n.h>

#include "meso-stock-service.h"
#include "meso-stock-words.h"
#include "meso-text.h"
#include "meso-words.h"

#define SETTING_EXPIRY_DAYS "stock-expiry-days"

static char *
say_reason (const char *sentence,
            const char *reason)
{
  g_autofree char *isolated = *reason != '\0' ? meso_words_isolate (reason) : NULL;
  GString *line = g_string_new (NULL);

  meso_words_append (line, sentence);
  meso_words_append (line, isolated);
  return g_string_free (line, FALSE);
}

char *
meso_lot_words_why (MesoContext   *context,
                    const MesoLot *lot,
                    MesoLotUse     use)
{
  g_autofree char *day = NULL;

  switch (use)
    {
    case MESO_LOT_IS_RECALLED:
      return say_reason (_("Recalled: nothing may be drawn from it"), lot->state_reason);
    case MESO_LOT_IS_QUARANTINED:
      return say_reason (_("In quarantine until a physician lifts it"), lot->state_reason);
    case MESO_LOT_EMPTY:
      return g_strdup (_("Nothing is left of it"));
    case MESO_LOT_EXPIRED:
      day = meso_words_date_alone (context, lot->expiry);
      /* Translators: %s is a date */
      return g_strdup_printf (_("Its last day was %s"), day);
    case MESO_LOT_OPENED_TOO_LONG:
      return g_strdup (_("All that is left was opened too long ago: discard it"));
    case MESO_LOT_USABLE:
    default:
      return g_strdup ("");
    }
}

char *
meso_lot_words_with_findings (const char                     *line,
                              const MesoPreparationCandidate *candidate)
{
  GString *lines = g_string_new (line);

  for (guint i = 0; i < candidate->findings->len; i++)
    g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "",
                            ((const MesoFormulaFinding *) g_ptr_array_index (candidate->findings, i))->message);
  return g_string_free (lines, FALSE);
}

char *
meso_lot_words_title (MesoContext   *context,
                      const MesoLot *lot,
                      const char    *component)
{
  g_autofree char *number = meso_stock_words_number (lot);
  g_autofree char *name = meso_stock_words_name (context, lot);
  g_autofree char *isolated = meso_words_isolate (name);
  GString *line = g_string_new (NULL);

  /* "Zinc 1 mg/mL" is the name of a lot of zinc that has no other. */
  if (!g_str_has_prefix (name, component))
    meso_words_append (line, isolated);
  meso_words_append (line, number);
  return g_string_free (line, FALSE);
}

static char *
say_new (MesoContext   *context,
         const MesoLot *lot)
{
  g_autofree char *volume = meso_stock_words_volume (context, lot->container_ul);
  g_autofree char *left = meso_context_format_number (context, lot->sealed);

  /* Translators: {volume} is what one container holds, {n} how many there are */
  return meso_text_format (ngettext ("new container of {volume}, {n} container left", "new container of {volume}, {n} containers left",
                                     (gulong) lot->sealed), "volume", volume, "n", left, NULL);
}

char *
meso_lot_words_source (MesoContext       *context,
                       const MesoLot     *lot,
                       const MesoOpening *opening)
{
  g_autofree char *opened = NULL;
  g_autofree char *discard = NULL;
  g_autofree char *left = NULL;

  if (opening == NULL)
    return say_new (context, lot);
  opened = meso_stock_words_within (context, opening->opened_at);
  discard = meso_stock_words_within (context, opening->discard_by);
  left = meso_stock_words_volume (context, opening->left_ul);
  /* Translators: an opened container; {opened} and {discard} are moments ("today, 10:30", "15 Nov 2026"), {left} is a volume */
  return meso_text_format (_("opened {opened}, discard by {discard}, {left} left"), "opened", opened, "discard", discard, "left", left,
                           NULL);
}

gboolean
meso_lot_words_expires_soon (MesoContext   *context,
                             const MesoLot *lot)
{
  const char *setting = meso_context_get_setting (context, SETTING_EXPIRY_DAYS);
  gint64 days = setting != NULL ? g_ascii_strtoll (setting, NULL, 10) : MESO_STOCK_EXPIRY_DAYS;

  return meso_calendar_date_days_between (meso_context_get_today (context), lot->expiry) <= days;
}
