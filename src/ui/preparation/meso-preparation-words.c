/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-preparation-words.h"

#include <glib/gi18n.h>

#include "meso-formula-wording.h"
#include "meso-local-day.h"
#include "meso-stock-words.h"
#include "meso-text.h"
#include "meso-words.h"

MesoPreparationState
meso_preparation_words_get_state (const MesoPreparation *self)
{
  g_autofree char *now = meso_local_day_moment_at (meso_local_day_now ());

  if (self->error_reason != NULL)
    return MESO_PREPARATION_IN_ERROR;
  if (self->amended_by != NULL)
    return MESO_PREPARATION_AMENDED;
  if (self->session != NULL)
    return MESO_PREPARATION_GIVEN;
  if (self->discarded_at != NULL)
    return MESO_PREPARATION_DISCARDED;
  return meso_preparation_is_ready (self, now) ? MESO_PREPARATION_READY : MESO_PREPARATION_LATE;
}

const char *
meso_preparation_words_state (MesoPreparationState state)
{
  switch (state)
    {
    case MESO_PREPARATION_LATE:
      return C_("preparation", "Time is over");
    case MESO_PREPARATION_GIVEN:
      return C_("preparation", "Given");
    case MESO_PREPARATION_DISCARDED:
      return C_("preparation", "Thrown away");
    case MESO_PREPARATION_AMENDED:
      return C_("preparation", "Amended later");
    case MESO_PREPARATION_IN_ERROR:
      return C_("preparation", "Entered in error");
    case MESO_PREPARATION_READY:
    default:
      return C_("preparation", "Ready");
    }
}

const char *
meso_preparation_words_icon (MesoPreparationState state)
{
  switch (state)
    {
    case MESO_PREPARATION_LATE:
      return "meso-clock-symbolic";
    case MESO_PREPARATION_GIVEN:
      return "meso-syringe-symbolic";
    case MESO_PREPARATION_DISCARDED:
      return "user-trash-symbolic";
    case MESO_PREPARATION_AMENDED:
      return "document-edit-symbolic";
    case MESO_PREPARATION_IN_ERROR:
      return "meso-stop-symbolic";
    case MESO_PREPARATION_READY:
    default:
      return "meso-done-symbolic";
    }
}

const char *
meso_preparation_words_kind (MesoPreparationState state)
{
  switch (state)
    {
    case MESO_PREPARATION_LATE:
    case MESO_PREPARATION_AMENDED:
      return "warning";
    case MESO_PREPARATION_GIVEN:
      return "accent";
    case MESO_PREPARATION_DISCARDED:
      return "neutral";
    case MESO_PREPARATION_IN_ERROR:
      return "error";
    case MESO_PREPARATION_READY:
    default:
      return "success";
    }
}

char *
meso_preparation_words_line (MesoContext           *context,
                             const MesoPreparation *self)
{
  g_autofree char *mixed = meso_context_format_moment (context, self->mixed_at);
  g_autofree char *moment = meso_words_isolate (mixed);
  g_autofree char *number = meso_context_format_number (context, self->formula_version);
  /* Translators: a formula's version; %s is a number */
  g_autofree char *version = g_strdup_printf (_("Version %s"), number);
  GString *line = g_string_new (NULL);

  meso_words_append (line, moment);
  meso_words_append (line, version);
  meso_words_append (line, meso_preparation_words_state (meso_preparation_words_get_state (self)));
  return g_string_free (line, FALSE);
}

/* Whole minutes from now; below 0 when it is over. */
static int
count_minutes (const char *until)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(GDateTime) end = g_date_time_new_from_iso8601 (until, utc);
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();

  return end != NULL ? (int) (g_date_time_difference (end, now) / G_TIME_SPAN_MINUTE) : -1;
}

static char *
say_left (MesoContext *context,
          int          minutes)
{
  g_autofree char *h = meso_context_format_number (context, minutes / 60);
  g_autofree char *min = meso_context_format_number (context, minutes % 60);

  /* Translators: how long something may be used yet; {h} and {min} are numbers. Keep the no-break spaces. */
  return minutes >= 60 ? meso_text_format (_("{h} h {min} min left"), "h", h, "min", min, NULL)
                       : meso_text_format (_("{min} min left"), "min", min, NULL);
}

char *
meso_preparation_words_until (MesoContext           *context,
                              const MesoPreparation *self)
{
  MesoCivilTime until = meso_local_day_time_of_moment (self->use_before);
  g_autofree char *minute = meso_context_format_minute (context, until.minute);
  g_autofree char *time = meso_text_isolate (minute);
  g_autofree char *day = NULL;

  if (meso_calendar_date_compare (until.date, meso_context_get_today (context)) == 0)
    return g_steal_pointer (&time);
  day = meso_words_day (context, until.date);
  return g_strdup_printf (C_("day and time", "%s, %s"), day, time);
}

char *
meso_preparation_words_before (MesoContext           *context,
                               const MesoPreparation *self)
{
  g_autofree char *moment = meso_preparation_words_until (context, self);
  int minutes = count_minutes (self->use_before);
  g_autofree char *left = NULL;

  if (minutes < 0)
    /* Translators: %s is a moment: "14:05", "yesterday, 14:05" */
    return g_strdup_printf (_("had to be used before %s"), moment);
  left = say_left (context, minutes);
  /* Translators: {moment} is "14:05", "yesterday, 14:05", {left} "2 h 10 min left" */
  return meso_text_format (_("use before {moment}, {left}"), "moment", moment, "left", left, NULL);
}

char *
meso_preparation_words_barred (const MesoLot *lot)
{
  g_autofree char *number = meso_stock_words_number (lot);

  switch (lot->state)
    {
    case MESO_LOT_RECALLED:
      /* Translators: %s is "Lot Z121" */
      return g_strdup_printf (_("%s was recalled since: don’t give it. Throw it away, and prepare anew."), number);
    case MESO_LOT_QUARANTINED:
      /* Translators: %s is "Lot Z121" */
      return g_strdup_printf (_("%s was put into quarantine since: don’t give it. Throw it away, and prepare anew."), number);
    case MESO_LOT_AVAILABLE:
    default:
      /* Translators: %s is "Lot Z121"; its expiry was corrected */
      return g_strdup_printf (_("%s turned out to have expired: don’t give it. Throw it away, and prepare anew."), number);
    }
}

char *
meso_preparation_words_lapsed (MesoContext           *context,
                               const MesoPreparation *self,
                               const MesoLot         *barred)
{
  g_autofree char *moment = meso_preparation_words_until (context, self);

  if (barred != NULL)
    return meso_preparation_words_barred (barred);
  /* Translators: %s is a moment: "14:05", "yesterday, 14:05" */
  return g_strdup_printf (_("What was prepared had to be used before %s. Throw it away, and prepare anew."), moment);
}

char *
meso_preparation_words_item (MesoContext              *context,
                             const MesoFormulaVersion *version,
                             guint                     item)
{
  const MesoFormula *formula = version->formula;
  const MesoFormulaItem *each = item < formula->items->len ? g_ptr_array_index (formula->items, item) : NULL;
  const char *id = each == NULL ? formula->diluent : each->product != NULL ? each->product : each->ingredient;

  return id != NULL ? meso_formula_wording_name (context, id) : g_strdup ("");
}
