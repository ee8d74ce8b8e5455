/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-prepare-beginning.h"

#include <glib/gi18n.h>

#include "meso-formula-wording.h"
#include "meso-local-day.h"
#include "meso-prepare-picking.h"
#include "meso-words.h"

static void
take_original (MesoPrepareForm       *form,
               MesoContext           *context,
               const MesoPreparation *original)
{
  MesoCivilTime mixed = meso_local_day_time_of_moment (original->mixed_at);

  for (guint i = 0; i < original->draws->len; i++)
    {
      const MesoPreparationDraw *draw = g_ptr_array_index (original->draws, i);

      g_ptr_array_add (form->draws, meso_preparation_draw_new (draw->item, draw->lot, draw->opening, draw->volume_ul));
    }
  form->amends = g_strdup (original->id);
  form->now = FALSE;
  form->date = mixed.date;
  g_free (form->time);
  form->time = meso_context_format_minute (context, mixed.minute);
  form->checked_by = g_strdup (original->checked_by);
  g_set_str (&form->notes, original->notes);
  if (original->wasted_ul > 0)
    {
      g_free (form->wasted);
      form->wasted = meso_formula_wording_volume (context, original->wasted_ul);
    }
}

MesoPrepareForm *
meso_prepare_beginning_new (MesoContext            *context,
                            const MesoPrepareFacts *facts)
{
  MesoPrepareForm *form = meso_prepare_form_new ();

  g_set_str (&form->formula, facts->plan->version->formula_id);
  form->version = facts->plan->version->version;
  if (facts->original != NULL)
    {
      take_original (form, context, facts->original);
      return form;
    }
  g_ptr_array_unref (form->draws);
  form->draws = meso_prepare_picking_offer (facts->plan);
  return form;
}

char *
meso_prepare_beginning_dup_title (MesoContext            *context,
                                  const MesoPrepareFacts *facts)
{
  g_autofree char *name = meso_words_isolate (facts->plan->version->name);

  if (facts->original != NULL)
    return g_strdup (_("Correct the Preparation"));
  /* Translators: a heading; %s is the name of a formula */
  return *facts->plan->version->name != '\0' ? g_strdup_printf (_("Prepare %s"), name) : g_strdup (_("Prepare the Formula"));
}

char *
meso_prepare_beginning_dup_subtitle (MesoContext            *context,
                                     const MesoPrepareFacts *facts)
{
  g_autofree char *who = facts->overview != NULL ? meso_patient_dup_full_name (facts->overview->record->patient) : NULL;
  g_autofree char *name = who != NULL ? meso_words_isolate (who) : NULL;
  g_autofree char *number = meso_context_format_number (context, facts->plan->version->version);
  /* Translators: a formula's version; %s is a number */
  g_autofree char *version = g_strdup_printf (_("Version %s"), number);
  GString *line = g_string_new (NULL);

  meso_words_append (line, name);
  meso_words_append (line, version);
  return g_string_free (line, FALSE);
}

char *
meso_prepare_beginning_dup_bar (const MesoPreparationPlan *plan)
{
  switch (plan->bar)
    {
    case MESO_PREPARATION_NO_PATIENT:
      return g_strdup (_("A recipe of the clinic is prepared for a patient: save it for one first."));
    case MESO_PREPARATION_BLOCKED:
    case MESO_PREPARATION_FORBIDDEN:
      return plan->forbids != NULL ? g_strdup (plan->forbids)
                                   : g_strdup (_("With what is known of the patient today, this formula must not be given."));
    case MESO_PREPARATION_DO_NOT_TREAT:
      return g_strdup (_("The patient’s screening says: do not treat. Nothing is prepared."));
    case MESO_PREPARATION_OPEN:
    default:
      return g_strdup ("");
    }
}
