/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Meso Clinic authors */

#include "meso-formulary-values.h"

#include <json-glib/json-glib.h>

#include "meso-formulary-words.h"

MesoFormularyValues *
meso_formulary_values_new (MesoFormularyKind  kind,
                           const char        *id)
{
  MesoFormularyValues *self = g_new0 (MesoFormularyValues, 1);

  self->kind = kind;
  self->id = g_strdup (id);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
meso_formulary_values_free (MesoFormularyValues *self)
{
  g_free (self->id);
  g_hash_table_unref (self->texts);
  g_free (self);
}

const char *
meso_formulary_values_get (const MesoFormularyValues *self,
                           const char                *field)
{
  const char *text = g_hash_table_lookup (self->texts, field);

  return text != NULL ? text : "";
}

void
meso_formulary_values_set (MesoFormularyValues *self,
                           const char          *field,
                           const char          *text)
{
  if (text != NULL && *text != '\0')
    g_hash_table_replace (self->texts, g_strdup (field), g_strdup (text));
  else
    g_hash_table_remove (self->texts, field);
}

static void
take (MesoFormularyValues *self,
      const char          *field,
      char                *text)
{
  meso_formulary_values_set (self, field, text);
  g_free (text);
}

/* A name is asked for in both languages; other words in that of the window. */
static void
set_name (MesoFormularyValues *self,
          const MesoLocalText *name)
{
  meso_formulary_values_set (self, "name", meso_local_text_get (name, "en"));
  if (meso_local_text_has (name, "fa"))
    meso_formulary_values_set (self, "name-fa", meso_local_text_get (name, "fa"));
}

static void
set_words (MesoFormularyValues *self,
           MesoContext         *context,
           const char          *field,
           const MesoLocalText *text)
{
  meso_formulary_values_set (self, field, meso_local_text_get (text, meso_context_get_language (context)));
}

static void
set_quantity (MesoFormularyValues *self,
              MesoContext         *context,
              const char          *field,
              MesoQuantity         quantity)
{
  g_autofree char *text = quantity.value > 0 ? meso_quantity_format (quantity, MESO_MASS_UNIT_BY_SIZE) : NULL;

  if (text != NULL)
    take (self, field, meso_context_localise_number (context, text));
}

static char *
join (const GPtrArray *list,
      const char      *separator)
{
  g_autoptr(GStrvBuilder) parts = g_strv_builder_new ();
  g_auto(GStrv) all = NULL;

  for (guint i = 0; list != NULL && i < list->len; i++)
    g_strv_builder_add (parts, g_ptr_array_index (list, i));
  all = g_strv_builder_end (parts);
  return g_strjoinv (separator, all);
}

static void
set_excipients (MesoFormularyValues *self,
                MesoContext         *context,
                const GPtrArray     *excipients)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < excipients->len; i++)
    g_ptr_array_add (names, meso_formulary_words_excipient (context, meso_context_get_protocol (context), g_ptr_array_index (excipients, i)));
  take (self, "excipients", join (names, "; "));
}

static void
set_own (MesoFormularyValues  *self,
         MesoContext          *context,
         const MesoIngredient *ingredient)
{
  g_autofree char *strengths = join (ingredient->strengths, "; ");

  set_name (self, ingredient->name);
  meso_formulary_values_set (self, "group", meso_ingredient_group_to_string (ingredient->group));
  meso_formulary_values_set (self, "dimension", ingredient->dimension == MESO_DIMENSION_ACTIVITY ? "activity" : "mass");
  take (self, "strengths", meso_context_localise_number (context, strengths));
  set_words (self, context, "sold", ingredient->sold);
  set_words (self, context, "storage", ingredient->storage);
  set_excipients (self, context, ingredient->excipients);
}

MesoFormularyValues *
meso_formulary_values_new_ingredient (MesoContext          *context,
                                      MesoFormularyKind     kind,
                                      const MesoIngredient *ingredient)
{
  MesoFormularyValues *self = meso_formulary_values_new (kind, ingredient->id);

  meso_formulary_values_set (self, "availability", meso_availability_to_string (ingredient->availability));
  set_quantity (self, context, "cap", ingredient->cap);
  set_quantity (self, context, "cap-per-kg", ingredient->cap_per_kg);
  meso_formulary_values_set (self, "cap-severity", ingredient->cap_blocks ? "block" : "warn");
  set_words (self, context, "benefit", ingredient->benefit);
  set_words (self, context, "caution", ingredient->caution);
  if (kind == MESO_FORMULARY_INGREDIENT)
    set_own (self, context, ingredient);
  return self;
}

static char *
join_components (MesoContext       *context,
                 const MesoProduct *product)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < product->components->len; i++)
    {
      const MesoProductComponent *component = g_ptr_array_index (product->components, i);
      g_autofree char *strength = meso_context_localise_number (context, component->strength);

      g_string_append_printf (lines, "%s%s\t%s\t%s", i > 0 ? "\n" : "", component->ingredient, strength,
                              component->salt != NULL ? component->salt : "");
    }
  return g_string_free_and_steal (lines);
}

MesoFormularyValues *
meso_formulary_values_new_product (MesoContext       *context,
                                   const MesoProduct *product)
{
  MesoFormularyValues *self = meso_formulary_values_new (MESO_FORMULARY_PRODUCT, product->id);
  g_autofree char *ph = meso_product_dup_ph (product);
  g_autofree char *hours = product->opened_life_h > 0 ? g_strdup_printf ("%d", product->opened_life_h) : NULL;

  set_name (self, product->name);
  meso_formulary_values_set (self, "maker", product->maker);
  meso_formulary_values_set (self, "licence", product->licence);
  meso_formulary_values_set (self, "authority", product->authority);
  meso_formulary_values_set (self, "form", meso_product_form_to_string (product->form));
  if (ph != NULL)
    take (self, "ph", meso_context_localise_number (context, ph));
  set_quantity (self, context, "container", (MesoQuantity) { product->container_ul, MESO_DIMENSION_VOLUME });
  meso_formulary_values_set (self, "doses", product->multi_dose ? "multi" : "single");
  if (hours != NULL)
    take (self, "opened-life-h", meso_context_localise_digits (context, hours));
  set_words (self, context, "storage", product->storage);
  set_excipients (self, context, product->excipients);
  take (self, "component", join_components (context, product));
  return self;
}

MesoFormularyValues *
meso_formulary_values_new_pair (MesoContext              *context,
                                const char               *ingredient,
                                const char               *other,
                                const MesoIngredientPair *pair)
{
  MesoFormularyValues *self = meso_formulary_values_new (MESO_FORMULARY_PAIR, ingredient);

  meso_formulary_values_set (self, "b", other);
  if (pair != NULL)
    {
      meso_formulary_values_set (self, "severity", meso_pair_severity_to_string (pair->severity));
      if (pair->provenance.origin == MESO_ORIGIN_CLINIC)
        set_words (self, context, "reason", pair->reason);
    }
  return self;
}

char *
meso_formulary_values_to_json (const MesoFormularyValues *self)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autoptr(GPtrArray) fields = g_hash_table_get_keys_as_ptr_array (self->texts);

  /* Equal forms give equal texts. */
  g_ptr_array_sort_values (fields, (GCompareFunc) g_strcmp0);
  json_builder_begin_object (builder);
  for (guint i = 0; i < fields->len; i++)
    {
      json_builder_set_member_name (builder, g_ptr_array_index (fields, i));
      json_builder_add_string_value (builder, meso_formulary_values_get (self, g_ptr_array_index (fields, i)));
    }
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

gboolean
meso_formulary_values_take_json (MesoFormularyValues *self,
                                 const char          *json)
{
  g_autoptr(JsonNode) root = json_from_string (json, NULL);
  JsonObject *object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  g_autoptr(GList) members = object != NULL ? json_object_get_members (object) : NULL;

  if (object == NULL)
    return FALSE;
  g_hash_table_remove_all (self->texts);
  for (GList *member = members; member != NULL; member = member->next)
    meso_formulary_values_set (self, member->data, json_object_get_string_member_with_default (object, member->data, ""));
  return TRUE;
}
