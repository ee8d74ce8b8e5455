/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-screening-history.h"

#include "meso-screening-repository.h"

static GHashTable *
find_amended (const GPtrArray *screenings)
{
  GHashTable *amended = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < screenings->len; i++)
    {
      const MesoScreening *screening = g_ptr_array_index (screenings, i);

      if (screening->amends != NULL)
        g_hash_table_add (amended, g_strdup (screening->amends));
    }
  return amended;
}

/**
 * meso_screening_history_load:
 * @patient: the record's id; what belongs to records merged into it belongs to it
 * @upto: the last day that counts; unset for all
 *
 * Returns: (transfer full) (element-type MesoScreening): the screenings that count, newest first, or %NULL
 */
GPtrArray *
meso_screening_history_load (MesoStoreContext  *context,
                             const char        *patient,
                             MesoCalendarDate   upto,
                             GError           **error)
{
  g_autoptr(GPtrArray) history = meso_screening_repository_list (context, patient, error);
  g_autoptr(GHashTable) amended = history != NULL ? find_amended (history) : NULL;

  if (history == NULL)
    return NULL;
  for (guint i = history->len; i-- > 0;)
    {
      const MesoScreening *screening = g_ptr_array_index (history, i);

      if (screening->entered_in_error != NULL || g_hash_table_contains (amended, screening->id) ||
          (meso_calendar_date_is_set (upto) && meso_calendar_date_compare (screening->date, upto) > 0))
        g_ptr_array_remove_index (history, i);
    }
  return g_steal_pointer (&history);
}

/**
 * meso_screening_history_get_full:
 * @history: (element-type MesoScreening): newest first
 *
 * Returns: (transfer none) (nullable): the newest full screening
 */
const MesoScreening *
meso_screening_history_get_full (const GPtrArray *history)
{
  for (guint i = 0; i < history->len; i++)
    {
      const MesoScreening *screening = g_ptr_array_index (history, i);

      if (screening->response->form == MESO_FORM_FULL)
        return screening;
    }
  return NULL;
}

/* A full form that asks all that the short one asks, by the content that is at work, has answered it as well. */
static gboolean
answers_short_form (const MesoScreening *screening,
                    const MesoProtocol  *protocol)
{
  const GPtrArray *questions = meso_protocol_get_questions (protocol);

  if (screening->response->form == MESO_FORM_SHORT)
    return TRUE;
  if (g_strcmp0 (screening->verdict->protocol_hash, meso_protocol_get_hash (protocol)) != 0)
    return FALSE;
  for (guint i = 0; i < questions->len; i++)
    {
      const MesoQuestion *question = g_ptr_array_index (questions, i);

      if ((question->forms & MESO_FORM_SHORT) != 0 && (question->forms & MESO_FORM_FULL) == 0)
        return FALSE;
    }
  return TRUE;
}

/**
 * meso_screening_history_get_short:
 * @history: (element-type MesoScreening): newest first
 * @protocol: the clinical content that is at work
 * @day: the day of the session
 *
 * The questions of every visit: a short form of that day, or a full screening of that day that asked them all.
 *
 * Returns: (transfer none) (nullable): the newest
 */
const MesoScreening *
meso_screening_history_get_short (const GPtrArray    *history,
                                  const MesoProtocol *protocol,
                                  MesoCalendarDate    day)
{
  for (guint i = 0; i < history->len; i++)
    {
      const MesoScreening *screening = g_ptr_array_index (history, i);

      if (meso_calendar_date_compare (screening->date, day) == 0 && answers_short_form (screening, protocol))
        return screening;
    }
  return NULL;
}

/**
 * meso_screening_history_list_heeded:
 * @history: (element-type MesoScreening): newest first
 *
 * A short form asks less than a full one: what the full one found holds on beside it.
 *
 * Returns: (transfer container) (element-type MesoScreening): at most two, newest first
 */
GPtrArray *
meso_screening_history_list_heeded (const GPtrArray *history)
{
  const MesoScreening *full = meso_screening_history_get_full (history);
  GPtrArray *heeded = g_ptr_array_new ();

  if (history->len > 0 && g_ptr_array_index (history, 0) != full)
    g_ptr_array_add (heeded, g_ptr_array_index (history, 0));
  if (full != NULL)
    g_ptr_array_add (heeded, (gpointer) full);
  return heeded;
}
