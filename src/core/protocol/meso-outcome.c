/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-outcome.h"

static const char *const outcome_names[] = {
  [MESO_OUTCOME_EXCLUDE] = "exclude",
  [MESO_OUTCOME_SUITABLE] = "suitable",
  [MESO_OUTCOME_CAUTION] = "caution",
  [MESO_OUTCOME_CLEARANCE] = "clearance",
  [MESO_OUTCOME_DEFER] = "defer",
  [MESO_OUTCOME_INCOMPLETE] = "incomplete",
  [MESO_OUTCOME_BLOCK] = "block",
};

/**
 * meso_outcome_to_string:
 * @outcome: an outcome
 *
 * Returns: (transfer none): its stable name, as files and the command line write it
 */
const char *
meso_outcome_to_string (MesoOutcome outcome)
{
  g_assert ((gsize) outcome < G_N_ELEMENTS (outcome_names));

  return outcome_names[outcome];
}

/**
 * meso_outcome_from_string:
 * @text: (nullable): a name
 * @outcome_out: (out): where to put the outcome; left alone when @text names none
 *
 * Returns: whether @text is exactly the name of an outcome
 */
gboolean
meso_outcome_from_string (const char  *text,
                          MesoOutcome *outcome_out)
{
  for (gsize i = 0; i < G_N_ELEMENTS (outcome_names); i++)
    if (g_strcmp0 (text, outcome_names[i]) == 0)
      {
        *outcome_out = (MesoOutcome) i;
        return TRUE;
      }

  return FALSE;
}
