/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-reading.h"

#include <string.h>

#define G_PER_KG 1000
#define MAX_INGREDIENTS_AT_A_ROW 2
#define MILLIONTHS 1000000
#define MILLIONTHS_PER_PERMILLE 1000

typedef unsigned __int128 Wide;

static void
item_reading_free (gpointer data)
{
  MesoFormulaItemReading *item = data;

  g_ptr_array_unref (item->findings);
  g_free (item);
}

void
meso_formula_reading_free (MesoFormulaReading *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->of_whole);
  meso_formula_free (self->formula);
  g_clear_pointer (&self->facts.allergies, g_ptr_array_unref);
  g_clear_pointer (&self->facts.excluded, g_ptr_array_unref);
  meso_formula_check_free (self->check);
  g_free (self);
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

static void
count (MesoFormulaReading *self,
       MesoFormulaProblem  problem)
{
  if (problem == MESO_FORMULA_PROBLEM_EMPTY)
    self->missing++;
  else if (problem != MESO_FORMULA_PROBLEM_NONE)
    self->faults++;
}

/* What only shows when the fields of an item meet: a volume below 1 µL, an amount that can't be held. */
static MesoFormulaProblem
probe (const MesoProtocol    *protocol,
       const MesoFormulaItem *item)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  MesoFormulaPatient nobody = { .allergies = none };
  g_autoptr(MesoFormula) alone = meso_formula_new ();
  g_autoptr(MesoFormulaCheck) check = NULL;

  g_ptr_array_add (alone->items, meso_formula_item_copy (item));
  check = meso_formula_check_new (protocol, alone, &nobody, NULL, NULL);
  return check != NULL ? MESO_FORMULA_PROBLEM_NONE : MESO_FORMULA_PROBLEM_RANGE;
}

/* (transfer full) (nullable): the item as core takes it */
static MesoFormulaItem *
read_item (MesoFormulaReading     *self,
           const MesoProtocol     *protocol,
           const MesoFormulaItem  *typed,
           MesoFormulaItemReading *reading)
{
  gboolean by_amount = !is_empty (typed->amount);
  MesoFormulaProblem *asked = by_amount ? &reading->amount_problem : &reading->volume;
  MesoFormulaItem clean = { .ingredient = typed->ingredient, .product = typed->product, .salt = typed->salt,
                            .volume = by_amount ? NULL : typed->volume, .amount = by_amount ? typed->amount : NULL };

  if (reading->ingredient != NULL)
    {
      clean.strength = typed->strength;
      reading->strength = meso_formula_entry_read_strength (reading->ingredient, reading->salt, typed->strength, &reading->stock);
      reading->elemental = reading->stock;
      if (reading->salt != NULL && reading->stock.mantissa > 0 &&
          !meso_salt_to_elemental (reading->salt, reading->ingredient->molar_mass_ug_per_mmol, reading->stock, &reading->elemental))
        reading->strength = MESO_FORMULA_PROBLEM_RANGE;
      count (self, reading->strength);
    }
  *asked = by_amount ? meso_formula_entry_read_amount (reading->ingredient, reading->salt, typed->amount)
                     : meso_formula_entry_read_volume (typed->volume, FALSE);
  if (*asked == MESO_FORMULA_PROBLEM_NONE && reading->strength == MESO_FORMULA_PROBLEM_NONE)
    *asked = probe (protocol, &clean);
  count (self, *asked);
  reading->complete = *asked == MESO_FORMULA_PROBLEM_NONE && reading->strength == MESO_FORMULA_PROBLEM_NONE;
  return reading->complete ? meso_formula_item_copy (&clean) : NULL;
}

static void
read_items (MesoFormulaReading     *self,
            const MesoProtocol     *protocol,
            const MesoFormulaDraft *draft)
{
  for (guint i = 0; i < draft->formula->items->len; i++)
    {
      const MesoFormulaItem *typed = g_ptr_array_index (draft->formula->items, i);
      MesoFormulaItemReading *reading = g_new0 (MesoFormulaItemReading, 1);
      MesoFormulaItem *item;

      reading->findings = g_ptr_array_new ();
      g_ptr_array_add (self->items, reading);
      if (typed->ingredient != NULL)
        reading->ingredient = meso_protocol_lookup_ingredient (protocol, typed->ingredient);
      else
        reading->product = meso_protocol_lookup_product (protocol, typed->product);
      if (reading->ingredient != NULL)
        reading->salt = meso_ingredient_find_salt (reading->ingredient, typed->salt);
      reading->salt_gone = typed->salt != NULL && reading->salt == NULL;
      if ((reading->ingredient == NULL && reading->product == NULL) || reading->salt_gone)
        {
          self->faults++;
          continue;
        }
      item = read_item (self, protocol, typed, reading);
      if (item != NULL)
        g_ptr_array_add (self->formula->items, item);
    }
}

/* An optional volume: an empty one is not said. */
static MesoFormulaProblem
read_optional_volume (MesoFormulaReading *self,
                      const char         *text,
                      gboolean            zero_allowed,
                      char              **text_out)
{
  MesoFormulaProblem problem = meso_formula_entry_read_volume (text, zero_allowed);

  if (problem == MESO_FORMULA_PROBLEM_EMPTY)
    return MESO_FORMULA_PROBLEM_NONE;
  count (self, problem);
  if (problem == MESO_FORMULA_PROBLEM_NONE)
    *text_out = g_strdup (text);
  return problem;
}

static void
read_syringe (MesoFormulaReading     *self,
              const MesoFormulaDraft *draft)
{
  MesoFormulaProblem points = meso_formula_entry_read_points (draft->points, &self->formula->points);

  self->to_volume = read_optional_volume (self, draft->formula->to_volume, FALSE, &self->formula->to_volume);
  if (self->formula->to_volume != NULL)
    self->formula->diluent = g_strdup (draft->formula->diluent);
  self->per_point = read_optional_volume (self, draft->formula->volume_per_point, FALSE, &self->formula->volume_per_point);
  self->dead_space = read_optional_volume (self, draft->formula->dead_space, TRUE, &self->formula->dead_space);
  self->points = points == MESO_FORMULA_PROBLEM_EMPTY ? MESO_FORMULA_PROBLEM_NONE : points;
  count (self, self->points);
}

static GPtrArray *
copy_strings (const GPtrArray *strings)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; strings != NULL && i < strings->len; i++)
    g_ptr_array_add (copy, g_strdup (g_ptr_array_index (strings, i)));
  return copy;
}

/* What the form says goes before what the record knows. */
static void
read_patient (MesoFormulaReading       *self,
              const MesoFormulaDraft   *draft,
              const MesoFormulaPatient *facts)
{
  MesoFormulaProblem weight = meso_formula_entry_read_weight (draft->weight, &self->facts.weight_g);

  if (facts == NULL)
    {
      /* A recipe of the clinic has nobody to ask. */
      self->facts.anybody = TRUE;
      self->facts.allergies = copy_strings (NULL);
      self->facts.weight_g = 0;
      return;
    }
  self->weight = weight == MESO_FORMULA_PROBLEM_EMPTY ? MESO_FORMULA_PROBLEM_NONE : weight;
  count (self, self->weight);
  if (weight == MESO_FORMULA_PROBLEM_EMPTY)
    self->facts.weight_g = facts->weight_g;
  self->facts.sex = facts->sex;
  self->facts.excluded = copy_strings (facts->excluded);
  if (draft->allergies_said)
    self->facts.allergies = copy_strings (draft->allergies);
  else if (facts->allergies != NULL)
    self->facts.allergies = copy_strings (facts->allergies);
}

static gint64
get_limit (const MesoIngredient *ingredient,
           gint64                weight_g)
{
  gint64 cap = ingredient->cap.value;
  gint64 by_weight = (gint64) MIN ((Wide) ingredient->cap_per_kg.value * (Wide) weight_g / G_PER_KG, (Wide) G_MAXINT64);

  return cap == 0 || by_weight == 0 ? MAX (cap, by_weight) : MIN (cap, by_weight);
}

/* Of all lines with this ingredient, whatever item they come from */
static gint64
get_total (const MesoFormulaCheck *check,
           const char             *ingredient)
{
  gint64 total = 0;

  for (guint i = 0; i < check->lines->len; i++)
    {
      const MesoFormulaLine *line = g_ptr_array_index (check->lines, i);

      if (g_str_equal (line->ingredient, ingredient) && __builtin_add_overflow (total, line->amount.value, &total))
        return G_MAXINT64;
    }
  return total;
}

/* Lines stand in the order of the items; a product has one a component. */
static void
take_lines (MesoFormulaReading *self)
{
  guint next = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      MesoFormulaItemReading *item = g_ptr_array_index (self->items, i);
      const MesoFormulaLine *line;

      if (!item->complete)
        continue;
      line = g_ptr_array_index (self->check->lines, next);
      item->volume_ul = line->volume_ul;
      next += item->product != NULL ? item->product->components->len : 1;
      if (item->ingredient == NULL)
        continue;
      item->amount = line->amount;
      item->weighed = item->salt != NULL ? (MesoQuantity) { line->salt_amount_ng, MESO_DIMENSION_MASS } : line->amount;
      item->exact = line->exact;
      item->final = (MesoStrength) { line->final_per_ml, 0, line->amount.dimension };
      item->total = (MesoQuantity) { get_total (self->check, line->ingredient), line->amount.dimension };
      item->limit = get_limit (item->ingredient, self->facts.weight_g);
    }
}

static gboolean
item_holds (const MesoFormulaItemReading *item,
            const char                   *ingredient)
{
  if (item->ingredient != NULL)
    return g_str_equal (item->ingredient->id, ingredient);
  for (guint i = 0; item->product != NULL && i < item->product->components->len; i++)
    if (g_str_equal (((const MesoProductComponent *) g_ptr_array_index (item->product->components, i))->ingredient, ingredient))
      return TRUE;
  return FALSE;
}

static void
mark_items (MesoFormulaReading       *self,
            const MesoFormulaFinding *finding)
{
  for (guint i = 0; i < finding->ingredients->len; i++)
    for (guint j = 0; j < self->items->len; j++)
      {
        MesoFormulaItemReading *item = g_ptr_array_index (self->items, j);

        if (!item->complete || !item_holds (item, g_ptr_array_index (finding->ingredients, i)))
          continue;
        item->blocked = TRUE;
        item->conflict = item->conflict || g_str_equal (finding->code, "incompatible");
      }
}

/* (transfer none): where a finding is shown: at the last row that it is about, or with those of the whole. What is about more than
 * two ingredients is about the whole. */
static GPtrArray *
find_place (MesoFormulaReading       *self,
            const MesoFormulaFinding *finding)
{
  if (finding->ingredients->len > MAX_INGREDIENTS_AT_A_ROW || finding->severity == MESO_SEVERITY_INFO)
    return self->of_whole;
  for (guint i = self->items->len; i > 0; i--)
    {
      MesoFormulaItemReading *item = g_ptr_array_index (self->items, i - 1);

      for (guint j = 0; item->complete && j < finding->ingredients->len; j++)
        if (item_holds (item, g_ptr_array_index (finding->ingredients, j)))
          return item->findings;
    }
  return self->of_whole;
}

static void
take_findings (MesoFormulaReading *self)
{
  for (guint i = 0; i < self->check->findings->len; i++)
    {
      MesoFormulaFinding *finding = g_ptr_array_index (self->check->findings, i);

      g_ptr_array_add (find_place (self, finding), finding);
      if (finding->severity == MESO_SEVERITY_WARN)
        self->warnings++;
      if (finding->severity != MESO_SEVERITY_BLOCK)
        continue;
      self->blocks++;
      mark_items (self, finding);
    }
}

/* Each distinct ingredient once: components, and what the anaesthetics come to. */
static void
take_totals (MesoFormulaReading *self,
             const MesoProtocol *protocol)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  Wide millionths = 0;
  gboolean any = FALSE;

  for (guint i = 0; i < self->check->lines->len; i++)
    {
      const MesoFormulaLine *line = g_ptr_array_index (self->check->lines, i);
      const MesoIngredient *ingredient = meso_protocol_lookup_ingredient (protocol, line->ingredient);
      gint64 limit = get_limit (ingredient, self->facts.weight_g);

      if (!g_hash_table_add (seen, line->ingredient))
        continue;
      if (!ingredient->diluent)
        self->components++;
      if (!ingredient->anaesthetic || limit == 0)
        continue;
      any = TRUE;
      millionths += ((Wide) get_total (self->check, line->ingredient) * MILLIONTHS + (Wide) limit - 1) / (Wide) limit;
    }
  if (any)
    self->anaesthetic_permille =
      (int) MIN ((millionths + MILLIONTHS_PER_PERMILLE - 1) / MILLIONTHS_PER_PERMILLE, (Wide) G_MAXINT);
}

MesoFormulaReading *
meso_formula_reading_new (const MesoProtocol       *protocol,
                          const MesoFormulaDraft   *draft,
                          const MesoFormulaPatient *facts,
                          const char               *language)
{
  MesoFormulaReading *self = g_new0 (MesoFormulaReading, 1);

  self->items = g_ptr_array_new_with_free_func (item_reading_free);
  self->of_whole = g_ptr_array_new ();
  self->formula = meso_formula_new ();
  self->anaesthetic_permille = -1;
  read_items (self, protocol, draft);
  read_syringe (self, draft);
  read_patient (self, draft, facts);
  if (self->formula->items->len == 0)
    return self;
  self->check = meso_formula_check_new (protocol, self->formula, &self->facts, language, NULL);
  /* Each text was fit to be read: only sums can be too large now. */
  self->too_large = self->check == NULL;
  if (self->too_large)
    return self;
  self->total_ul = self->check->total_volume_ul;
  self->diluent_ul = self->check->diluent_volume_ul;
  take_lines (self);
  take_findings (self);
  take_totals (self, protocol);
  return self;
}

gboolean
meso_formula_reading_can_save (const MesoFormulaReading *self)
{
  return self->check != NULL && self->check->ok && self->missing == 0 && self->faults == 0;
}

int
meso_formula_item_reading_get_percent (const MesoFormulaItemReading *self)
{
  Wide percent;

  if (self->limit == 0)
    return 0;
  percent = ((Wide) self->total.value * 100 + (Wide) self->limit / 2) / (Wide) self->limit;
  if (percent <= 100 && self->total.value > self->limit)
    percent = 101;
  return (int) MIN (percent, 9999);
}
