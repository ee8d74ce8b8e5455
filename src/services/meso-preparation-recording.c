/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-preparation-recording.h"

#include "meso-clinic-private.h"
#include "meso-local-day.h"
#include "meso-lot-repository.h"
#include "meso-preparation-parts.h"
#include "meso-staff-repository.h"
#include "meso-text.h"

#define UL_PER_ML 1000

typedef struct
{
  MesoStoreContext *context;
  const MesoProtocol *protocol;
  MesoPreparation *self;
  const MesoPreparationPlan *plan;
  const MesoPreparation *amended;       /* (nullable) */
  GPtrArray *lots;                      /* MesoLot: those that are drawn from */
} Check;

static void
clear_check (Check *check)
{
  g_clear_pointer (&check->lots, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Check, clear_check)

/* Who stays as they were in the record isn't asked again. */
static gboolean
check_person (const Check  *check,
              const char   *field,
              const char   *id,
              const char   *before,
              gboolean      prepares,
              GError      **error)
{
  g_autoptr(MesoStaff) person = NULL;

  if (g_strcmp0 (id, before) == 0)
    return TRUE;
  person = meso_staff_repository_get (check->context, id, error);
  return person != NULL &&
         meso_services_require (person->active, field, "This person no longer works here. Choose who it was.", error) &&
         meso_services_require (!prepares || person->role == MESO_ROLE_PHYSICIAN || person->role == MESO_ROLE_NURSE, field,
                                "Only a physician or a nurse prepares. Choose who it was.", error);
}

static gboolean
check_people (const Check  *check,
              GError      **error)
{
  const MesoPreparation *self = check->self;
  const MesoPreparation *amended = check->amended;

  if (!check_person (check, "prepared_by", self->prepared_by, amended != NULL ? amended->prepared_by : NULL, TRUE, error))
    return FALSE;
  if (self->checked_by == NULL)
    return meso_services_require (amended != NULL || !check->plan->needs_check, "checked_by",
                                  "Somebody else has to check it before it is used. Choose who did.", error);
  return meso_services_require (!g_str_equal (self->checked_by, self->prepared_by), "checked_by",
                                "Whoever prepared it can't check it too. Choose somebody else.", error) &&
         check_person (check, "checked_by", self->checked_by, amended != NULL ? amended->checked_by : NULL, FALSE, error);
}

/* As moments are stored, so that they can be compared. */
static gboolean
take_moment (char       **moment,
             const char  *field,
             GError     **error)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(GDateTime) parsed = g_date_time_new_from_iso8601 (*moment, utc);
  g_autoptr(GDateTime) there = parsed != NULL ? g_date_time_to_utc (parsed) : NULL;

  if (there == NULL)
    return meso_services_reject (error, "%s: This is no moment. Write a day and a time.", field);
  g_free (*moment);
  *moment = g_date_time_format (there, "%Y-%m-%dT%H:%M:%S.%fZ");
  return TRUE;
}

static gboolean
check_mixed_at (Check   *check,
                GError **error)
{
  return take_moment (&check->self->mixed_at, "mixed_at", error) &&
         meso_services_require (g_strcmp0 (check->self->mixed_at, meso_store_context_get_now (check->context)) <= 0, "mixed_at",
                                "That is still to come. A preparation is recorded once it is mixed.", error);
}

static gboolean
check_use_before (Check   *check,
                  GError **error)
{
  MesoPreparation *self = check->self;
  g_autofree char *limit = meso_preparation_parts_get_limit (self->draws, check->lots, self->mixed_at);

  if (self->use_before == NULL)
    self->use_before = g_steal_pointer (&limit);
  else if (!take_moment (&self->use_before, "use_before", error))
    return FALSE;
  return meso_services_require (g_strcmp0 (self->use_before, self->mixed_at) > 0, "use_before",
                                "It has to be used after it is mixed, and nothing may be drawn from a container that is over its time.",
                                error) &&
         meso_services_require (limit == NULL || g_strcmp0 (self->use_before, limit) <= 0, "use_before",
                                "It can be used for 4 hours after mixing at most, and not longer than any container it came from. "
                                "Choose an earlier time.", error);
}

static gboolean
check_amounts (const Check  *check,
               GError      **error)
{
  return meso_services_require (check->self->wasted_ul >= 0 &&
                                check->self->wasted_ul <= check->plan->version->check->total_volume_ul, "wasted_ul",
                                "What was lost in making it can't be less than nothing, or more than all of it.", error) &&
         meso_text_check_note (check->self->notes, "notes", error);
}

/* (transfer none) */
static const MesoLot *
take_lot (Check       *check,
          const char  *id,
          GError     **error)
{
  MesoLot *lot = meso_lot_find (check->lots, id);

  if (lot != NULL)
    return lot;
  lot = meso_lot_repository_get (check->context, id, error);
  if (lot != NULL)
    g_ptr_array_add (check->lots, lot);
  return lot;
}

static gboolean
was_drawn (const Check *check,
           const char  *lot)
{
  for (guint i = 0; check->amended != NULL && i < check->amended->draws->len; i++)
    {
      if (g_strcmp0 (((const MesoPreparationDraw *) g_ptr_array_index (check->amended->draws, i))->lot, lot) == 0)
        return TRUE;
    }
  return FALSE;
}

static const char *
say_why_not (MesoLotUse use)
{
  switch (use)
    {
    case MESO_LOT_IS_RECALLED: return "was recalled and must not be used";
    case MESO_LOT_IS_QUARANTINED: return "is in quarantine until a physician lets it go";
    case MESO_LOT_EMPTY: return "is used up";
    case MESO_LOT_EXPIRED: return "had expired";
    case MESO_LOT_OPENED_TOO_LONG: return "was open for too long";
    case MESO_LOT_USABLE:
    default: g_return_val_if_reached ("");
    }
}

/* What is left of it for this draw, after those before it */
static gint64
get_left (const Check       *check,
          const MesoLot     *lot,
          const MesoOpening *opening,
          guint              until)
{
  gint64 left_ul = opening != NULL ? opening->left_ul : meso_lot_get_sealed_ul (lot);

  for (guint i = 0; i < until; i++)
    {
      const MesoPreparationDraw *draw = g_ptr_array_index (check->self->draws, i);

      if (g_strcmp0 (draw->lot, lot->id) == 0 && g_strcmp0 (draw->opening, opening != NULL ? opening->id : NULL) == 0)
        left_ul -= draw->volume_ul;
    }
  return left_ul;
}

/* The vial's own label may name more than the formulary, which the formula was checked by. */
static gboolean
check_excipients (const Check    *check,
                  const MesoLot  *lot,
                  guint           i,
                  GError        **error)
{
  g_autoptr(GPtrArray) findings = meso_preparation_parts_check_lot (lot, check->protocol, check->plan->version->formula,
                                                                    check->plan->facts, NULL);
  const MesoFormulaFinding *first = findings->len > 0 ? g_ptr_array_index (findings, 0) : NULL;

  return first == NULL || first->severity != MESO_SEVERITY_BLOCK ||
         meso_services_reject (error, "draws[%u].lot: Lot %s must not be drawn from. %s", i, lot->number, first->message);
}

/* As it was when it was mixed. What the corrected record drew already is booked back first: the store proves what is left then. */
static gboolean
check_source (const Check                *check,
              const MesoPreparationDraw  *draw,
              const MesoLot              *lot,
              guint                       i,
              GError                    **error)
{
  const char *mixed_at = check->self->mixed_at;
  MesoLotUse use = meso_lot_get_use (lot, meso_local_day_of_moment (mixed_at), mixed_at);
  const MesoOpening *opening = meso_lot_find_opening (lot, draw->opening);

  if (was_drawn (check, draw->lot))
    return TRUE;
  if (!check_excipients (check, lot, i, error))
    return FALSE;
  if (use != MESO_LOT_USABLE)
    return meso_services_reject (error, "draws[%u].lot: Lot %s of %s %s. Choose another one.", i, lot->number, lot->name,
                                 say_why_not (use));
  if (draw->opening != NULL && opening == NULL)
    return meso_services_reject (error, "draws[%u].opening: This container of lot %s is empty, or was thrown away. Choose "
                                 "another one.", i, lot->number);
  if (opening != NULL && !meso_lot_can_draw_from (lot, opening, mixed_at))
    return meso_services_reject (error, "draws[%u].opening: This container of lot %s was open for too long, or served a patient "
                                 "already. Choose another one.", i, lot->number);
  if (get_left (check, lot, opening, i) < draw->volume_ul)
    return meso_services_reject (error, "draws[%u].volume_ul: There isn't so much left of lot %s. Draw the rest from another one.",
                                 i, lot->number);
  return TRUE;
}

static gboolean
check_draw (Check   *check,
            guint    i,
            GError **error)
{
  const MesoPreparationDraw *draw = g_ptr_array_index (check->self->draws, i);
  const MesoPreparationPart *part = meso_preparation_parts_find (check->plan->parts, draw->item);
  const MesoLot *lot;

  if (part == NULL)
    return meso_services_reject (error, "draws[%u].item: The formula has no such line. Look at it again.", i);
  if (draw->volume_ul <= 0)
    return meso_services_reject (error, "draws[%u].volume_ul: Say how much is drawn: more than nothing.", i);
  lot = take_lot (check, draw->lot, error);
  if (lot == NULL)
    return FALSE;
  if (!meso_preparation_part_takes (part, check->protocol, check->plan->version->formula, lot))
    return meso_services_reject (error, "draws[%u].lot: Lot %s of %s isn't what the formula says here: %s%s%s. Choose another "
                                 "one.", i, lot->number, lot->name, part->name, part->strength != NULL ? ", " : "",
                                 part->strength != NULL ? part->strength : "");
  return check_source (check, draw, lot, i, error);
}

static char *
write_ml (gint64 volume_ul)
{
  return meso_quantity_format ((MesoQuantity) { volume_ul, MESO_DIMENSION_VOLUME }, MESO_MASS_UNIT_BY_SIZE);
}

static gboolean
check_sum (const Check                *check,
           const MesoPreparationPart  *part,
           GError                    **error)
{
  g_autofree char *wanted = write_ml (part->volume_ul);
  g_autofree char *given = NULL;
  gint64 sum_ul = 0;

  for (guint i = 0; i < check->self->draws->len; i++)
    {
      const MesoPreparationDraw *draw = g_ptr_array_index (check->self->draws, i);

      if (draw->item == part->item)
        sum_ul += draw->volume_ul;
    }
  if (sum_ul == part->volume_ul)
    return TRUE;
  given = write_ml (sum_ul);
  return meso_services_reject (error, "draws: The formula takes %s of %s, and %s is drawn. Draw exactly that.", wanted, part->name,
                               sum_ul == 0 ? "nothing" : given);
}

static gboolean
check_draws (Check   *check,
             GError **error)
{
  for (guint i = 0; i < check->self->draws->len; i++)
    {
      if (!check_draw (check, i, error))
        return FALSE;
    }
  for (guint i = 0; i < check->plan->parts->len; i++)
    {
      if (!check_sum (check, g_ptr_array_index (check->plan->parts, i), error))
        return FALSE;
    }
  return TRUE;
}

/* A correction of what was made of the same version tells what was: it is judged no more. */
static gboolean
check_bar (const Check  *check,
           GError      **error)
{
  const MesoPreparation *amended = check->amended;

  if (amended != NULL && g_strcmp0 (amended->formula, check->self->formula) == 0 &&
      amended->formula_version == check->self->formula_version)
    return TRUE;
  switch (check->plan->bar)
    {
    case MESO_PREPARATION_OPEN:
      return TRUE;
    case MESO_PREPARATION_NO_PATIENT:
      return meso_services_refuse (error, MESO_NOTHING_STORED, "This is a recipe of the clinic. Store it for the patient first, "
                                   "so that it is checked for them.");
    case MESO_PREPARATION_BLOCKED:
      return meso_services_refuse (error, MESO_NOTHING_STORED, "This version of the formula is blocked: %s", check->plan->forbids);
    case MESO_PREPARATION_FORBIDDEN:
      return meso_services_refuse (error, MESO_NOTHING_STORED, "The formula isn't right for this patient any more: %s Change the "
                                   "formula first.", check->plan->forbids);
    case MESO_PREPARATION_DO_NOT_TREAT:
      return meso_services_refuse (error, MESO_NOTHING_STORED, "The patient's screening says: do not treat.");
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * meso_preparation_recording_check:
 * @self: what is to be stored; patient, prepared_by and mixed_at are there, use_before is filled in where it is %NULL
 * @plan: what it takes
 * @amended: (nullable): the preparation that it corrects
 *
 * The store proves what matters once more. Bad input names its field first: "checked_by: …", "draws[1].lot: …".
 *
 * Returns: whether it may be stored
 */
gboolean
meso_preparation_recording_check (MesoStoreContext           *context,
                                  MesoClinic                 *clinic,
                                  MesoPreparation            *self,
                                  const MesoPreparationPlan  *plan,
                                  const MesoPreparation      *amended,
                                  GError                    **error)
{
  g_auto(Check) check = {
    .context = context, .protocol = meso_clinic_get_protocol (clinic), .self = self, .plan = plan, .amended = amended,
    .lots = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_lot_free),
  };

  return check_bar (&check, error) && check_people (&check, error) && check_mixed_at (&check, error) && check_draws (&check, error) &&
         check_use_before (&check, error) && check_amounts (&check, error);
}
