/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formulary-values.h"

#include <glib/gi18n.h>
#include <string.h>

#include "meso-formula-wording.h"
#include "meso-formulary-layer.h"
#include "meso-formulary-reading.h"
#include "meso-protocol-service.h"
#include "meso-text.h"

#define MAX_LINE 200
#define MAX_WORDS 2000
#define MAX_CONTAINER_UL 1000000

typedef char *(* CheckFunc) (const MesoFormularyValues *self, MesoContext *context, const char *text);

/* Words become part of the clinic's content, where a brace means something else. */
static char *
check_words (const char *text,
             glong       max)
{
  if (*text == '\0')
    return NULL;
  if (!meso_text_check_line (text, max, "", NULL))
    return g_strdup (_("This text is too long, or holds characters that can’t be printed."));
  if (strpbrk (text, "{}") != NULL)
    return g_strdup (_("Leave out the braces { and }."));
  return NULL;
}

static char *
check_line (const MesoFormularyValues *self,
            MesoContext               *context,
            const char                *text)
{
  return check_words (text, MAX_LINE);
}

static char *
check_note (const MesoFormularyValues *self,
            MesoContext               *context,
            const char                *text)
{
  return check_words (text, MAX_WORDS);
}

static char *
check_name (const MesoFormularyValues *self,
            MesoContext               *context,
            const char                *text)
{
  if (meso_text_is_empty (text) && meso_text_is_empty (meso_formulary_values_get (self, "name-fa")))
    return g_strdup (_("Write the name."));
  return check_words (text, MAX_LINE);
}

static char *
check_benefit (const MesoFormularyValues *self,
               MesoContext               *context,
               const char                *text)
{
  if (meso_text_is_empty (text))
    return g_strdup (_("Write what it is for; “not known” is an answer too."));
  return check_words (text, MAX_WORDS);
}

static char *
check_reason (const MesoFormularyValues *self,
              MesoContext               *context,
              const char                *text)
{
  if (meso_text_is_empty (text))
    return g_strdup (_("Write what is known of the two: it is shown with each formula that holds both."));
  return check_words (text, MAX_WORDS);
}

static MesoDimension
get_dimension (const MesoFormularyValues *self,
               MesoContext               *context)
{
  const MesoIngredient *ingredient = meso_protocol_lookup_ingredient (meso_context_get_protocol (context), self->id);

  if (self->kind == MESO_FORMULARY_CHANGE && ingredient != NULL)
    return ingredient->dimension;
  return g_str_equal (meso_formulary_values_get (self, "dimension"), "activity") ? MESO_DIMENSION_ACTIVITY : MESO_DIMENSION_MASS;
}

/* (nullable): the ingredient as it ships, of a form that changes it */
static const MesoIngredient *
get_shipped (const MesoFormularyValues *self,
             MesoContext               *context)
{
  if (self->kind != MESO_FORMULARY_CHANGE)
    return NULL;
  return meso_protocol_lookup_ingredient (meso_protocol_service_get_shipped (meso_context_get_clinic (context)), self->id);
}

static char *
check_amount (const MesoFormularyValues *self,
              MesoContext               *context,
              const char                *text,
              gboolean                   per_kg)
{
  const MesoIngredient *shipped = get_shipped (self, context);
  MesoDimension dimension = get_dimension (self, context);
  MesoQuantity before = shipped == NULL ? (MesoQuantity) { 0, dimension } : per_kg ? shipped->cap_per_kg : shipped->cap;
  MesoQuantity cap;

  if (*text == '\0' && before.value > 0)
    return g_strdup (_("A cap can’t be taken away. Write one."));
  if (*text == '\0')
    return NULL;
  if (meso_quantity_is_ambiguous (text) || !meso_quantity_parse (text, &cap, NULL) || cap.dimension != dimension)
    return g_strdup (dimension == MESO_DIMENSION_ACTIVITY ? _("This isn’t an amount. Write a number and a unit, for example 50 IU.")
                                                          : _("This isn’t an amount. Write a number and a unit, for example 5 mg or 60 µg."));
  if (shipped != NULL && shipped->diluent)
    return g_strdup (_("A diluent has no cap."));
  if (shipped != NULL && !meso_protocol_may_set_cap (shipped, before, cap))
    {
      g_autofree char *amount = meso_formula_wording_quantity (context, before);
      g_autofree char *isolated = meso_text_isolate (amount);

      /* Translators: %s is an amount, "300 mg" */
      return g_strdup_printf (_("More than this cap is blocked: it can be set below %s, not above."), isolated);
    }
  return NULL;
}

static char *
check_cap (const MesoFormularyValues *self,
           MesoContext               *context,
           const char                *text)
{
  return check_amount (self, context, text, FALSE);
}

static char *
check_cap_per_kg (const MesoFormularyValues *self,
                  MesoContext               *context,
                  const char                *text)
{
  return check_amount (self, context, text, TRUE);
}

static char *
check_strengths (const MesoFormularyValues *self,
                 MesoContext               *context,
                 const char                *text)
{
  g_autoptr(GPtrArray) strengths = meso_formulary_read_strengths (text, get_dimension (self, context));

  if (strengths != NULL)
    return NULL;
  return g_strdup (get_dimension (self, context) == MESO_DIMENSION_ACTIVITY
                     ? _("These aren’t strengths. Write each with its unit, parted by semicolons: 50 IU/mL; 100 IU/mL.")
                     : _("These aren’t strengths. Write each with its unit, parted by semicolons: 1 mg/mL; 2 %."));
}

static char *
check_excipients (const MesoFormularyValues *self,
                  MesoContext               *context,
                  const char                *text)
{
  g_autoptr(GPtrArray) excipients = meso_formulary_read_excipients (context, text);

  return excipients != NULL ? NULL : g_strdup (_("Write an excipient that isn’t known yet in Latin letters, as its label has it."));
}

static char *
check_ph (const MesoFormularyValues *self,
          MesoContext               *context,
          const char                *text)
{
  int centi;

  if (*text == '\0' || meso_formulary_read_ph (text, &centi))
    return NULL;
  return g_strdup (_("This isn’t a pH. Write a number from 0 to 14, with two decimals at most."));
}

static char *
check_hours (const MesoFormularyValues *self,
             MesoContext               *context,
             const char                *text)
{
  int hours;

  if (*text == '\0' || meso_formulary_read_hours (text, &hours))
    return NULL;
  return g_strdup (_("This isn’t a number of hours. Write a whole one, for example 24."));
}

static char *
check_container (const MesoFormularyValues *self,
                 MesoContext               *context,
                 const char                *text)
{
  MesoQuantity volume;

  if (*text == '\0')
    return NULL;
  if (meso_quantity_is_ambiguous (text) || !meso_quantity_parse (text, &volume, NULL) || volume.dimension != MESO_DIMENSION_VOLUME ||
      volume.value > MAX_CONTAINER_UL)
    return g_strdup (_("This isn’t what a container holds. Write a volume of at most 1 L, for example 5 mL."));
  return NULL;
}

static char *
check_authority (const MesoFormularyValues *self,
                 MesoContext               *context,
                 const char                *text)
{
  if (!meso_text_is_empty (text) && meso_text_is_empty (meso_formulary_values_get (self, "licence")))
    return g_strdup (_("Write the licence number too, or leave this empty."));
  return check_words (text, MAX_LINE);
}

static char *
check_component (MesoContext                *context,
                 const MesoProductComponent *component)
{
  const MesoIngredient *ingredient = meso_protocol_lookup_ingredient (meso_context_get_protocol (context), component->ingredient);
  g_autofree char *strength = NULL;

  if (ingredient == NULL)
    return g_strdup (_("Choose the ingredient of each component."));
  strength = meso_formulary_read_strength (component->strength, ingredient->dimension);
  if (strength != NULL)
    return NULL;
  return g_strdup (ingredient->dimension == MESO_DIMENSION_ACTIVITY
                     ? _("This isn’t a strength. Write a number and a unit, for example 100 IU/mL.")
                     : _("This isn’t a strength. Write a number and a unit, for example 5 mg/mL or 0.5 %."));
}

static char *
check_components (const MesoFormularyValues *self,
                  MesoContext               *context,
                  const char                *text)
{
  /* As it stands: trimmed, a row without an ingredient would lose its place. */
  g_autoptr(GPtrArray) components = meso_formulary_read_components (meso_formulary_values_get (self, "component"));

  if (components->len == 0)
    return g_strdup (_("Say what it holds: add a component."));
  for (guint i = 0; i < components->len; i++)
    {
      const MesoProductComponent *component = g_ptr_array_index (components, i);
      char *fault = check_component (context, component);

      if (fault != NULL)
        return fault;
      for (guint j = 0; j < i; j++)
        if (g_str_equal (((const MesoProductComponent *) g_ptr_array_index (components, j))->ingredient, component->ingredient))
          return g_strdup (_("An ingredient stands twice among the components. Keep one of them."));
    }
  return NULL;
}

static char *
check_other (const MesoFormularyValues *self,
             MesoContext               *context,
             const char                *text)
{
  return *text == '\0' ? g_strdup (_("Choose the other ingredient.")) : NULL;
}

static const struct
{
  const char *field;
  CheckFunc check;
} checks[] = {
  { "name", check_name }, { "name-fa", check_line }, { "benefit", check_benefit }, { "caution", check_note }, { "sold", check_note },
  { "storage", check_note }, { "cap", check_cap }, { "cap-per-kg", check_cap_per_kg }, { "strengths", check_strengths },
  { "excipients", check_excipients }, { "maker", check_line }, { "licence", check_line }, { "authority", check_authority },
  { "ph", check_ph }, { "container", check_container }, { "opened-life-h", check_hours }, { "component", check_components },
  { "b", check_other }, { "reason", check_reason },
};

char *
meso_formulary_values_check (const MesoFormularyValues *self,
                             MesoContext               *context,
                             const char                *field)
{
  g_autofree char *text = meso_text_trim (meso_formulary_values_get (self, field));

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    if (g_str_equal (checks[i].field, field))
      return checks[i].check (self, context, text);
  return NULL;
}
