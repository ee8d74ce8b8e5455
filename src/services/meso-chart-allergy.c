/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-chart.h"

#include "meso-health-item.h"
#include "meso-local-day.h"

/* An allergy whose wording was mended later was known before. */
static const char *
get_first_noted (const GPtrArray      *items,
                 const MesoHealthItem *item)
{
  const MesoHealthItem *before;

  while ((before = meso_health_item_find_replaced (item, items)) != NULL)
    item = before;
  return item->noted_at;
}

/* (transfer full) (nullable): what was known when a session began; %NULL for nothing */
static MesoFormulaPatient *
list_known (const MesoChart *self,
            MesoCivilTime    start)
{
  g_autofree char *moment = meso_calendar_date_is_set (start.date) ? meso_local_day_moment_at (start) : NULL;
  g_autoptr(MesoFormulaPatient) facts = meso_formula_patient_new ();

  facts->allergies = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; self->health != NULL && i < self->health->len; i++)
    {
      const MesoHealthItem *item = g_ptr_array_index (self->health, i);

      if (item->kind != MESO_HEALTH_ALLERGY || item->status != MESO_HEALTH_ACTIVE ||
          (moment != NULL && g_strcmp0 (get_first_noted (self->health, item), moment) >= 0))
        continue;
      g_ptr_array_add (facts->allergies, g_strdup (item->what));
      if (*item->ingredient != '\0')
        g_ptr_array_add (facts->allergies, g_strdup (item->ingredient));
    }
  return facts->allergies->len > 0 ? g_steal_pointer (&facts) : NULL;
}

/**
 * meso_chart_dup_allergy:
 * @self: a patient's chart
 * @protocol: the clinical content that is at work
 * @formula: a formula that is meant for the patient
 * @start: when the session begins; unset: now. What was noted later, perhaps because of it, doesn't count; of a session without a time
 *   of day, what was noted on that day does
 * @language: of the sentence
 *
 * A formula may be older than the allergy that somebody wrote into the record since: its check is made again. One that can't be
 * checked any more isn't given to somebody with allergies either.
 *
 * Returns: (transfer full) (nullable): the finding's sentence; %NULL where the formula holds nothing that the patient is known to be
 *   allergic to
 */
char *
meso_chart_dup_allergy (const MesoChart          *self,
                        const MesoProtocol       *protocol,
                        const MesoFormulaVersion *formula,
                        MesoCivilTime             start,
                        const char               *language)
{
  g_autoptr(MesoFormulaPatient) facts = list_known (self, start);
  g_autoptr(MesoFormulaCheck) check = NULL;
  g_autoptr(GError) error = NULL;

  if (facts == NULL)
    return NULL;
  check = meso_formula_check_new (protocol, formula->formula, facts, language, &error);
  if (check == NULL)
    return g_strdup (error->message);
  for (guint i = 0; i < check->findings->len; i++)
    {
      const MesoFormulaFinding *finding = g_ptr_array_index (check->findings, i);

      if (g_str_equal (finding->code, "allergy"))
        return g_strdup (finding->message);
    }
  return NULL;
}
