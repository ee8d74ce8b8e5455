/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-screening-decision.h"

#include "meso-stable-name.h"

static const char *const kind_names[] = { "sign", "override", "clearance", "wait", NULL };

/**
 * meso_decision_kind_to_string:
 *
 * Returns: (transfer none): the name as it is stored and printed
 */
const char *
meso_decision_kind_to_string (MesoDecisionKind kind)
{
  return meso_stable_name_get (kind_names, kind);
}

/**
 * meso_decision_kind_from_string:
 *
 * Returns: whether @text names a kind of decision
 */
gboolean
meso_decision_kind_from_string (const char *text, MesoDecisionKind *kind_out)
{
  guint value;

  if (!meso_stable_name_find (kind_names, text, &value))
    return FALSE;
  *kind_out = (MesoDecisionKind) value;
  return TRUE;
}

/**
 * meso_screening_decision_new:
 *
 * Returns: (transfer full): a decision to fill in; its fields are the caller's to set
 */
MesoScreeningDecision *
meso_screening_decision_new (void)
{
  MesoScreeningDecision *self = g_new0 (MesoScreeningDecision, 1);

  self->reason = g_strdup ("");
  return self;
}

/**
 * meso_screening_decision_free:
 * @self: (transfer full) (nullable): a decision
 */
void
meso_screening_decision_free (MesoScreeningDecision *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->screening);
  g_free (self->rule);
  g_free (self->reason);
  g_free (self->clearance_from);
  g_free (self->clearance_document);
  g_clear_pointer (&self->clearance_file, meso_clearance_file_free);
  g_free (self->decided_by);
  g_free (self->decided_at);
  g_free (self);
}
