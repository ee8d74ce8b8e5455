/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-screening.h"

/**
 * meso_screening_free:
 * @self: (transfer full) (nullable): a screening
 */
void
meso_screening_free (MesoScreening *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->patient);
  g_free (self->recorded_at);
  g_free (self->recorded_by);
  g_free (self->amends);
  g_free (self->reason);
  g_free (self->entered_in_error);
  g_clear_pointer (&self->response, meso_questionnaire_response_free);
  g_clear_pointer (&self->verdict, meso_verdict_free);
  g_free (self);
}
