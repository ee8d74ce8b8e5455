/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-history.h"

#define MAX_STEPS 200

/**
 * Change:
 * @before: what undo brings back, @after: what redo does
 */
typedef struct
{
  MesoFormulaStep step;
  MesoFormulaDraft *before;
  MesoFormulaDraft *after;
} Change;

/**
 * MesoFormulaHistory:
 * @changes: (element-type Change)
 * @done: so many of them are done, the rest is undone
 */
struct _MesoFormulaHistory
{
  GPtrArray *changes;
  guint done;
};

static void
change_free (gpointer data)
{
  Change *change = data;

  g_free (change->step.subject);
  meso_formula_draft_free (change->before);
  meso_formula_draft_free (change->after);
  g_free (change);
}

MesoFormulaHistory *
meso_formula_history_new (void)
{
  MesoFormulaHistory *self = g_new0 (MesoFormulaHistory, 1);

  self->changes = g_ptr_array_new_with_free_func (change_free);
  return self;
}

void
meso_formula_history_free (MesoFormulaHistory *self)
{
  g_ptr_array_unref (self->changes);
  g_free (self);
}

void
meso_formula_history_clear (MesoFormulaHistory *self)
{
  g_ptr_array_set_size (self->changes, 0);
  self->done = 0;
}

static Change *
get_change (const MesoFormulaHistory *self,
            guint                     index)
{
  return index < self->changes->len ? g_ptr_array_index (self->changes, index) : NULL;
}

void
meso_formula_history_push (MesoFormulaHistory     *self,
                           const MesoFormulaStep  *step,
                           gboolean                merge,
                           const MesoFormulaDraft *before,
                           const MesoFormulaDraft *after)
{
  Change *change;

  g_ptr_array_set_size (self->changes, (int) self->done);
  if (merge && self->done > 0)
    change = get_change (self, self->done - 1);
  else
    {
      if (self->changes->len == MAX_STEPS)
        g_ptr_array_remove_index (self->changes, 0);
      change = g_new0 (Change, 1);
      change->step = (MesoFormulaStep) { step->kind, step->field, g_strdup (step->subject) };
      change->before = meso_formula_draft_copy (before);
      g_ptr_array_add (self->changes, change);
      self->done = self->changes->len;
    }
  meso_formula_draft_free (change->after);
  change->after = meso_formula_draft_copy (after);
}

void
meso_formula_history_rebase (MesoFormulaHistory *self,
                             const char         *formula_id,
                             int                 version)
{
  for (guint i = 0; i < self->changes->len; i++)
    {
      Change *change = get_change (self, i);

      g_set_str (&change->before->formula_id, formula_id);
      change->before->base_version = version;
      g_set_str (&change->after->formula_id, formula_id);
      change->after->base_version = version;
    }
}

const MesoFormulaStep *
meso_formula_history_get_undo (const MesoFormulaHistory *self)
{
  return self->done > 0 ? &get_change (self, self->done - 1)->step : NULL;
}

const MesoFormulaStep *
meso_formula_history_get_redo (const MesoFormulaHistory *self)
{
  const Change *change = get_change (self, self->done);

  return change != NULL ? &change->step : NULL;
}

const MesoFormulaDraft *
meso_formula_history_undo (MesoFormulaHistory *self)
{
  return self->done > 0 ? get_change (self, --self->done)->before : NULL;
}

const MesoFormulaDraft *
meso_formula_history_redo (MesoFormulaHistory *self)
{
  return self->done < self->changes->len ? get_change (self, self->done++)->after : NULL;
}
