/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formulary-work.h"

/* While nobody has given a reason yet, this stands for it, so that the change can be looked at. */
#define NO_REASON_YET "…"

MesoFormularyWork *
meso_formulary_work_new (GPtrArray  *edits,
                         guint       number,
                         const char *why)
{
  MesoFormularyWork *self = g_new0 (MesoFormularyWork, 1);

  self->edits = g_ptr_array_ref (edits);
  self->number = number;
  self->why = g_strdup (why);
  return self;
}

void
meso_formulary_work_free (gpointer data)
{
  MesoFormularyWork *self = data;

  g_ptr_array_unref (self->edits);
  g_free (self->why);
  g_free (self);
}

static void
give_reason (const MesoFormularyWork *self)
{
  for (guint i = 0; i < self->edits->len; i++)
    meso_protocol_edit_set_why (g_ptr_array_index (self->edits, i), *self->why != '\0' ? self->why : NO_REASON_YET);
}

gpointer
meso_formulary_work_preview (MesoClinic  *clinic,
                             gpointer     data,
                             GError     **error)
{
  const MesoFormularyWork *self = data;

  give_reason (self);
  return meso_protocol_service_preview_edits (clinic, self->edits);
}

gpointer
meso_formulary_work_apply (MesoClinic  *clinic,
                           gpointer     data,
                           GError     **error)
{
  const MesoFormularyWork *self = data;
  guint number = self->number;

  give_reason (self);
  meso_protocol_service_apply_edits (clinic, self->edits, &number, self->why, error);
  return NULL;
}
