/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-version.h"

#include "meso-formula-work.h"

/**
 * meso_formula_version_new:
 *
 * Returns: (transfer full): a version with every field unset; it owns what is put into it
 */
MesoFormulaVersion *
meso_formula_version_new (void)
{
  return g_new0 (MesoFormulaVersion, 1);
}

/**
 * meso_formula_version_free:
 * @self: (transfer full) (nullable): a version
 */
void
meso_formula_version_free (MesoFormulaVersion *self)
{
  if (self == NULL)
    return;
  g_free (self->formula_id);
  g_free (self->name);
  g_free (self->patient);
  g_free (self->screening);
  g_free (self->protocol_hash);
  g_free (self->created_at);
  g_free (self->created_by);
  g_clear_pointer (&self->formula, meso_formula_free);
  g_clear_pointer (&self->facts, meso_formula_patient_free);
  g_clear_pointer (&self->check, meso_formula_check_free);
  g_free (self);
}

/* (transfer full) (nullable): the same finding out of a check made again; it is taken out, so that each is found once */
static MesoFormulaFinding *
steal_same (GPtrArray                *findings,
            const MesoFormulaFinding *wanted)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const MesoFormulaFinding *finding = g_ptr_array_index (findings, i);

      if (meso_formula_finding_is_about_same (finding, wanted) && g_strcmp0 (finding->source, wanted->source) == 0)
        return g_ptr_array_steal_index (findings, i);
    }
  return NULL;
}

/**
 * meso_formula_version_retell:
 * @self: a version as stored
 * @protocol: the content that it was checked with
 * @language: "en" or "fa"
 *
 * A version keeps the sentences of its findings in the language that it was stored in. The same formula, checked with the same facts and
 * content, has the same findings; their sentences in @language take the place of those. What the check doesn't find again keeps its own.
 */
void
meso_formula_version_retell (MesoFormulaVersion *self,
                             const MesoProtocol *protocol,
                             const char         *language)
{
  g_autoptr(MesoFormulaPatient) facts = meso_formula_patient_copy (self->facts);
  g_autoptr(MesoFormulaCheck) again = NULL;

  facts->anybody = self->patient == NULL;
  again = meso_formula_check_new (protocol, self->formula, facts, language, NULL);
  for (guint i = 0; again != NULL && i < self->check->findings->len; i++)
    {
      MesoFormulaFinding *finding = g_ptr_array_index (self->check->findings, i);
      MesoFormulaFinding *same = steal_same (again->findings, finding);

      if (same == NULL)
        continue;
      g_set_str (&finding->message, same->message);
      meso_formula_finding_free (same);
    }
}
