/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-core-error.h"
#include "meso-text.h"
#include "meso-treatment-session.h"

/* Far above what a session has, so that only a slip of the finger is refused. */
#define POINTS_MAX 5000
#define VOLUME_MAX_UL 100000
#define UL_PER_ML 1000
#define PRESSURE_MIN 20
#define PRESSURE_MAX 300
#define MINUTES_PER_DAY 1440
#define SIDE_EFFECTS "side-effect"

/* The field comes first, so that a form or a script knows the place. */
static gboolean
require (gboolean       fine,
         MesoCoreError  code,
         const char    *field,
         const char    *sentence,
         GError       **error)
{
  if (!fine)
    g_set_error (error, MESO_CORE_ERROR, code, "%s: %s", field, sentence);

  return fine;
}

static gboolean
check_date (const MesoTreatmentSession  *self,
            MesoCalendarDate             today,
            GError                     **error)
{
  g_autofree char *text = meso_calendar_date_to_string (self->date);

  if (!require (meso_calendar_date_is_set (self->date), MESO_CORE_ERROR_INVALID, "date",
                "The day is missing: write when the session was.", error))
    return FALSE;
  if (meso_calendar_date_compare (self->date, today) > 0)
    {
      g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE,
                   "date: The day %s is in the future. A session is recorded once it has been.", text);
      return FALSE;
    }
  if (self->date.year < MESO_CALENDAR_EARLIEST_YEAR)
    {
      g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE,
                   "date: The day %s is before %d. A Persian date has to be converted first.", text, MESO_CALENDAR_EARLIEST_YEAR);
      return FALSE;
    }

  return require (self->minute >= MESO_CIVIL_TIME_NO_MINUTE && self->minute < MINUTES_PER_DAY, MESO_CORE_ERROR_RANGE, "minute",
                  "The time isn't one of a day: write 00:00 to 23:59.", error);
}

static gboolean
check_references (const MesoTreatmentSession  *self,
                  GError                     **error)
{
  return require (!meso_text_is_empty (self->operator), MESO_CORE_ERROR_INVALID, "operator",
                  "Who treated is missing: choose the person.", error) &&
         require (!meso_text_is_empty (self->screening), MESO_CORE_ERROR_INVALID, "screening",
                  "The screening of the day is missing: ask the questions first.", error) &&
         require ((self->plan != NULL) == (self->session_n > 0) && self->session_n >= 0, MESO_CORE_ERROR_INVALID, "session_n",
                  "A plan and the number of its session belong together: give both or neither.", error) &&
         require ((self->formula != NULL) == (self->formula_version > 0) && self->formula_version >= 0, MESO_CORE_ERROR_INVALID,
                  "formula_version", "A formula and its version belong together: give both or neither.", error);
}

static gboolean
check_volume (const char  *field,
              gint64       volume_ul,
              GError     **error)
{
  if (volume_ul >= 0 && volume_ul <= VOLUME_MAX_UL)
    return TRUE;
  g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE, "%s: A volume can be 0 to %d mL. Check the unit.", field,
               VOLUME_MAX_UL / UL_PER_ML);

  return FALSE;
}

static gboolean
check_amounts (const MesoTreatmentSession  *self,
               GError                     **error)
{
  if (self->points < 0 || self->points > POINTS_MAX)
    {
      g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE, "points: The number of points can be 0 to %d, not %d.",
                   POINTS_MAX, self->points);
      return FALSE;
    }

  return check_volume ("volume_ul", self->volume_ul, error) &&
         check_volume ("wasted_ul", self->wasted_ul, error) &&
         require (self->volume_ul == 0 || self->points > 0, MESO_CORE_ERROR_INVALID, "points",
                  "A volume went in, but into no point: write how many points there were.", error);
}

static gboolean
check_pain (int      pain,
            GError **error)
{
  if (pain == MESO_PAIN_NOT_ASKED || (pain >= 0 && pain <= MESO_PAIN_MAX))
    return TRUE;
  g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE, "pain: Pain is given as 0 to %d, not %d.", MESO_PAIN_MAX, pain);

  return FALSE;
}

static gboolean
check_pressure (const char         *field,
                MesoBloodPressure   pressure,
                GError            **error)
{
  if (!meso_blood_pressure_is_set (pressure))
    return TRUE;
  if (!require (pressure.systolic != 0 && pressure.diastolic != 0, MESO_CORE_ERROR_INVALID, field,
                "Blood pressure is two values: write both or neither.", error))
    return FALSE;
  if (pressure.systolic > PRESSURE_MAX || pressure.diastolic < PRESSURE_MIN || pressure.systolic <= pressure.diastolic)
    {
      g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE,
                   "%s: A blood pressure of %d over %d can't be: both values are %d to %d, the first is the higher one.", field,
                   pressure.systolic, pressure.diastolic, PRESSURE_MIN, PRESSURE_MAX);
      return FALSE;
    }

  return TRUE;
}

static gboolean
is_side_effect (const MesoProtocol *protocol,
                const char         *term)
{
  const GPtrArray *entries = meso_protocol_get_lists (protocol);

  for (guint i = 0; i < entries->len; i++)
    {
      const MesoListEntry *entry = g_ptr_array_index (entries, i);

      if (g_str_equal (entry->list, SIDE_EFFECTS) && g_strcmp0 (entry->id, term) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
check_reaction (const MesoReaction  *self,
                const MesoProtocol  *protocol,
                GError             **error)
{
  gboolean other = g_strcmp0 (self->term, MESO_REACTION_OTHER) == 0;

  if (!other && !is_side_effect (protocol, self->term))
    {
      g_autofree char *quoted = meso_text_quote (self->term != NULL ? self->term : "");

      g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID,
                   "term: %s isn't one of the reactions on the list. Choose one of them, or “%s” with a note.", quoted,
                   MESO_REACTION_OTHER);
      return FALSE;
    }
  if (self->grade < 1 || self->grade > MESO_REACTION_MAX_GRADE)
    {
      g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_RANGE, "grade: The grade of a reaction can be 1 to %d, not %d.",
                   MESO_REACTION_MAX_GRADE, self->grade);
      return FALSE;
    }
  if (!require (!other || !meso_text_is_empty (self->note), MESO_CORE_ERROR_INVALID, "note",
                "Another reaction needs a note: write what it was.", error))
    return FALSE;

  if (!meso_text_check_note (self->note, "The note", error))
    {
      g_prefix_error_literal (error, "note: ");
      return FALSE;
    }

  return TRUE;
}

/* A reaction on the list is graded once; others differ by their notes. */
static gboolean
is_repeated (const GPtrArray *reactions,
             guint            index)
{
  const MesoReaction *self = g_ptr_array_index (reactions, index);

  if (g_strcmp0 (self->term, MESO_REACTION_OTHER) == 0)
    return FALSE;
  for (guint i = 0; i < index; i++)
    if (g_strcmp0 (((const MesoReaction *) g_ptr_array_index (reactions, i))->term, self->term) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
check_reactions (const MesoTreatmentSession  *self,
                 const MesoProtocol          *protocol,
                 GError                     **error)
{
  if (self->no_reactions && self->reactions->len > 0)
    {
      g_set_error_literal (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID,
                           "no_reactions: There were reactions, or there were none. Say one of both.");
      return FALSE;
    }
  for (guint i = 0; i < self->reactions->len; i++)
    {
      if (!check_reaction (g_ptr_array_index (self->reactions, i), protocol, error))
        {
          g_prefix_error (error, "reactions[%u].", i);
          return FALSE;
        }
      if (is_repeated (self->reactions, i))
        {
          g_set_error (error, MESO_CORE_ERROR, MESO_CORE_ERROR_INVALID,
                       "reactions[%u].term: This reaction is there twice. Keep the one with the right grade.", i);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
check_notes (const char  *notes,
             GError     **error)
{
  if (meso_text_check_note (notes, "The note", error))
    return TRUE;
  g_prefix_error_literal (error, "notes: ");

  return FALSE;
}

/**
 * meso_treatment_session_check:
 * @self: a session as it was entered
 * @protocol: the content whose side effects are the terms of reactions
 * @today: the day on which it is checked
 * @error: return location
 *
 * Checks whether a session can be stored: a day from 1850 to @today, who treated, the screening of the day, amounts and
 * measures that can be. What it refers to is for the store to know.
 *
 * Returns: %FALSE with the first fault, whose message starts with the field (`points: …`, `reactions[1].grade: …`):
 *   %MESO_CORE_ERROR_INVALID, or %MESO_CORE_ERROR_RANGE for what is too much, too early or too late
 */
gboolean
meso_treatment_session_check (const MesoTreatmentSession  *self,
                              const MesoProtocol          *protocol,
                              MesoCalendarDate             today,
                              GError                     **error)
{
  g_return_val_if_fail (self != NULL && protocol != NULL, FALSE);
  g_return_val_if_fail (meso_calendar_date_is_set (today), FALSE);

  return check_date (self, today, error) &&
         check_references (self, error) &&
         check_amounts (self, error) &&
         check_pain (self->pain, error) &&
         check_pressure ("before", self->before, error) &&
         check_pressure ("after", self->after, error) &&
         check_reactions (self, protocol, error) &&
         check_notes (self->notes, error);
}
