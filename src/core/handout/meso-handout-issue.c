/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-handout-issue.h"

/**
 * meso_handout_issue_new:
 *
 * Returns: (transfer full): a sheet to fill in; it owns what is put into it
 */
MesoHandoutIssue *
meso_handout_issue_new (void)
{
  MesoHandoutIssue *self = g_new0 (MesoHandoutIssue, 1);

  self->sheet_time = g_strdup ("");
  return self;
}

/**
 * meso_handout_issue_free:
 * @self: (transfer full) (nullable): a sheet
 */
void
meso_handout_issue_free (MesoHandoutIssue *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->patient);
  g_free (self->kind);
  g_free (self->language);
  g_free (self->paper);
  g_free (self->sheet_time);
  g_free (self->protocol_hash);
  g_free (self->formula_id);
  g_free (self->session_plan);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_free (self->sha256);
  g_free (self->issued_at);
  g_free (self->issued_by);
  g_free (self);
}
