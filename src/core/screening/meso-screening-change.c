/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-screening-change.h"

#include "meso-text-fold.h"

static gboolean
means_same (const MesoHealthItem *a,
            const MesoHealthItem *b)
{
  g_autofree char *what = meso_text_fold (a->what);
  g_autofree char *other = meso_text_fold (b->what);

  return g_str_equal (what, other) && a->origin == b->origin;
}

/* Whether that was on file by @moment already, perhaps in an item that a mended one has replaced since. */
static gboolean
was_known (const GPtrArray      *health,
           const MesoHealthItem *item,
           const char           *moment)
{
  const MesoHealthItem *earlier = item;

  while (earlier != NULL && g_strcmp0 (earlier->noted_at, moment) > 0)
    earlier = meso_health_item_find_replaced (earlier, health);

  return earlier != NULL && means_same (earlier, item);
}

static const MesoHealthItem *
find_new_item (const MesoScreening *screening,
               const GPtrArray     *health,
               const char          *until)
{
  for (guint i = 0; i < health->len; i++)
    {
      const MesoHealthItem *item = health->pdata[i];

      if (item->status == MESO_HEALTH_ACTIVE && (until == NULL || g_strcmp0 (item->noted_at, until) < 0)
          && !was_known (health, item, screening->recorded_at))
        return item;
    }

  return NULL;
}

static gboolean
holds (const MesoCondition *condition,
       gint64               milli)
{
  return condition->kind == MESO_CONDITION_AT_LEAST ? milli >= condition->bound : milli < condition->bound;
}

static gboolean
crosses_bound (const MesoProtocol *protocol,
               const char         *question,
               gint64              was,
               gint64              is)
{
  const GPtrArray *rules = meso_protocol_get_rules (protocol);

  for (guint i = 0; i < rules->len; i++)
    {
      const MesoCondition *condition = NULL;

      while ((condition = meso_screening_rule_next_condition (rules->pdata[i], question, condition)) != NULL)
        if (holds (condition, was) != holds (condition, is))
          return TRUE;
    }

  return FALSE;
}

/* A weight of the screening's own day, or of before, is the one that was answered. */
static gboolean
weight_matters (const MesoScreening *screening,
                const MesoPatient   *patient,
                const MesoProtocol  *protocol)
{
  const GPtrArray *questions = meso_protocol_get_questions (protocol);

  if (patient->weight_g <= 0 || meso_calendar_date_compare (patient->weight_on, screening->date) <= 0)
    return FALSE;

  for (guint i = 0; i < questions->len; i++)
    {
      const MesoQuestion *question = questions->pdata[i];
      const MesoAnswer *answer = meso_questionnaire_response_lookup (screening->response, question->id);

      if (question->known_weight && answer != NULL && answer->kind == MESO_ANSWER_NUMBER
          && crosses_bound (protocol, question->id, answer->milli, patient->weight_g))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_born_otherwise (const MesoScreening *screening,
                   const MesoPatient   *patient)
{
  MesoCalendarDate born = meso_patient_get_latest_birth (patient);

  return meso_calendar_date_is_set (born) && meso_calendar_date_compare (born, screening->response->birth_date) != 0;
}

/**
 * meso_screening_find_change:
 * @screening: a stored screening
 * @patient: the record as it is
 * @health: (element-type MesoHealthItem): what is known of the patient's health, in all records of the person
 * @protocol: the clinical content that is at work
 * @until: (nullable): what was noted from this moment on doesn't count: of a session that is entered late, when it began
 * @item_out: (out) (optional) (nullable): what was noted, for %MESO_CHANGED_HEALTH
 *
 * Whether a fact that @screening rests on is another since it was stored. A new allergy, medicine or condition is one, whatever
 * it is: nobody was asked what it means. One that ended, or was only written in other letters, isn't. A newer content changes no
 * fact: what a physician has signed stays signed.
 *
 * Returns: the first that is found
 */
MesoChangedFact
meso_screening_find_change (const MesoScreening   *screening,
                            const MesoPatient     *patient,
                            const GPtrArray       *health,
                            const MesoProtocol    *protocol,
                            const char            *until,
                            const MesoHealthItem **item_out)
{
  const MesoHealthItem *item = find_new_item (screening, health, until);

  if (item_out != NULL)
    *item_out = item;

  if (patient->sex != screening->response->sex)
    return MESO_CHANGED_SEX;
  if (is_born_otherwise (screening, patient))
    return MESO_CHANGED_BIRTH_DATE;
  if (item != NULL)
    return MESO_CHANGED_HEALTH;

  return weight_matters (screening, patient, protocol) ? MESO_CHANGED_WEIGHT : MESO_CHANGED_NOTHING;
}
