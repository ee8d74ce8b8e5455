/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-prepare-reading.h"

#include <glib/gi18n.h>

#include "meso-local-day.h"
#include "meso-preparation-parts.h"
#include "meso-prepare-picking.h"
#include "meso-text.h"
#include "meso-time-text.h"
#include "meso-volume-text.h"

MesoCivilTime
meso_prepare_form_get_mixed (const MesoPrepareForm *self,
                             MesoCivilTime          now)
{
  MesoCivilTime mixed = { self->date, MESO_CIVIL_TIME_NO_MINUTE };

  if (self->now)
    return now;
  if (!meso_time_text_read (self->time, &mixed.minute) || mixed.minute == MESO_CIVIL_TIME_NO_MINUTE)
    return MESO_CIVIL_TIME_NONE;
  return meso_calendar_date_is_set (mixed.date) ? mixed : MESO_CIVIL_TIME_NONE;
}

MesoCivilTime
meso_prepare_form_get_moment (const MesoPrepareForm *self,
                              MesoCivilTime          now)
{
  MesoCivilTime mixed = meso_prepare_form_get_mixed (self, now);

  return meso_calendar_date_is_set (mixed.date) ? mixed : now;
}

char *
meso_prepare_form_get_use_before (const MesoPrepareForm  *self,
                                  const MesoPrepareFacts *facts,
                                  const char             *mixed_at)
{
  g_autoptr(GPtrArray) lots = g_ptr_array_new ();

  for (guint i = 0; i < self->draws->len; i++)
    {
      const MesoPreparationDraw *draw = g_ptr_array_index (self->draws, i);
      const MesoLot *lot = meso_prepare_facts_find_lot (facts, draw->lot);

      if (lot != NULL)
        g_ptr_array_add (lots, (gpointer) lot);
    }
  return meso_preparation_parts_get_limit (self->draws, lots, mixed_at);
}

static gboolean
is_part_open (const MesoPrepareForm     *self,
              const MesoPrepareFacts    *facts,
              const MesoPreparationPart *part,
              MesoPickMoment             moment)
{
  const GPtrArray *original = facts->original != NULL ? facts->original->draws : NULL;

  for (guint i = 0; i < self->draws->len; i++)
    {
      const MesoPreparationDraw *draw = g_ptr_array_index (self->draws, i);

      if (draw->item == part->item && meso_prepare_picking_judge (part, self->draws, draw, original, moment) != MESO_PICK_FINE)
        return TRUE;
    }
  return meso_prepare_picking_get_short (part, self->draws) != 0;
}

guint
meso_prepare_form_count_open (const MesoPrepareForm  *self,
                              const MesoPrepareFacts *facts,
                              MesoCivilTime           now)
{
  MesoCivilTime then = meso_prepare_form_get_moment (self, now);
  g_autofree char *at = meso_local_day_moment_at (then);
  guint open = 0;

  for (guint i = 0; i < facts->plan->parts->len; i++)
    open += is_part_open (self, facts, g_ptr_array_index (facts->plan->parts, i), (MesoPickMoment) { then.date, at }) ? 1 : 0;
  return open;
}

static void
fault (char             **faults,
       MesoPrepareField   field,
       const char        *text)
{
  if (faults[field] == NULL)
    faults[field] = g_strdup (text);
}

static void
read_when (const MesoPrepareForm *self,
           MesoCivilTime          now,
           char                 **faults)
{
  MesoCivilTime mixed = meso_prepare_form_get_mixed (self, now);
  int minute;

  if (self->now)
    return;
  if (!meso_calendar_date_is_set (self->date))
    fault (faults, MESO_PREPARE_FIELD_DATE, _("On which day was it mixed?"));
  else if (meso_calendar_date_compare (self->date, now.date) > 0)
    fault (faults, MESO_PREPARE_FIELD_DATE, _("This day is still to come."));
  if (!meso_time_text_read (self->time, &minute) || minute == MESO_CIVIL_TIME_NO_MINUTE)
    fault (faults, MESO_PREPARE_FIELD_TIME, _("A time of day, such as 10:30: it says how long it keeps."));
  else if (meso_calendar_date_is_set (mixed.date) && meso_civil_time_compare (mixed, now) > 0 &&
           meso_calendar_date_compare (mixed.date, now.date) == 0)
    fault (faults, MESO_PREPARE_FIELD_TIME, _("This time is still to come."));
}

static void
read_who (const MesoPrepareForm  *self,
          const MesoPrepareFacts *facts,
          const MesoStaff        *preparer,
          char                  **faults)
{
  if (facts->original == NULL && preparer->role == MESO_ROLE_DESK)
    fault (faults, MESO_PREPARE_FIELD_PREPARED, _("A physician or a nurse prepares: say at the foot of the sidebar who is here."));
  if (self->checked_by == NULL && facts->plan->needs_check && facts->original == NULL)
    fault (faults, MESO_PREPARE_FIELD_CHECKED, _("Another person reads labels and volumes again: choose who did."));
  else if (self->checked_by != NULL && g_strcmp0 (self->checked_by, preparer->id) == 0)
    fault (faults, MESO_PREPARE_FIELD_CHECKED, _("Who prepares it can’t check it: choose another person."));
}

static void
read_rest (const MesoPrepareForm  *self,
           const MesoPrepareFacts *facts,
           MesoPreparation        *preparation,
           char                  **faults)
{
  g_autofree char *reason = meso_text_trim (self->reason);

  if (!meso_volume_text_read (self->wasted, &preparation->wasted_ul))
    fault (faults, MESO_PREPARE_FIELD_WASTED, _("A volume, such as 0.2 mL. Leave it empty for none."));
  else if (preparation->wasted_ul > facts->plan->version->check->total_volume_ul)
    fault (faults, MESO_PREPARE_FIELD_WASTED, _("This is more than the formula makes."));
  if (self->amends != NULL && *reason == '\0')
    fault (faults, MESO_PREPARE_FIELD_REASON, _("Say why it is corrected: what was recorded stays beside it."));
  g_set_str (&preparation->notes, self->notes);
  g_set_str (&preparation->amends, self->amends);
  g_set_str (&preparation->reason, reason);
}

/* (nullable): NULL for now. A correction that leaves the time alone leaves its seconds alone. */
static char *
dup_mixed_at (const MesoPrepareForm  *self,
              const MesoPrepareFacts *facts,
              MesoCivilTime           now)
{
  MesoCivilTime mixed = meso_prepare_form_get_mixed (self, now);

  if (self->now)
    return NULL;
  if (facts->original != NULL && meso_civil_time_compare (meso_local_day_time_of_moment (facts->original->mixed_at), mixed) == 0)
    return g_strdup (facts->original->mixed_at);
  return meso_local_day_moment_at (mixed);
}

MesoPreparation *
meso_prepare_form_build (const MesoPrepareForm   *self,
                         const MesoPrepareFacts  *facts,
                         MesoCivilTime            now,
                         const MesoStaff         *preparer,
                         char                   **faults)
{
  g_autoptr(MesoPreparation) preparation = meso_preparation_new ();

  read_who (self, facts, preparer, faults);
  read_when (self, now, faults);
  read_rest (self, facts, preparation, faults);
  for (int i = 0; i < MESO_PREPARE_N_FIELDS; i++)
    {
      if (faults[i] != NULL)
        return NULL;
    }
  preparation->patient = g_strdup (facts->plan->version->patient);
  preparation->formula = g_strdup (facts->plan->version->formula_id);
  preparation->formula_version = facts->plan->version->version;
  preparation->prepared_by = g_strdup (preparer->id);
  preparation->checked_by = g_strdup (self->checked_by);
  preparation->mixed_at = dup_mixed_at (self, facts, now);
  for (guint i = 0; i < self->draws->len; i++)
    {
      const MesoPreparationDraw *draw = g_ptr_array_index (self->draws, i);

      meso_preparation_add_draw (preparation, draw->item, draw->lot, draw->opening, draw->volume_ul);
    }
  return g_steal_pointer (&preparation);
}
