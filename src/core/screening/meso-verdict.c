/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-verdict.h"

static const char *const why_names[] = {
  [MESO_MISSING_NOT_ASKED] = "not-asked",
  [MESO_MISSING_UNKNOWN] = "unknown",
  [MESO_MISSING_CONTRADICTION] = "contradiction",
};

/**
 * meso_missing_why_to_string:
 * @why: a reason
 *
 * Returns: (transfer none): its stable name, as files and the command line write it
 */
const char *
meso_missing_why_to_string (MesoMissingWhy why)
{
  g_assert ((gsize) why < G_N_ELEMENTS (why_names));

  return why_names[why];
}

/**
 * meso_finding_new:
 *
 * Returns: (transfer full): a finding with nothing in it, to be filled in by its maker
 */
MesoFinding *
meso_finding_new (void)
{
  return g_new0 (MesoFinding, 1);
}

/**
 * meso_finding_free:
 * @self: (nullable) (transfer full): a finding
 */
void
meso_finding_free (MesoFinding *self)
{
  if (self == NULL)
    return;

  g_free (self->rule);
  g_free (self->ingredient);
  g_clear_pointer (&self->reason, meso_local_text_unref);
  g_clear_pointer (&self->advice, meso_local_text_unref);
  g_free (self->source);
  g_free (self);
}

/**
 * meso_missing_new:
 * @question: a question's id, or "sex", or "birth-date"; copied
 * @why: why it is missing
 *
 * Returns: (transfer full): what someone still has to find out
 */
MesoMissing *
meso_missing_new (const char     *question,
                  MesoMissingWhy  why)
{
  MesoMissing *self = g_new0 (MesoMissing, 1);

  self->question = g_strdup (question);
  self->why = why;

  return self;
}

/**
 * meso_missing_free:
 * @self: (nullable) (transfer full): a missing answer
 */
void
meso_missing_free (MesoMissing *self)
{
  if (self == NULL)
    return;

  g_free (self->question);
  g_free (self);
}

/**
 * meso_verdict_new:
 *
 * The outcome of an empty verdict is %MESO_OUTCOME_INCOMPLETE, so that one that nobody filled in
 * can never be taken for a good one.
 *
 * Returns: (transfer full): a verdict with all its lists empty, to be filled in by its maker
 */
MesoVerdict *
meso_verdict_new (void)
{
  MesoVerdict *self = g_new0 (MesoVerdict, 1);

  self->outcome = MESO_OUTCOME_INCOMPLETE;
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_finding_free);
  self->excluded_ingredients = g_ptr_array_new_with_free_func (g_free);
  self->missing = g_ptr_array_new_with_free_func ((GDestroyNotify) meso_missing_free);
  self->cleared = g_ptr_array_new_with_free_func (g_free);
  self->indications = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * meso_verdict_free:
 * @self: (nullable) (transfer full): a verdict
 */
void
meso_verdict_free (MesoVerdict *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->findings);
  g_ptr_array_unref (self->excluded_ingredients);
  g_ptr_array_unref (self->missing);
  g_ptr_array_unref (self->cleared);
  g_ptr_array_unref (self->indications);
  g_free (self->protocol_version);
  g_free (self->protocol_hash);
  g_free (self);
}
