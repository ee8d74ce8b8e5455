/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formulary-values.h"

#include "meso-formulary-reading.h"
#include "meso-protocol-service.h"
#include "meso-text.h"

/* The words in the window's language take the place of those before; another language keeps its own. */
static MesoLocalText *
make_words (const MesoFormularyValues *self,
            MesoContext               *context,
            const char                *field,
            const MesoLocalText       *before)
{
  g_autofree char *text = meso_text_trim (meso_formulary_values_get (self, field));
  gboolean persian = g_str_equal (meso_context_get_language (context), "fa");
  MesoLocalText *words;

  if (*text == '\0')
    return NULL;
  if (before == NULL || !meso_local_text_has (before, "fa"))
    return meso_local_text_new (text);
  words = meso_local_text_new (persian ? meso_local_text_get (before, "en") : text);
  meso_local_text_add (words, "fa", persian ? text : meso_local_text_get (before, "fa"));
  return words;
}

/* One name is enough, in either language. */
static MesoLocalText *
make_name (const MesoFormularyValues *self)
{
  g_autofree char *name = meso_text_trim (meso_formulary_values_get (self, "name"));
  g_autofree char *persian = meso_text_trim (meso_formulary_values_get (self, "name-fa"));
  MesoLocalText *text = meso_local_text_new (*name != '\0' ? name : persian);

  if (*name != '\0' && *persian != '\0')
    meso_local_text_add (text, "fa", persian);
  return text;
}

static MesoQuantity
read_quantity (const MesoFormularyValues *self,
               const char                *field)
{
  MesoQuantity quantity = { 0, MESO_DIMENSION_MASS };
  const char *text = meso_formulary_values_get (self, field);

  if (meso_text_is_empty (text) || !meso_quantity_parse (text, &quantity, NULL))
    return (MesoQuantity) { 0, MESO_DIMENSION_MASS };
  return quantity;
}

static int
find_word (const char        *word,
           const char *const *words)
{
  for (int i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], word))
      return i;
  return 0;
}

static MesoAvailability
read_availability (const MesoFormularyValues *self)
{
  static const char *const words[] = { "on", "off", "banned", "own-syringe", NULL };
  static const MesoAvailability meanings[] = { MESO_AVAILABILITY_ON, MESO_AVAILABILITY_OFF, MESO_AVAILABILITY_BANNED,
                                               MESO_AVAILABILITY_OWN_SYRINGE };

  return meanings[find_word (meso_formulary_values_get (self, "availability"), words)];
}

static MesoProtocolEdit *
wish_ingredient (const MesoFormularyValues *self,
                 MesoContext               *context)
{
  static const char *const groups[] = { "minerals", "vitamins", "other", NULL };
  static const MesoIngredientGroup of[] = { MESO_INGREDIENT_MINERALS, MESO_INGREDIENT_VITAMINS, MESO_INGREDIENT_OTHER };
  const MesoIngredient *before = meso_protocol_lookup_ingredient (meso_context_get_protocol (context), self->id);
  MesoIngredient own = before != NULL ? *before : (MesoIngredient) { 0 };
  gboolean activity = g_str_equal (meso_formulary_values_get (self, "dimension"), "activity");
  g_autoptr(MesoLocalText) name = make_name (self);
  g_autoptr(MesoLocalText) benefit = make_words (self, context, "benefit", own.benefit);
  g_autoptr(MesoLocalText) caution = make_words (self, context, "caution", own.caution);
  g_autoptr(MesoLocalText) sold = make_words (self, context, "sold", own.sold);
  g_autoptr(MesoLocalText) storage = make_words (self, context, "storage", own.storage);
  g_autoptr(GPtrArray) excipients = meso_formulary_read_excipients (context, meso_formulary_values_get (self, "excipients"));
  g_autoptr(GPtrArray) strengths = NULL;

  own.id = self->id;
  own.group = of[find_word (meso_formulary_values_get (self, "group"), groups)];
  own.availability = read_availability (self);
  own.dimension = activity ? MESO_DIMENSION_ACTIVITY : MESO_DIMENSION_MASS;
  strengths = meso_formulary_read_strengths (meso_formulary_values_get (self, "strengths"), own.dimension);
  own.cap = read_quantity (self, "cap");
  own.cap_per_kg = read_quantity (self, "cap-per-kg");
  own.cap_blocks = g_str_equal (meso_formulary_values_get (self, "cap-severity"), "block");
  own.name = name;
  own.benefit = benefit;
  own.caution = caution;
  own.sold = sold;
  own.storage = storage;
  own.excipients = excipients;
  own.strengths = strengths;
  return meso_formulary_edit_new_ingredient (&own);
}

static char *
dup_line (const MesoFormularyValues *self,
          const char                *field)
{
  return meso_text_trim (meso_formulary_values_get (self, field));
}

static void
read_strengths (GPtrArray   *components,
                MesoContext *context)
{
  for (guint i = 0; i < components->len; i++)
    {
      MesoProductComponent *component = g_ptr_array_index (components, i);
      const MesoIngredient *ingredient = meso_protocol_lookup_ingredient (meso_context_get_protocol (context), component->ingredient);
      char *strength = ingredient != NULL ? meso_formulary_read_strength (component->strength, ingredient->dimension) : NULL;

      if (strength != NULL)
        {
          g_free (component->strength);
          component->strength = strength;
        }
    }
}

static MesoProtocolEdit *
wish_product (const MesoFormularyValues *self,
              MesoContext               *context)
{
  static const char *const forms[] = { "", "solution", "powder", "emulsion", "gel", NULL };
  static const MesoProductForm of[] = { MESO_PRODUCT_FORM_UNKNOWN, MESO_PRODUCT_FORM_SOLUTION, MESO_PRODUCT_FORM_POWDER,
                                        MESO_PRODUCT_FORM_EMULSION, MESO_PRODUCT_FORM_GEL };
  const MesoProduct *before = meso_protocol_lookup_product (meso_context_get_protocol (context), self->id);
  MesoProduct own = before != NULL ? *before : (MesoProduct) { 0 };
  g_autoptr(MesoLocalText) name = make_name (self);
  g_autoptr(MesoLocalText) storage = make_words (self, context, "storage", own.storage);
  g_autoptr(GPtrArray) excipients = meso_formulary_read_excipients (context, meso_formulary_values_get (self, "excipients"));
  g_autoptr(GPtrArray) components = meso_formulary_read_components (meso_formulary_values_get (self, "component"));
  g_autofree char *maker = dup_line (self, "maker");
  g_autofree char *licence = dup_line (self, "licence");
  g_autofree char *authority = dup_line (self, "authority");

  read_strengths (components, context);
  own.id = self->id;
  own.name = name;
  own.maker = maker;
  own.licence = licence;
  own.authority = authority;
  own.form = of[find_word (meso_formulary_values_get (self, "form"), forms)];
  if (!meso_formulary_read_ph (meso_formulary_values_get (self, "ph"), &own.ph_centi))
    own.ph_centi = MESO_PRODUCT_PH_UNKNOWN;
  own.container_ul = read_quantity (self, "container").value;
  own.multi_dose = g_str_equal (meso_formulary_values_get (self, "doses"), "multi");
  if (!meso_formulary_read_hours (meso_formulary_values_get (self, "opened-life-h"), &own.opened_life_h))
    own.opened_life_h = 0;
  own.storage = storage;
  own.excipients = excipients;
  own.components = components;
  return meso_formulary_edit_new_product (&own);
}

static MesoProtocolEdit *
wish_pair (const MesoFormularyValues *self)
{
  static const char *const severities[] = { "incompatible", "caution", "compatible", NULL };
  static const MesoPairSeverity of[] = { MESO_PAIR_INCOMPATIBLE, MESO_PAIR_CAUTION, MESO_PAIR_COMPATIBLE };
  g_autofree char *reason = dup_line (self, "reason");
  g_autoptr(MesoLocalText) words = meso_local_text_new (reason);
  MesoIngredientPair own = {
    .a = self->id,
    .b = (char *) meso_formulary_values_get (self, "b"),
    .severity = of[find_word (meso_formulary_values_get (self, "severity"), severities)],
    .reason = words,
  };

  return meso_formulary_edit_new_pair (&own);
}

/* What is as it ships is no change; where nothing is left of one, the ingredient is as it ships again. */
static MesoProtocolEdit *
wish_change (const MesoFormularyValues *self,
             MesoContext               *context)
{
  const MesoIngredient *shipped =
    meso_protocol_lookup_ingredient (meso_protocol_service_get_shipped (meso_context_get_clinic (context)), self->id);
  MesoIngredientChange change = { .ingredient = self->id, .availability = read_availability (self) };
  MesoQuantity cap = read_quantity (self, "cap");
  MesoQuantity per_kg = read_quantity (self, "cap-per-kg");
  const MesoIngredient *now = meso_protocol_lookup_ingredient (meso_context_get_protocol (context), self->id);
  g_autoptr(MesoLocalText) benefit = make_words (self, context, "benefit", now->benefit);
  g_autoptr(MesoLocalText) caution = make_words (self, context, "caution", now->caution);

  change.has_availability = change.availability != shipped->availability;
  change.cap = cap.value != shipped->cap.value ? cap : (MesoQuantity) { 0, shipped->dimension };
  change.cap_per_kg = per_kg.value != shipped->cap_per_kg.value ? per_kg : (MesoQuantity) { 0, shipped->dimension };
  change.cap_blocks = g_str_equal (meso_formulary_values_get (self, "cap-severity"), "block");
  change.has_severity = change.cap_blocks != shipped->cap_blocks && (cap.value > 0 || per_kg.value > 0);
  change.benefit = benefit != NULL && !meso_local_text_equal (benefit, shipped->benefit) ? benefit : NULL;
  change.caution = caution != NULL && !meso_local_text_equal (caution, shipped->caution) ? caution : NULL;

  if (!change.has_availability && change.cap.value == 0 && change.cap_per_kg.value == 0 && !change.has_severity &&
      change.benefit == NULL && change.caution == NULL)
    return meso_protocol_edit_new_reset_ingredient (self->id);
  return meso_formulary_edit_new_change (&change);
}

MesoProtocolEdit *
meso_formulary_values_to_edit (const MesoFormularyValues *self,
                               MesoContext               *context)
{
  switch (self->kind)
    {
    case MESO_FORMULARY_INGREDIENT:
      return wish_ingredient (self, context);
    case MESO_FORMULARY_CHANGE:
      return wish_change (self, context);
    case MESO_FORMULARY_PRODUCT:
      return wish_product (self, context);
    case MESO_FORMULARY_PAIR:
      return wish_pair (self);
    default:
      g_return_val_if_reached (NULL);
    }
}
