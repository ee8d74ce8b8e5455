/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-session-form.h"

#include "meso-quantity.h"

MesoSessionForm *
meso_session_form_new (void)
{
  MesoSessionForm *self = g_new0 (MesoSessionForm, 1);

  self->time = g_strdup ("");
  self->points = g_strdup ("");
  self->volume = g_strdup ("");
  self->wasted = g_strdup ("");
  self->notes = g_strdup ("");
  self->reason = g_strdup ("");
  self->pain = MESO_PAIN_NOT_ASKED;
  for (int i = 0; i < 2; i++)
    {
      self->before[i] = g_strdup ("");
      self->after[i] = g_strdup ("");
    }
  self->reactions = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_reaction_free);
  return self;
}

void
meso_session_form_free (MesoSessionForm *self)
{
  g_free (self->time);
  g_free (self->operator_id);
  g_free (self->points);
  g_free (self->volume);
  g_free (self->wasted);
  g_free (self->notes);
  g_free (self->amends);
  g_free (self->reason);
  for (int i = 0; i < 2; i++)
    {
      g_free (self->before[i]);
      g_free (self->after[i]);
    }
  g_ptr_array_unref (self->reactions);
  g_free (self);
}

static void
set_volume (char   **text,
            gint64   volume_ul)
{
  if (volume_ul <= 0)
    return;
  g_free (*text);
  *text = meso_quantity_format ((MesoQuantity) { volume_ul, MESO_DIMENSION_VOLUME }, MESO_MASS_UNIT_BY_SIZE);
}

static void
set_pressure (char              **texts,
              MesoBloodPressure   pressure)
{
  if (!meso_blood_pressure_is_set (pressure))
    return;
  g_free (texts[0]);
  g_free (texts[1]);
  texts[0] = g_strdup_printf ("%d", pressure.systolic);
  texts[1] = g_strdup_printf ("%d", pressure.diastolic);
}

MesoSessionForm *
meso_session_form_new_amend (const MesoTreatmentSession *session)
{
  MesoSessionForm *self = meso_session_form_new ();

  self->amends = g_strdup (session->id);
  self->date = session->date;
  self->operator_id = g_strdup (session->operator);
  self->pain = session->pain;
  g_set_str (&self->notes, session->notes);
  if (session->minute >= 0)
    {
      g_free (self->time);
      self->time = g_strdup_printf ("%02d:%02d", session->minute / 60, session->minute % 60);
    }
  if (session->points > 0)
    {
      g_free (self->points);
      self->points = g_strdup_printf ("%d", session->points);
    }
  set_volume (&self->volume, session->volume_ul);
  set_volume (&self->wasted, session->wasted_ul);
  set_pressure (self->before, session->before);
  set_pressure (self->after, session->after);
  self->no_reactions = session->no_reactions;
  for (guint i = 0; i < session->reactions->len; i++)
    {
      const MesoReaction *reaction = g_ptr_array_index (session->reactions, i);

      g_ptr_array_add (self->reactions, meso_reaction_new (reaction->term, reaction->grade, reaction->note));
    }
  return self;
}
