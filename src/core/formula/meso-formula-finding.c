/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-work.h"

#include <string.h>

/* Every code with the severities it can have, in the order in which findings are shown. */
static const struct {
  MesoSeverity severity;
  const char *code;
} order[] = {
  { MESO_SEVERITY_BLOCK, "excluded" },
  { MESO_SEVERITY_BLOCK, "allergy" },
  { MESO_SEVERITY_BLOCK, "banned" },
  { MESO_SEVERITY_BLOCK, "incompatible" },
  { MESO_SEVERITY_BLOCK, "own-syringe" },
  { MESO_SEVERITY_BLOCK, "off-by-default" },
  { MESO_SEVERITY_BLOCK, "over-volume" },
  { MESO_SEVERITY_BLOCK, "weight-missing" },
  { MESO_SEVERITY_BLOCK, "strength-limit" },
  { MESO_SEVERITY_BLOCK, "anaesthetic-fraction" },
  { MESO_SEVERITY_BLOCK, "total-volume" },
  { MESO_SEVERITY_BLOCK, "point-volume" },
  { MESO_SEVERITY_BLOCK, "cap" },
  { MESO_SEVERITY_BLOCK, "weight-cap" },
  { MESO_SEVERITY_BLOCK, "points-mismatch" },
  { MESO_SEVERITY_WARN, "cap" },
  { MESO_SEVERITY_WARN, "weight-cap" },
  { MESO_SEVERITY_WARN, "weight-missing" },
  { MESO_SEVERITY_WARN, "caution-pair" },
  { MESO_SEVERITY_WARN, "total-volume" },
  { MESO_SEVERITY_WARN, "point-volume" },
  { MESO_SEVERITY_WARN, "points-mismatch" },
  { MESO_SEVERITY_WARN, "components" },
  { MESO_SEVERITY_WARN, "anaesthetic-fraction" },
  { MESO_SEVERITY_WARN, "allergies-unknown" },
  { MESO_SEVERITY_WARN, "rounding" },
  { MESO_SEVERITY_INFO, "no-data" },
};

static guint
get_rank (MesoSeverity severity, const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (order[i].severity == severity && strcmp (order[i].code, code) == 0)
      return i;
  g_assert_not_reached ();
}

/**
 * meso_severity_to_string:
 *
 * Returns: "info", "warn" or "block"
 */
const char *
meso_severity_to_string (MesoSeverity severity)
{
  switch (severity)
    {
    case MESO_SEVERITY_INFO:
      return "info";
    case MESO_SEVERITY_WARN:
      return "warn";
    case MESO_SEVERITY_BLOCK:
      return "block";
    default:
      g_assert_not_reached ();
    }
}

/**
 * meso_formula_finding_get_code:
 * @index: from 0
 * @severity_out: (out): one of the severities that a finding of this code can have
 *
 * For who has something to say to every finding that there can be.
 *
 * Returns: (transfer none) (nullable): a code, or %NULL behind the last
 */
const char *
meso_formula_finding_get_code (guint         index,
                               MesoSeverity *severity_out)
{
  if (index >= G_N_ELEMENTS (order))
    return NULL;
  *severity_out = order[index].severity;
  return order[index].code;
}

/**
 * meso_formula_finding_is_about_same:
 * @other: a finding of the same formula, or of another version of it
 *
 * Returns: whether severity, code and ingredients are the same
 */
gboolean
meso_formula_finding_is_about_same (const MesoFormulaFinding *self,
                                    const MesoFormulaFinding *other)
{
  if (self->severity != other->severity || strcmp (self->code, other->code) != 0 ||
      self->ingredients->len != other->ingredients->len)
    return FALSE;
  for (guint i = 0; i < self->ingredients->len; i++)
    if (strcmp (g_ptr_array_index (self->ingredients, i), g_ptr_array_index (other->ingredients, i)) != 0)
      return FALSE;
  return TRUE;
}

/**
 * meso_formula_finding_free:
 * @self: (transfer full): a finding
 */
void
meso_formula_finding_free (MesoFormulaFinding *self)
{
  g_free (self->code);
  g_clear_pointer (&self->ingredients, g_ptr_array_unref);
  g_free (self->message);
  g_free (self->source);
  g_free (self);
}

/**
 * meso_formula_ids:
 * @first_id: (nullable): an ingredient's id, then more, then %NULL
 *
 * Returns: (transfer full) (element-type utf8): copies of them
 */
GPtrArray *
meso_formula_ids (const char *first_id, ...)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  va_list more;

  va_start (more, first_id);
  for (const char *id = first_id; id != NULL; id = va_arg (more, const char *))
    g_ptr_array_add (ids, g_strdup (id));
  va_end (more);
  return ids;
}

/**
 * meso_formula_add_product_ids:
 * @ids: (element-type utf8): ids of ingredients
 * @product: a ready-made vial
 *
 * Adds each ingredient of @product that isn't among them yet.
 */
void
meso_formula_add_product_ids (GPtrArray         *ids,
                              const MesoProduct *product)
{
  for (guint i = 0; i < product->components->len; i++)
    {
      const MesoProductComponent *component = g_ptr_array_index (product->components, i);

      if (!g_ptr_array_find_with_equal_func (ids, component->ingredient, g_str_equal, NULL))
        g_ptr_array_add (ids, g_strdup (component->ingredient));
    }
}

/**
 * meso_formula_work_phrase:
 * @id: a phrase of the content
 *
 * Returns: (transfer none): it, in the check's language
 */
const char *
meso_formula_work_phrase (const MesoFormulaWork *work,
                          const char            *id)
{
  return meso_protocol_get_phrase (work->protocol, id, work->language);
}

/**
 * meso_formula_work_take_finding:
 * @code: must have @severity in the table above
 * @ingredients: (transfer full) (element-type utf8): ids it concerns
 * @source: a source key
 * @message: (transfer full): the sentence
 */
void
meso_formula_work_take_finding (MesoFormulaWork *work,
                                MesoSeverity     severity,
                                const char      *code,
                                GPtrArray       *ingredients,
                                const char      *source,
                                char            *message)
{
  MesoFormulaFinding *finding = g_new0 (MesoFormulaFinding, 1);

  finding->severity = severity;
  finding->code = g_strdup (code);
  finding->ingredients = ingredients;
  finding->message = message;
  finding->source = g_strdup (source != NULL ? source : "no source");
  g_ptr_array_add (work->check->findings, finding);
  if (severity == MESO_SEVERITY_BLOCK)
    work->check->ok = FALSE;
}

static int
compare_rank (gconstpointer a, gconstpointer b)
{
  const MesoFormulaFinding *one = a;
  const MesoFormulaFinding *other = b;

  return (int) get_rank (one->severity, one->code) - (int) get_rank (other->severity, other->code);
}

/**
 * meso_formula_work_sort_findings:
 *
 * Block, warn, info; then the order of the table; then as found, which is the order of the items (the sort is stable).
 */
void
meso_formula_work_sort_findings (MesoFormulaWork *work)
{
  g_ptr_array_sort_values (work->check->findings, compare_rank);
}
