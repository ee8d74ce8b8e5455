/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-difference.h"

#include <string.h>

#include "meso-strength.h"

static void
difference_free (gpointer data)
{
  MesoFormulaDifference *self = data;

  g_free (self->subject);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

static const char *
no_empty (const char *text)
{
  return text != NULL && *text != '\0' ? text : NULL;
}

static MesoFormulaDifference *
add (GPtrArray *list, MesoFormulaPart part, const char *subject, const char *before, const char *after)
{
  MesoFormulaDifference *difference = g_new0 (MesoFormulaDifference, 1);

  difference->part = part;
  difference->subject = g_strdup (subject);
  difference->before = g_strdup (no_empty (before));
  difference->after = g_strdup (no_empty (after));
  g_ptr_array_add (list, difference);
  return difference;
}

/* “2 mL”, “2.0 mL” and “۲ mL” are the same. */
static gboolean
means_the_same (const char *a, const char *b)
{
  MesoQuantity one, other;
  MesoStrength strong, weak;

  if (g_strcmp0 (a, b) == 0)
    return TRUE;
  if (meso_quantity_parse (a, &one, NULL) && meso_quantity_parse (b, &other, NULL))
    return one.dimension == other.dimension && one.value == other.value;
  return meso_strength_parse (a, &strong, NULL) && meso_strength_parse (b, &weak, NULL) &&
         strong.dimension == weak.dimension && meso_strength_compare (strong, weak) == 0;
}

static void
compare_texts (GPtrArray *list, MesoFormulaPart part, const char *subject, const char *before, const char *after)
{
  if (!means_the_same (no_empty (before), no_empty (after)))
    add (list, part, subject, before, after);
}

static const char *
get_subject (const MesoFormulaItem *item)
{
  return item->ingredient != NULL ? item->ingredient : item->product;
}

static char *
describe_item (const MesoFormulaItem *item)
{
  const char *asked = no_empty (item->amount) != NULL ? item->amount : item->volume;
  const char *strength = no_empty (item->strength);

  if (strength == NULL || no_empty (asked) == NULL)
    return g_strdup (strength != NULL ? strength : asked);
  return g_strdup_printf ("%s, %s", strength, asked);
}

static void
add_item (GPtrArray *list, const MesoFormulaItem *item, gboolean came)
{
  g_autofree char *words = describe_item (item);

  add (list, MESO_FORMULA_PART_ITEM, get_subject (item), came ? NULL : words != NULL ? words : "–",
       came ? (words != NULL ? words : "–") : NULL);
  if (item->salt != NULL)
    add (list, MESO_FORMULA_PART_SALT, get_subject (item), came ? NULL : item->salt, came ? item->salt : NULL);
}

static void
compare_items (GPtrArray *list, const MesoFormulaItem *before, const MesoFormulaItem *after)
{
  const char *subject = get_subject (after);

  compare_texts (list, MESO_FORMULA_PART_SALT, subject, before->salt, after->salt);
  compare_texts (list, MESO_FORMULA_PART_STRENGTH, subject, before->strength, after->strength);
  compare_texts (list, MESO_FORMULA_PART_VOLUME, subject, before->volume, after->volume);
  compare_texts (list, MESO_FORMULA_PART_AMOUNT, subject, before->amount, after->amount);
}

/* (nullable): the first of the same thing that has no partner yet; it gets one now */
static const MesoFormulaItem *
take_partner (const GPtrArray *items, gboolean *taken, const MesoFormulaItem *wanted)
{
  for (guint i = 0; i < items->len; i++)
    {
      const MesoFormulaItem *item = g_ptr_array_index (items, i);

      if (taken[i] || g_strcmp0 (item->ingredient, wanted->ingredient) != 0 || g_strcmp0 (item->product, wanted->product) != 0)
        continue;
      taken[i] = TRUE;
      return item;
    }
  return NULL;
}

static void
compare_mixtures (GPtrArray *list, const MesoFormula *before, const MesoFormula *after)
{
  g_autofree gboolean *taken = g_new0 (gboolean, before->items->len + 1);

  for (guint i = 0; i < after->items->len; i++)
    {
      const MesoFormulaItem *item = g_ptr_array_index (after->items, i);
      const MesoFormulaItem *partner = take_partner (before->items, taken, item);

      if (partner != NULL)
        compare_items (list, partner, item);
      else
        add_item (list, item, TRUE);
    }
  for (guint i = 0; i < before->items->len; i++)
    if (!taken[i])
      add_item (list, g_ptr_array_index (before->items, i), FALSE);
}

static void
compare_whole (GPtrArray *list, const MesoFormula *before, const MesoFormula *after)
{
  g_autofree char *points_before = before->points > 0 ? g_strdup_printf ("%d", before->points) : NULL;
  g_autofree char *points_after = after->points > 0 ? g_strdup_printf ("%d", after->points) : NULL;

  compare_texts (list, MESO_FORMULA_PART_DILUENT, NULL, before->diluent, after->diluent);
  compare_texts (list, MESO_FORMULA_PART_TO_VOLUME, NULL, before->to_volume, after->to_volume);
  compare_texts (list, MESO_FORMULA_PART_POINTS, NULL, points_before, points_after);
  compare_texts (list, MESO_FORMULA_PART_PER_POINT, NULL, before->volume_per_point, after->volume_per_point);
  compare_texts (list, MESO_FORMULA_PART_DEAD_SPACE, NULL, before->dead_space, after->dead_space);
}

/* There is one of these, about the mixture as a whole. */
static gboolean
is_of_whole (const MesoFormulaFinding *finding)
{
  return strcmp (finding->code, "no-data") == 0 || strcmp (finding->code, "components") == 0;
}

/* The same finding about the same ingredients, whatever its numbers */
static gboolean
is_same_finding (const MesoFormulaFinding *a, const MesoFormulaFinding *b)
{
  if (is_of_whole (a))
    return a->severity == b->severity && strcmp (a->code, b->code) == 0;
  return meso_formula_finding_is_about_same (a, b);
}

static const MesoFormulaFinding *
find_finding (const MesoFormulaCheck *check, const MesoFormulaFinding *wanted)
{
  for (guint i = 0; i < check->findings->len; i++)
    if (is_same_finding (g_ptr_array_index (check->findings, i), wanted))
      return g_ptr_array_index (check->findings, i);
  return NULL;
}

static void
compare_findings (GPtrArray *list, const MesoFormulaCheck *before, const MesoFormulaCheck *after)
{
  for (guint i = 0; i < after->findings->len; i++)
    {
      const MesoFormulaFinding *finding = g_ptr_array_index (after->findings, i);
      const MesoFormulaFinding *then = find_finding (before, finding);

      if (then == NULL || strcmp (then->message, finding->message) != 0)
        add (list, MESO_FORMULA_PART_FINDING, finding->code, then != NULL ? then->message : NULL, finding->message)->severity =
          finding->severity;
    }
  for (guint i = 0; i < before->findings->len; i++)
    {
      const MesoFormulaFinding *finding = g_ptr_array_index (before->findings, i);

      if (find_finding (after, finding) == NULL)
        add (list, MESO_FORMULA_PART_FINDING, finding->code, finding->message, NULL)->severity = finding->severity;
    }
}

/**
 * meso_formula_difference_list:
 * @before: one version, as stored or as it would be
 * @after: the other
 *
 * What was typed is compared by what it means, item by item, each with the one of the same ingredient or product; then what the checks
 * found. That is compared by its sentences too: both must have been said in one language (meso_formula_version_retell ()).
 *
 * Returns: (transfer full) (element-type MesoFormulaDifference): what the two don't have in common
 */
GPtrArray *
meso_formula_difference_list (const MesoFormulaVersion *before,
                              const MesoFormulaVersion *after)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (difference_free);

  compare_texts (list, MESO_FORMULA_PART_NAME, NULL, before->name, after->name);
  compare_mixtures (list, before->formula, after->formula);
  compare_whole (list, before->formula, after->formula);
  compare_findings (list, before->check, after->check);
  return list;
}
