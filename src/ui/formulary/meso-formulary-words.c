/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formulary-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "meso-formula-wording.h"
#include "meso-tag.h"
#include "meso-text.h"
#include "meso-words.h"

const char *
meso_formulary_words_group (MesoIngredientGroup group)
{
  switch (group)
    {
    case MESO_INGREDIENT_MINERALS:
      return C_("group of ingredients", "Minerals");
    case MESO_INGREDIENT_VITAMINS:
      return C_("group of ingredients", "Vitamins");
    case MESO_INGREDIENT_OTHER:
    default:
      return C_("group of ingredients", "Other compounds");
    }
}

const char *
meso_formulary_words_availability (MesoAvailability availability)
{
  switch (availability)
    {
    case MESO_AVAILABILITY_ON:
      return C_("availability", "On");
    case MESO_AVAILABILITY_OFF:
      return C_("availability", "Off");
    case MESO_AVAILABILITY_OWN_SYRINGE:
      return C_("availability", "Own syringe");
    case MESO_AVAILABILITY_BANNED:
    default:
      return C_("availability", "Banned");
    }
}

const char *
meso_formulary_words_form (MesoProductForm form)
{
  switch (form)
    {
    case MESO_PRODUCT_FORM_SOLUTION:
      return C_("form of a product", "Solution");
    case MESO_PRODUCT_FORM_POWDER:
      return C_("form of a product", "Powder");
    case MESO_PRODUCT_FORM_EMULSION:
      return C_("form of a product", "Emulsion");
    case MESO_PRODUCT_FORM_GEL:
      return C_("form of a product", "Gel");
    case MESO_PRODUCT_FORM_UNKNOWN:
    default:
      return C_("form of a product", "Not known");
    }
}

const char *
meso_formulary_words_origin (MesoOrigin origin)
{
  switch (origin)
    {
    case MESO_ORIGIN_ARTICLE:
      return C_("origin", "Article");
    case MESO_ORIGIN_RESEARCH:
      return C_("origin", "Research");
    case MESO_ORIGIN_CLINIC:
    default:
      return C_("origin", "This clinic");
    }
}

const char *
meso_formulary_words_pair (const MesoIngredientPair *pair)
{
  if (pair == NULL)
    return C_("pair", "No data");
  switch (pair->severity)
    {
    case MESO_PAIR_COMPATIBLE:
      return C_("pair", "Compatible");
    case MESO_PAIR_CAUTION:
      return C_("pair", "With caution");
    case MESO_PAIR_INCOMPATIBLE:
    default:
      return C_("pair", "Never together");
    }
}

static const struct
{
  const char *field;
  const char *words;
} fields[] = {
  { "name", NC_("formulary field", "Name") },
  { "group", NC_("formulary field", "Group") },
  { "dimension", NC_("formulary field", "Measured in") },
  { "availability", NC_("formulary field", "Availability") },
  { "benefit", NC_("formulary field", "Benefit") },
  { "caution", NC_("formulary field", "What to watch for") },
  { "cap", NC_("formulary field", "Cap per session") },
  { "cap-per-kg", NC_("formulary field", "Cap per session and kilogram") },
  { "cap-severity", NC_("formulary field", "Over the cap") },
  { "cap-source", NC_("formulary field", "Source of the cap") },
  { "max-final", NC_("formulary field", "Strongest in the syringe") },
  { "stock-below", NC_("formulary field", "Too strong to be added") },
  { "molar-mass", NC_("formulary field", "Molar mass") },
  { "anaesthetic", NC_("formulary field", "Local anaesthetic") },
  { "diluent", NC_("formulary field", "Diluent") },
  { "salt", NC_("formulary field", "Salts") },
  { "strengths", NC_("formulary field", "Strengths sold") },
  { "sold", NC_("formulary field", "How it is sold") },
  { "storage", NC_("formulary field", "Storage") },
  { "excipients", NC_("formulary field", "Excipients") },
  { "severity", NC_("formulary field", "Together in one syringe") },
  { "reason", NC_("formulary field", "Reason") },
  { "component", NC_("formulary field", "Components") },
  { "maker", NC_("formulary field", "Maker") },
  { "licence", NC_("formulary field", "Licence number") },
  { "authority", NC_("formulary field", "Licensed by") },
  { "form", NC_("formulary field", "Form") },
  { "ph", NC_("formulary field", "pH") },
  { "container", NC_("formulary field", "One container holds") },
  { "doses", NC_("formulary field", "A container is for") },
  { "opened-life-h", NC_("formulary field", "Hours it keeps once opened") },
};

const char *
meso_formulary_words_field (const char *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].field, field))
      return g_dpgettext2 (NULL, "formulary field", fields[i].words);
  return field;
}

static const struct
{
  const char *field;
  const char *value;
  const char *words;
} values[] = {
  { "availability", "on", NC_("availability", "On") },
  { "availability", "off", NC_("availability", "Off") },
  { "availability", "banned", NC_("availability", "Banned") },
  { "availability", "own-syringe", NC_("availability", "Own syringe") },
  { "group", "minerals", NC_("group of ingredients", "Minerals") },
  { "group", "vitamins", NC_("group of ingredients", "Vitamins") },
  { "group", "other", NC_("group of ingredients", "Other compounds") },
  { "dimension", "mass", NC_("dimension", "Mass (mg)") },
  { "dimension", "activity", NC_("dimension", "Units (IU)") },
  { "cap-severity", "warn", NC_("cap", "Warns") },
  { "cap-severity", "block", NC_("cap", "Blocks") },
  { "severity", "compatible", NC_("pair", "Compatible") },
  { "severity", "caution", NC_("pair", "With caution") },
  { "severity", "incompatible", NC_("pair", "Never together") },
  { "form", "solution", NC_("form of a product", "Solution") },
  { "form", "powder", NC_("form of a product", "Powder") },
  { "form", "emulsion", NC_("form of a product", "Emulsion") },
  { "form", "gel", NC_("form of a product", "Gel") },
  { "doses", "single", NC_("container", "One patient only") },
  { "doses", "multi", NC_("container", "Several patients") },
};

static const char *
find_word (const char *field,
           const char *value)
{
  static const struct
  {
    const char *field;
    const char *context;
  } of[] = {
    { "availability", "availability" }, { "group", "group of ingredients" }, { "dimension", "dimension" }, { "cap-severity", "cap" },
    { "severity", "pair" }, { "form", "form of a product" }, { "doses", "container" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    for (guint j = 0; j < G_N_ELEMENTS (of); j++)
      if (g_str_equal (values[i].field, field) && g_str_equal (values[i].value, value) && g_str_equal (of[j].field, field))
        return g_dpgettext2 (NULL, of[j].context, values[i].words);
  return NULL;
}

/* text: "1 mg/mL zinc-sulfate-heptahydrate": the salt is cut off it. (transfer none) (nullable): its name */
static const char *
cut_salt (MesoContext *context,
          const char  *ingredient,
          char        *text)
{
  const MesoIngredient *known = meso_protocol_lookup_ingredient (meso_context_get_protocol (context), ingredient);
  char *space = strrchr (text, ' ');
  const MesoSalt *salt = known != NULL && space != NULL ? meso_ingredient_find_salt (known, space + 1) : NULL;

  if (salt == NULL)
    return NULL;
  *space = '\0';
  return meso_local_text_get (salt->name, meso_context_get_language (context));
}

/* "zinc 1 mg/mL; iron 2 mg/mL ferrous-sulfate": each begins with an id, and may end with one */
static char *
word_components (MesoContext *context,
                 const char  *value)
{
  g_auto(GStrv) parts = g_strsplit (value, "; ", -1);
  GString *words = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *space = strchr (parts[i], ' ');
      const char *salt;
      g_autofree char *name = NULL;
      g_autofree char *strength = NULL;

      if (space != NULL)
        *space = '\0';
      salt = space != NULL ? cut_salt (context, parts[i], space + 1) : NULL;
      name = meso_formula_wording_name (context, parts[i]);
      strength = meso_context_localise_number (context, space != NULL ? space + 1 : "");
      g_string_append_printf (words, "%s%s \u2066%s\u2069%s%s", i > 0 ? "\n" : "", name, strength, salt != NULL ? " · " : "",
                              salt != NULL ? salt : "");
    }
  return g_string_free_and_steal (words);
}

static char *
word_excipients (MesoContext        *context,
                 const MesoProtocol *protocol,
                 const char         *value)
{
  g_auto(GStrv) ids = g_strsplit (value, "; ", -1);
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  g_auto(GStrv) list = NULL;

  for (guint i = 0; ids[i] != NULL; i++)
    g_strv_builder_take (names, meso_formulary_words_excipient (context, protocol, ids[i]));
  list = g_strv_builder_end (names);
  return g_strjoinv (_(", "), list);
}

char *
meso_formulary_words_value (MesoContext        *context,
                            const MesoProtocol *protocol,
                            const char         *field,
                            const char         *value)
{
  const char *word = value != NULL ? find_word (field, value) : NULL;
  g_autofree char *digits = NULL;

  if (value == NULL)
    return g_strdup (C_("formulary value", "nothing"));
  if (word != NULL)
    return g_strdup (word);
  if (g_str_equal (field, "component"))
    return word_components (context, value);
  if (g_str_equal (field, "excipients"))
    return word_excipients (context, protocol, value);
  digits = meso_context_localise_number (context, value);
  return meso_text_isolate (digits);
}

char *
meso_formulary_words_excipient (MesoContext        *context,
                                const MesoProtocol *protocol,
                                const char         *id)
{
  const MesoIngredient *ingredient = meso_protocol_lookup_ingredient (protocol, id);
  g_autofree char *entry_id = g_strconcat ("excipient-", id, NULL);
  const MesoListEntry *entry = meso_protocol_lookup_list_entry (protocol, entry_id);

  if (ingredient != NULL)
    return g_strdup (meso_local_text_get (ingredient->name, meso_context_get_language (context)));
  if (entry != NULL)
    return g_strdup (meso_local_text_get (entry->text, meso_context_get_language (context)));
  return g_strdup (id);
}

static char *
word_amounts (MesoContext          *context,
              const MesoIngredient *ingredient)
{
  g_autofree char *cap = meso_formula_wording_quantity (context, ingredient->cap);
  g_autofree char *per_kg = meso_formula_wording_quantity (context, ingredient->cap_per_kg);
  g_autofree char *one = meso_text_isolate (cap);
  g_autofree char *other = meso_text_isolate (per_kg);

  if (ingredient->cap.value == 0)
    /* Translators: a cap; %s is an amount, "4.5 mg" */
    return g_strdup_printf (_("%s per session and kilogram"), other);
  if (ingredient->cap_per_kg.value == 0)
    /* Translators: a cap; %s is an amount, "3 mg" */
    return g_strdup_printf (_("%s per session"), one);
  /* Translators: a cap; both are amounts, "300 mg" and "4.5 mg" */
  return g_strdup_printf (_("%s per session, and %s per kilogram"), one, other);
}

char *
meso_formulary_words_cap (MesoContext          *context,
                          const MesoIngredient *ingredient)
{
  g_autofree char *amounts = NULL;
  g_autofree char *words = NULL;

  if (ingredient->cap.value == 0 && ingredient->cap_per_kg.value == 0)
    return NULL;
  amounts = word_amounts (context, ingredient);
  words = g_strdup_printf (ingredient->cap_blocks ? _("%s; more than that is blocked") : _("%s; more than that is warned of"), amounts);
  /* It begins with an amount, which would turn the line round. */
  return g_strconcat (meso_words_get_direction_mark (), words, NULL);
}

GtkWidget *
meso_formulary_availability_tag (MesoAvailability availability)
{
  const char *word = meso_formulary_words_availability (availability);

  switch (availability)
    {
    case MESO_AVAILABILITY_ON:
      return meso_tag_new ("meso-done-symbolic", word, "success");
    case MESO_AVAILABILITY_OFF:
      return meso_tag_new ("meso-pause-symbolic", word, "neutral");
    case MESO_AVAILABILITY_OWN_SYRINGE:
      return meso_tag_new ("meso-syringe-symbolic", word, "warning");
    case MESO_AVAILABILITY_BANNED:
    default:
      return meso_tag_new ("meso-stop-symbolic", word, "error");
    }
}

GtkWidget *
meso_formulary_origin_tag (MesoOrigin origin)
{
  const char *word = meso_formulary_words_origin (origin);

  switch (origin)
    {
    case MESO_ORIGIN_ARTICLE:
      return meso_tag_new ("meso-handout-symbolic", word, "neutral");
    case MESO_ORIGIN_RESEARCH:
      return meso_tag_new ("meso-book-symbolic", word, "neutral");
    case MESO_ORIGIN_CLINIC:
    default:
      return meso_tag_new ("meso-clinic-symbolic", word, "accent");
    }
}

GtkWidget *
meso_formulary_pair_tag (const MesoIngredientPair *pair)
{
  const char *word = meso_formulary_words_pair (pair);

  if (pair == NULL)
    return meso_tag_new ("meso-no-data-symbolic", word, "neutral");
  switch (pair->severity)
    {
    case MESO_PAIR_COMPATIBLE:
      return meso_tag_new ("meso-done-symbolic", word, "success");
    case MESO_PAIR_CAUTION:
      return meso_tag_new ("dialog-warning-symbolic", word, "warning");
    case MESO_PAIR_INCOMPATIBLE:
    default:
      return meso_tag_new ("meso-stop-symbolic", word, "error");
    }
}
