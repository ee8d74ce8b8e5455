/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-preparation-planning.h"

#include "meso-chart-gather.h"
#include "meso-clinic-private.h"
#include "meso-formula-facts.h"
#include "meso-formula-repository.h"
#include "meso-lot-repository.h"
#include "meso-preparation-parts.h"
#include "meso-setting-repository.h"
#include "meso-stock-pick.h"

static const char *
get_first_message (const MesoFormulaCheck *check)
{
  return check->findings->len > 0 ? ((const MesoFormulaFinding *) g_ptr_array_index (check->findings, 0))->message : "";
}

/* What was said of the patient when the formula was made counts where nobody knows better since; what was excluded then may not be now. */
static MesoFormulaPatient *
gather_facts (MesoPreparationPlan  *plan,
              MesoStoreContext     *context,
              GError              **error)
{
  g_autoptr(MesoFormulaPatient) said = meso_formula_patient_copy (plan->version->facts);
  g_autoptr(MesoFormulaPatient) facts = NULL;
  g_autofree char *screening = NULL;
  gint64 weight_g = said->weight_g;

  said->sex = MESO_SEX_UNKNOWN;
  said->weight_g = 0;
  g_ptr_array_set_size (said->excluded, 0);
  facts = meso_formula_facts_gather (context, plan->patient, said, &screening, error);
  if (facts == NULL)
    return NULL;
  if (facts->sex == MESO_SEX_UNKNOWN)
    facts->sex = plan->version->facts->sex;
  if (facts->weight_g == 0)
    facts->weight_g = weight_g;
  return g_steal_pointer (&facts);
}

/* A formula that can't be checked any more isn't prepared either. */
static gboolean
check_again (MesoPreparationPlan  *plan,
             MesoStoreContext     *context,
             const MesoProtocol   *protocol,
             const char           *language,
             GError              **error)
{
  g_autoptr(GError) local_error = NULL;

  plan->facts = gather_facts (plan, context, error);
  if (plan->facts == NULL)
    return FALSE;
  plan->check = meso_formula_check_new (protocol, plan->version->formula, plan->facts, language, &local_error);
  if (plan->check != NULL && plan->check->ok)
    return TRUE;
  plan->bar = MESO_PREPARATION_FORBIDDEN;
  plan->forbids = g_strdup (plan->check != NULL ? get_first_message (plan->check) : local_error->message);
  return TRUE;
}

static gboolean
judge (MesoPreparationPlan  *plan,
       MesoStoreContext     *context,
       const MesoProtocol   *protocol,
       const char           *language,
       MesoCalendarDate      today,
       GError              **error)
{
  g_autoptr(MesoChart) chart = NULL;

  if (plan->version->patient == NULL)
    {
      plan->bar = MESO_PREPARATION_NO_PATIENT;
      return TRUE;
    }
  chart = meso_chart_gather (context, protocol, plan->version->patient, today, error);
  if (chart == NULL)
    return FALSE;
  plan->patient = g_steal_pointer (&chart->patient);
  if (!plan->version->check->ok)
    {
      plan->bar = MESO_PREPARATION_BLOCKED;
      plan->forbids = g_strdup (get_first_message (plan->version->check));
      return TRUE;
    }
  if (!check_again (plan, context, protocol, language, error))
    return FALSE;
  if (chart->draft_forbids != NULL || chart->eligibility == MESO_ELIGIBILITY_BLOCKED ||
      chart->short_eligibility == MESO_ELIGIBILITY_BLOCKED)
    {
      plan->bar = MESO_PREPARATION_DO_NOT_TREAT;
      g_clear_pointer (&plan->forbids, g_free);
    }
  return TRUE;
}

static gboolean
load_needs_check (MesoPreparationPlan  *plan,
                  MesoStoreContext     *context,
                  GError              **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autofree char *setting = meso_setting_repository_get (context, MESO_SETTING_PREPARATION_CHECK, &local_error);

  if (meso_clinic_take_error (&local_error, error))
    return FALSE;
  plan->needs_check = g_strcmp0 (setting, "no") != 0;
  return TRUE;
}

/**
 * meso_preparation_planning_begin:
 * @formula: a formula
 * @version: which version of it; 0 for the newest
 * @language: of names and findings
 * @today: the clinic's day
 *
 * Returns: (transfer full): what has to be drawn and what bars it, without any lots; or %NULL
 */
MesoPreparationPlan *
meso_preparation_planning_begin (MesoStoreContext  *context,
                                 MesoClinic        *clinic,
                                 const char        *formula,
                                 int                version,
                                 const char        *language,
                                 MesoCalendarDate   today,
                                 GError           **error)
{
  const MesoProtocol *protocol = meso_clinic_get_protocol (clinic);
  g_autoptr(MesoPreparationPlan) plan = g_new0 (MesoPreparationPlan, 1);

  plan->version = meso_formula_repository_get (context, formula, version, error);
  if (plan->version == NULL || !judge (plan, context, protocol, language, today, error) || !load_needs_check (plan, context, error))
    return NULL;
  plan->parts = meso_preparation_parts_list (protocol, plan->version, language);
  plan->mixed_at = g_strdup (meso_store_context_get_now (context));
  return g_steal_pointer (&plan);
}

static gboolean
is_fine (const MesoPreparationCandidate *candidate)
{
  return candidate->use == MESO_LOT_USABLE && meso_preparation_candidate_get_bar (candidate) == NULL;
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const MesoPreparationCandidate *one = a;
  const MesoPreparationCandidate *other = b;
  int order = !is_fine (one) - !is_fine (other);

  return order != 0 ? order : meso_stock_compare_lots (one->lot, other->lot);
}

/* fitting: (element-type MesoLot) (transfer none) */
static GPtrArray *
take_candidates (MesoPreparationPlan *plan,
                 MesoPreparationPart *part,
                 const MesoProtocol  *protocol,
                 const GPtrArray     *lots,
                 const char          *language,
                 MesoCalendarDate     today)
{
  GPtrArray *fitting = g_ptr_array_new ();

  for (guint i = 0; i < lots->len; i++)
    {
      MesoLot *lot = g_ptr_array_index (lots, i);
      MesoPreparationCandidate *candidate;

      if (!meso_preparation_part_takes (part, protocol, plan->version->formula, lot))
        continue;
      candidate = g_new0 (MesoPreparationCandidate, 1);
      candidate->lot = meso_lot_copy (lot);
      candidate->findings = meso_preparation_parts_check_lot (lot, protocol, plan->version->formula, plan->facts, language);
      candidate->use = meso_lot_get_use (lot, today, plan->mixed_at);
      g_ptr_array_add (part->candidates, candidate);
      if (meso_preparation_candidate_get_bar (candidate) == NULL)
        g_ptr_array_add (fitting, lot);
    }
  g_ptr_array_sort_values (part->candidates, compare_candidates);
  return fitting;
}

/**
 * meso_preparation_planning_pick:
 * @plan: a plan that was begun
 * @language: of what the lots' labels say against them
 * @today: the clinic's day
 *
 * Returns: whether the lots on file were looked through: what fits, what is proposed, and until when it could be used
 */
gboolean
meso_preparation_planning_pick (MesoPreparationPlan  *plan,
                                MesoStoreContext     *context,
                                MesoClinic           *clinic,
                                const char           *language,
                                MesoCalendarDate      today,
                                GError              **error)
{
  g_autoptr(GPtrArray) lots = meso_lot_repository_list (context, FALSE, error);
  g_autoptr(GPtrArray) taken = g_ptr_array_new ();

  if (lots == NULL)
    return FALSE;
  for (guint i = 0; i < plan->parts->len; i++)
    {
      MesoPreparationPart *part = g_ptr_array_index (plan->parts, i);
      g_autoptr(GPtrArray) fitting = take_candidates (plan, part, meso_clinic_get_protocol (clinic), lots, language, today);

      g_clear_pointer (&part->picks, g_ptr_array_unref);
      part->picks = meso_stock_pick (fitting, part->item, part->volume_ul, taken, today, plan->mixed_at, &part->short_ul);
      for (guint k = 0; k < part->picks->len; k++)
        g_ptr_array_add (taken, g_ptr_array_index (part->picks, k));
    }
  plan->use_before = meso_preparation_parts_get_limit (taken, lots, plan->mixed_at);
  return TRUE;
}
