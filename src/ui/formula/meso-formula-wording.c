/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formula-wording.h"

#include <glib/gi18n.h>
#include <string.h>

#include "meso-text.h"
#include "meso-words.h"

#define NBSP "\u00a0"
#define SHORT_DIGITS 10000

char *
meso_formula_wording_name (MesoContext *context,
                           const char  *id)
{
  const MesoProtocol *protocol = meso_context_get_protocol (context);
  const MesoIngredient *ingredient = meso_protocol_lookup_ingredient (protocol, id);
  const MesoProduct *product = ingredient == NULL ? meso_protocol_lookup_product (protocol, id) : NULL;
  const MesoLocalText *name = ingredient != NULL ? ingredient->name : product != NULL ? product->name : NULL;

  return g_strdup (name != NULL ? meso_local_text_get (name, meso_context_get_language (context)) : id);
}

char *
meso_formula_wording_quantity (MesoContext  *context,
                               MesoQuantity  quantity)
{
  g_autofree char *text = meso_quantity_format (quantity, MESO_MASS_UNIT_BY_SIZE);

  return meso_context_localise_number (context, text);
}

char *
meso_formula_wording_salt (MesoContext           *context,
                           const MesoFormulaLine *line)
{
  const MesoIngredient *ingredient = meso_protocol_lookup_ingredient (meso_context_get_protocol (context), line->ingredient);
  const MesoSalt *salt = ingredient != NULL ? meso_ingredient_find_salt (ingredient, line->salt) : NULL;
  const char *name = salt != NULL ? meso_local_text_get (salt->name, meso_context_get_language (context)) : line->salt;
  g_autofree char *amount =
    meso_formula_wording_quantity (context, (MesoQuantity) { line->salt_amount_ng, MESO_DIMENSION_MASS });
  g_autofree char *amount_isolated = meso_words_isolate (amount);
  g_autofree char *name_isolated = meso_words_isolate (name);

  /* Translators: what was weighed: %1$s is an amount, %2$s the name of a salt */
  return g_strdup_printf (_("%1$s of %2$s"), amount_isolated, name_isolated);
}

char *
meso_formula_wording_volume (MesoContext *context,
                             gint64       volume_ul)
{
  return meso_formula_wording_quantity (context, (MesoQuantity) { volume_ul, MESO_DIMENSION_VOLUME });
}

char *
meso_formula_wording_strength (MesoContext  *context,
                               MesoStrength  strength)
{
  g_autofree char *text = meso_strength_format (strength);

  return meso_context_localise_number (context, text);
}

char *
meso_formula_wording_short_strength (MesoContext  *context,
                                     MesoStrength  strength)
{
  g_autofree char *text = NULL;
  gint64 step = 1;
  gint64 rounded;

  while (strength.mantissa / step >= SHORT_DIGITS)
    step *= 10;
  rounded = (strength.mantissa / step + (strength.mantissa % step >= step - step / 2 ? 1 : 0)) * step;
  text = meso_formula_wording_strength (context, (MesoStrength) { rounded, strength.scale, strength.dimension });
  return rounded == strength.mantissa ? g_steal_pointer (&text) : g_strconcat ("≈" NBSP, text, NULL);
}

char *
meso_formula_wording_weight (MesoContext *context,
                             gint64       weight_g)
{
  /* A gram is to a kilogram what a microgram is to a milligram. */
  g_autofree char *text = meso_quantity_format ((MesoQuantity) { weight_g * 1000, MESO_DIMENSION_MASS }, MESO_MASS_UNIT_MG);
  g_autofree char *number = meso_context_localise_number (context, text);

  *strstr (number, NBSP) = '\0';
  /* Translators: a body weight; %s is a number. Keep the no-break space. */
  return g_strdup_printf (_("%s kg"), number);
}

char *
meso_formula_wording_percent (MesoContext *context,
                              int          percent)
{
  g_autofree char *text = g_strdup_printf ("%d" NBSP "%%", percent);

  return meso_context_localise_number (context, text);
}

char *
meso_formula_wording_permille (MesoContext *context,
                               int          permille)
{
  g_autofree char *text = NULL;

  if (permille % 10 == 0)
    return meso_formula_wording_percent (context, permille / 10);
  text = g_strdup_printf ("%d.%d" NBSP "%%", permille / 10, permille % 10);
  return meso_context_localise_number (context, text);
}

gboolean
meso_formula_wording_has_source (const char *source)
{
  return source != NULL && *source != '\0' && strcmp (source, "GK") != 0 && strcmp (source, "no source") != 0;
}

char *
meso_formula_wording_cap (MesoContext          *context,
                          const MesoIngredient *ingredient)
{
  gboolean per_kg = ingredient->cap.value == 0;
  MesoQuantity cap = per_kg ? ingredient->cap_per_kg : ingredient->cap;
  g_autofree char *amount = NULL;
  g_autofree char *isolated = NULL;

  if (cap.value == 0)
    return g_strdup (_("no source"));
  amount = meso_formula_wording_quantity (context, cap);
  isolated = meso_text_isolate (amount);
  if (per_kg)
    /* Translators: the most of an ingredient; %s is an amount, "4.5 mg" */
    return g_strdup_printf (_("cap %s per kg"), isolated);
  if (!meso_formula_wording_has_source (ingredient->cap_source))
    /* Translators: the most of an ingredient, which no source is known for; %s is an amount, "0.5 mg" */
    return g_strdup_printf (_("cap %s, no source"), isolated);
  /* Translators: the most of an ingredient; %s is an amount, "3 mg" */
  return g_strdup_printf (_("cap %s"), isolated);
}

static char *
word_missing_unit (MesoFormulaField      field,
                   const MesoIngredient *ingredient)
{
  gboolean activity = ingredient != NULL && ingredient->dimension == MESO_DIMENSION_ACTIVITY;

  if (field == MESO_FORMULA_FIELD_STRENGTH)
    return g_strdup (activity ? _("Write the unit of the strength too, for example IU/mL.")
                              : _("Write the unit of the strength too, for example mg/mL or %."));
  if (field == MESO_FORMULA_FIELD_AMOUNT)
    return g_strdup (activity ? _("Write the unit of the amount too, for example IU.")
                              : _("Write the unit of the amount too, for example mg or µg."));
  return g_strdup (_("Write the unit of the volume too: mL or µL."));
}

/* The text can't be read as what it should be. */
static char *
word_unreadable (MesoFormulaField      field,
                 const MesoIngredient *ingredient)
{
  gboolean activity = ingredient != NULL && ingredient->dimension == MESO_DIMENSION_ACTIVITY;

  switch (field)
    {
    case MESO_FORMULA_FIELD_STRENGTH:
      return g_strdup (activity ? _("This isn’t a strength. Write a number and a unit, for example 100 IU/mL.")
                                : _("This isn’t a strength. Write a number and a unit, for example 5 mg/mL or 0.5 %."));
    case MESO_FORMULA_FIELD_AMOUNT:
      return g_strdup (activity ? _("This isn’t an amount. Write a number and a unit, for example 50 IU.")
                                : _("This isn’t an amount. Write a number and a unit, for example 5 mg or 60 µg."));
    case MESO_FORMULA_FIELD_POINTS:
      return g_strdup (_("This isn’t a number of points. Write a whole number, for example 50."));
    case MESO_FORMULA_FIELD_WEIGHT:
      return g_strdup (_("This isn’t a body weight. Write kilograms, for example 72.5."));
    case MESO_FORMULA_FIELD_NAME:
    case MESO_FORMULA_FIELD_VOLUME:
    case MESO_FORMULA_FIELD_TO_VOLUME:
    case MESO_FORMULA_FIELD_PER_POINT:
    case MESO_FORMULA_FIELD_DEAD_SPACE:
    default:
      return g_strdup (_("This isn’t a volume. Write a number and a unit, for example 0.5 mL."));
    }
}

static char *
word_wrong_kind (MesoFormulaField      field,
                 const MesoIngredient *ingredient)
{
  if (field == MESO_FORMULA_FIELD_STRENGTH || field == MESO_FORMULA_FIELD_AMOUNT)
    return g_strdup (ingredient->dimension == MESO_DIMENSION_ACTIVITY
                       ? _("This ingredient is measured in units of activity. Use IU or mIU.")
                       : _("This ingredient is measured by mass. Use mg, µg or g."));
  return word_unreadable (field, ingredient);
}

static char *
word_range (MesoFormulaField field)
{
  switch (field)
    {
    case MESO_FORMULA_FIELD_STRENGTH:
      return g_strdup (_("This strength is too high, or has too many digits. At most 1000 mg/mL can be used."));
    case MESO_FORMULA_FIELD_POINTS:
      return g_strdup (_("This is more than can be counted. Write the number of points, for example 50."));
    case MESO_FORMULA_FIELD_WEIGHT:
      return g_strdup (_("No person weighs that. Write 20 to 400 kilograms, for example 72.5."));
    case MESO_FORMULA_FIELD_AMOUNT:
      return g_strdup (_("This is too much, or less than 1 µL of the stock, which can’t be drawn. Use another amount or another stock."));
    case MESO_FORMULA_FIELD_NAME:
    case MESO_FORMULA_FIELD_VOLUME:
    case MESO_FORMULA_FIELD_TO_VOLUME:
    case MESO_FORMULA_FIELD_PER_POINT:
    case MESO_FORMULA_FIELD_DEAD_SPACE:
    default:
      return g_strdup (_("This volume is too large, or finer than 1 µL. Write what a syringe can hold, for example 0.5 mL."));
    }
}

char *
meso_formula_wording_problem (MesoFormulaField      field,
                              MesoFormulaProblem    problem,
                              const MesoIngredient *ingredient)
{
  switch (problem)
    {
    case MESO_FORMULA_PROBLEM_NO_NUMBER:
    case MESO_FORMULA_PROBLEM_UNIT:
      return word_unreadable (field, ingredient);
    case MESO_FORMULA_PROBLEM_AMBIGUOUS:
      return g_strdup (_("With a comma this number can be read in two ways. Write it without one, for example 1500 or 1.5."));
    case MESO_FORMULA_PROBLEM_NO_UNIT:
      return word_missing_unit (field, ingredient);
    case MESO_FORMULA_PROBLEM_PER_ML:
      return g_strdup (_("A strength is an amount in a volume. Write /mL behind it, for example 5 mg/mL."));
    case MESO_FORMULA_PROBLEM_WRONG_KIND:
      return word_wrong_kind (field, ingredient);
    case MESO_FORMULA_PROBLEM_ZERO:
      return g_strdup (_("Nothing can’t be used here. Write more than zero, or leave it empty."));
    case MESO_FORMULA_PROBLEM_RANGE:
      return word_range (field);
    case MESO_FORMULA_PROBLEM_NONE:
    case MESO_FORMULA_PROBLEM_EMPTY:
    default:
      return NULL;
    }
}

static char *
word_edit (const MesoFormulaStep *step,
           const char            *name)
{
  switch (step->field)
    {
    case MESO_FORMULA_FIELD_STRENGTH:
      /* Translators: a step to undo, after "Undo: "; %s is an ingredient */
      return g_strdup_printf (_("change the strength of %s"), name);
    case MESO_FORMULA_FIELD_VOLUME:
      return g_strdup_printf (_("change the volume of %s"), name);
    case MESO_FORMULA_FIELD_AMOUNT:
      return g_strdup_printf (_("change the amount of %s"), name);
    case MESO_FORMULA_FIELD_TO_VOLUME:
      return g_strdup (_("change the total volume"));
    case MESO_FORMULA_FIELD_POINTS:
      return g_strdup (_("change the number of points"));
    case MESO_FORMULA_FIELD_PER_POINT:
      return g_strdup (_("change the volume per point"));
    case MESO_FORMULA_FIELD_DEAD_SPACE:
      return g_strdup (_("change the dead space"));
    case MESO_FORMULA_FIELD_WEIGHT:
      return g_strdup (_("change the body weight"));
    case MESO_FORMULA_FIELD_NAME:
      return g_strdup (_("change the name"));
    default:
      g_assert_not_reached ();
    }
}

char *
meso_formula_wording_step (MesoContext           *context,
                           const MesoFormulaStep *step)
{
  g_autofree char *plain = step->subject != NULL ? meso_formula_wording_name (context, step->subject) : g_strdup ("");
  g_autofree char *name = meso_words_isolate (plain);

  switch (step->kind)
    {
    case MESO_FORMULA_STEP_ADD:
      /* Translators: a step to undo, after "Undo: "; %s is an ingredient */
      return g_strdup_printf (_("add %s"), name);
    case MESO_FORMULA_STEP_REMOVE:
      return g_strdup_printf (_("remove %s"), name);
    case MESO_FORMULA_STEP_EDIT:
      return word_edit (step, name);
    case MESO_FORMULA_STEP_ALLERGIES:
      return g_strdup (_("change the allergies"));
    case MESO_FORMULA_STEP_START_FROM:
      return *plain != '\0' ? g_strdup_printf (_("start from %s"), name) : g_strdup (_("start from another recipe"));
    case MESO_FORMULA_STEP_SALT:
      /* Translators: a step to undo, after "Undo: "; %s is an ingredient, which is weighed as one of its salts */
      return g_strdup_printf (_("change the salt of %s"), name);
    case MESO_FORMULA_STEP_SCALE:
      return g_strdup (_("scale the formula"));
    case MESO_FORMULA_STEP_MARKS:
      return g_strdup (_("round to the marks"));
    default:
      g_assert_not_reached ();
    }
}
