/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-plan-template.h"

/**
 * meso_plan_template_free:
 * @self: (transfer full): a template
 */
void
meso_plan_template_free (MesoPlanTemplate *self)
{
  g_free (self->id);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer (&self->name, meso_local_text_unref);
  g_clear_pointer (&self->note, meso_local_text_unref);
  meso_provenance_clear (&self->provenance);
  g_free (self);
}
