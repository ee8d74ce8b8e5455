/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-evidence.h"

/**
 * meso_evidence_free:
 * @self: (transfer full): a study
 */
void
meso_evidence_free (MesoEvidence *self)
{
  g_free (self->id);
  g_clear_pointer (&self->claim, meso_local_text_unref);
  g_clear_pointer (&self->study, meso_local_text_unref);
  g_clear_pointer (&self->result, meso_local_text_unref);
  g_free (self->reference);
  g_clear_pointer (&self->ingredients, g_ptr_array_unref);
  meso_provenance_clear (&self->provenance);
  g_free (self);
}

/**
 * meso_list_entry_free:
 * @self: (transfer full): a line of a list
 */
void
meso_list_entry_free (MesoListEntry *self)
{
  g_free (self->id);
  g_free (self->list);
  g_clear_pointer (&self->text, meso_local_text_unref);
  g_clear_pointer (&self->detail, meso_local_text_unref);
  meso_provenance_clear (&self->provenance);
  g_free (self);
}
